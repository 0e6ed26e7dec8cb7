"""A picture one paints on in a figure's own unit."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from acutimer.ui.body.masks import Draw, blurred, paint_soft

Fill = tuple[QPainterPath, QColor]

# Eight bits a channel would show the many faint layers as streaks and bands.
_FORMAT = QImage.Format.Format_RGBA64_Premultiplied


class Canvas:
    """A transparent picture of `size` pixels, `origin` being where in the figure's whole picture it begins.

    `to_pixels` maps the figure's unit to pixels of the whole picture.
    """

    def __init__(self, size: QSize, to_pixels: QTransform, origin: QPoint | None = None) -> None:
        self.picture = QImage(size, _FORMAT)
        self.picture.fill(Qt.GlobalColor.transparent)
        self._whole = to_pixels
        self._origin = origin or QPoint()
        self._to_pixels = to_pixels * QTransform.fromTranslate(-self._origin.x(), -self._origin.y())
        self._scale = to_pixels.m11()

    def sheet(self, shape: QPainterPath, margin_px: int = 2) -> "Canvas | None":
        """An empty canvas just large enough for what of the shape lies on this one, or None where nothing does."""
        box = self._to_pixels.mapRect(shape.boundingRect()).toAlignedRect()
        box = box.adjusted(-margin_px, -margin_px, margin_px, margin_px).intersected(self.picture.rect())
        return None if box.isEmpty() else Canvas(box.size(), self._whole, box.topLeft() + self._origin)

    def flood(self, color: QColor) -> None:
        """Cover everything."""
        self.picture.fill(color)

    def fill(self, fills: Iterable[Fill]) -> None:
        """Fill each path with its colour."""
        with self._painting() as painter:
            for path, color in fills:
                painter.fillPath(path, color)

    def stroke(self, path: QPainterPath, color: QColor, width: float) -> None:
        """Draw a line of even width, in the figure's unit, along the path."""
        pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        with self._painting() as painter:
            painter.strokePath(path, pen)

    def soft(self, fills: list[Fill], blur: float) -> None:
        """Fill each path with its colour, all blurred together; the blur's standard deviation is half of `blur`."""
        box = QRectF()
        for path, _ in fills:
            box = box.united(path.boundingRect())

        def draw(painter: QPainter) -> None:
            for path, color in fills:
                painter.fillPath(path, color)

        self._soft(box, blur, draw)

    def rim(self, shape: QPainterPath, color: QColor, blur: float) -> None:
        """Let the colour creep softly inwards from all round the shape."""
        self._soft(shape.boundingRect(), blur, self._rim(shape, color, blur))

    def rimmed(
        self, shapes: Sequence[QPainterPath], inside: QColor, rim: QColor, blur: float
    ) -> Iterator[QPainterPath]:
        """Fill shape by shape, let `rim` creep inwards from all round it, and hand it over before the next one."""
        things = [(shape.boundingRect(), self._rim(shape, rim, blur)) for shape in shapes]
        rims = blurred(QRectF(self.picture.rect()), self._to_pixels, blur / 2 * self._scale, things)
        for shape, soft in zip(shapes, rims, strict=True):
            if soft is None:
                continue
            with self._painting() as painter:
                painter.fillPath(shape, inside)
                painter.setClipPath(shape)
                painter.resetTransform()
                soft.paint(painter)
            yield shape

    def _rim(self, shape: QPainterPath, color: QColor, blur: float) -> Draw:
        margin = 4 * blur + 8 / self._scale
        around = shape.boundingRect().adjusted(-margin, -margin, margin, margin)

        def draw(painter: QPainter) -> None:
            painter.fillRect(around, color)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
            painter.fillPath(shape, Qt.GlobalColor.black)

        return draw

    def cut(self, shape: QPainterPath, alpha: float = 1.0) -> None:
        """Keep only what lies inside the shape, at `alpha` of its strength."""
        mask = QImage(self.picture.size(), QImage.Format.Format_Alpha8)
        mask.fill(0)
        with self._painting(mask) as painter:
            painter.fillPath(shape, QColor.fromRgbF(0, 0, 0, alpha))
        with self._painting(in_pixels=True) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            painter.drawImage(0, 0, mask)

    def lay(self, sheet: "Canvas") -> None:
        """Lay another canvas of the same figure on this one, where it belongs."""
        with self._painting(in_pixels=True) as painter:
            painter.drawImage(sheet._origin - self._origin, sheet.picture)

    def _soft(self, box: QRectF, blur: float, draw: Draw) -> None:
        with self._painting(in_pixels=True) as painter:
            paint_soft(painter, box, self._to_pixels, blur / 2 * self._scale, draw)

    @contextmanager
    def _painting(self, on: QImage | None = None, *, in_pixels: bool = False) -> Iterator[QPainter]:
        painter = QPainter(self.picture if on is None else on)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if not in_pixels:
            painter.setTransform(self._to_pixels)
        try:
            yield painter
        finally:
            painter.end()
