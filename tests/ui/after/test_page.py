import sqlite3
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.core.errors import WorldError
from acutimer.core.history import SessionRecord
from acutimer.ui.after.page import AfterPage
from acutimer.ui.context import Context
from acutimer.ui.messages import Message
from tests.ui.fitting_in import faults
from tests.ui.practice import NOW, practise, resized, shown


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> AfterPage:
    page = AfterPage(context)
    return shown(page, qtbot, 1280, 800)


@pytest.fixture
def closed(page: AfterPage) -> list[bool]:
    told: list[bool] = []
    page.closed.connect(lambda: told.append(True))
    return told


def kept(context: Context, session_id: str) -> SessionRecord:
    record = context.history.session(session_id)
    assert record is not None
    return record


def told(page: AfterPage) -> list[str]:
    return [row.accessibleName() for row in page.done.table.rows]


def test_a_whole_session_is_told_side_by_side(context: Context, page: AfterPage) -> None:
    page.show_session(practise(context, "knee-pain-press"))
    assert page.done.title.text() == "All done"
    assert page.done.told.text() == "Knee-pain press, 12\u00a0min, in full"
    assert told(page) == [
        "SP9 Yin Mound Spring, left 2:00, right 2:00",
        "GB34 Yang Mound Spring, left 2:00, right 2:00",
        "ST36 Leg Three Miles, left 2:00, right 2:00",
    ]


def test_a_stopped_session_tells_what_was_not_done(context: Context, page: AfterPage) -> None:
    page.show_session(practise(context, "knee-pain-press", until=6))
    assert page.done.title.text() == "You stopped early"
    assert page.done.told.text() == "Knee-pain press, 5\u00a0min of 12\u00a0min"
    assert told(page)[1:] == [
        "GB34 Yang Mound Spring, left 1:00 of 2:00, right none",
        "ST36 Leg Three Miles, left none, right none",
    ]


def test_exercises_are_told_in_repetitions_and_skipped_ones_as_none(context: Context, page: AfterPage) -> None:
    skipped = next(
        index
        for index, phase in enumerate(context.history.plan_of(practise(context, "daily-strength")).phases)
        if phase.subject == "chair-squats" and phase.reps
    )
    page.show_session(practise(context, "daily-strength", NOW - timedelta(days=1), skipped=skipped))
    assert page.done.title.text() == "Done in part"
    assert told(page) == ["Heel raises, 40 of 40", "Chair squats, 10 of 20"]


def test_what_one_says_is_kept_as_the_page_closes(context: Context, page: AfterPage, closed: list[bool]) -> None:
    session = practise(context, "knee-pain-press")
    page.show_session(session)
    QTest.keyClick(page.before.keys[0], Qt.Key.Key_6)
    QTest.keyClick(page.now.keys[0], Qt.Key.Key_Minus)
    page.note.set_text("Left knee easier on the stairs")
    page.save_button.click()
    record = kept(context, session)
    assert (record.discomfort_before, record.discomfort_after) == (6, 10)
    assert record.note == "Left knee easier on the stairs"
    assert closed == [True]


def test_both_questions_can_be_skipped(context: Context, page: AfterPage, closed: list[bool]) -> None:
    session = practise(context, "knee-pain-press")
    page.show_session(session)
    page.save_button.click()
    record = kept(context, session)
    assert (record.discomfort_before, record.discomfort_after, record.note) == (None, None, "")
    assert closed == [True]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_escape_and_control_enter_lose_nothing(
    context: Context, page: AfterPage, closed: list[bool], key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    session = practise(context, "knee-pain-press")
    page.show_session(session)
    page.note.lines.setFocus()
    QTest.keyClicks(page.note.lines, "Better")
    QTest.keyClick(page.note.lines, key, modifier)
    assert kept(context, session).note == "Better"
    assert closed == [True]


def test_what_was_said_before_is_there_again(context: Context, page: AfterPage) -> None:
    session = practise(context, "knee-pain-press")
    context.history.annotate(session, discomfort_before=4, discomfort_after=None, note="Stiff", at=NOW)
    page.show_session(session)
    assert (page.before.value, page.now.value, page.note.text()) == (4, None, "Stiff")


def test_a_full_disk_is_said_and_one_may_leave_all_the_same(
    context: Context, page: AfterPage, closed: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise WorldError("The log could not be written: the disk is full.") from sqlite3.OperationalError()

    said: list[Message] = []
    context.messages.said.connect(said.append)
    monkeypatch.setattr(context.history, "annotate", refuse)
    page.show_session(practise(context, "knee-pain-press"))
    page.note.set_text("Better")
    page.save_button.click()
    assert closed == []
    assert said[0].text == "The log could not be written: the disk is full."
    assert page.note.text() == "Better"
    assert said[0].do is not None
    said[0].do()
    assert closed == [True]


def test_a_session_that_is_gone_closes_the_page(page: AfterPage, closed: list[bool]) -> None:
    page.show_session("no such session")
    assert closed == [True]


@pytest.mark.parametrize(("width", "height"), [(960, 640), (1280, 800), (1920, 1080)])
def test_the_page_fits_without_a_bar(context: Context, page: AfterPage, width: int, height: int) -> None:
    for routine in ("knee-pain-press", "qigong-knee-massage", "morning-balance"):
        page.show_session(practise(context, routine, NOW + timedelta(seconds=width)))
        resized(page, width, height)
        assert page.done.verticalScrollBar().maximum() == 0, routine
        assert page.save_button.mapTo(page, page.save_button.rect().bottomRight()).y() < height
        assert page.done.warmth.isVisible() or width == 960
    assert page.minimumSizeHint().width() <= 960
    assert page.minimumSizeHint().height() <= 640


@pytest.mark.parametrize(("width", "height"), [(600, 340), (640, 400), (853, 533)])
def test_in_a_small_window_it_is_one_column_with_saving_always_in_sight(
    context: Context, page: AfterPage, width: int, height: int
) -> None:
    resized(page, width, height)
    for routine in ("knee-pain-press", "qigong-knee-massage", "daily-strength"):
        page.show_session(practise(context, routine, NOW + timedelta(seconds=width)))
        resized(page, width, height)
        assert not faults(page)
        assert page.save_button.mapTo(page, page.save_button.rect().bottomRight()).y() < height
        key = page.before.keys[0]
        assert key.hasFocus()
        assert key.mapTo(page, key.rect().topLeft()).y() >= 0
        assert key.mapTo(page, key.rect().bottomLeft()).y() < page.save_button.mapTo(page, QPoint(0, 0)).y()
        assert all(row.isVisible() for row in page.done.table.rows)
        assert page.done.verticalScrollBar().maximum() == 0


def test_growing_puts_what_was_done_beside_how_it_feels_again(context: Context, page: AfterPage) -> None:
    page.show_session(practise(context, "knee-pain-press"))
    resized(page, 600, 340)
    page.now.keys[3].click()
    resized(page, 1280, 800)
    assert page.now.value == 3
    assert page.done.title.isVisible()
    assert page.done.geometry().right() < page.save_button.mapTo(page, QPoint(0, 0)).x()
