import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QThreadPool
from PySide6.QtGui import QAccessible, QEnterEvent, QImage, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.planning import PhaseKind
from acutimer.core.session import Why
from acutimer.ui.body.figures import Figures
from acutimer.ui.context import Context
from acutimer.ui.kit.focus import FocusRing
from acutimer.ui.kit.tokens import DARK, LIGHT, color, palette
from acutimer.ui.session.keys import Action
from acutimer.ui.session.mini.mini import MiniWindow
from acutimer.ui.session.words.away_words import WaysOn
from tests.ui.session.mini.reaching import reached

KIND, KEY = PhaseKind, Qt.Key
GROUND = QPoint(170, 14)  # of the card: nothing to press lies there


class Asked:
    """Remembers what the window asks for."""

    def __init__(self, mini: MiniWindow) -> None:
        self.said: list[object] = []
        mini.go.connect(lambda: self.said.append("go"))
        mini.skip.connect(lambda: self.said.append("skip"))
        mini.expand.connect(lambda: self.said.append("expand"))
        mini.closed.connect(lambda: self.said.append("closed"))
        mini.asked.connect(self.said.append)


@pytest.fixture
def mini(context: Context, qtbot: QtBot) -> Iterator[MiniWindow]:
    mini = MiniWindow(context)
    mini.show_session(reached(context, "knee-pain-press", KIND.PRESS, 4, 36), 36.0)
    mini.open(mini)
    yield mini
    mini.leave()
    mini.deleteLater()


@pytest.fixture
def asked(mini: MiniWindow) -> Asked:
    return Asked(mini)


def on_card(mini: MiniWindow, spot: QPoint) -> QPoint:
    return mini.corner + spot


def drag(mini: MiniWindow, way: QPoint) -> None:
    """Press the ground, go that way in two steps, let go: as the pointer does where no desktop moves windows."""
    start = mini.pos() + on_card(mini, GROUND)
    for kind, at, button in (
        (QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseMove, start + way / 2, Qt.MouseButton.NoButton),
        (QEvent.Type.MouseMove, start + way, Qt.MouseButton.NoButton),
        (QEvent.Type.MouseButtonRelease, start + way, Qt.MouseButton.LeftButton),
    ):
        local, there = QPointF(mini.mapFromGlobal(at)), QPointF(at)
        event = QMouseEvent(kind, local, there, button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(mini, event)


# -- what it is ----------------------------------------------------------------------------------


def test_it_is_a_window_of_its_own_that_stays_on_top_without_a_frame(mini: MiniWindow) -> None:
    flags = mini.windowFlags()
    assert mini.isWindow()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    assert mini.shape()[2:] == (320, 120)


def test_it_shows_whose_turn_it_is_the_time_and_what_to_do(mini: MiniWindow) -> None:
    assert mini.headline.text() == "Left leg, ST36"
    assert mini.digits.text() == "1:24"
    assert mini.cue.text() == "Press"
    assert mini.main.text() == "Pause"


def test_the_time_goes_on_without_another_session(mini: MiniWindow, context: Context) -> None:
    session = reached(context, "knee-pain-press", KIND.PRESS, 4, 36)
    mini.show_time(session, 103.2)
    assert mini.digits.text() == "0:17"
    assert mini.cue.text() == "Circle"


@pytest.mark.parametrize("kind", [KIND.WAIT, KIND.GET_READY, KIND.PRESS, KIND.CHANGEOVER])
def test_every_line_lies_on_the_card_and_none_on_another_or_on_the_button(
    mini: MiniWindow, context: Context, kind: PhaseKind
) -> None:
    card = QRect(mini.corner, mini.corner + QPoint(319, 119))
    for number in range(2 if kind is not KIND.WAIT else 1):
        mini.show_session(reached(context, "knee-pain-press", kind, number), 0.0)
        lines = [it for it in (mini.headline, mini.digits, mini.text, mini.cue) if it.isVisible()]
        assert all(card.contains(line.geometry()) for line in lines)
        for above, below in itertools.pairwise(lines):
            assert above.geometry().bottom() <= below.geometry().top() + 8  # digits have air above and below
        middle = [it for it in lines if it.geometry().intersects(mini.main.geometry())]
        assert all(it.width() > 124 for it in middle)  # only headline and word reach under the circle's round ends


def test_a_title_too_long_for_a_line_is_broken_not_cut(mini: MiniWindow, context: Context) -> None:
    session = reached(context, "knee-pain-press", KIND.PRESS, 4, 36).pause(36.0, Why.AWAY)
    mini.show_session(session, 40.0)
    mini.show_ways(WaysOn("The computer\u2019s clock was changed", "", "", "", "", ""))
    assert mini.headline.height() >= 38
    assert mini.headline.y() >= mini.corner.y()


# -- what is pressed -----------------------------------------------------------------------------


def test_the_round_button_asks_to_pause_and_a_click_elsewhere_to_come_back(mini: MiniWindow, asked: Asked) -> None:
    QTest.mouseClick(mini.main, Qt.MouseButton.LeftButton)
    QTest.mouseClick(mini, Qt.MouseButton.LeftButton, pos=on_card(mini, GROUND))
    QTest.mouseClick(mini, Qt.MouseButton.RightButton, pos=on_card(mini, GROUND))
    assert asked.said == ["go", "expand"]


def test_a_click_on_picture_or_words_is_a_click_on_the_ground(mini: MiniWindow) -> None:
    for part in (mini.dial, mini.headline, mini.digits, mini.cue):
        assert mini.childAt(part.geometry().center()) in (None, part)
        assert part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_skip_and_expand_come_out_under_the_pointer(mini: MiniWindow, asked: Asked) -> None:
    assert not mini.skipping.is_seen
    at = QPointF(10, 10)
    mini.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QApplication.sendEvent(mini, QEnterEvent(at, at, at))
    assert mini.skipping.is_seen
    assert mini.expanding.is_seen
    QTest.mouseClick(mini.skipping, Qt.MouseButton.LeftButton)
    QTest.mouseClick(mini.expanding, Qt.MouseButton.LeftButton)
    assert asked.said == ["skip", "expand"]
    mini.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    QApplication.sendEvent(mini, QEvent(QEvent.Type.Leave))
    assert not mini.skipping.is_seen


def test_a_finger_cannot_skip_by_a_button_that_is_not_seen(mini: MiniWindow, asked: Asked) -> None:
    QTest.mouseClick(mini.skipping, Qt.MouseButton.LeftButton)
    assert "skip" not in asked.said


def test_tab_walks_through_the_buttons_which_are_seen_then_and_wear_the_ring(mini: MiniWindow, asked: Asked) -> None:
    reached_names = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or mini, KEY.Key_Tab)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        reached_names.append(focused)
        (ring,) = mini.findChildren(FocusRing)
        assert ring.control is focused
        assert mini.skipping.is_seen
    assert set(reached_names) == {mini.main, mini.skipping, mini.expanding}
    mini.skipping.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(mini.skipping, KEY.Key_Space)
    assert asked.said == ["skip"]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (KEY.Key_Space, "go"),
        (KEY.Key_Return, "go"),
        (KEY.Key_MediaTogglePlayPause, "go"),
        (KEY.Key_Right, "skip"),
        (KEY.Key_MediaNext, "skip"),
        (KEY.Key_M, "expand"),
        (KEY.Key_Escape, "expand"),
        (KEY.Key_Left, Action.BACK),
        (KEY.Key_Up, Action.MORE),
        (KEY.Key_W, Action.WAIT),
        (KEY.Key_R, Action.REDO),
        (KEY.Key_S, Action.SAY_AGAIN),
        (KEY.Key_V, Action.VOICE),
        (KEY.Key_MediaPause, Action.PAUSE),
    ],
)
def test_the_keys_of_the_session_work_in_it(mini: MiniWindow, asked: Asked, key: Qt.Key, said: object) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(QApplication.focusWidget() or mini, event)
    assert asked.said == [said]


def test_a_key_held_down_asks_once_and_others_are_left_alone(mini: MiniWindow, asked: Asked) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(mini, QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Space, none, autorep=True))
    QTest.keyClick(mini, KEY.Key_X)
    QTest.keyClick(mini, KEY.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert asked.said == [Action.STOP]


def test_when_the_session_asks_it_says_so_and_leads_to_the_full_window(
    mini: MiniWindow, asked: Asked, context: Context
) -> None:
    session = reached(context, "knee-pain-press", KIND.PRESS, 4, 36).pause(36.0, Why.AWAY)
    mini.show_session(session, 40.0)
    assert mini.headline.text() == "You were away"
    mini.show_ways(WaysOn("You were away for 6 minutes", "", "", "", "", ""))
    assert mini.headline.text() == "You were away for 6 minutes"
    assert (mini.digits.text(), mini.cue.text()) == ("1:24", "Open to go on")
    assert mini.main.text() == "Back to the full window"
    QTest.mouseClick(mini.main, Qt.MouseButton.LeftButton)
    QTest.keyClick(mini, KEY.Key_Space)
    QTest.keyClick(mini, KEY.Key_Right)
    assert asked.said == ["expand", "expand"]
    mini.show_session(session.resume(50.0), 50.0)
    assert mini.headline.text() == "Left leg, ST36"
    mini.show_session(session.resume(50.0).pause(51.0, Why.AWAY), 51.0)
    assert mini.headline.text() == "You were away"


# -- where it is ---------------------------------------------------------------------------------


def test_dragging_the_ground_moves_it_and_is_no_click(mini: MiniWindow, asked: Asked) -> None:
    mini.place((100, 100, 320, 120))
    drag(mini, QPoint(60, 40))
    assert mini.shape() == (160, 140, 320, 120)
    assert asked.said == []
    QTest.mouseClick(mini, Qt.MouseButton.LeftButton, pos=on_card(mini, GROUND))
    assert asked.said == ["expand"]


def test_it_remembers_where_it_was_dragged(mini: MiniWindow, context: Context) -> None:
    assert not context.preferences.value.mini
    mini.place((100, 100, 320, 120))
    drag(mini, QPoint(60, 40))
    mini.hide()
    assert context.preferences.value.mini == (160, 140, 320, 120)
    mini.move(0, 0)
    mini.open(mini)
    assert mini.shape() == (160, 140, 320, 120)


def test_what_was_not_dragged_writes_nothing(mini: MiniWindow, context: Context) -> None:
    changed: list[object] = []
    context.preferences.changed.connect(changed.append)
    mini.hide()
    mini.open(mini)
    mini.hide()
    assert not changed


def test_closing_it_is_told(mini: MiniWindow, asked: Asked) -> None:
    mini.close()
    assert asked.said == ["closed"]


# -- what it costs, and who reads it -------------------------------------------------------------


class Painted(QObject):
    """Remembers which parts were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() == QEvent.Type.Paint:
            self.parts.append(watched)
        return False


@pytest.fixture
def painted(mini: MiniWindow, context: Context) -> Iterator[list[QObject]]:
    for _ in range(3):  # what is asked for while painting is drawn in threads, and painted when it comes
        QApplication.processEvents()
        for figures in (context.figures, *mini.findChildren(Figures)):
            for pool in figures.findChildren(QThreadPool):
                pool.waitForDone()
    QApplication.processEvents()
    counter = Painted()
    parts = (mini.dial, mini.headline, mini.digits, mini.cue, mini.main, mini.skipping, mini.expanding)
    for part in parts:
        part.installEventFilter(counter)
    yield counter.parts
    for part in parts:
        part.removeEventFilter(counter)


def test_only_what_changed_is_painted_again(mini: MiniWindow, context: Context, painted: list[QObject]) -> None:
    session = reached(context, "knee-pain-press", KIND.PRESS, 4, 36)
    mini.show_time(session, 36.0)
    QApplication.processEvents()
    assert painted == []
    mini.show_time(session, 36.4)
    QApplication.processEvents()
    assert painted == [mini.dial]
    painted.clear()
    mini.show_time(session, 37.1)
    QApplication.processEvents()
    assert len(painted) == 2
    assert set(painted) == {mini.dial, mini.digits}


def test_it_asks_for_no_look_while_it_is_not_seen(mini: MiniWindow, context: Context) -> None:
    session = reached(context, "knee-pain-press", KIND.PRESS, 4, 36)
    assert mini.seconds_to_next_look(session, 36.0) <= 1.01
    mini.hide()
    assert mini.seconds_to_next_look(session, 36.0) == float("inf")


def test_it_follows_the_theme(mini: MiniWindow) -> None:
    for theme in (DARK, LIGHT):
        mini.setPalette(palette(theme))
        picture: QImage = mini.grab().toImage()
        at = (mini.corner + GROUND) * picture.devicePixelRatio()
        assert picture.pixelColor(at) == color(theme.surface)


def test_everything_has_a_name_and_a_role(mini: MiniWindow) -> None:
    assert QAccessible.queryAccessibleInterface(mini).text(QAccessible.Text.Name) == "Session, small window"
    named = {
        mini.main: "Pause",
        mini.skipping: "Skip",
        mini.expanding: "Back to the full window",
    }
    for button, name in named.items():
        seen = QAccessible.queryAccessibleInterface(button)
        assert seen.role() is QAccessible.Role.Button
        assert seen.text(QAccessible.Text.Name) == name
    for line, words in ((mini.headline, "Left leg, ST36"), (mini.digits, "1:24"), (mini.cue, "Press")):
        assert QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Name) == words


def test_a_tone_for_the_eyes_shows_on_it(mini: MiniWindow) -> None:
    mini.flash.show_once()
    assert mini.flash.isVisible()
    mini.flash.hide()
