"""Explore where it is narrow: the panel covers the stage, and each leads to the other."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.core.points import Area
from acutimer.ui.context import Context
from acutimer.ui.explore.place import ExplorePlace
from tests.ui.fitting_in import faults
from tests.ui.practice import resized, shown

SMALL = ((512, 340), (552, 400), (643, 457), (765, 533))
ROOMY = (1068, 800)


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> ExplorePlace:
    return shown(ExplorePlace(context), qtbot, *SMALL[0])


def seen(place: ExplorePlace) -> str:
    """Which of the two is there."""
    return f"{'stage' if place.stages.isVisible() else ''} {'panel' if place.panels.isVisible() else ''}".strip()


def complain(place: ExplorePlace) -> None:
    place.show_complaint(next(iter(place.panels._context.library.complaints.values())))


def find(place: ExplorePlace) -> None:
    place.show_point("ST36")
    place.panels.point.find_it()


def look_at(area: Area) -> Callable[[ExplorePlace], None]:
    return lambda place: place.show_area(area)


def list_area(place: ExplorePlace) -> None:
    place.show_area(Area.KNEE)
    place.close_up.panel_button.click()


def show_drawing_of_point(place: ExplorePlace) -> None:
    place.show_point("ST36")
    place.leave()


SCREENS: dict[str, Callable[[ExplorePlace], object]] = {
    "body": lambda place: place.show_body(),
    "body from behind": lambda place: place.turn_by(1),
    "question": lambda place: place.body.panel_button.click(),
    "complaint": complain,
    "red flags": lambda place: place.panels.question.safety.click(),
    "texts": lambda place: place.panels.question.texts.click(),
    **{f"close-up of {area}": look_at(area) for area in Area},
    "list of an area": list_area,
    "point": lambda place: place.show_point("ST36"),
    "professional point": lambda place: place.show_point("BL57"),
    "drawing of a point": show_drawing_of_point,
    "finding": find,
    "search": lambda place: place.start_search(),
}


@pytest.mark.parametrize("size", SMALL)
def test_nothing_is_cut_on_any_screen_at_large_text(place: ExplorePlace, size: tuple[int, int]) -> None:
    found = {}
    for name, show in SCREENS.items():
        resized(place, *ROOMY)
        show(place)
        resized(place, *size)
        found[name] = faults(place)
        place.show_body()
        place.show_question()
    assert not {name: told for name, told in found.items() if told}


@pytest.mark.parametrize("size", SMALL)
def test_the_controls_of_a_small_stage_do_not_lie_on_each_other(place: ExplorePlace, size: tuple[int, int]) -> None:
    resized(place, *size)
    body = place.body
    parts = [body.switch, body.tools, body.panel_button, place.stages.search, *body.pills.values()]
    rects = [part.rect().translated(part.mapTo(place, part.rect().topLeft())) for part in parts]
    clashes = [(a, b) for i, a in enumerate(rects) for b in rects[:i] if a.intersects(b)]
    assert not clashes
    place.show_point("ST36")
    place.leave()
    close_up = place.close_up
    around = [close_up.breadcrumb, close_up.panel_button, close_up.sides, close_up.views, close_up.tools]
    assert not [(a, b) for i, a in enumerate(around) for b in around[:i] if a.geometry().intersects(b.geometry())]


def test_a_button_on_the_body_brings_the_question_and_a_way_leads_back(place: ExplorePlace) -> None:
    assert seen(place) == "stage"
    QTest.mouseClick(place.body.panel_button, Qt.MouseButton.LeftButton)
    assert seen(place) == "panel"
    way_back = QApplication.focusWidget()
    assert way_back is not None
    assert way_back.accessibleName() == "Back to the body"
    QTest.keyClick(way_back, Qt.Key.Key_Return)
    assert seen(place) == "stage"
    assert place.body.panel_button.hasFocus()


def test_escape_leads_from_the_words_of_a_point_to_its_drawing_and_on_to_the_body(place: ExplorePlace) -> None:
    place.show_point("ST36")
    steps = [seen(place)]
    while place.leave():
        steps.append(f"{seen(place)} {'near' if place.stages.is_near else 'far'} {len(place.close_up._selected)}")
    assert steps == ["panel", "stage near 1", "stage near 0", "stage far 0"]


def test_the_close_up_names_what_its_panel_tells(place: ExplorePlace) -> None:
    told = []
    for show in (look_at(Area.KNEE), show_drawing_of_point, look_at(Area.HAND)):
        show(place)
        told.append(place.close_up.panel_button.text())
    assert told == ["Points", "How to press", "Measures"]
    place.close_up.panel_button.click()
    assert place.panels.shows("hand")
    assert seen(place) == "panel"


def test_a_text_is_closed_back_to_the_panel_it_was_opened_from(place: ExplorePlace, context: Context) -> None:
    complain(place)
    place.panels.read(next(iter(context.library.guide.values())))
    assert (seen(place), place.panels.shows("guide")) == ("panel", True)
    assert place.leave()
    assert (seen(place), place.panels.shows("complaint")) == ("panel", True)
    assert place.leave()
    assert (seen(place), place.panels.shows("question")) == ("panel", True)
    assert place.leave()
    assert seen(place) == "stage"


def test_finding_a_point_shows_one_step_beside_the_bare_drawing(place: ExplorePlace) -> None:
    find(place)
    finder, close_up = place.panels.point.finder, place.close_up
    assert finder is not None
    assert seen(place) == "stage panel"
    assert [row.isVisible() for row in finder.rows] == [True, *[False] * (len(finder.rows) - 1)]
    assert finder.next.isVisible()
    assert not place.panels.point.press or not place.panels.point.press.isVisible()
    assert not any(it.isVisible() for it in (close_up.sides, close_up.views, close_up.tools, close_up.breadcrumb))
    finder.stop()
    assert seen(place) == "panel"
    assert all(row.isVisible() for row in finder.rows)
    assert place.panels.point.press is not None
    assert place.panels.point.press.isVisible()


def test_searching_opens_the_field_all_across_and_leaving_closes_it(place: ExplorePlace) -> None:
    search = place.stages.search
    short = search.width()
    assert search.line.placeholderText() == "Search"
    place.show_complaint(next(iter(place._context.library.complaints.values())))
    place.start_search()
    assert seen(place) == "stage"
    assert search.width() > 2 * short
    assert search.line.placeholderText() == "Point, place or complaint"
    search.line.clearFocus()
    assert search.width() == short


def test_growing_wide_brings_both_back_as_they_were_designed(place: ExplorePlace) -> None:
    place.show_point("ST36")
    resized(place, *ROOMY)
    assert seen(place) == "stage panel"
    assert place.panels.width() == 440
    assert place.close_up.panel_button.isHidden()
    assert not place.body.panel_button.isVisibleTo(place.body)
    resized(place, *SMALL[1])
    assert seen(place) == "panel"
    assert place.panels.width() == 552 - 24


def test_a_point_can_be_wanted_in_a_routine_by_its_button_or_by_key(place: ExplorePlace) -> None:
    wanted: list[str] = []
    place.add_wanted.connect(wanted.append)
    QTest.keyClick(place, Qt.Key.Key_A)
    for size in (SMALL[0], ROOMY):
        resized(place, *size)
        place.show_point("ST36")
        assert place.panels.point.add is not None
        place.panels.point.add.click()
        QTest.keyClick(place.panels.point.add, Qt.Key.Key_A)
    place.show_point("BL57")
    assert place.panels.point.add is None
    QTest.keyClick(place, Qt.Key.Key_A)
    assert wanted == ["ST36"] * 4
