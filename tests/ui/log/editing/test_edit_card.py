from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.errors import WorldError
from acutimer.core.history import SessionRecord
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.typed_stepper import TypedStepper
from acutimer.ui.log.editing.edit_card import EditCard
from acutimer.ui.log.editing.edit_form import EditForm
from acutimer.ui.messages import Message
from tests.ui.log.editing.conftest import BERLIN, Heard, in_berlin, kept
from tests.ui.practice import NOW, practise, resized, shown

KEY, MOD = Qt.Key, Qt.KeyboardModifier
LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


def begin(context: Context, card: EditCard, routine: str = "knee-pain-press", until: int | None = 10) -> SessionRecord:
    """A session begun at 7:30, stopped in the third point's left side, and opened to be edited."""
    session_id = practise(context, routine, NOW - timedelta(hours=2), until=until)
    record = kept(context, session_id)
    card.edit(record, context.history.plan_of(session_id))
    return record


def form_of(card: EditCard) -> EditForm:
    assert isinstance(card.form, EditForm)
    return card.form


def field(card: EditCard, line: int, side: Side) -> TypedStepper:
    return form_of(card).amounts.lines[line].fields[side]


def type_in(field: TypedStepper, text: str) -> None:
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, text)


def texts(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget) and text.text()]


def test_it_shows_the_session_as_it_is_kept(context: Context, card: EditCard) -> None:
    record = replace(begin(context, card), discomfort_before=4, note="Stiff")
    card.edit(record, context.history.plan_of(record.id))
    form = form_of(card)
    assert form.when.day.day == date(2025, 11, 20)
    assert form.when.start.line.text() == "07:30"
    assert [it.line.text() for line in form.amounts.lines for it in line.fields.values()] == [
        *("2:00", "2:00"),
        *("2:00", "2:00"),
        *("1:00", "0:00"),
    ]
    assert form.felt.value == (4, None, "Stiff")
    assert texts(card)[:2] == ["Edit session", "Knee-pain press"]
    assert not form.is_changed
    assert form.past is None


def test_left_stands_left_of_right(context: Context, card: EditCard) -> None:
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    begin(context, card)
    resized(card, 352, 700)
    origin = card.rect().topLeft()
    assert field(card, 0, LEFT).mapTo(card, origin).x() < field(card, 0, RIGHT).mapTo(card, origin).x()


def test_saving_what_was_not_changed_writes_nothing(context: Context, card: EditCard, heard: Heard) -> None:
    record = begin(context, card)
    card.save()
    assert heard.told == ["closed"]
    assert context.history.corrections.originals(record.id) == ()
    assert kept(context, record.id) == record


def test_it_can_be_done_with_the_mouse_alone(context: Context, card: EditCard, heard: Heard) -> None:
    record = begin(context, card)
    form = form_of(card)
    press(form.when.day.earlier)
    press(form.when.start.less)
    for _ in range(4):
        press(field(card, 2, LEFT).more)
    for _ in range(8):
        press(field(card, 2, RIGHT).more)
    press(form.felt.before.keys[4])
    press(form.felt.after.keys[2])
    press(card.save_button)
    after = kept(context, record.id)
    assert heard.told == [f"saved {record.id}", "closed"]
    assert after.started_at == NOW - timedelta(days=1, hours=2, minutes=5)
    assert after.outcome is Outcome.DONE
    assert after.done_seconds == 720
    assert (after.discomfort_before, after.discomfort_after) == (4, 2)
    assert after.changed_at == NOW
    assert context.history.corrections.originals(record.id) == (record,)


def press(control: QWidget) -> None:
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)


def test_it_can_be_done_with_the_keyboard_alone(context: Context, card: EditCard, heard: Heard) -> None:
    record = begin(context, card)
    order = walk(card)
    form = form_of(card)
    assert order[:3] == [form.when.day.earlier, form.when.day.later, form.when.start.line]
    assert order[3:9] == [field(card, line, side).line for line in range(3) for side in (LEFT, RIGHT)]
    assert order[-3:] == [form.felt.note.lines, card.save_button, card.cancel_button]
    assert len(order) == 14
    form.when.day.earlier.setFocus()
    QTest.keyClick(form.when.day.earlier, KEY.Key_PageDown)
    type_in(form.when.start, "6:55")
    type_in(field(card, 0, RIGHT), "1:10")
    QTest.keyClick(form.felt.before.keys[0], KEY.Key_3)
    form.felt.note.lines.setFocus()
    QTest.keyClicks(form.felt.note.lines, "Tired")
    QTest.keyClick(form.felt.note.lines, KEY.Key_Return, MOD.ControlModifier)
    after = kept(context, record.id)
    assert heard.told == [f"saved {record.id}", "closed"]
    assert after.started_at.isoformat() == "2025-10-20T06:55:00+00:00"
    assert after.phases[4].done_seconds == 70
    assert (after.discomfort_before, after.note) == (3, "Tired")


def walk(card: EditCard) -> list[QWidget]:
    """What Tab comes to, from the first field on and round."""
    first = QApplication.focusWidget()
    assert first is not None
    order = [first]
    while True:
        here = order[-1]
        QTest.keyClick(here, KEY.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now is order[0] or not card.isAncestorOf(now) or len(order) > 60:
            return order
        order.append(now)


def test_the_keyboard_is_in_the_first_field(context: Context, card: EditCard) -> None:
    begin(context, card)
    assert form_of(card).when.day.earlier.hasFocus()


def test_what_the_keyboard_comes_to_is_scrolled_into_sight(context: Context, card: EditCard) -> None:
    begin(context, card)
    resized(card, 336, 545)
    for widget in walk(card)[:-2]:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    note = form_of(card).felt.note.lines
    form_of(card).felt.after.keys[0].setFocus()
    QTest.keyClick(form_of(card).felt.after.keys[0], KEY.Key_Tab)
    assert note.hasFocus()
    assert not note.visibleRegion().isEmpty()


def test_a_start_to_come_is_told_at_the_field_and_not_kept(
    context: Context, card: EditCard, heard: Heard, messages: list[Message]
) -> None:
    record = begin(context, card)
    form = form_of(card)
    type_in(form.when.start, "20:00")
    assert form.when.fault.words == "That is still to come. It is 09:30 now."
    card.save()
    assert form.when.start.line.hasFocus()
    type_in(form.when.start, "7:00")
    assert form.when.fault.words == ""
    assert (heard.told, messages) == ([], [])
    assert kept(context, record.id) == record


def test_words_that_are_no_amount_are_told_at_the_field_and_stay(
    context: Context, card: EditCard, heard: Heard
) -> None:
    begin(context, card)
    wrong = field(card, 1, LEFT)
    type_in(wrong, "a lot")
    card.save()
    line = form_of(card).amounts.lines[1]
    assert line.fault.words == "Write a time like 1:30, up to 24 hours."
    assert not line.fault.isHidden()
    assert wrong.line.text() == "a lot"
    assert wrong.line.hasFocus()
    assert heard.told == []
    type_in(wrong, "1:30")
    assert line.fault.isHidden()
    card.save()
    assert heard.told[-1] == "closed"


def test_words_that_are_no_time_of_day_are_told_too(context: Context, card: EditCard, heard: Heard) -> None:
    begin(context, card)
    type_in(form_of(card).when.start, "early")
    card.save()
    assert form_of(card).when.fault.words == "Write a time of day like 07:30."
    assert heard.told == []


def test_a_fault_of_the_disk_is_told_and_nothing_typed_is_lost(
    context: Context, card: EditCard, heard: Heard, messages: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    record = begin(context, card)
    form_of(card).felt.note.set_text("Left knee easier")

    def full(record: SessionRecord, at: object) -> None:
        raise WorldError("The log cannot be written: no room on the disk.")

    monkeypatch.setattr(context.history.corrections, "correct", full)
    card.save()
    assert [(it.text, it.kind) for it in messages] == [("The log cannot be written: no room on the disk.", "caution")]
    assert heard.told == []
    assert form_of(card).felt.note.text() == "Left knee easier"
    monkeypatch.undo()
    card.save()
    assert kept(context, record.id).note == "Left knee easier"


def test_a_session_that_is_gone_is_told_kindly(context: Context, card: EditCard, messages: list[Message]) -> None:
    record = begin(context, card)
    form_of(card).felt.note.set_text("Left knee easier")
    context.history.corrections.delete(record.id, NOW)
    card.save()
    assert [it.text for it in messages] == ["This session is not in the log any more."]


def test_older_versions_that_cannot_be_read_do_not_keep_one_from_editing(
    context: Context, card: EditCard, messages: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(session_id: str) -> tuple[SessionRecord, ...]:
        raise WorldError("The log cannot be read.")

    monkeypatch.setattr(context.history.corrections, "originals", damaged)
    begin(context, card)
    assert [it.text for it in messages] == ["The log cannot be read."]
    assert form_of(card).amounts.lines


# -- leaving it ----------------------------------------------------------------------------------


def test_cancel_asks_nothing_where_nothing_changed(
    context: Context, card: EditCard, heard: Heard, messages: list[Message]
) -> None:
    begin(context, card)
    press(card.cancel_button)
    assert (heard.told, messages) == (["closed"], [])


@pytest.mark.parametrize(
    "change",
    [
        lambda form: type_in(form.when.start, "7:20"),
        lambda form: type_in(form.when.start, "?"),
        lambda form: form.when.day.earlier.click(),
        lambda form: form.amounts.lines[0].fields[LEFT].go(-1),
        lambda form: type_in(form.amounts.lines[0].fields[LEFT], "x"),
        lambda form: form.felt.after.keys[3].click(),
        lambda form: form.felt.note.set_text("Words"),
    ],
)
def test_escape_keeps_nothing_but_offers_what_was_typed_once_more(
    context: Context, card: EditCard, heard: Heard, messages: list[Message], change: Callable[[EditForm], None]
) -> None:
    record = begin(context, card)
    form = form_of(card)
    change(form)
    QTest.keyClick(card.save_button, KEY.Key_Escape)
    assert kept(context, record.id) == record
    assert heard.told == ["closed"]
    (message,) = messages
    assert (message.text, message.action) == ("Your changes were not kept.", "Undo")
    assert message.do is not None
    message.do()
    assert heard.told == ["closed", "reopened"]
    assert form_of(card) is form
    assert form.is_changed


def test_what_was_typed_comes_back_even_after_another_session_was_opened(
    context: Context, card: EditCard, heard: Heard, messages: list[Message]
) -> None:
    begin(context, card)
    form_of(card).felt.note.set_text("First")
    card.cancel()
    practise(context, "balance-points", NOW - timedelta(days=1))
    begin(context, card, "morning-balance", None)
    assert messages[0].do is not None
    messages[0].do()
    assert form_of(card).felt.note.text() == "First"
    assert len(messages) == 1, "the second one had nothing to lose"


def test_opening_another_session_offers_what_was_typed_too(
    context: Context, card: EditCard, messages: list[Message]
) -> None:
    begin(context, card)
    form_of(card).felt.note.set_text("First")
    begin(context, card, "morning-balance", None)
    assert form_of(card).felt.note.text() == ""
    form_of(card).felt.note.set_text("Second")
    assert messages[0].do is not None
    messages[0].do()
    assert form_of(card).felt.note.text() == "First"
    assert messages[1].do is not None
    messages[1].do()
    assert form_of(card).felt.note.text() == "Second"


def test_an_offer_that_lapsed_lets_go(context: Context, card: EditCard, heard: Heard, messages: list[Message]) -> None:
    begin(context, card)
    form_of(card).felt.note.set_text("First")
    card.cancel()
    (message,) = messages
    assert message.lapsed is not None
    assert message.do is not None
    message.lapsed()
    message.do()
    assert heard.told == ["closed"]


# -- what was changed before ---------------------------------------------------------------------


def test_a_session_changed_before_says_so_and_shows_what_was_measured(context: Context, card: EditCard) -> None:
    record = begin(context, card)
    field(card, 0, LEFT).go(-1)
    card.save()
    card.edit(kept(context, record.id), context.history.plan_of(record.id))
    form = form_of(card)
    assert "Changed today; what was measured is kept." in texts(card)
    assert form.past is not None
    assert form.past.fold.text() == "As it was measured"
    press(form.past.fold)
    assert "Today, 07:30 to 07:40" in texts(form.past)
    tables = [row.accessibleName() for row in form.past.findChildren(QWidget) if "SP9" in row.accessibleName()]
    assert tables == ["SP9 Yin Mound Spring, left 2:00, right 2:00"]
    assert field(card, 0, LEFT).line.text() == "1:45"
    press(form.past.fold)
    assert "Today, 07:30 to 07:40" not in texts(form.past)


def test_a_session_by_hand_says_so(context: Context, card: EditCard) -> None:
    card.add(NOW.date())
    card.save()
    record = kept(context, "new")
    card.edit(record, context.history.plan_of("new"))
    assert "Added by hand." in texts(card)
    field(card, 0, BOTH).go(-1)
    card.save()
    card.edit(kept(context, "new"), context.history.plan_of("new"))
    assert "Added by hand, changed today." in texts(card)
    past = form_of(card).past
    assert past is not None
    assert past.fold.text() == "As you added it"


# -- days and clocks -----------------------------------------------------------------------------


def test_a_time_after_midnight_belongs_to_the_day_before(context: Context, card: EditCard) -> None:
    record = begin(context, card)
    form = form_of(card)
    form.when.day.earlier.click()
    type_in(form.when.start, "1:30")
    assert "In the night to Thursday." in texts(card)
    card.save()
    assert kept(context, record.id).started_at.isoformat() == "2025-11-20T01:30:00+00:00"
    card.edit(kept(context, record.id), None)
    assert form_of(card).when.day.day == date(2025, 11, 19)


def test_a_session_keeps_its_seconds_when_only_its_day_is_changed(context: Context, card: EditCard) -> None:
    session_id = practise(context, "balance-points", NOW - timedelta(hours=2, seconds=13))
    card.edit(kept(context, session_id), None)
    form_of(card).when.day.earlier.click()
    card.save()
    assert kept(context, session_id).started_at == NOW - timedelta(days=1, hours=2, seconds=13)


def test_the_hour_that_spring_leaves_out_is_said_and_moved(context: Context, qtbot: QtBot) -> None:
    card = shown(EditCard(context, local=in_berlin), qtbot, 352, 700)
    session_id = practise(context, "balance-points", NOW.astimezone(BERLIN) - timedelta(hours=2))
    card.edit(kept(context, session_id), None)
    form = form_of(card)
    form.when.day.set_day(date(2025, 3, 28))
    form.when.day.later.click()
    type_in(form.when.start, "2:30")
    assert "The clocks went forward then: this is kept as 03:30. In the night to Sunday." in texts(card)
    card.save()
    after = kept(context, session_id)
    assert after.started_at.isoformat() == "2025-03-30T03:30:00+02:00"
    assert after.done_seconds == 360


def test_a_session_of_a_journey_is_corrected_on_its_own_clock(context: Context, qtbot: QtBot) -> None:
    card = shown(EditCard(context, local=in_berlin), qtbot, 352, 700)
    session_id = practise(context, "balance-points", NOW.astimezone(UTC) - timedelta(days=3))
    card.edit(kept(context, session_id), None)
    assert form_of(card).when.start.line.text() == "09:30"
    type_in(form_of(card).when.start, "9:00")
    card.save()
    assert kept(context, session_id).started_at.isoformat() == "2025-11-17T09:00:00+00:00"


# -- the look ------------------------------------------------------------------------------------


@pytest.mark.parametrize("routine", ["knee-pain-press", "qigong-knee-massage", "morning-balance", "walk-and-soak"])
@pytest.mark.parametrize(("width", "height"), [(352, 700), (336, 545)])
def test_every_word_and_field_has_its_room(
    context: Context, card: EditCard, routine: str, width: int, height: int
) -> None:
    begin(context, card, routine, 4)
    resized(card, width, height)
    form = form_of(card)
    for widget in form.findChildren(QWidget):
        if widget.isVisibleTo(form) and isinstance(widget, Text | TypedStepper):
            assert widget.width() >= widget.minimumSizeHint().width(), widget.accessibleName()
            right = widget.mapTo(card, widget.rect().topRight()).x()
            assert right <= width - 22


def test_the_minimum_leaves_room_for_a_small_window(card: EditCard) -> None:
    assert card.minimumSizeHint().width() <= 336
    assert card.minimumSizeHint().height() <= 500


def test_tab_goes_from_the_last_field_to_the_buttons(context: Context, card: EditCard) -> None:
    begin(context, card)
    note = form_of(card).felt.note.lines
    note.setFocus()
    QTest.keyClick(note, KEY.Key_Tab)
    assert card.save_button.hasFocus()
    QTest.keyClick(card.save_button, KEY.Key_Tab)
    assert card.cancel_button.hasFocus()
