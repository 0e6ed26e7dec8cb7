"""What changes several things at once lays the drawing out once."""

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.explore.view.diagram import Diagram
from tests.ui.practice import shown


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> ExplorePlace:
    place = shown(ExplorePlace(context), qtbot)
    place.show_area(Area.KNEE, Side.LEFT)
    place.show_body()
    return place


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each time the markers and labels of a close-up are put in their places."""
    follow, seen = Diagram.follow, list[str]()

    def noted(diagram: Diagram) -> None:
        seen.append("laid out")
        follow(diagram)

    monkeypatch.setattr(Diagram, "follow", noted)
    return seen


def test_an_area_is_laid_out_once(place: ExplorePlace, times: list[str]) -> None:
    place.show_area(Area.ANKLE_FOOT, Side.LEFT)
    assert times == ["laid out"]
    assert place.close_up.diagram.arrangement is not None


def test_a_point_seen_from_the_body_is_laid_out_once(place: ExplorePlace, times: list[str]) -> None:
    place.show_point("ST36", Side.RIGHT)
    assert times == ["laid out"]


def test_another_view_is_laid_out_once(place: ExplorePlace, times: list[str]) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    times.clear()
    place.turn_by(1)
    assert times == ["laid out"]


def test_a_fault_meanwhile_lays_out_all_the_same(place: ExplorePlace, times: list[str]) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    times.clear()
    diagram = place.close_up.diagram
    with pytest.raises(ValueError, match="of our own"):
        _fail(diagram)
    assert times == ["laid out"]


def _fail(diagram: Diagram) -> None:
    with diagram.arranged_once():
        diagram.arrange()
        raise ValueError("of our own")
