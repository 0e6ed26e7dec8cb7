import pytest

from acutimer.core.body import Pose
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, Phase, PhaseKind, Plan
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.session.lens.scene import Scene, scene_at, scene_of
from tests.unprofiled import UNPROFILED


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
    assert change.stands_as(seen(context, "SP9", Side.RIGHT))
    assert [found.side for found in change.found] == [Side.RIGHT]


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
    heels = seen(context, "heel-raises", Side.BOTH, PhaseKind.REPS)
    assert heels.act is not None
    assert heels.across == heels.act.across


def test_what_moves_is_flipped_for_the_other_side(context: Context) -> None:
    left = seen(context, "knee-kneading", Side.LEFT, PhaseKind.TECHNIQUE)
    right = seen(context, "knee-kneading", Side.RIGHT, PhaseKind.TECHNIQUE)
    assert left.is_flipped is not right.is_flipped
    x, _, width, _ = context.atlas[left.figure].rect
    assert left.center[0] - x == pytest.approx(x + width - right.center[0])


def test_getting_ready_shows_how_each_point_is_found(context: Context) -> None:
    for code, point in context.library.points.items():
        if not point.members:
            (found,) = seen(context, code, Side.LEFT if code != "BL23" else Side.RIGHT, PhaseKind.GET_READY).found
            assert found.landmark == context.library.landmarks[point.rule.landmark]
            assert seen(context, code, Side.LEFT).found == ()


def test_getting_ready_stands_where_pressing_will(context: Context) -> None:
    for code in context.library.points:
        assert seen(context, code, Side.LEFT, PhaseKind.GET_READY).stands_as(seen(context, code, Side.LEFT)), code


def test_a_point_found_on_a_bent_knee_is_shown_bent(context: Context) -> None:
    for code in ("GB33", "GB34", "SP9", "LR8"):
        assert context.atlas[seen(context, code, Side.LEFT).figure].pose is Pose.BENT, code
    assert context.atlas[seen(context, "KI3", Side.LEFT).figure].pose is Pose.STRAIGHT


def test_both_legs_at_once_have_two_points_on_one_drawing(context: Context) -> None:
    both = seen(context, "ST36", Side.BOTH)
    assert both.figure == "body_front"
    (left, level), (right, other) = both.active
    assert left < right
    assert level == other
    assert len(seen(context, "ST36", Side.BOTH, PhaseKind.GET_READY).found) == 2


def test_a_rest_before_a_press_shows_the_next_place(context: Context) -> None:
    rest = Phase(kind=PhaseKind.REST, step=0, seconds=30)
    ready = Phase(kind=PhaseKind.GET_READY, step=1, seconds=8, subject="ST36", side=Side.LEFT)
    made = Plan(context.library.routines["knee-pain-press"], (rest, ready))
    scene = scene_at(made, 0, context.library, context.atlas, Mirror.MIRROR)
    assert scene == scene_of(ready, context.library, context.atlas, Mirror.MIRROR)


def test_there_is_something_to_see_in_every_phase_of_every_routine(context: Context) -> None:
    for routine in context.library.routines.values():
        made = plan(routine, Choices(), UNPROFILED)
        for index in range(len(made.phases)):
            scene = scene_at(made, index, context.library, context.atlas, Mirror.MIRROR)
            is_last_word = index == len(made.phases) - 1
            assert scene is not None or is_last_word, (routine.id, index)


def test_one_pans_over_the_same_drawing_only(context: Context) -> None:
    knee = seen(context, "ST35", Side.LEFT)
    assert seen(context, "ST34", Side.LEFT).pans_from(knee)
    assert not seen(context, "ST34", Side.RIGHT).pans_from(knee)
