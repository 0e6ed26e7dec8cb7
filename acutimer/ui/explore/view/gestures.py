"""What hands do on a stage: wheel and two fingers bring it nearer, a drag shifts it, a double click shows it whole."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

if TYPE_CHECKING:
    from acutimer.ui.explore.view.stage import Stage

# One notch of a wheel, which Qt counts as 120.
NOTCH = 120.0
NOTCH_FACTOR = 1.2


class Gestures(QObject):
    """Watches one stage. A press that moves is a drag when the stage is near; one that does not is a click."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._pressed: QPointF | None = None
        self._is_dragging = False
        self._is_double = False
        stage.grabGesture(Qt.GestureType.PinchGesture)
        stage.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what moves the stage; the rest is the stage's own."""
        match event:
            case QWheelEvent():
                return self._turn(event)
            case QNativeGestureEvent():
                return self._squeeze(event)
            case QGestureEvent():
                return self._pinch(event)
            case QMouseEvent():
                return self._touch(event)
        return super().eventFilter(watched, event)

    def _turn(self, event: QWheelEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        self._stage.zoom_by(NOTCH_FACTOR ** (event.angleDelta().y() / NOTCH), event.position().toTuple())
        event.accept()
        return True

    def _squeeze(self, event: QNativeGestureEvent) -> bool:
        kind = event.gestureType()
        if kind is Qt.NativeGestureType.ZoomNativeGesture:
            self._stage.zoom_by(math.exp(event.value()), event.position().toTuple())
        elif kind is Qt.NativeGestureType.SmartZoomNativeGesture:
            self._stage.see_whole()
        else:
            return False
        return True

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self._pressed = None
        centre, before = pinch.centerPoint(), pinch.lastCenterPoint()
        at = self._stage.mapFromGlobal(centre)
        self._stage.zoom_by(max(0.1, pinch.scaleFactor()), at.toTuple())
        if not before.isNull():
            self._stage.pan_by(*(centre - before).toTuple())
        event.accept(pinch)
        return True

    def _touch(self, event: QMouseEvent) -> bool:
        kind, is_left = event.type(), event.button() is Qt.MouseButton.LeftButton
        if kind is QEvent.Type.MouseButtonPress and is_left:
            self._pressed, self._is_dragging, self._is_double = event.position(), False, False
        elif kind is QEvent.Type.MouseMove and self._pressed is not None:
            return self._drag(event)
        elif kind is QEvent.Type.MouseButtonDblClick and is_left:
            self._is_double = True
            if self._stage.is_nearer and self._stage.is_ground(event.position()):
                self._stage.see_whole()
                return True
        elif kind is QEvent.Type.MouseButtonRelease and is_left:
            was_dragging, self._pressed = self._is_dragging, None
            self._is_dragging = False
            if was_dragging:
                self._stage.unsetCursor()
                self._stage.come_to_rest()
                return True
            return self._is_double  # its first click was one already
        return False

    def _drag(self, event: QMouseEvent) -> bool:
        assert self._pressed is not None
        way = event.position() - self._pressed
        if not self._is_dragging:
            is_far = way.manhattanLength() >= QApplication.startDragDistance()
            self._is_dragging = is_far and self._stage.is_nearer
        if self._is_dragging:
            self._pressed = event.position()
            self._stage.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._stage.pan_by(way.x(), way.y())
        return self._is_dragging
