from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from acutimer.core.pacing import Motion
from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.routines import Tempo
from acutimer.core.sides import Side
from acutimer.ui.body.figures import Figures
from acutimer.ui.context import Context
from acutimer.ui.session.lens.face import Face
from acutimer.ui.session.lens.lens import Lens
from tests.ui.practice import shown
from tests.ui.session.lens.painted import SIDE_PX, differing, make_lens, seen, settle, show_phase
from tests.ui.session.watching import Watcher

PRESS = Phase(kind=PhaseKind.PRESS, step=0, seconds=120, subject="ST36", side=Side.LEFT)
READY = Phase(kind=PhaseKind.GET_READY, step=0, seconds=8, subject="ST36", side=Side.LEFT)
BOTH = Phase(kind=PhaseKind.PRESS, step=0, seconds=120, subject="BL23", side=Side.BOTH)
HEELS = Phase(
    kind=PhaseKind.REPS, step=0, seconds=60, subject="heel-raises", side=Side.BOTH, reps=10, tempo=Tempo(2, 1, 3)
)
KNEADED = Phase(kind=PhaseKind.TECHNIQUE, step=0, seconds=60, subject="knee-kneading", side=Side.LEFT)
BREATHS = Phase(
    kind=PhaseKind.BREATHS, step=0, seconds=50, subject="deep-breaths", breaths=5, in_seconds=4, out_seconds=6
)
FACE = Face(to_go=0.6, is_ember=True)
MIDDLE = SIDE_PX // 2


@pytest.fixture
def poses(context: Context, lens_and_poses: tuple[Lens, Figures]) -> Figures:
    return lens_and_poses[1]


@pytest.fixture
def lens_and_poses(context: Context, qtbot: QtBot) -> Iterator[tuple[Lens, Figures]]:
    lens, figures = make_lens(context)
    yield shown(lens, qtbot, SIDE_PX, SIDE_PX), figures
    figures.close()


@pytest.fixture
def lens(lens_and_poses: tuple[Lens, Figures]) -> Lens:
    return lens_and_poses[0]


def stand(lens: Lens, context: Context, phase: Phase, face: Face, poses: Figures) -> Watcher:
    """Show a phase with a face, all drawn; then look what is painted."""
    show_phase(lens, context, phase)
    lens.show_face(face)
    settle(context.figures, poses)
    seen(lens)
    settle(context.figures, poses)
    watcher = Watcher(lens)
    watcher.painted()
    return watcher


def test_of_a_ring_only_its_end_is_painted(lens: Lens, context: Context, poses: Figures) -> None:
    watcher = stand(lens, context, PRESS, FACE, poses)
    lens.show_face(replace(FACE, to_go=0.597))
    painted = watcher.painted()
    assert not painted.isEmpty()
    assert painted.width() < 60
    assert painted.height() < 60


def test_a_ring_that_moved_too_little_to_be_seen_is_not_painted(lens: Lens, context: Context, poses: Figures) -> None:
    watcher = stand(lens, context, PRESS, FACE, poses)
    for to_go in (0.5998, 0.5996, 0.5994):
        lens.show_face(replace(FACE, to_go=to_go))
    assert watcher.painted().isEmpty()
    lens.show_face(replace(FACE, to_go=0.599))
    assert not watcher.painted().isEmpty()


def test_what_looks_the_same_is_not_painted(lens: Lens, context: Context, poses: Figures) -> None:
    watcher = stand(lens, context, PRESS, FACE, poses)
    lens.show_face(replace(FACE))
    assert watcher.painted().isEmpty()


def test_a_pulse_swells_within_its_own_square(lens: Lens, context: Context, poses: Figures) -> None:
    watcher = stand(lens, context, PRESS, FACE, poses)
    before = seen(lens)
    watcher.painted()
    lens.show_face(replace(FACE, swell=1.0))
    painted = watcher.painted()
    changed = differing(before, seen(lens))
    assert painted.contains(changed)
    assert painted.width() < 150
    assert changed.contains(MIDDLE - 40, MIDDLE)


def test_a_bead_goes_round_the_point_clockwise(lens: Lens, context: Context, poses: Figures) -> None:
    round_ = replace(FACE, swell=1.0, turn=0.0)
    watcher = stand(lens, context, PRESS, round_, poses)
    before = seen(lens)
    watcher.painted()
    lens.show_face(replace(round_, turn=0.25))
    painted = watcher.painted()
    changed = differing(before, seen(lens))
    assert painted.contains(changed)
    assert changed.center().x() > MIDDLE
    assert changed.center().y() < MIDDLE
    watcher.painted()
    lens.show_face(replace(round_, turn=0.27))
    assert watcher.painted().width() < 60


def test_both_points_of_a_pair_pulse(lens: Lens, context: Context, poses: Figures) -> None:
    stand(lens, context, BOTH, FACE, poses)
    before = seen(lens)
    lens.show_face(replace(FACE, swell=1.0))
    changed = differing(before, seen(lens))
    assert changed.left() < MIDDLE - 60
    assert changed.right() > MIDDLE + 60


def test_a_ring_of_breath_lies_on_the_chest(lens: Lens, context: Context, poses: Figures) -> None:
    watcher = stand(lens, context, BREATHS, replace(FACE, reps=5, breath=0.0), poses)
    before = seen(lens)
    watcher.painted()
    lens.show_face(replace(FACE, reps=5, breath=1.0))
    painted = watcher.painted()
    changed = differing(before, seen(lens))
    assert painted.contains(changed)
    assert changed.center().y() < MIDDLE
    watcher.painted()
    lens.show_face(replace(FACE, reps=5, breath=0.999))
    assert watcher.painted().isEmpty()


def test_a_pat_leaves_a_mark_only_while_it_lands(lens: Lens, context: Context, poses: Figures) -> None:
    stand(lens, context, KNEADED, FACE, poses)
    before = seen(lens)
    lens.show_face(replace(FACE, pat=Motion.SIDES))
    assert differing(before, seen(lens)).width() > 200
    lens.show_face(FACE)
    assert differing(before, seen(lens)).isEmpty()


def test_a_movement_paints_no_more_than_what_moves(lens: Lens, context: Context, poses: Figures) -> None:
    watcher = stand(lens, context, KNEADED, FACE, poses)
    before = seen(lens)
    watcher.painted()
    lens.show_face(replace(FACE, step=20))
    painted = watcher.painted()
    changed = differing(before, seen(lens))
    assert not changed.isEmpty()
    assert painted.contains(changed)
    assert painted.height() < 400


def test_back_at_its_first_picture_a_movement_looks_as_before(lens: Lens, context: Context, poses: Figures) -> None:
    stand(lens, context, HEELS, replace(FACE, reps=10), poses)
    before = seen(lens)
    lens.show_face(replace(FACE, reps=10, step=11))
    assert not differing(before, seen(lens)).isEmpty()
    lens.show_face(replace(FACE, reps=10, step=0))
    assert differing(before, seen(lens)).isEmpty()


def test_the_heel_rises_and_its_ghost_stays(lens: Lens, context: Context, poses: Figures) -> None:
    stand(lens, context, HEELS, replace(FACE, reps=10), poses)
    flat = seen(lens)
    lens.show_face(replace(FACE, reps=10, step=11))
    up = seen(lens)
    heel = (MIDDLE + 90, MIDDLE + 125)  # under the raised heel
    skin, ghost = flat.pixelColor(*heel), up.pixelColor(*heel)
    assert ghost.lightness() > skin.lightness()
    assert ghost.lightness() < 255


def test_a_movement_is_mirrored_as_a_whole_for_the_other_side(lens: Lens, context: Context, poses: Figures) -> None:
    stand(lens, context, KNEADED, FACE, poses)
    left = coarse(seen(lens))
    stand(lens, context, replace(KNEADED, side=Side.RIGHT), FACE, poses)
    right = coarse(seen(lens))
    assert apart(left, right.flipped(Qt.Orientation.Horizontal)) < 12
    assert apart(left, right) > 30


def coarse(picture: QImage) -> QImage:
    """The middle of the lens, a cell for 8 by 8 px."""
    inside = picture.copy(112, 112, 320, 320)
    smooth = Qt.TransformationMode.SmoothTransformation
    return inside.scaled(40, 40, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def apart(one: QImage, other: QImage) -> int:
    """How much lighter or darker the most different cell is."""
    cells = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return max(abs(one.pixelColor(*it).lightness() - other.pixelColor(*it).lightness()) for it in cells)


def test_while_it_is_held_nothing_beats(lens: Lens, context: Context, poses: Figures) -> None:
    held = replace(FACE, is_held=True, bubble="Paused")
    stand(lens, context, HEELS, held, poses)
    before = seen(lens)
    lens.show_face(replace(held, swell=1.0, breath=0.5))
    assert differing(before, seen(lens)).isEmpty()


def test_nothing_turns_from_getting_ready_to_pressing(lens: Lens, context: Context, poses: Figures) -> None:
    stand(lens, context, READY, FACE, poses)
    ruled = seen(lens)
    scene = lens.scene
    show_phase(lens, context, PRESS)
    assert lens.scene != scene
    assert not lens.is_turning
    assert not differing(ruled, seen(lens)).isEmpty()


def test_getting_ready_shows_fingers_laid_from_the_landmark(lens: Lens, context: Context, poses: Figures) -> None:
    stand(lens, context, READY, FACE, poses)
    ruled = seen(lens)
    show_phase(lens, context, PRESS)
    fingers = differing(ruled, seen(lens))
    assert fingers.left() < MIDDLE - 100  # the hand comes from the outer side of the left leg
    assert fingers.top() < MIDDLE - 150  # the landmark's name stands above the knee eye
    assert fingers.bottom() < MIDDLE + 60


def test_a_number_and_a_ring_do_not_paint_the_drawing_again(lens: Lens, context: Context, poses: Figures) -> None:
    """Painted piece by piece it looks as if painted at once."""
    stand(lens, context, PRESS, FACE, poses)
    for tick in range(1, 12):
        lens.show_face(replace(FACE, to_go=0.6 - tick * 0.004, swell=tick / 12))
    now = seen(lens)
    lens.set_scale(lens.scale)
    settle(context.figures, poses)
    assert differing(now, seen(lens)).isEmpty()


def test_a_movement_is_painted_as_finely_as_the_screen_it_is_on(
    lens: Lens, context: Context, poses: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(lens, context, HEELS, replace(FACE, reps=10, step=6), poses)
    monkeypatch.setattr(lens, "devicePixelRatioF", lambda: 1.5)
    seen(lens)
    settle(context.figures, poses)
    seen(lens)
    assert lens._steps[6].devicePixelRatio() == 1.5
    monkeypatch.setattr(lens, "devicePixelRatioF", lambda: 1.0)  # back on a screen whose drawings are there
    seen(lens)
    assert lens._steps[6].devicePixelRatio() == 1.0


def test_a_lens_that_is_hidden_keeps_no_pictures_of_a_movement(lens: Lens, context: Context, poses: Figures) -> None:
    stand(lens, context, HEELS, replace(FACE, reps=10, step=6), poses)
    before = seen(lens)
    assert lens._steps
    lens.hide()
    assert not lens._steps
    lens.show()
    assert differing(before, seen(lens)).isEmpty()
