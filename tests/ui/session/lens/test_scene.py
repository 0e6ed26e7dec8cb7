import pytest

from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, Phase, PhaseKind
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.session.lens.scene import Scene, scene_at, scene_of


def seen(
    context: Context, subject: str, side: Side | None, kind: PhaseKind = PhaseKind.PRESS, mirror: Mirror = Mirror.MIRROR
) -> Scene:
    phase = Phase(kind=kind, step=0, seconds=60, subject=subject, side=side)
    scene = scene_of(phase, context.library, context.atlas, mirror)
    assert scene is not None
    return scene


def test_the_active_point_is_the_middle_of_the_lens(context: Context) -> None:
    for code, point in context.library.points.items():
        if not point.members and code != "BL57":
            scene = seen(context, code, Side.LEFT)
            assert scene.active == (scene.center,), code


def test_the_sides_are_mirror_images(context: Context) -> None:
    left, right = seen(context, "ST36", Side.LEFT), seen(context, "ST36", Side.RIGHT)
    assert left.is_flipped is not right.is_flipped
    x, _, width, _ = context.atlas[left.figure].rect
    assert left.center[0] - x == pytest.approx(x + width - right.center[0])
    assert left.center[1] == right.center[1]


def test_your_left_is_on_the_left_in_a_changeover(context: Context) -> None:
    change = seen(context, "ST36", Side.RIGHT, PhaseKind.CHANGEOVER)
    assert change.figure == "body_front"
    assert change.done is not None
    assert change.done[0] < change.active[0][0]
    assert [label.side for label in change.labels] == [Side.LEFT, Side.RIGHT]


def test_on_a_chart_your_left_is_on_the_right(context: Context) -> None:
    change = seen(context, "ST36", Side.RIGHT, PhaseKind.CHANGEOVER, Mirror.CHART)
    assert change.done is not None
    assert change.done[0] > change.active[0][0]


def test_a_point_behind_the_knee_changes_over_on_the_back(context: Context) -> None:
    assert seen(context, "BL40", Side.RIGHT, PhaseKind.CHANGEOVER).figure == "body_back"


def test_a_point_on_the_inner_side_changes_over_to_its_close_up(context: Context) -> None:
    change = seen(context, "SP9", Side.RIGHT, PhaseKind.CHANGEOVER)
    assert change == seen(context, "SP9", Side.RIGHT)


def test_the_way_from_the_landmark_is_shown_where_there_is_one(context: Context) -> None:
    assert seen(context, "ST36", Side.LEFT).landmark is not None
    assert seen(context, "ST35", Side.LEFT).landmark is None


def test_a_pair_is_pressed_at_both_its_points(context: Context) -> None:
    pair = seen(context, "EX-LE5", Side.LEFT)
    assert len(pair.active) == 2
    assert pair.center[0] == pytest.approx(sum(x for x, _ in pair.active) / 2)


def test_both_sides_of_the_back_are_pressed_at_once(context: Context) -> None:
    back = seen(context, "BL23", Side.BOTH)
    (left, _), (right, _) = back.active
    assert left < back.center[0] < right


def test_heel_raises_lift_the_heel(context: Context) -> None:
    assert seen(context, "heel-raises", Side.BOTH, PhaseKind.REPS).lifts


def test_there_is_something_to_see_in_every_phase_of_every_routine(context: Context) -> None:
    for routine in context.library.routines.values():
        made = plan(routine, Choices())
        for index in range(len(made.phases)):
            scene = scene_at(made, index, context.library, context.atlas, Mirror.MIRROR)
            is_last_word = index == len(made.phases) - 1
            assert scene is not None or is_last_word, (routine.id, index)


def test_one_pans_over_the_same_drawing_only(context: Context) -> None:
    knee = seen(context, "ST35", Side.LEFT)
    assert seen(context, "ST34", Side.LEFT).pans_from(knee)
    assert not seen(context, "ST34", Side.RIGHT).pans_from(knee)
