"""A figure as it comes from the painter: nothing at first, then sharp; while its size changes, the last stretched."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPainter, QRegion

from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.explore.view.framing import Frame

Tint = Callable[[QImage, FigureKey], QImage]


class Drawing(QObject):
    """The picture of one stage. It asks for one size at a time, so that resizing does not pile up work.

    Come nearer, the picture is stretched, and over it lies a sharp part of just what is in sight, once it is there.
    """

    changed = Signal()

    def __init__(self, figures: Figures, parent: QObject) -> None:
        super().__init__(parent)
        self._figures = figures
        self._wanted: FigureKey | None = None
        self._asked: FigureKey | None = None
        self._image: QImage | None = None
        self._shown: FigureKey | None = None
        self._part_asked: FigureKey | None = None
        self._part: tuple[FigureKey, QImage] | None = None
        self._plain: QImage | None = None  # the image and the part as they came
        self._plain_part: QImage | None = None
        self._finish: Tint | None = None
        self._tint: Tint | None = None
        self._tinted: dict[FigureKey, QImage] = {}
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
        if self._shown is not None and not _is_alike(self._shown, key):
            self._image = self._shown = None
        if self._part is not None and not _is_alike(self._part[0], key):
            self._part = None
        if self._asked is None or not _is_alike(self._asked, key):
            self._ask(key)

    def sharpen(self, part: FigureKey | None) -> None:
        """Show this part of the picture sharp, at its own size, over the stretched whole; None: only the whole."""
        self._part_asked = part
        image = None if part is None else self._figures.get(part)
        if part is None or image is not None:
            self._show_part(part, image)

    def finish(self, finish: Tint | None) -> None:
        """Have `finish` go over every picture once, when it comes, and over what is shown now; None: over none."""
        self._finish = finish
        if self._plain is not None and self._shown is not None:
            self._image = self._finished(self._plain, self._shown)
        if self._plain_part is not None and self._part is not None:
            self._part = (self._part[0], self._finished(self._plain_part, self._part[0]))
        self._tinted.clear()
        self.changed.emit()

    def tint(self, tint: Tint | None) -> None:
        """Show the picture as `tint` makes it, from now on; None: as it is."""
        self._tint = tint
        self._tinted.clear()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Paint it into its frame: pixel for pixel where it was drawn for that size."""
        if self._image is None or self._shown is None:
            return
        whole = _target(frame, self._shown, self._image, painter)
        if self._part is None:
            painter.drawImage(whole, self._look(self._shown, self._image))
            return
        key, image = self._part
        there = _target(frame, key, image, painter)
        painter.save()
        seen = QRegion(painter.viewport()) if not painter.hasClipping() else painter.clipRegion()
        painter.setClipRegion(seen - QRegion(there.toRect()))
        painter.drawImage(whole, self._look(self._shown, self._image))
        painter.restore()
        painter.drawImage(there, self._look(key, image))

    def paint_whole(self, painter: QPainter, frame: Frame) -> None:
        """Paint all of it into a frame of any size, without its tint and nothing sharper: on the way somewhere."""
        if self._image is not None and self._shown is not None:
            painter.drawImage(_target(frame, self._shown, self._image, painter), self._image)

    def _look(self, key: FigureKey, image: QImage) -> QImage:
        if self._tint is None:
            return image
        if key not in self._tinted:
            self._tinted[key] = self._tint(image, key)
        return self._tinted[key]

    def _finished(self, image: QImage, key: FigureKey) -> QImage:
        return image if self._finish is None else self._finish(image, key)

    def _ask(self, key: FigureKey) -> None:
        image = self._figures.get(key)
        if image is None:
            self._asked = key
            if self._image is None:
                self._show(self._figures.stand_in(key), key)
            return
        self._asked = None
        self._show(image, key)
        for other in self._ahead():
            self._figures.get(other)

    def _take(self, key: FigureKey) -> None:
        if key == self._part_asked:
            self._show_part(key, self._figures.get(key))
        if key != self._asked or self._wanted is None:
            return
        self._asked = None
        if key != self._wanted and _is_alike(key, self._wanted):
            self._show(self._figures.get(key), key)
        self._ask(self._wanted)

    def _show(self, image: QImage | None, key: FigureKey) -> None:
        if image is not None:
            self._plain, self._image, self._shown = image, self._finished(image, key), key
            self._tinted.clear()
            self.changed.emit()

    def _show_part(self, key: FigureKey | None, image: QImage | None) -> None:
        self._plain_part = image
        self._part = None if key is None or image is None else (key, self._finished(image, key))
        self._part_asked = None
        self._tinted.clear()
        self.changed.emit()


def _is_alike(one: FigureKey, other: FigureKey) -> bool:
    """Whether both show the same, but for the size and for how much of it."""
    return replace(one, px_per_unit=other.px_per_unit, part=other.part) == other


def _target(frame: Frame, key: FigureKey, image: QImage, painter: QPainter) -> QRectF:
    """Where a picture lies on the stage; on exactly as many pixels as it has, where it was drawn for that size."""
    ratio = painter.device().devicePixelRatioF()
    across, down = frame.size
    left, top = frame.left, frame.top
    if key.part is None:
        is_exact = image.width() == round(across * ratio)
        width, height = (image.width() / ratio, image.height() / ratio) if is_exact else (across, down)
        return QRectF(left, top, width, height)
    x, y, width, height = key.part
    if key.flipped:
        x = round(frame.figure.rect[2] * key.px_per_unit) - x - width
    share = frame.scale / key.px_per_unit
    return QRectF(left + x * share, top + y * share, width * share, height * share)
