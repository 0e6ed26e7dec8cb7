"""A figure as it comes from the painter: nothing at first, then sharp; while its size changes, the last stretched."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPainter

from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.explore.framing import Frame


class Drawing(QObject):
    """The picture of one stage. It asks for one size at a time, so that resizing does not pile up work."""

    changed = Signal()

    def __init__(self, figures: Figures, parent: QObject) -> None:
        super().__init__(parent)
        self._figures = figures
        self._wanted: FigureKey | None = None
        self._asked: FigureKey | None = None
        self._image: QImage | None = None
        self._shown: FigureKey | None = None
        self._is_sharp = False
        self._ahead: Callable[[], Iterable[FigureKey]] = tuple
        figures.drawn.connect(self._take)

    @property
    def image(self) -> QImage | None:
        """The picture of the figure's rect, or None while there is nothing yet."""
        return self._image

    @property
    def key(self) -> FigureKey | None:
        """Which figure the image shows, at whatever size."""
        return self._shown

    def want(self, key: FigureKey, ahead: Callable[[], Iterable[FigureKey]] = tuple) -> None:
        """Show this from now on; `ahead` tells, when it is there, what is to be drawn next."""
        self._ahead = ahead
        if key == self._wanted and self._image is not None:
            return
        self._wanted = key
        self._is_sharp = False
        if self._shown is not None and not _is_alike(self._shown, key):
            self._image = self._shown = None
        if self._asked is None or not _is_alike(self._asked, key):
            self._ask(key)

    def paint(self, painter: QPainter, frame: Frame, instead: QImage | None = None) -> None:
        """Paint it into its frame: pixel for pixel where it was drawn for that size. `instead`: the same, lit."""
        if self._image is None:
            return
        size = QSizeF(*frame.size)
        if self._is_sharp:
            size = QSizeF(self._image.width(), self._image.height()) / painter.device().devicePixelRatioF()
        painter.drawImage(QRectF(QPointF(frame.left, frame.top), size), instead or self._image)

    def _ask(self, key: FigureKey) -> None:
        image = self._figures.get(key)
        if image is None:
            self._asked = key
            if self._image is None:
                self._show(self._figures.stand_in(key), key, is_sharp=False)
            return
        self._asked = None
        self._show(image, key, is_sharp=True)
        for other in self._ahead():
            self._figures.get(other)

    def _take(self, key: FigureKey) -> None:
        if key != self._asked or self._wanted is None:
            return
        self._asked = None
        if key != self._wanted and _is_alike(key, self._wanted):
            self._show(self._figures.get(key), key, is_sharp=False)
        self._ask(self._wanted)

    def _show(self, image: QImage | None, key: FigureKey, *, is_sharp: bool) -> None:
        if image is not None:
            self._image, self._shown, self._is_sharp = image, key, is_sharp
            self.changed.emit()


def _is_alike(one: FigureKey, other: FigureKey) -> bool:
    """Whether both show the same, but for the size."""
    return replace(one, px_per_unit=other.px_per_unit) == other
