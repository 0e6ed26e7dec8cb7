"""The ring round what the keyboard has: 3 px of pine, 2 px away, outside the control; never after a click."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget
from shiboken6 import isValid

from acutimer.ui.kit.tokens import color, tokens

GAP_PX = 2
WIDTH_PX = 3
REACH_PX = GAP_PX + WIDTH_PX

# a window's own note of what last moved its focus; Qt's WA_KeyboardFocusChange forgets it when the program moves it
BY_KEYS = "acutimer_by_keys"
IN_TURN = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.ZOrderChange)
LOST = (QEvent.Type.Hide, QEvent.Type.ParentChange)


class FocusRing(QWidget):
    """One to a window, above everything, deaf to the mouse. It follows the control it belongs to."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._control: QWidget | None = None
        self._watched: list[QWidget] = []
        self._rect = QRectF()
        self._radius = 0.0
        self.hide()

    @property
    def control(self) -> QWidget | None:
        """What wears the ring now."""
        return self._control

    def follow(self, control: QWidget) -> None:
        """Go round `control`, and stay with it until it loses the focus."""
        self.leave()
        self._control = control
        ancestor: QWidget | None = control
        while ancestor is not None:
            ancestor.installEventFilter(self)
            self._watched.append(ancestor)
            ancestor = None if ancestor.isWindow() else ancestor.parentWidget()
        self.place()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Belong to nothing."""
        for widget in self._watched:
            if isValid(widget):  # at the end of the program Qt takes widgets away in any order
                widget.removeEventFilter(self)
        self._watched.clear()
        self._control = None
        self.hide()

    def place(self) -> None:
        """Lie where the control is now, cut off where a scroll area ends."""
        control = self._control
        if control is None:
            return
        if not isValid(control):  # taken away together with what it lay in
            self.leave()
            return
        rect, self._radius = shape_of(control)
        origin = control.mapTo(self.window(), QPoint(0, 0))
        reach = rect.adjusted(-REACH_PX, -REACH_PX, REACH_PX, REACH_PX).toAlignedRect()
        self._rect = rect.translated(-reach.left(), -reach.top())
        self.setGeometry(reach.translated(origin))
        seen = self.geometry().intersected(self._seen(control)).translated(-self.pos())
        if seen == self.rect():
            self.clearMask()
        else:
            self.setMask(QRegion(seen))
        self.update()

    def _seen(self, control: QWidget) -> QRect:
        seen = self.window().rect()
        ancestor = control.parentWidget()
        while ancestor is not None and not ancestor.isWindow():
            outer = ancestor.parentWidget()
            if isinstance(outer, QAbstractScrollArea) and outer.viewport() is ancestor:
                there = QRect(ancestor.mapTo(self.window(), QPoint(0, 0)), ancestor.size())
                seen = seen.intersected(there.adjusted(-REACH_PX, -REACH_PX, REACH_PX, REACH_PX))
            ancestor = outer
        return seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control and everything it lies in."""
        if event.type() in FOLLOWED:
            self.place()
        elif event.type() in LOST:
            self.leave()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(tokens(self).pine), WIDTH_PX))
        away = GAP_PX + WIDTH_PX / 2
        radius = self._radius + away
        painter.drawRoundedRect(self._rect.adjusted(-away, -away, away, away), radius, radius)
        painter.end()


def shape_of(control: QWidget) -> tuple[QRectF, float]:
    """The shape a control tells by `outline()`, or a softly rounded rectangle for one of Qt's own."""
    outline = getattr(control, "outline", None)
    return outline() if outline else (QRectF(control.rect()), 10.0)


def focus_came(control: QWidget, event: QFocusEvent) -> None:
    """To be called from focusInEvent: show the ring if the keyboard brought the focus, or was last used."""
    window = control.window()
    if event.reason() in KEYBOARD:
        window.setProperty(BY_KEYS, True)
        if event.reason() in IN_TURN:
            _bring_into_sight(control)
    elif event.reason() is Qt.FocusReason.MouseFocusReason:
        window.setProperty(BY_KEYS, False)
    if window.property(BY_KEYS):
        ring = window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly) or FocusRing(window)
        ring.follow(control)


def _bring_into_sight(control: QWidget) -> None:
    """Scroll to it. Qt does so only where the keyboard was in the same column before."""
    ancestor = control.parentWidget()
    while ancestor is not None and not ancestor.isWindow():
        if isinstance(ancestor, QScrollArea):
            ancestor.ensureWidgetVisible(control)
        ancestor = ancestor.parentWidget()


@contextmanager
def handed_on(window: QWidget) -> Iterator[None]:
    """While Qt hands on the focus of something that is being hidden: as if Tab had been pressed, but nobody did."""
    by_keys = window.property(BY_KEYS)
    yield
    if not by_keys:
        window.setProperty(BY_KEYS, False)
        ring = window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if ring is not None:
            ring.leave()


def focus_went(control: QWidget) -> None:
    """To be called from focusOutEvent."""
    ring = control.window().findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if ring is not None and ring.control is control:
        ring.leave()
