"""The one road from code to the user's eye: short lines in a bar, never a dialog."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from acutimer.ui.kit.buttons import BORDER_PX, Button, IconButton, Look, paint_shape
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent, QHideEvent, QPaintEvent, QShowEvent

INFO_SECONDS = 8.0
ACTION_SECONDS = 10.0
RADIUS_PX = 16


@dataclass(frozen=True, slots=True)
class Message:
    """One line. It goes after `seconds`, or stays until closed where that is None.

    `action` names a button that calls `do`; `lapsed` is called instead when the line goes without it. `is_undo`: what
    it does is to take back what was done, so that Ctrl+Z does it, too.
    """

    text: str
    kind: Literal["info", "caution"]
    action: str | None
    do: Callable[[], None] | None
    lapsed: Callable[[], None] | None
    seconds: float | None
    is_undo: bool = False


class Messages(QObject):
    """Whoever has something to say says it here; whoever shows it, or a test, listens to `said`."""

    said = Signal(object)
    """A Message."""
    taken_back = Signal(str)
    """The words of a line whose cause is gone."""

    def take_back(self, text: str) -> None:
        """Let a line that was said go: what it tells of is over. One that is gone already stays gone."""
        self.taken_back.emit(text)

    def say(
        self,
        text: str,
        kind: Literal["info", "caution"] = "info",
        action: str | None = None,
        do: Callable[[], None] | None = None,
        seconds: float | None = None,
        *,
        lapsed: Callable[[], None] | None = None,
    ) -> None:
        """Say one clear line. Without `seconds` a caution stays, an offer to act lasts 10 s, anything else 8 s."""
        if seconds is None and kind == "info":
            seconds = ACTION_SECONDS if action else INFO_SECONDS
        self.said.emit(Message(text, kind, action, do, lapsed, seconds))

    def offer_undo(self, text: str, do: Callable[[], None], *, lapsed: Callable[[], None] | None = None) -> None:
        """Say what was done, and offer for 10 s to take it back."""
        self.said.emit(Message(text, "info", self.tr("Undo"), do, lapsed, ACTION_SECONDS, is_undo=True))


class MessageBar(QFrame):
    """Shows the newest line; what stays comes back when what goes has gone. An alert to a screen reader.

    It waits while the pointer is over it or the keyboard is in it.
    """

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: list[Message] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._icon = Icon("warn", 22, "ochre_ink")
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._words = Text("", "body", wrap=True, align=middle)
        self._action = Button("", "secondary", height=44)
        self._action.clicked.connect(self._act)
        self._undo = QShortcut(QKeySequence.StandardKey.Undo, self)
        self._undo.activated.connect(self._act)
        self._close = IconButton(self.tr("Close this message"), "close")
        self._close.clicked.connect(self.dismiss)
        for button in (self._action, self._close):
            button.installEventFilter(self)
        parts = (self._icon, (self._words, 1), self._action, self._close)
        row(*parts, spacing=12, margins=(18, 8, 10, 8), parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()
        messages.said.connect(self.show_message)
        messages.taken_back.connect(self.take_back)

    @property
    def message(self) -> Message | None:
        """The line shown now."""
        return self._messages[-1] if self._messages else None

    @property
    def stays(self) -> bool:
        """Whether the line shown is there until it is closed by hand."""
        return self.message is not None and self.message.seconds is None

    def show_message(self, message: Message) -> None:
        """Show a line over those that stay. One that is there already is not said twice."""
        if self.message is not None and self.message.seconds is not None:
            self._drop(self._messages.pop())
        self._messages = [it for it in self._messages if it.text != message.text]
        self._messages.append(message)
        self._present()

    def take_back(self, text: str) -> None:
        """Take the line with these words away, wherever it lies."""
        gone = [it for it in self._messages if it.text == text]
        self._messages = [it for it in self._messages if it.text != text]
        for message in gone:
            self._drop(message)
        if gone:
            self._present()

    def dismiss(self) -> None:
        """Take the line away."""
        if self._messages:
            self._drop(self._messages.pop())
        self._present()

    def dismiss_all(self) -> None:
        """Take every line away, as the window closes."""
        while self._messages:
            self._drop(self._messages.pop())
        self._present()

    def _drop(self, message: Message) -> None:
        if message.lapsed is not None:
            message.lapsed()

    def _act(self) -> None:
        message = self._messages.pop()
        self._present()
        if message.do is not None:
            message.do()

    def _present(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        message = self.message
        self._timer.stop()
        self.setVisible(message is not None)
        if message is None:
            return
        is_caution = message.kind == "caution"
        self._icon.setVisible(is_caution)
        self._words.set_color("ochre_ink" if is_caution else "ink")
        self._words.setText(message.text)
        self.setAccessibleName(message.text)
        self._action.setVisible(message.action is not None)
        self._action.setText(message.action or "")
        self._undo.setEnabled(message.is_undo)
        self.updateGeometry()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._count_down()

    def _count_down(self) -> None:
        message, focused = self.message, QApplication.focusWidget()
        has_keyboard = focused is not None and self.isAncestorOf(focused)
        if message is not None and message.seconds is not None and self.isVisible() and not has_keyboard:
            self._timer.start(round(message.seconds * 1000))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait while the keyboard is at a button, and start the time anew when it leaves."""
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self._count_down()
        return False

    def event(self, event: QEvent) -> bool:
        """Start the time anew when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self._count_down()
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer is here."""
        self._timer.stop()
        super().enterEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to count."""
        super().showEvent(event)
        self._count_down()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no timer behind; in a window that was only minimised the time goes on."""
        if not event.spontaneous():
            self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_caution = self.message is not None and self.message.kind == "caution"
        caution = Look(theme.ochre_soft, theme.ochre_ink, theme.ochre_line, BORDER_PX)
        look = caution if is_caution else Look(theme.surface, theme.ink, theme.edge, BORDER_PX)
        paint_shape(painter, QRectF(self.rect()), RADIUS_PX, look)
        painter.end()
