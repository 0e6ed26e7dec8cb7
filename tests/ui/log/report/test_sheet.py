"""One page for every history: nothing overlaps, nothing leaves the margins, nothing is left out without a word."""

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from acutimer import paths
from acutimer.content.atlas import Atlas
from acutimer.content.library import Library, load_library
from acutimer.core.report import Report
from acutimer.core.settings import Mirror
from acutimer.ui.after.spots import views_for
from acutimer.ui.log.report.drawing import points_pressed
from acutimer.ui.log.report.marks import Words
from acutimer.ui.log.report.paper import A4, LETTER, Paper
from acutimer.ui.log.report.section import Contents
from acutimer.ui.log.report.sheet import Sheet, lay_out
from tests.ui.log.report.reports import TODAY, made_report

LONG = "Streckungsschmerzempfindlichkeitsveränderung" * 9
MANY_NOTES = (
    "Easier on the stairs",
    "A little sore behind the knee after the long drive, rain all day. Slept badly, and the left side pulled. " * 3,
    LONG,
    "膝盖好多了走楼梯没有以前那么痛。" * 14,
    "🙂👍🏽🦵 " * 40,
    "שלום, הברך מרגישה טוב יותר היום",
) * 34
SLACK_MM = 0.6  # a line is a little higher than its letters

CASES: dict[str, dict[str, object]] = {
    "empty": {"days": 28, "sessions": 0, "rated": 0, "points": 0, "techniques": 0, "exercises": 0},
    "one session": {"days": 1, "sessions": 1, "rated": 1, "points": 3, "techniques": 0, "exercises": 0},
    "12 weeks": {},
    "notes": {"notes": MANY_NOTES[:5]},
    "a year": {"days": 365, "sessions": 300, "rated": 200, "points": 16, "techniques": 8},
    "three years": {"days": 1096, "sessions": 900, "rated": 700, "points": 16, "techniques": 8, "notes": MANY_NOTES},
    "60 points": {"points": 60, "techniques": 8},
    "60 points and 200 notes": {"points": 60, "techniques": 8, "notes": MANY_NOTES[:200]},
    "only notes": {"rated": 0, "points": 0, "techniques": 0, "exercises": 0, "notes": MANY_NOTES[:200]},
}


LIBRARY = load_library(paths.resources() / "content" / "en")
ATLAS = Atlas(paths.resources() / "body", LIBRARY.rules)


@pytest.fixture
def library() -> Library:
    return LIBRARY


@pytest.fixture
def page_of(qapp: QApplication) -> Callable[[Report, str], Sheet]:
    return lambda report, name: sheet_of(report, LIBRARY, ATLAS, name=name)


@pytest.fixture(params=[A4, LETTER], ids=["A4", "Letter"])
def paper(request: pytest.FixtureRequest) -> Paper:
    made: Paper = request.param
    return made


def sheet_of(report: Report, library: Library, atlas: Atlas | None = None, **more: object) -> Sheet:
    views = () if atlas is None else views_for(points_pressed(report, library.points), atlas, Mirror.MIRROR)
    contents: dict[str, object] = {"report": report, "library": library, "made_on": TODAY, "views": views, **more}
    return lay_out(Contents(**contents))  # type: ignore[arg-type]  # the fields by their names


def assert_fits(sheet: Sheet) -> None:
    inner = sheet.paper.inner.adjusted(-0.01, -0.01, 0.01, 0.01)
    for part in sheet.sections:
        assert inner.contains(part.rect), part.name
    for one, other in combinations(sheet.sections, 2):
        assert not one.rect.intersects(other.rect), (one.name, other.name)
    for part in sheet.sections:
        around = part.rect.adjusted(-SLACK_MM, -SLACK_MM, SLACK_MM, SLACK_MM)
        for mark in part.marks:
            assert around.contains(mark.rect), (part.name, getattr(mark, "text", mark), mark.rect, part.rect)
        assert_apart([mark for mark in part.marks if isinstance(mark, Words) and mark.text])


def assert_apart(said: Sequence[Words]) -> None:
    rects: list[tuple[QRectF, str]] = [(it.rect.adjusted(0, SLACK_MM, 0, -SLACK_MM), it.text) for it in said]
    for (one, words), (other, more) in combinations(rects, 2):
        assert not one.intersects(other), (words, more)


@pytest.mark.parametrize("name", CASES)
def test_every_history_finds_its_place_on_one_page(
    name: str, paper: Paper, library: Library, qapp: QApplication
) -> None:
    report = made_report(library, **CASES[name])  # type: ignore[arg-type]  # the fields by their names
    for shown in (ATLAS, None):
        for person in ("", "W" * 80):
            assert_fits(sheet_of(report, library, shown, paper=paper, name=person, missing=["X1"] * 60))


def test_rows_that_have_no_room_are_counted_with_their_time(library: Library, qapp: QApplication) -> None:
    report = made_report(library, points=60)
    texts = sheet_of(report, library).texts
    shown = sum(1 for row in report.points if row.subject in texts or library.name_of(row.subject) in texts)
    assert 0 < shown < 60
    assert any(text.startswith(f"and {60 - shown} more points, ") and text.endswith(" together") for text in texts)


def test_notes_that_have_no_room_are_counted(library: Library, qapp: QApplication) -> None:
    sheet = sheet_of(made_report(library, notes=MANY_NOTES[:200]), library)
    said = sum(text in MANY_NOTES for text in (text.strip() for text in sheet.texts))
    assert said > 0
    assert 150 < sheet.notes_missing < 200
    assert f"{sheet.notes_missing} more notes did not fit." in sheet.texts


def test_a_note_as_long_as_a_book_is_told_to_have_no_room(library: Library, qapp: QApplication) -> None:
    sheet = sheet_of(made_report(library, notes=("word " * 20_000, "short")), library)
    assert "short" in sheet.texts
    assert "1 more note did not fit." in sheet.texts
    alone = sheet_of(made_report(library, notes=("word " * 20_000,)), library)
    assert "1 note did not fit." in alone.texts


def test_markup_and_formulas_of_a_note_are_plain_words(library: Library, qapp: QApplication) -> None:
    note = "=SUM(A1:A9) <b>bold</b> &amp; {0} %n"
    assert note in sheet_of(made_report(library, notes=(note,)), library).texts


def test_there_is_no_heading_of_notes_where_none_was_chosen(library: Library, qapp: QApplication) -> None:
    assert "Notes by the person" not in sheet_of(made_report(library), library).texts


def test_the_key_figures_say_how_sure_the_change_is(library: Library, qapp: QApplication) -> None:
    texts = sheet_of(made_report(library, rated=30), library).texts
    assert any("95\u00a0% interval" in text and "mean of 30 sessions" in text for text in texts)
    few = sheet_of(made_report(library, rated=5), library).texts
    assert "Too few to tell" in few
    assert "5 sessions rated before and after; it takes 8" in few


def test_what_was_entered_by_hand_is_told_at_the_foot(library: Library, qapp: QApplication) -> None:
    foot = sheet_of(made_report(library), library).sections[-1]
    assert "(entered by hand: 2 of 34 sessions)." in foot.texts[0]
    assert foot.texts[-1] == "Page 1 of 1"


def test_a_page_without_practice_says_so(library: Library, qapp: QApplication) -> None:
    report = made_report(library, **CASES["empty"])  # type: ignore[arg-type]  # the fields by their names
    assert "No practice was recorded in this period." in sheet_of(report, library).texts


def test_points_stand_under_their_code_with_left_before_right(library: Library, qapp: QApplication) -> None:
    sheet = sheet_of(made_report(library), library)
    table = next(part for part in sheet.sections if part.name == "points")
    assert table.texts[:5] == ["Points pressed", "Left", "Right", "Times", "Last"]
    left, right = (mark for mark in table.marks if isinstance(mark, Words) and mark.text in {"Left", "Right"})
    assert left.x < right.x
    assert {"ST36", "Leg Three Miles"} <= set(sheet_of(made_report(library, points=16), library).texts)


def test_rows_stand_below_each_other_in_the_order_of_their_time(library: Library, qapp: QApplication) -> None:
    report = made_report(library, points=16)
    sheet = sheet_of(report, library)
    tops = {mark.text: mark.top for part in sheet.sections for mark in part.marks if isinstance(mark, Words)}
    codes = [row.subject for row in report.points]
    assert all(tops[one] < tops[other] for one, other in pairwise(codes))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    notes=st.lists(st.text(max_size=400), max_size=12),
    name=st.text(max_size=80),
    points=st.integers(0, 40),
    days=st.integers(1, 4000),
)
def test_whatever_is_written_the_page_holds(
    notes: list[str], name: str, points: int, days: int, page_of: Callable[[Report, str], Sheet]
) -> None:
    report = made_report(LIBRARY, notes=tuple(notes), points=points, days=days)
    assert_fits(page_of(report, name))
