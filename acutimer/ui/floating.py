"""What lies over a screen: a short column at the top, in the middle. What stays makes the screen below give way.

A page that needs its head all the time has what goes by itself at the foot instead.
"""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

WIDTH_PX = 820
TOP_PX = 12
GAP_PX = 8


class Part(Protocol):
    """A widget that may lie over a screen."""

    @property
    def stays(self) -> bool:
        """Whether it is there until somebody answers it; what goes by itself lies over the screen."""
        ...  # pragma: no cover


class Floating(QWidget):
    """Holds `parts` one below the other in `window`, above `over`, which lies in the layout `room`.

    Parts that stay come first. `room` gets a margin at its top for them, where `over` is left high enough;
    set `is_over_all` where it is never to get one.
    """

    def __init__(self, window: QWidget, over: QWidget, room: QLayout, *parts: QWidget) -> None:
        super().__init__(window)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        for part in parts:
            layout.addWidget(part)
            part.installEventFilter(self)
        self.is_over_all = False
        self._foot_of: QWidget | None = None
        self._gutter_px = 0
        self._over, self._room, self._parts = over, room, parts
        over.installEventFilter(self)
        self.place()

    def place(self) -> None:
        """Lie where there is something to show, and nowhere else."""
        shown = [part for part in self._parts if not part.isHidden()]
        width = min(WIDTH_PX, self._over.width() - 2 * TOP_PX)
        self._make_room([part for part in shown if getattr(part, "stays", False)], width)
        if not shown:
            self.hide()
            return
        over, top = self._over.geometry(), TOP_PX
        if self._foot_of is not None and not any(getattr(part, "stays", False) for part in shown):
            over = QRect(self._foot_of.mapTo(self.window(), QPoint()), self._foot_of.size())
            over.setWidth(over.width() - self._gutter_px)
            width = min(WIDTH_PX, over.width())
            top = over.bottom() + 1 - TOP_PX - _height(shown, width)
        self.setGeometry(over.left() + (over.width() - width) // 2, top, width, _height(shown, width))
        self.show()
        self.raise_()

    def lie_at_foot(self, of: QWidget | None, gutter_px: int = 0) -> None:
        """Let what goes by itself lie at the foot of a part of what is below; None: at the top again.

        The part's last `gutter_px` across stay free. Say it again when it has another place or size.
        """
        self._foot_of, self._gutter_px = of, gutter_px
        self.place()

    def _make_room(self, staying: list[QWidget], width: int) -> None:
        needed = TOP_PX + _height(staying, width) if staying and not self.is_over_all else 0
        if self._over.minimumSizeHint().height() + needed > self.window().height():
            needed = 0
        if self._room.contentsMargins().top() != needed:
            self._room.setContentsMargins(0, needed, 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what is below, and the coming and going of the parts."""
        moved = watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        came = watched is not self._over and event.type() in (
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
            QEvent.Type.LayoutRequest,
        )
        if moved or came:
            self.place()
        return super().eventFilter(watched, event)


def floating_over(widget: QWidget) -> Floating | None:
    """What lies over the screens of the window that `widget` is in, if that has one."""
    return widget.window().findChild(Floating, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _height(parts: list[QWidget], width: int) -> int:
    """How high `parts` are, one below the other, `width` px wide."""
    heights = (part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height() for part in parts)
    return sum(heights) + GAP_PX * (len(parts) - 1)
