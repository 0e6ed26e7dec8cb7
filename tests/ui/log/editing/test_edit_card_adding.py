from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.errors import WorldError
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Plan
from acutimer.core.session import Outcome
from acutimer.ui.context import Context
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.typed_stepper import TypedStepper
from acutimer.ui.log.editing.add_form import AddForm
from acutimer.ui.log.editing.edit_card import EditCard
from acutimer.ui.messages import Message
from tests.ui.log.editing.conftest import BERLIN, Heard, in_berlin, kept
from tests.ui.practice import NOW, resized, shown

KEY, MOD = Qt.Key, Qt.KeyboardModifier
TODAY = NOW.date()


def form_of(card: EditCard) -> AddForm:
    assert isinstance(card.form, AddForm)
    return card.form


def choose(card: EditCard, name: str) -> AddForm:
    """Choose a routine, or "A point", with the keyboard."""
    form = form_of(card)
    names = [form.practice.itemText(number) for number in range(form.practice.count())]
    form.practice.setFocus()
    away = names.index(name) - form.practice.index
    for _ in range(abs(away)):
        QTest.keyClick(form.practice, KEY.Key_Down if away > 0 else KEY.Key_Up)
    assert form.practice.currentText() == name
    return form


def type_in(field: TypedStepper, text: str) -> None:
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, text)


def texts(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget) and text.text()]


def test_a_session_of_today_is_offered_as_one_just_ended(context: Context, card: EditCard, heard: Heard) -> None:
    card.add(TODAY)
    choose(card, "Knee-pain press")
    assert form_of(card).when.start.line.text() == "09:15"
    assert card.save_button.text() == "Add"
    card.save()
    record = kept(context, "new")
    assert heard.told == ["saved new", "closed"]
    assert record.by_hand
    assert (record.routine, record.outcome, record.done_seconds) == ("knee-pain-press", Outcome.DONE, 720)
    assert record.started_at == NOW - timedelta(minutes=15)
    assert record.changed_at == NOW
    assert context.history.plan_of("new").routine.id == "knee-pain-press"


def test_a_session_of_another_day_is_offered_at_noon(context: Context, card: EditCard) -> None:
    card.add(TODAY - timedelta(days=40))
    assert form_of(card).when.start.line.text() == "12:00"
    card.save()
    assert kept(context, "new").started_at.isoformat() == "2025-10-11T12:00:00+00:00"


def test_a_day_to_come_is_today(card: EditCard) -> None:
    card.add(TODAY + timedelta(days=3))
    assert form_of(card).when.day.day == TODAY


def test_a_shorter_length_says_what_it_does_without(context: Context, card: EditCard) -> None:
    card.add(TODAY)
    form = choose(card, "Morning balance")
    assert form.minutes.line.text() == "10\u00a0min"
    type_in(form.minutes, "6")
    assert any(words.startswith("To fit 6\u00a0min this does without: ") for words in texts(card))
    assert form.when.start.line.text() == "09:20"
    card.save()
    record = kept(context, "new")
    assert record.planned_seconds <= 360
    assert record.outcome is Outcome.DONE


def test_the_length_last_chosen_for_a_routine_is_offered(context: Context, card: EditCard) -> None:
    context.preferences.update(minutes={"knee-pain-press": 8})
    card.add(TODAY)
    assert choose(card, "Knee-pain press").minutes.line.text() == "8\u00a0min"


def test_a_length_a_routine_cannot_have_is_told(card: EditCard, heard: Heard) -> None:
    card.add(TODAY)
    form = choose(card, "Knee-pain press")
    type_in(form.minutes, "99")
    assert form.fault.words == "", "one may still be typing"
    card.save()
    assert form.fault.words.startswith("Write a length from ")
    assert form.minutes.line.hasFocus()
    assert heard.told == []
    choose(card, "Qigong knee massage")
    assert form.fault.words == ""


def test_a_walk_has_the_length_one_says(context: Context, card: EditCard) -> None:
    card.add(TODAY)
    form = choose(card, "Walk and soak")
    assert "Your walk" in texts(card)
    type_in(form.walk, "25")
    assert form.when.start.line.text() == "08:50"
    card.save()
    walk = kept(context, "new").phases[2]
    assert (walk.subject, walk.done_seconds) == ("walking", 1500)


def test_a_point_is_added_with_its_time_for_each_side(context: Context, card: EditCard) -> None:
    card.add(TODAY)
    form = choose(card, "A point")
    codes = [form.point.itemText(number) for number in range(form.point.count())]
    assert "ST36 Leg Three Miles" in codes
    assert not any(code.startswith("BL57") for code in codes), "left to a professional"
    form.point.setFocus()
    for _ in range(codes.index("ST36 Leg Three Miles")):
        QTest.keyClick(form.point, KEY.Key_Down)
    assert "Each side" in texts(card)
    type_in(form.seconds, "1:45")
    card.save()
    record = kept(context, "new")
    assert (record.routine, record.routine_name) == ("press-ST36", "Leg Three Miles")
    assert [(it.side, it.done_seconds) for it in record.phases if it.counts] == [("left", 105), ("right", 105)]


def test_a_point_on_the_back_is_pressed_on_both_sides_at_once(card: EditCard) -> None:
    card.add(TODAY)
    form = choose(card, "A point")
    codes = [form.point.itemText(number) for number in range(form.point.count())]
    form.point.setFocus()
    for _ in range(next(number for number, code in enumerate(codes) if code.startswith("BL23"))):
        QTest.keyClick(form.point, KEY.Key_Down)
    assert "Both sides at once" in texts(card)


def test_a_start_one_chose_stays_when_the_routine_changes(card: EditCard) -> None:
    card.add(TODAY)
    form = form_of(card)
    type_in(form.when.start, "6:00")
    choose(card, "Knee-pain press")
    assert form.when.start.line.text() in ("6:00", "06:00")
    assert form.when.chosen == (TODAY, 360)


def test_another_day_offers_noon_unless_one_chose_a_start(card: EditCard) -> None:
    card.add(TODAY)
    form = form_of(card)
    form.when.day.earlier.click()
    assert form.when.start.line.text() == "12:00"
    type_in(form.when.start, "6:00")
    form.when.day.earlier.click()
    assert form.when.chosen == (TODAY - timedelta(days=2), 360)


def test_a_start_to_come_is_told_and_not_added(context: Context, card: EditCard, heard: Heard) -> None:
    card.add(TODAY)
    type_in(form_of(card).when.start, "23:00")
    card.save()
    assert form_of(card).when.fault.words == "That is still to come. It is 09:30 now."
    assert heard.told == []
    assert context.history.session("new") is None


def test_just_after_the_day_began_the_start_is_not_yesterday(context: Context, qtbot: QtBot) -> None:
    early = replace(context, wall=lambda: datetime(2025, 11, 20, 3, 4, tzinfo=UTC))
    card = shown(EditCard(early, local=lambda naive: naive.replace(tzinfo=UTC)), qtbot, 352, 700)
    card.add(date(2025, 11, 20))
    assert form_of(card).when.chosen == (date(2025, 11, 20), 180)


def test_after_midnight_today_is_still_the_day_before(context: Context, qtbot: QtBot) -> None:
    late = replace(context, wall=lambda: datetime(2025, 11, 21, 0, 40, tzinfo=UTC))
    made = EditCard(late, local=lambda naive: naive.replace(tzinfo=UTC), new_id=lambda: "new")
    card = shown(made, qtbot, 352, 700)
    card.add(date(2025, 11, 20))
    assert form_of(card).when.chosen == (date(2025, 11, 20), 30)
    assert "In the night to Friday." in texts(card)
    card.save()
    assert kept(context, "new").started_at.isoformat() == "2025-11-21T00:30:00+00:00"


def test_a_past_day_has_the_offset_that_held_then(context: Context, qtbot: QtBot) -> None:
    card = shown(EditCard(context, local=in_berlin, new_id=lambda: "new"), qtbot, 352, 700)
    card.add(date(2025, 7, 1))
    card.save()
    assert kept(context, "new").started_at.isoformat() == "2025-07-01T12:00:00+02:00"


def test_the_clock_of_this_computer_is_the_default(context: Context, qtbot: QtBot) -> None:
    card = shown(EditCard(context), qtbot, 352, 700)
    card.add(date(2025, 7, 1))
    card.save()
    (record,) = context.history.sessions()
    assert record.started_at.replace(tzinfo=None) == datetime.fromisoformat("2025-07-01T12:00")
    assert record.started_at == datetime.fromisoformat("2025-07-01T12:00").astimezone()
    assert len(record.id) == 36


def test_the_hour_that_spring_leaves_out_is_said(context: Context, qtbot: QtBot) -> None:
    summer = replace(context, wall=lambda: datetime(2025, 7, 1, 12, 0, tzinfo=BERLIN))
    card = shown(EditCard(summer, local=in_berlin, new_id=lambda: "new"), qtbot, 352, 700)
    card.add(date(2025, 3, 29))
    type_in(form_of(card).when.start, "2:30")
    assert "The clocks went forward then: this is kept as 03:30. In the night to Sunday." in texts(card)
    card.save()
    assert kept(context, "new").started_at.isoformat() == "2025-03-30T03:30:00+02:00"


def test_it_can_be_done_with_the_keyboard_alone(context: Context, card: EditCard, heard: Heard) -> None:
    card.add(TODAY)
    form = form_of(card)
    assert form.practice.hasFocus()
    QTest.keyClick(form.practice, KEY.Key_Space)
    QTest.keyClick(form.practice.list.options, KEY.Key_Down)
    QTest.keyClick(form.practice.list.options, KEY.Key_Return)
    assert form.practice.currentText() == "Balance points"
    order: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in order:
        order.append(now)
        QTest.keyClick(now, KEY.Key_Tab)
    ends = [form.felt.note.lines, card.save_button, card.cancel_button]
    fields = [form.practice, form.minutes.line, form.when.day.earlier, form.when.day.later, form.when.start.line]
    assert [it for it in order if it in (*fields, *ends)] == [*fields, *ends]
    QTest.keyClick(form.felt.after.keys[0], KEY.Key_2)
    form.felt.note.lines.setFocus()
    QTest.keyClicks(form.felt.note.lines, "On the train")
    QTest.keyClick(form.felt.note.lines, KEY.Key_Enter, MOD.ControlModifier)
    record = kept(context, "new")
    assert heard.told == ["saved new", "closed"]
    assert (record.routine, record.discomfort_after, record.note) == ("balance-points", 2, "On the train")


def test_escape_leaves_the_open_list_first(card: EditCard, heard: Heard) -> None:
    card.add(TODAY)
    form = form_of(card)
    QTest.keyClick(form.practice, KEY.Key_Space)
    assert form.practice.is_open
    QTest.keyClick(form.practice.list.options, KEY.Key_Escape)
    assert not form.practice.is_open
    assert heard.told == []
    QTest.keyClick(form.practice, KEY.Key_Escape)
    assert heard.told == ["closed"]


def test_a_session_not_added_can_be_had_back(
    context: Context, card: EditCard, heard: Heard, messages: list[Message]
) -> None:
    card.add(TODAY)
    choose(card, "Knee-pain press")
    QTest.keyClick(card.save_button, KEY.Key_Escape)
    (message,) = messages
    assert (message.text, message.action) == ("The session was not added.", "Undo")
    assert message.do is not None
    message.do()
    assert heard.told == ["closed", "reopened"]
    assert form_of(card).practice.currentText() == "Knee-pain press"
    assert context.history.session("new") is None


def test_an_empty_form_is_left_without_a_word(card: EditCard, heard: Heard, messages: list[Message]) -> None:
    card.add(TODAY)
    card.cancel()
    assert (heard.told, messages) == (["closed"], [])


def test_an_untouched_offer_is_added_all_the_same(context: Context, card: EditCard) -> None:
    card.add(TODAY)
    card.save()
    assert kept(context, "new").routine == "morning-balance"


def test_a_fault_of_the_disk_is_told_and_the_card_stays(
    context: Context, card: EditCard, heard: Heard, messages: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(record: SessionRecord, plan: Plan, at: datetime) -> None:
        raise WorldError("The log cannot be written: no room on the disk.")

    monkeypatch.setattr(context.history.corrections, "add", full)
    card.add(TODAY)
    form_of(card).felt.note.set_text("On the train")
    card.save()
    assert [(it.text, it.kind) for it in messages] == [("The log cannot be written: no room on the disk.", "caution")]
    assert heard.told == []
    assert form_of(card).felt.note.text() == "On the train"
    monkeypatch.undo()
    card.save()
    assert kept(context, "new").note == "On the train"


@pytest.mark.parametrize("practice", ["Walk and soak", "A point", "Circulation and joints"])
def test_every_word_and_field_has_its_room(card: EditCard, practice: str) -> None:
    card.add(TODAY)
    form = choose(card, practice)
    resized(card, 336, 545)
    for widget in form.findChildren(QWidget):
        if widget.isVisibleTo(form) and isinstance(widget, Text | TypedStepper):
            assert widget.width() >= widget.minimumSizeHint().width()
            assert widget.mapTo(card, widget.rect().topRight()).x() <= 336 - 22
