from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.log.body.page import BodyPage
from acutimer.ui.log.keeping.page import KeepingPage
from acutimer.ui.log.place import BODY, DAYS, KEEPING, TRENDS, LogPlace
from acutimer.ui.log.report.page import ReportPage
from acutimer.ui.messages import Message
from tests.ui.practice import NOW, practise, shown


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> LogPlace:
    practise(context, "knee-pain-press", NOW - timedelta(days=1), until=10)
    practise(context, "morning-balance", NOW - timedelta(hours=1))
    return shown(LogPlace(context), qtbot)


def newest(place: LogPlace) -> str:
    row = place.days.listing.row(0)
    assert row is not None
    return row.when


def test_a_new_day_is_noticed_when_the_window_comes_back(context: Context, qtbot: QtBot) -> None:
    now = [NOW]
    moved = replace(context, wall=lambda: now[0])
    practise(moved, "balance-points")
    place = shown(LogPlace(moved), qtbot)
    now[0] += timedelta(days=1)
    assert newest(place) == "Today, 09:30"
    QCoreApplication.sendEvent(place, QEvent(QEvent.Type.ActivationChange))
    assert newest(place) == "Yesterday, 09:30"


def test_a_page_is_built_when_it_is_first_shown_and_looks_anew_whenever_it_is(
    place: LogPlace, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place.findChildren(BodyPage) == []
    place.header.pages.segments[BODY].click()
    (body,) = place.findChildren(BodyPage)
    assert body.isVisible()
    looked: list[str] = []
    monkeypatch.setattr(body, "refresh", lambda: looked.append("body"))
    place.header.pages.segments[DAYS].click()
    place.header.pages.segments[BODY].click()
    assert looked == ["body"]
    assert place.findChildren(BodyPage) == [body]


def test_the_filter_is_offered_on_the_days_alone(place: LogPlace) -> None:
    assert place.header.filter.isVisible()
    place.show_page(TRENDS)
    assert not place.header.filter.isVisible()
    place.show_page(DAYS)
    place.header.filter.click()
    assert place.days.filters.isVisible()


def test_export_leads_to_its_page_and_the_report_and_escape_goes_back_step_by_step(place: LogPlace) -> None:
    place.header.export.click()
    (keeping,) = place.findChildren(KeepingPage)
    assert keeping.isVisible()
    assert not place.header.isVisible()
    keeping.report_wanted.emit()
    (report,) = place.findChildren(ReportPage)
    assert report.isVisible()
    report.setFocus()
    QTest.keyClick(report, Qt.Key.Key_Escape)
    assert keeping.isVisible()
    QTest.keyClick(keeping, Qt.Key.Key_Escape)
    assert place.days.isVisible()
    assert place.header.isVisible()


@pytest.mark.parametrize("page", [DAYS, BODY, TRENDS])
def test_add_opens_the_form_wherever_one_is(place: LogPlace, page: int) -> None:
    place.show_page(page)
    place.header.add.click()
    assert place.days.isVisible()
    assert place.days.picked.is_editing


def test_keys_lead_to_filter_form_and_export_from_the_navigation_too(place: LogPlace) -> None:
    navigation = QPushButton("Log", place.window())
    navigation.show()
    navigation.setFocus()
    place.show_page(TRENDS)
    QTest.keyClick(navigation, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert place.days.filters.words.line.hasFocus()
    QTest.keyClick(place, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert place.days.picked.is_editing
    QTest.keyClick(place, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert place.findChildren(KeepingPage)[0].isVisible()
    place.hide()
    navigation.setFocus()
    QTest.keyClick(navigation, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    place.show()
    assert place.findChildren(KeepingPage)[0].isVisible()


def test_what_changed_and_what_is_to_be_started_is_passed_on(place: LogPlace) -> None:
    heard: list[str] = []
    place.changed.connect(lambda: heard.append("changed"))
    place.start.connect(lambda _plan: heard.append("start"))
    place.days.listing.list.choose(1)
    place.days.picked.detail.rest_button.click()
    place.days.picked.detail.delete_button.click()
    place.show_page(BODY)
    place.findChildren(BodyPage)[0].start.emit(None)
    place.show_page(KEEPING)
    place.findChildren(KeepingPage)[0].changed.emit()
    assert heard == ["start", "changed", "start", "changed"]


def test_another_log_is_shown_after_it_was_brought_in(place: LogPlace, context: Context) -> None:
    place.show_page(KEEPING)
    for record in context.history.sessions():
        context.history.corrections.delete(record.id, NOW)
    place.findChildren(KeepingPage)[0].changed.emit()
    place.show_page(DAYS)
    assert place.days.empty.isVisible()


def test_words_typed_into_a_form_that_was_left_are_brought_back_from_anywhere(
    place: LogPlace, context: Context
) -> None:
    offers: list[Message] = []
    context.messages.said.connect(offers.append)
    wanted: list[bool] = []
    place.wanted.connect(lambda: wanted.append(True))
    place.days.picked.edit()
    form = place.days.picked.editor.form
    assert form is not None
    form.felt.note.lines.setPlainText("Stiff")
    place.days.picked.editor.cancel()
    place.show_page(TRENDS)
    (offer,) = offers
    assert offer.do is not None
    offer.do()
    assert place.days.isVisible()
    assert place.days.picked.is_editing
    assert place.days.picked.editor.form is form
    assert wanted == [True]


def test_closing_the_window_closes_every_page(place: LogPlace) -> None:
    place.show_page(KEEPING)
    (keeping,) = place.findChildren(KeepingPage)
    place.close()
    assert not keeping.isVisible()


def test_what_changes_the_log_from_another_page_is_seen_on_the_one_that_is_shown(
    place: LogPlace, context: Context
) -> None:
    place.show_page(KEEPING)
    place.show_page(DAYS)
    for record in context.history.sessions():
        context.history.corrections.delete(record.id, NOW)
    place.findChildren(KeepingPage)[0].changed.emit()  # an import ends, or is taken back
    assert place.days.empty.isVisible()


def test_a_form_that_a_message_asked_for_is_shown_wherever_one_is(place: LogPlace, context: Context) -> None:
    said: list[Message] = []
    context.messages.said.connect(said.append)
    place.days.calendar.opened.emit(NOW.date() - timedelta(days=100))
    place.show_page(TRENDS)
    assert said[-1].do is not None
    said[-1].do()
    assert place.days.isVisible()
    assert place.days.picked.is_editing


def test_there_is_nothing_to_filter_in_an_empty_log(context: Context, qtbot: QtBot) -> None:
    place = shown(LogPlace(context), qtbot)
    assert not place.header.filter.isEnabled()
    practise(context, "balance-points")
    place.refresh()
    assert place.header.filter.isEnabled()
    place.days.picked.delete()
    assert not place.header.filter.isEnabled()


def test_the_keyboard_goes_back_to_where_one_went_from(place: LogPlace) -> None:
    place.header.export.click()
    (keeping,) = place.findChildren(KeepingPage)
    QTest.keyClick(keeping, Qt.Key.Key_Escape)
    assert place.days.isVisible()
    assert place.header.export.hasFocus()
