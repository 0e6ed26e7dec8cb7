"""Where the small window stands: where it was left, as far as the screens of today allow."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize

EDGE_PX = 24


def placed(shape: Sequence[int], size: QSize, rooms: Sequence[QRect], usual: QRect) -> QPoint:
    """The upper left corner of a window of `size`, wholly inside one of `rooms`, the free space of each screen.

    `shape` is x, y, width and height as it was left, or nothing: then it is the lower right corner of `usual`. What
    was left on a screen that is gone stands there, too.
    """
    left = QRect(QPoint(shape[0], shape[1]), size) if len(shape) == 4 else QRect()
    room = max(rooms, key=lambda room: _shared(room, left), default=usual)
    if not left.isValid() or not room.intersects(left):
        return QPoint(usual.right() + 1 - EDGE_PX - size.width(), usual.bottom() + 1 - EDGE_PX - size.height())
    return QPoint(
        min(max(left.x(), room.left()), room.right() + 1 - size.width()),
        min(max(left.y(), room.top()), room.bottom() + 1 - size.height()),
    )


def _shared(room: QRect, left: QRect) -> int:
    both = room.intersected(left)
    return both.width() * both.height() if both.isValid() else 0
