"""The log in the smallest window, in the window of large text, and in a tall narrow one."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.log.body.page import BodyPage
from acutimer.ui.log.place import BODY, DAYS, KEEPING, REPORT, TRENDS, LogPlace
from acutimer.ui.log.report.page import ReportPage
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.practice import NOW, practise, resized, shown

SMALLEST, LARGE_TEXT, TALL = (512, 340), (552, 400), (512, 800)
SIZES = (SMALLEST, LARGE_TEXT, TALL, (700, 420))


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> LogPlace:
    for days in range(1, 9):
        practise(context, "knee-pain-press", NOW - timedelta(days=days), until=10 if days == 3 else None)
    newest = practise(context, "morning-balance", NOW - timedelta(hours=1))
    note = "Stiff on the stairs in the morning, much easier after the walk."
    context.history.annotate(newest, discomfort_before=6, discomfort_after=3, note=note, at=NOW)
    return shown(LogPlace(context), qtbot, *SMALLEST)


def part(place: LogPlace, kind: type[QWidget]) -> QWidget:
    (found,) = place.findChildren(kind)
    return found


def test_the_place_asks_for_no_more_than_the_smallest_window_has(place: LogPlace) -> None:
    assert place.minimumSizeHint().width() <= SMALLEST[0]
    assert place.minimumSizeHint().height() <= SMALLEST[1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", [DAYS, BODY, TRENDS, KEEPING, REPORT])
def test_no_page_is_cut(place: LogPlace, size: tuple[int, int], page: int) -> None:
    place.show_page(page)
    resized(place, *size)
    nothing_is_cut(place)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_of_an_empty_log_is_cut(context: Context, qtbot: QtBot, size: tuple[int, int]) -> None:
    place = shown(LogPlace(context), qtbot, *size)
    for page in (DAYS, BODY, TRENDS, KEEPING, REPORT):
        place.show_page(page)
        resized(place, *size)
        nothing_is_cut(place)


@pytest.mark.parametrize("size", SIZES)
def test_neither_a_session_nor_its_form_nor_a_new_one_is_cut(place: LogPlace, size: tuple[int, int]) -> None:
    resized(place, *size)
    place.days.listing.list.choose(3)
    place.days.listing.list.opened.emit()
    resized(place, *size)
    nothing_is_cut(place)
    place.days.picked.edit()
    resized(place, *size)
    nothing_is_cut(place)
    place.days.picked.editor.cancel()
    place.days.add()
    resized(place, *size)
    nothing_is_cut(place)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("behind", ["Week", "Year"])
def test_nothing_of_what_stands_behind_the_list_is_cut(place: LogPlace, size: tuple[int, int], behind: str) -> None:
    resized(place, *size)
    for segment in place.days.listing.switch.segments:
        if segment.text() == behind:
            segment.click()
    resized(place, *size)
    nothing_is_cut(place)


@pytest.mark.parametrize("size", SIZES)
def test_the_filter_leaves_room_for_a_session(place: LogPlace, size: tuple[int, int]) -> None:
    resized(place, *size)
    place.days.show_filters()
    resized(place, *size)
    nothing_is_cut(place)
    assert place.days.listing.list.viewport().height() >= 60
    place.days.filters.outcome.set_index(3)
    place.days.filters.outcome.chosen.emit(3)
    resized(place, *size)
    assert not place.days.listing.list.isVisible()
    nothing_is_cut(place)


def test_the_week_and_the_year_come_back_when_the_filter_goes(place: LogPlace) -> None:
    place.days.listing.switch.segments[1].click()
    place.days.show_filters()
    resized(place, *SMALLEST)
    assert place.days.listing.list.isVisible()
    assert not place.days.listing.switch.isVisible()
    place.days.show_filters()
    resized(place, *SMALLEST)
    assert place.days.listing.switch.isVisible()
    assert not place.days.listing.list.isVisible()


def test_a_session_has_the_room_of_the_head_in_a_low_window_alone(place: LogPlace) -> None:
    place.days.listing.list.opened.emit()
    assert not place.header.isVisible()
    resized(place, *TALL)
    assert place.header.isVisible()
    resized(place, *SMALLEST)
    assert not place.header.isVisible()
    place.show_page(BODY)
    assert place.header.isVisible()


def test_a_new_session_is_written_where_the_keyboard_is(place: LogPlace) -> None:
    place.header.add.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(place.header.add, Qt.Key.Key_Space)
    assert not place.header.isVisible()
    form = place.days.picked.editor.form
    assert form is not None
    assert form.first.hasFocus()
    QTest.keyClick(form.first, Qt.Key.Key_Escape)
    assert place.header.isVisible()
    assert place.days.listing.list.hasFocus()


@pytest.mark.parametrize("size", [SMALLEST, LARGE_TEXT, TALL])
def test_the_figures_stand_above_the_points_and_all_of_it_scrolls(place: LogPlace, size: tuple[int, int]) -> None:
    place.show_page(BODY)
    resized(place, *size)
    body = part(place, BodyPage)
    assert isinstance(body, BodyPage)
    panel, bodies = (it.mapTo(body, QPoint(0, 0)) for it in (body.panel, body.bodies))
    assert panel.y() >= bodies.y() + body.bodies.height()
    assert body.bodies.height() >= 300
    assert body.panel.listed.verticalScrollBar().maximum() == 0
    body.panel.list.rows[-1].setFocus(Qt.FocusReason.TabFocusReason)
    resized(place, *size)
    assert is_seen(body.panel.list.rows[-1], body)
    body.panel.button.setFocus(Qt.FocusReason.TabFocusReason)
    scroll = outermost(body)
    scroll.ensureWidgetVisible(body.panel.button)
    assert is_seen(body.panel.button, body)


@pytest.mark.parametrize("size", [SMALLEST, LARGE_TEXT, TALL])
def test_the_choices_of_the_report_stand_above_its_page(place: LogPlace, size: tuple[int, int]) -> None:
    place.show_page(REPORT)
    resized(place, *size)
    report = part(place, ReportPage)
    assert isinstance(report, ReportPage)
    choices, preview = (it.mapTo(report, QPoint(0, 0)) for it in (report.choices, report.preview))
    assert preview.y() >= choices.y() + report.choices.height()
    assert report.choices.listed.verticalScrollBar().maximum() == 0
    assert report.preview.width() == report.choices.width()
    assert report.preview.visibleRegion().boundingRect().width() in (0, report.preview.width())
    scroll = outermost(report)
    assert scroll.focusPolicy() is Qt.FocusPolicy.StrongFocus
    scroll.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(scroll, Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 0
    QTest.keyClick(scroll, Qt.Key.Key_Escape)
    assert place.header.isVisible() is False  # back to export, import and backups


def test_a_higher_card_of_choices_pushes_the_page_down(place: LogPlace) -> None:
    place.show_page(REPORT)
    resized(place, *TALL)
    report = part(place, ReportPage)
    assert isinstance(report, ReportPage)
    before = report.choices.height()
    report.choices.period.spans.set_index(3)
    report.choices.period.spans.chosen.emit(3)
    resized(place, *TALL)
    assert report.choices.height() > before + 100
    nothing_is_cut(place)


def outermost(page: QWidget) -> QScrollArea:
    return next(area for area in page.findChildren(QScrollArea) if area.parentWidget() is page)


def is_seen(widget: QWidget, page: QWidget) -> bool:
    return (
        outermost(page)
        .viewport()
        .rect()
        .contains(widget.rect().translated(widget.mapTo(outermost(page).viewport(), QPoint(0, 0))))
    )


def test_the_head_is_the_same_on_all_pages(place: LogPlace) -> None:
    for size in (SMALLEST, LARGE_TEXT, (600, 400), (700, 420)):
        resized(place, *size)
        there = set()
        for page in (DAYS, BODY, TRENDS):
            place.show_page(page)
            resized(place, *size)
            pages, add = place.header.pages, place.header.add
            there.add((pages.x(), add.width()))
        assert len(there) == 1
