"""The row one looks for sessions with: what each part asks for, how they go together, how they lie."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer import paths
from acutimer.content.library import Library, load_library
from acutimer.core.filtering import ALL, LogFilter
from acutimer.core.points import Area
from acutimer.core.session import Outcome
from acutimer.ui.kit.dropdown import Dropdown
from acutimer.ui.log.days.filters import HEIGHT_PX, FilterBar
from acutimer.ui.log.days.places import subjects_in
from tests.ui.practice import resized, shown

ROUTINES = {"knee-pain-press": "Knee-pain press", "balance-points": "Balance points"}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(paths.resources() / "content" / "en")


@pytest.fixture
def bar(library: Library, qtbot: QtBot) -> FilterBar:
    bar = FilterBar(library)
    bar.set_routines(ROUTINES)
    return shown(bar, qtbot, 1036, HEIGHT_PX)


def caught(bar: FilterBar) -> list[LogFilter]:
    changed: list[LogFilter] = []
    bar.changed.connect(changed.append)
    return changed


def choose(dropdown: Dropdown, words: str) -> None:
    """As the user does: open it, type, pick."""
    QTest.keyClick(dropdown, Qt.Key.Key_Space)
    dropdown.list.options.setCurrentIndex(
        dropdown.model().index(dropdown.findText(words, Qt.MatchFlag.MatchStartsWith), 0)
    )
    QTest.keyClick(dropdown.list.options, Qt.Key.Key_Return)


def test_at_first_everything_is_wanted(bar: FilterBar) -> None:
    assert (bar.wanted, bar.summary) == (ALL, "")
    assert not bar.clear_button.isEnabled()


def test_words_apply_with_each_letter(bar: FilterBar) -> None:
    changed = caught(bar)
    bar.focus_words()
    QTest.keyClicks(bar.words.line, "up ")
    assert [it.words for it in changed] == ["u", "up", "up"]
    assert bar.summary == "\u201cup\u201d"


def test_a_point_is_offered_by_code_and_name_in_the_order_of_the_body(bar: FilterBar, library: Library) -> None:
    assert [bar.point.itemText(row) for row in (0, 1)] == ["Any point", "ST34 Ridge Mound"]
    assert bar.point.count() == 1 + len(library.points)
    choose(bar.point, "ST36")
    assert (bar.wanted, bar.summary) == (LogFilter(subjects=frozenset({"ST36"})), "ST36")


def test_a_point_of_a_pair_finds_the_pair(bar: FilterBar) -> None:
    choose(bar.point, "ST35")
    assert bar.wanted.subjects == {"ST35", "EX-LE5"}


def test_a_place_asks_for_all_that_is_done_there(bar: FilterBar, library: Library) -> None:
    choose(bar.place, "Ankle and foot")
    assert bar.wanted.subjects == subjects_in(Area.ANKLE_FOOT, library)
    assert bar.summary == "Ankle and foot"


def test_a_point_in_its_place_is_a_point(bar: FilterBar) -> None:
    choose(bar.place, "Knee")
    choose(bar.point, "ST36")
    assert bar.wanted.subjects == {"ST36"}
    assert (bar.place.currentText(), bar.summary) == ("Knee", "ST36")


def test_a_point_elsewhere_takes_the_place_of_the_place_and_the_other_way_round(bar: FilterBar) -> None:
    choose(bar.place, "Lower back")
    choose(bar.point, "ST36")
    assert bar.wanted.subjects == {"ST36"}
    assert bar.place.index == 0
    choose(bar.place, "Lower back")
    assert (bar.point.index, "BL23" in bar.wanted.subjects) == (0, True)


def test_a_routine_is_asked_for_by_its_id(bar: FilterBar) -> None:
    assert [bar.routine.itemText(row) for row in range(3)] == ["Any routine", "Balance points", "Knee-pain press"]
    choose(bar.routine, "Knee-pain press")
    assert (bar.wanted.routine, bar.summary) == ("knee-pain-press", "Knee-pain press")


def test_the_routine_that_is_set_stays_when_others_are_offered(bar: FilterBar) -> None:
    choose(bar.routine, "Knee-pain press")
    changed = caught(bar)
    bar.set_routines({"a": "A walk"})
    assert [bar.routine.itemText(row) for row in range(3)] == ["Any routine", "A walk", "Knee-pain press"]
    assert (bar.wanted.routine, changed) == ("knee-pain-press", [])
    bar.clear()
    bar.set_routines({"a": "A walk"})
    assert bar.routine.count() == 2


@pytest.mark.parametrize(
    ("words", "outcome"),
    [("Done", Outcome.DONE), ("Done in part", Outcome.PARTIAL), ("Skipped", Outcome.SKIPPED)],
)
def test_an_outcome_is_asked_for(bar: FilterBar, words: str, outcome: Outcome) -> None:
    choose(bar.outcome, words)
    assert (bar.wanted.outcome, bar.summary) == (outcome, words.lower())


def test_all_of_it_together(bar: FilterBar) -> None:
    changed = caught(bar)
    choose(bar.point, "ST36")
    choose(bar.outcome, "Done in part")
    choose(bar.routine, "Knee-pain press")
    bar.focus_words()
    QTest.keyClicks(bar.words.line, "x")
    assert changed[-1] == bar.wanted
    assert bar.wanted == LogFilter(
        subjects=frozenset({"ST36"}), routine="knee-pain-press", outcome=Outcome.PARTIAL, words="x"
    )
    assert bar.summary == "ST36, Knee-pain press, done in part, \u201cx\u201d"
    assert len(changed) == 4


def test_clear_lets_everything_through_again_and_keeps_the_keyboard(bar: FilterBar) -> None:
    choose(bar.point, "ST36")
    bar.words.set_text("stairs")
    changed = caught(bar)
    assert bar.clear_button.isEnabled()
    QTest.mouseClick(bar.clear_button, Qt.MouseButton.LeftButton)
    assert (changed, bar.wanted, bar.words.text()) == ([ALL], ALL, "")
    assert bar.words.line.hasFocus()
    assert not bar.clear_button.isEnabled()


def test_the_program_clears_without_a_word(bar: FilterBar) -> None:
    choose(bar.outcome, "Skipped")
    changed = caught(bar)
    bar.clear()
    assert (bar.wanted, changed, bar.clear_button.isEnabled()) == (ALL, [], False)


@pytest.mark.parametrize("width", [830, 1036, 1900])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_is_one_row_or_two_and_nothing_meets(bar: FilterBar, width: int, direction: Qt.LayoutDirection) -> None:
    bar.setLayoutDirection(direction)
    bar.set_routines({"long": "The name of a routine that somebody made much longer than any list would like it"})
    resized(bar, width, bar.heightForWidth(width))
    bar.set_routines(ROUTINES)
    bar.clear()
    resized(bar, width, bar.heightForWidth(width))
    QApplication.processEvents()
    parts = [bar.words, bar.point, bar.place, bar.routine, bar.outcome, bar.clear_button]
    rects = [part.rect().translated(part.mapTo(bar, part.rect().topLeft())) for part in parts]
    assert all(bar.rect().contains(rect) for rect in rects)
    assert not any(one.intersects(other) for place, one in enumerate(rects) for other in rects[place + 1 :])
    assert len({rect.top() for rect in rects}) == (2 if width < 1000 else 1)
    assert all(part.width() >= part.minimumSizeHint().width() for part in parts)
    is_first = rects[0].left() < rects[1].left()
    assert width < 1000 or is_first == (direction is Qt.LayoutDirection.LeftToRight)


def test_tab_goes_from_one_part_to_the_next(bar: FilterBar) -> None:
    bar.focus_words()
    passed = []
    for _ in range(4):
        QTest.keyClick(bar.window().focusWidget() or bar, Qt.Key.Key_Tab)
        passed.append(bar.window().focusWidget())
    assert passed == [bar.point, bar.place, bar.routine, bar.outcome]
