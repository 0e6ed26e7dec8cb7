"""With motion reduced nothing moves: between two seconds every picture is the same, and what comes is simply there."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from stage import Stage

from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.session.page import SessionPage
from tests.reach.staging import staged

MOVING = (
    *("session-cadence-press", "session-kneading", "session-heels-rise", "session-breath-in"),
    "session-patting-front",
)


@pytest.mark.parametrize("name", [*MOVING, "session-press-left", "session-get-ready"])
def test_a_session_stands_still_within_a_second(name: str, tmp_path: Path, qtbot: QtBot) -> None:
    with staged(name, tmp_path) as stage:
        assert _seen_later(stage, 0.004) == _seen_later(stage, 0.004)


@pytest.mark.parametrize("name", MOVING)
def test_it_moves_where_motion_is_wanted(name: str, tmp_path: Path, qtbot: QtBot) -> None:
    with staged(name, tmp_path) as stage:
        stage.move_things()
        assert _seen_later(stage, 0.0) != _seen_later(stage, 0.9)


@pytest.mark.parametrize("is_reduced", [True, False])
def test_the_way_to_the_knee_is_shown_only_where_motion_is_wanted(
    is_reduced: bool, tmp_path: Path, qtbot: QtBot
) -> None:
    with staged("body-front", tmp_path) as stage:
        if not is_reduced:
            stage.move_things()
        place = stage.place(ExplorePlace)
        place.show_area(Area.KNEE, Side.LEFT)
        assert place.stages.zooming.is_moving is not is_reduced
        place.stages.zooming.stop()


def _seen_later(stage: Stage, seconds: float) -> QImage:
    """The window so much later, as it paints itself then."""
    stage.seconds += seconds
    stage.place(SessionPage).player.tick()
    return stage.window.grab().toImage()
