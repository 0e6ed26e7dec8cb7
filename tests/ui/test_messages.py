import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.floating import TOP_PX, Floating
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from acutimer.ui.messages import Message, MessageBar, Messages
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.kit.seeing import has_colour


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    return Messages()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    return window


@pytest.fixture
def bar(messages: Messages, window: QWidget) -> MessageBar:
    over = QWidget(window)
    over.setGeometry(window.rect())
    over.show()
    bar = MessageBar(messages)
    Floating(window, over, QVBoxLayout(), bar)
    return bar


def time_left(bar: MessageBar) -> float | None:
    """Seconds until the line goes by itself; None when it stays."""
    timer = bar._timer
    return timer.interval() / 1000 if timer.isActive() else None


def run_out(bar: MessageBar) -> None:
    """What the timer does when the time is over."""
    bar._timer.stop()
    bar._timer.timeout.emit()


def button(bar: MessageBar, text: str) -> QPushButton:
    return next(it for it in bar.findChildren(QPushButton) if text in (it.text(), it.accessibleName()))


@pytest.mark.parametrize(
    ("kind", "action", "seconds", "lasts"),
    [
        ("info", None, None, 8.0),
        ("info", "Undo", None, 10.0),
        ("info", None, 3.0, 3.0),
        ("caution", None, None, None),
        ("caution", None, 20.0, 20.0),
    ],
)
def test_a_line_lasts_as_long_as_its_kind_asks(
    messages: Messages, kind: str, action: str | None, seconds: float | None, lasts: float | None
) -> None:
    said: list[Message] = []
    messages.said.connect(said.append)
    messages.say("A line.", kind, action, seconds=seconds)  # type: ignore[arg-type]  # each of the two
    assert [(it.text, it.kind, it.action, it.seconds) for it in said] == [("A line.", kind, action, lasts)]


def test_the_bar_is_not_there_until_something_is_said(bar: MessageBar, messages: Messages) -> None:
    assert not bar.isVisible()
    messages.say("Saved.")
    assert bar.isVisible()
    assert time_left(bar) == 8


def test_it_goes_when_its_time_is_over_or_by_hand(bar: MessageBar, messages: Messages) -> None:
    messages.say("Saved.")
    run_out(bar)
    assert not bar.isVisible()
    messages.say("The log cannot be written.", "caution")
    assert time_left(bar) is None
    QTest.mouseClick(button(bar, "Close this message"), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_its_button_does_what_it_says_once(bar: MessageBar, messages: Messages) -> None:
    done: list[str] = []
    messages.say("Stopped.", action="Undo", do=lambda: done.append("undone"), lapsed=lambda: done.append("lapsed"))
    button(bar, "Undo").click()
    assert done == ["undone"]
    assert not bar.isVisible()
    assert time_left(bar) is None


def test_a_line_that_goes_without_its_button_says_so(bar: MessageBar, messages: Messages) -> None:
    gone: list[str] = []
    for text in ("one", "two", "three"):
        messages.say(text, action="Undo", lapsed=lambda text=text: gone.append(text))  # type: ignore[misc]  # bound now
    assert gone == ["one", "two"]
    run_out(bar)
    assert gone == ["one", "two", "three"]


def test_what_stays_comes_back_when_what_goes_has_gone(bar: MessageBar, messages: Messages) -> None:
    messages.say("The log cannot be written.", "caution")
    messages.say("Saved.")
    assert bar.accessibleName() == "Saved."
    run_out(bar)
    assert bar.accessibleName() == "The log cannot be written."
    assert time_left(bar) is None


def test_nothing_is_said_twice_at_once(bar: MessageBar, messages: Messages) -> None:
    for _ in range(3):
        messages.say("The log cannot be written.", "caution")
    bar.dismiss()
    assert not bar.isVisible()


def test_closing_takes_all_of_them(bar: MessageBar, messages: Messages) -> None:
    gone: list[str] = []
    messages.say("The log cannot be written.", "caution")
    messages.say("Discarded.", action="Undo", lapsed=lambda: gone.append("discarded"))
    bar.dismiss_all()
    assert not bar.isVisible()
    assert gone == ["discarded"]


def test_it_waits_while_the_pointer_is_over_it(bar: MessageBar, messages: Messages) -> None:
    messages.say("Saved.")
    somewhere = QPointF(QPoint(5, 5))
    QApplication.sendEvent(bar, QEnterEvent(somewhere, somewhere, somewhere))
    assert time_left(bar) is None
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert time_left(bar) == 8


def test_it_waits_while_the_keyboard_is_in_it(bar: MessageBar, messages: Messages, window: QWidget) -> None:
    elsewhere = QPushButton(window)
    elsewhere.show()
    window.activateWindow()
    elsewhere.setFocus()
    messages.say("Deleted: Knee-pain press", action="Undo")
    button(bar, "Undo").setFocus(Qt.FocusReason.TabFocusReason)
    assert time_left(bar) is None
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))  # the pointer alone does not take it away
    button(bar, "Close this message").setFocus(Qt.FocusReason.TabFocusReason)
    assert time_left(bar) is None
    elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
    assert time_left(bar) == 10.0


def test_no_timer_outlives_the_window(bar: MessageBar, messages: Messages, window: QWidget) -> None:
    messages.say("Saved.")
    window.hide()
    assert time_left(bar) is None
    window.show()
    assert time_left(bar) == 8
    window.hide()


def test_a_screen_reader_is_alerted(bar: MessageBar, messages: Messages, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[object, QAccessible.Event]] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append((event.object(), event.type())))
    messages.say("The log cannot be written.", "caution")
    assert (bar, QAccessible.Event.Alert) in told
    assert bar.accessibleName() == "The log cannot be written."


def test_all_its_words_are_to_be_seen_however_narrow_it_is(
    bar: MessageBar, messages: Messages, window: QWidget
) -> None:
    messages.say("The log cannot be written: check the permissions of the folder it lies in. " * 3, "caution")
    over = window.findChild(QWidget)
    assert isinstance(over, QWidget)
    for width in (900, 420):
        over.resize(width, 600)
        QApplication.sendPostedEvents()
        words = bar._words
        assert words.height() >= words.heightForWidth(words.width())
        assert bar.width() <= width - 2 * TOP_PX
        assert bar.rect().contains(words.geometry())


def test_a_caution_looks_like_one_in_both_themes(qapp: QApplication, bar: MessageBar, messages: Messages) -> None:
    before = qapp.palette()
    dress(qapp, LIGHT)
    messages.say("The log cannot be written.", "caution")
    assert has_colour(bar, LIGHT.ochre_soft)
    dress(qapp, DARK)
    assert has_colour(bar, DARK.ochre_soft)
    messages.say("Saved.")
    assert has_colour(bar, DARK.surface)
    assert not has_colour(bar, DARK.ochre_soft)
    bar.dismiss_all()
    qapp.setPalette(before)


def test_the_keys_that_take_back_do_so_while_that_is_offered(bar: MessageBar, messages: Messages) -> None:
    done: list[str] = []
    messages.say("A day of rest.", action="Add a session", do=lambda: done.append("added"))
    QTest.keySequence(bar.window(), QKeySequence(QKeySequence.StandardKey.Undo))
    assert done == []
    messages.offer_undo("Deleted: Knee-pain press", lambda: done.append("back"))
    assert button(bar, "Undo").isVisible()
    QTest.keySequence(bar.window(), QKeySequence(QKeySequence.StandardKey.Undo))
    assert done == ["back"]
    assert not bar.isVisible()


def test_in_a_narrow_window_a_long_line_wraps_and_its_buttons_stay_whole(
    messages: Messages, bar: MessageBar, window: QWidget
) -> None:
    window.resize(600, 340)
    bar.window().findChildren(Floating)[0]._over.setGeometry(88, 0, 512, 340)
    text = "The backup could not be written: the disk is full. Free some space on it, then try once more, please."
    messages.say(text, "caution", "Try again", lambda: None)
    for _ in range(4):
        QApplication.sendPostedEvents()
    assert bar.width() == 512 - 2 * TOP_PX
    nothing_is_cut(bar)
    bar.dismiss_all()


def test_a_line_whose_cause_is_gone_goes_wherever_it_lies(messages: Messages, bar: MessageBar) -> None:
    messages.say("The disk is full.", "caution")
    messages.say("Something else.", "caution")
    messages.take_back("The disk is full.")
    assert bar.message is not None
    assert bar.message.text == "Something else."
    bar.dismiss()
    assert bar.message is None
    messages.take_back("The disk is full.")
    assert not bar.isVisible()
