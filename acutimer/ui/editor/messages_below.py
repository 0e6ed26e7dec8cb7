"""Keeps the editor's head free: Undo, Try it and Save stay in reach while a message tells what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from acutimer.ui.floating import floating_over
from acutimer.ui.kit.scroll import BAR_PX

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MOVED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class MessagesBelow(QObject):
    """Has the window's messages lie at the foot of `column` while that is seen, else at that of the `side`."""

    def __init__(self, page: QWidget, column: QWidget, side: QWidget) -> None:
        super().__init__(page)
        self._page, self._column, self._side = page, column, side
        for widget in (page, column, side):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is seen of both."""
        if event.type() in MOVED:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        floating = floating_over(self._page)
        if floating is None:
            return
        if not self._page.isVisible():
            floating.lie_at_foot(None)
        elif self._column.isVisible():
            floating.lie_at_foot(self._column, BAR_PX)
        else:
            floating.lie_at_foot(self._side)
