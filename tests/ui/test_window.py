from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.errors import InputError, WorldError
from acutimer.core.planning import Plan
from acutimer.store.recording import Recorder
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.focus import FocusRing
from acutimer.ui.kit.text import Text
from acutimer.ui.messages import Message
from acutimer.ui.window import LEAST, MainWindow
from tests.ui.fake_rooms import FakeRooms
from tests.ui.practice import NOW, practise
from tests.ui.window_hands import Open, in_sight, laid_out, press, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen says this of every least size


def texts(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text) if text.isVisible()]


# -- opening -----------------------------------------------------------------------------------------


def test_the_first_frame_comes_before_any_place_and_before_the_context(
    context: Context, fakes: FakeRooms, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def build() -> Context:
        asked.append("context")
        return context

    window = MainWindow(build, fakes.rooms)
    qtbot.addWidget(window)
    assert asked == []
    window.grab()
    assert asked == []
    assert fakes.built == {}
    settle(window)
    assert asked == ["context"]
    assert list(fakes.built) == ["explore"]


def test_it_opens_at_the_place_it_was_left(context: Context, fakes: FakeRooms, opened: Open) -> None:
    context.preferences.update(last_place="log")
    window = opened()
    assert list(fakes.built) == ["log"]
    assert window.navigation.buttons["log"].isChecked()


def test_a_place_it_does_not_know_is_home(context: Context, fakes: FakeRooms, opened: Open) -> None:
    context.preferences.update(last_place="mirror")
    opened()
    assert list(fakes.built) == ["explore"]


def test_it_says_when_it_has_settled(context: Context, fakes: FakeRooms, qtbot: QtBot) -> None:
    window = MainWindow(context, fakes.rooms)
    qtbot.addWidget(window)
    told: list[bool] = []
    window.settled.connect(lambda: told.append(in_sight(window, fakes) == "explore"))
    settle(window)
    assert told == [True]


# -- places ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "name"),
    [(Qt.Key.Key_1, "explore"), (Qt.Key.Key_2, "routines"), (Qt.Key.Key_3, "log"), (Qt.Key.Key_4, "settings")],
)
def test_control_and_a_digit_go_to_a_place(fakes: FakeRooms, opened: Open, key: Qt.Key, name: str) -> None:
    window = opened()
    press(window, key, Qt.KeyboardModifier.ControlModifier)
    assert in_sight(window, fakes) == name
    assert window.navigation.buttons[name].isChecked()


def test_control_and_comma_open_the_settings(fakes: FakeRooms, opened: Open) -> None:
    window = opened()
    press(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert in_sight(window, fakes) == "settings"


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier)],
)
def test_one_searches_from_every_place_but_not_from_a_session(
    context: Context, fakes: FakeRooms, opened: Open, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    context.preferences.update(last_place="log")
    window = opened()
    press(window, key, modifier)
    assert in_sight(window, fakes) == "explore"
    assert fakes.built["explore"].searches == 1
    window.start(laid_out(context))
    press(window, key, modifier)
    assert in_sight(window, fakes) == "session"
    assert fakes.built["explore"].searches == 1


def test_a_place_is_built_when_it_is_first_shown_and_once(fakes: FakeRooms, opened: Open) -> None:
    window = opened()
    assert list(fakes.built) == ["explore"]
    for _ in range(2):
        QTest.mouseClick(window.navigation.buttons["routines"], Qt.MouseButton.LeftButton)
        window.show_place("explore")
    assert list(fakes.built) == ["explore", "routines"]


def test_the_log_looks_anew_each_time_it_is_shown(fakes: FakeRooms, opened: Open) -> None:
    window = opened()
    window.show_place("log")
    assert fakes.built["log"].looked == 1
    window.show_place("explore")
    window.show_place("log")
    assert fakes.built["log"].looked == 2


def test_escape_goes_one_level_up(fakes: FakeRooms, opened: Open, context: Context) -> None:
    window = opened()
    window.show_place("log")
    window.showFullScreen()
    context.messages.say("The log cannot be written.", "caution")
    press(window, Qt.Key.Key_Escape)
    assert window.bar.message is None
    assert window.isFullScreen()
    press(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert in_sight(window, fakes) == "log"
    press(window, Qt.Key.Key_Escape)
    assert in_sight(window, fakes) == "explore"


def test_f11_fills_the_screen_and_back(opened: Open) -> None:
    window = opened()
    press(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    press(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_a_narrow_window_has_a_narrow_navigation(opened: Open) -> None:
    window = opened()
    window.resize(1280, 800)
    assert window.navigation.width() == 212
    window.resize(1099, 800)
    QApplication.processEvents()
    assert window.navigation.width() == 88


def test_messages_lie_over_the_places_and_in_sight(opened: Open, context: Context) -> None:
    window = opened()
    context.messages.say("Saved.")
    assert window.bar.isVisible()
    assert not window.bar.visibleRegion().isEmpty()
    window.show_place("log")
    assert not window.bar.visibleRegion().isEmpty()
    window.bar.dismiss_all()


# -- today -------------------------------------------------------------------------------------------


def test_today_counts_what_was_done_since_the_day_began(context: Context, opened: Open) -> None:
    practise(context, "daily-strength", NOW - timedelta(hours=2))
    practise(context, "knee-pain-press", NOW - timedelta(days=1))
    window = opened()
    day = NOW.date()
    seconds = context.history.totals.seconds_by_day(day, day, 3)[day]
    reps = context.history.totals.counted_on("heel-raises", day, 3).reps
    assert reps > 0
    assert texts(window.navigation)[-2:] == [f"{round(seconds / 60)}\u00a0min", f"{reps} of 100 heel raises"]


def test_today_is_counted_anew_after_a_session(context: Context, fakes: FakeRooms, opened: Open) -> None:
    window = opened()
    assert texts(window.navigation)[-2:] == ["0\u00a0min", "0 of 100 heel raises"]
    window.start(laid_out(context))
    session_id = practise(context, "daily-strength", NOW - timedelta(hours=1))
    fakes.built["session"].over.emit(session_id)
    fakes.built["after"].closed.emit()
    assert texts(window.navigation)[-2] != "0\u00a0min"


def test_a_history_that_cannot_be_read_is_said_and_the_window_goes_on(
    context: Context, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise WorldError("The log cannot be read.")

    monkeypatch.setattr(context.history.totals, "days", fail)
    monkeypatch.setattr(context.history, "unfinished", fail)
    said: list[Message] = []
    context.messages.said.connect(said.append)
    window = opened()
    assert {it.text for it in said} == {"The log cannot be read."}
    assert window.bar.isVisible()


# -- sessions ----------------------------------------------------------------------------------------


def test_a_session_takes_the_whole_window_and_what_comes_after_it_too(
    context: Context, fakes: FakeRooms, opened: Open
) -> None:
    window = opened()
    window.show_place("routines")
    chosen = laid_out(context)
    fakes.built["routines"].start.emit(chosen)
    session = fakes.built["session"]
    assert session.begun == [chosen]
    assert in_sight(window, fakes) == "session"
    assert session.hasFocus()
    assert window.navigation.isHidden()
    session.over.emit("an id")
    assert fakes.built["after"].shown == ["an id"]
    assert in_sight(window, fakes) == "after"
    assert window.navigation.isHidden()
    fakes.built["after"].closed.emit()
    assert in_sight(window, fakes) == "routines"
    assert window.navigation.isVisible()


def test_a_session_is_not_left_by_the_keys_of_the_places(context: Context, fakes: FakeRooms, opened: Open) -> None:
    window = opened()
    window.start(laid_out(context))
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_Escape)
    assert in_sight(window, fakes) == "session"


def test_pressing_a_point_now_starts_it_on_both_sides(fakes: FakeRooms, opened: Open) -> None:
    opened()
    fakes.built["explore"].press_now.emit("ST36", 90)
    (begun,) = fakes.built["session"].begun
    pressed = [phase for phase in begun.phases if phase.kind.is_practice]
    assert [(phase.subject, phase.seconds) for phase in pressed] == [("ST36", 90), ("ST36", 90)]


def test_a_routine_chosen_in_explore_starts_as_the_settings_have_it(
    context: Context, fakes: FakeRooms, opened: Open
) -> None:
    context.preferences.update(get_ready_seconds=5)
    opened()
    fakes.built["explore"].start_routine.emit("balance-points")
    (begun,) = fakes.built["session"].begun
    assert begun == laid_out(context, "balance-points")
    assert 5 in [phase.seconds for phase in begun.phases]


def test_a_routine_starts_in_the_length_last_chosen_for_it(context: Context, fakes: FakeRooms, opened: Open) -> None:
    context.preferences.update(minutes={"knee-pain-press": 5})
    opened().start_routine("knee-pain-press")
    (begun,) = fakes.built["session"].begun
    assert begun.seconds <= 5 * 60


def test_a_routine_found_in_explore_is_shown_in_its_place_and_not_begun(fakes: FakeRooms, opened: Open) -> None:
    window = opened()
    fakes.built["explore"].routine_found.emit("balance-points")
    assert in_sight(window, fakes) == "routines"
    assert fakes.built["routines"].looked_at == ["balance-points"]
    assert "session" not in fakes.built


def test_an_unknown_routine_is_refused(fakes: FakeRooms, opened: Open) -> None:
    window = opened()
    with pytest.raises(InputError, match="knee-pain-press"):
        window.start_routine("knee-pain-pres")
    assert "session" not in fakes.built


# -- a session that was cut off ----------------------------------------------------------------------


@pytest.fixture
def cut_off(context: Context) -> str:
    """A session that ended with a crash, 40 s into its plan."""
    recorder = Recorder(context.history, "cut off")
    recorder.begin(laid_out(context), NOW - timedelta(hours=1))
    recorder.leave()
    return "cut off"


def test_it_is_offered_at_the_start(cut_off: str, opened: Open) -> None:
    window = opened()
    assert texts(window.resuming.offer)[0] == "You stopped in the middle of Knee-pain press"
    assert window.resuming.offer.isVisible()


def test_nothing_is_offered_when_nothing_was_cut_off(opened: Open) -> None:
    assert not opened().resuming.offer.isVisible()


def test_resuming_takes_it_up(cut_off: str, fakes: FakeRooms, opened: Open) -> None:
    window = opened()
    window.resuming.offer.resume.click()
    ((recorder, session),) = fakes.built["session"].taken_up
    assert recorder.session_id == cut_off
    assert session.index == 0
    assert in_sight(window, fakes) == "session"
    assert not window.resuming.offer.isVisible()
    recorder.leave()


def test_keeping_it_closes_it_as_it_is(cut_off: str, context: Context, opened: Open) -> None:
    window = opened()
    window.resuming.offer.keep.click()
    kept = context.history.session(cut_off)
    assert kept is not None
    assert kept.outcome is not None
    assert not window.resuming.offer.isVisible()
    assert context.history.unfinished() is None


def test_discarding_it_can_be_undone_and_is_done_when_the_offer_to_undo_is_over(
    cut_off: str, context: Context, opened: Open
) -> None:
    window = opened()
    window.resuming.offer.discard.click()
    assert not window.resuming.offer.isVisible()
    assert window.bar.message is not None
    assert window.bar.message.action == "Undo"
    window.bar._act()
    assert window.resuming.offer.isVisible()
    window.resuming.offer.discard.click()
    window.show_place("log")
    assert not window.resuming.offer.isVisible()
    assert context.history.session(cut_off) is not None
    window.bar.dismiss()
    assert context.history.session(cut_off) is None


def test_it_is_not_offered_during_a_session_but_after_it(
    cut_off: str, context: Context, fakes: FakeRooms, opened: Open
) -> None:
    window = opened()
    window.start(laid_out(context))
    assert not window.resuming.offer.isVisible()
    fakes.built["session"].over.emit(practise(context, "balance-points"))
    fakes.built["after"].closed.emit()
    assert window.resuming.offer.isVisible()


def test_a_plan_that_cannot_be_read_is_said(
    cut_off: str, context: Context, fakes: FakeRooms, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_id: str) -> Plan:
        raise WorldError("This session was written by another version.")

    monkeypatch.setattr(context.history, "plan_of", fail)
    window = opened()
    window.resuming.offer.resume.click()
    assert window.bar.message is not None
    assert window.bar.message.text == "This session was written by another version."
    assert "session" not in fakes.built


# -- size and closing --------------------------------------------------------------------------------


def test_it_opens_as_large_as_the_screen_allows(opened: Open) -> None:
    window = opened()
    room = window.screen().availableGeometry().size()
    assert window.width() == max(LEAST[0], min(1280, room.width()))
    assert window.height() == max(LEAST[1], min(800, room.height()))
    assert (window.minimumWidth(), window.minimumHeight()) == LEAST


def test_it_remembers_its_shape_and_place(context: Context, fakes: FakeRooms, opened: Open) -> None:
    window = opened()
    window.show_place("log")
    window.setGeometry(20, 30, 700, 650)
    window.close()
    assert context.preferences.value.window == (20, 30, 700, 650)
    assert context.preferences.value.last_place == "log"
    other = MainWindow(context, fakes.rooms)
    assert (other.x(), other.y(), other.width(), other.height()) == (20, 30, 700, 650)
    other.deleteLater()


def test_a_place_on_a_screen_that_is_gone_is_not_taken(context: Context, opened: Open) -> None:
    context.preferences.update(window=(-9000, -9000, 1000, 700))
    window = opened()
    assert window.screen().geometry().intersects(window.geometry())
    assert not window.screen().size().isEmpty()


def test_closing_lets_the_session_put_its_things_away(context: Context, fakes: FakeRooms, opened: Open) -> None:
    window = opened()
    window.start(laid_out(context))
    window.close()
    assert fakes.built["session"].is_put_away


def test_closed_before_its_first_frame_it_writes_nothing(context: Context, fakes: FakeRooms, qtbot: QtBot) -> None:
    window = MainWindow(replace(context), fakes.rooms)
    qtbot.addWidget(window)
    window.close()
    assert context.preferences.value.window == ()
    assert fakes.built == {}


def test_the_focus_of_what_is_hidden_goes_on_without_a_ring(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    first, second = Button("One"), Button("Two")
    for button in (first, second):
        button.setParent(window)
        button.show()
    QWidget.setTabOrder(first, second)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    first.hide()
    assert second.hasFocus()
    assert not any(ring.isVisible() for ring in window.findChildren(FocusRing))
    first.show()
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert first.hasFocus()
    assert any(ring.isVisible() for ring in window.findChildren(FocusRing))
