from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from acutimer import paths
from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.body.figures import Figures
from acutimer.ui.context import Context
from acutimer.ui.session.lens.acts.act import Act
from acutimer.ui.session.lens.acts.acts import act_of
from acutimer.ui.session.lens.acts.poses import Poses
from acutimer.ui.session.lens.geometry import Geometry
from acutimer.ui.session.lens.movement import MOST_BYTES, Movement
from acutimer.ui.session.lens.scene import Scene, scene_of
from tests.ui.session.lens.painted import differing, settle

GEOMETRY = Geometry(544, 1.0, 1.0)
SUBJECTS = (
    "heel-raises",
    "chair-squats",
    "deep-breaths",
    "knee-kneading",
    "empty-palm-patting",
    "knee-rubbing",
    "calf-massage",
    "warm-up",
    "lower-back-warming",
    "backward-walking",
    "walking",
    "foot-soak",
)


@pytest.fixture
def drawings(context: Context) -> Poses:
    return Poses(paths.resources() / "body", context.library.rules)


@pytest.fixture
def figures(drawings: Poses, qtbot: QtBot) -> Iterator[Figures]:
    made = Figures(drawings)
    yield made
    made.close()


@pytest.fixture
def movement(figures: Figures, drawings: Poses) -> Movement:
    return Movement(figures, drawings)


def act(subject: str) -> Act:
    found = act_of(subject)
    assert found is not None
    return found


def scene(context: Context, subject: str) -> Scene:
    phase = Phase(kind=PhaseKind.TECHNIQUE, step=0, seconds=60, subject=subject, side=Side.LEFT)
    found = scene_of(phase, context.library, context.atlas, Mirror.MIRROR)
    assert found is not None
    return found


def painted(movement: Movement, seen: Scene, step: int) -> QImage:
    picture = QImage(544, 544, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    movement.paint(painter, seen, step, GEOMETRY, dark=False)
    painter.end()
    return picture


def test_until_all_is_drawn_there_is_the_nearest_picture_before(
    movement: Movement, figures: Figures, context: Context
) -> None:
    heels = scene(context, "heel-raises")
    keys = movement.keys(act("heel-raises"), GEOMETRY, dark=False)
    for name in ("floor", "heel-raises 0", "heel-raises 2"):
        figures.get(keys[name])
        settle(figures)
    assert differing(painted(movement, heels, 2), painted(movement, heels, 5)).isEmpty()
    assert not differing(painted(movement, heels, 0), painted(movement, heels, 5)).isEmpty()


def test_all_drawings_are_asked_for_ahead(movement: Movement, figures: Figures) -> None:
    kneading = act("knee-kneading")
    assert not movement.is_ready(kneading, GEOMETRY, dark=False)
    movement.ask_for(kneading, GEOMETRY, dark=False)
    settle(figures)
    assert movement.is_ready(kneading, GEOMETRY, dark=False)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_drawings_of_a_movement_fit_into_memory_on_any_screen(
    subject: str, movement: Movement, drawings: Poses
) -> None:
    found = act(subject)
    for scale, ratio in ((1.0, 1.0), (2.0, 1.0), (1.0, 2.0), (2.0, 2.0)):
        keys = movement.keys(found, Geometry(544 * scale, scale, ratio), dark=False)
        _, _, width, height = drawings[found.base].rect
        whole = sum(4 * width * height * key.px_per_unit**2 for key in keys.values())
        assert whole <= 1.01 * MOST_BYTES


def test_a_drawing_is_cut_out_once_and_laid_again_and_again(
    movement: Movement, figures: Figures, context: Context
) -> None:
    kneading = scene(context, "knee-kneading")
    movement.ask_for(act("knee-kneading"), GEOMETRY, dark=False)
    settle(figures)
    painted(movement, kneading, 0)
    cut_outs = len(movement._cut_outs)
    for step in range(1, 12):
        painted(movement, kneading, step)
    assert len(movement._cut_outs) == cut_outs
