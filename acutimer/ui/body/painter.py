"""Draws a figure into a picture, layer by layer, with QImage and QPainter only, so that any thread may do it."""

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QTransform,
)

from acutimer.core.body import Bones, Edge, Figure, Layer, Lines, Outline, Part, Raised, Role, Soft, Stroke, Swelling
from acutimer.ui.body.canvas import Canvas, Fill
from acutimer.ui.body.palette import Tones
from acutimer.ui.body.strokes import outline_of, path_of, stroke_path

_SAMPLE_PX = 4.0
# What is blurred may be sampled this coarsely, as a share of the blur: nobody sees the corners.
_SOFT_SAMPLE = 0.4


def paint_figure(
    figure: Figure, px_per_unit: float, tones: Tones, *, bones: bool, window: QRect | None = None
) -> QImage:
    """The figure as drawn, on a transparent ground, covering its rect at `px_per_unit` device pixels to the unit.

    With `window` only those pixels of it: what lies outside costs next to nothing.
    """
    x, y, width, height = figure.rect
    whole = QSize(max(1, round(width * px_per_unit)), max(1, round(height * px_per_unit)))
    window = window or QRect(0, 0, whole.width(), whole.height())
    to_pixels = QTransform(px_per_unit, 0, 0, px_per_unit, -x * px_per_unit, -y * px_per_unit)
    canvas = Canvas(window.size(), to_pixels, window.topLeft())
    drawing = _Drawing(tones, _SAMPLE_PX / px_per_unit, bones=bones)
    shapes: dict[str, QPainterPath] = {}
    for part in figure.parts:
        if isinstance(part, Outline):
            drawing.draw_edge(canvas, _union(shapes[name] for name in part.parts), part.edge)
        else:
            shapes[part.name] = outline_of(part.contours)
            drawing.draw_part(canvas, part, shapes[part.name])
    _fade(canvas.picture, QRect(-window.topLeft(), whole), figure, px_per_unit)
    return canvas.picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


class _Drawing:
    """How the layers of one figure are drawn: in which tones, how finely, and whether its bones show through."""

    def __init__(self, tones: Tones, step: float, *, bones: bool) -> None:
        self._tones = tones
        self._step = step
        self._bones = bones

    def draw_part(self, canvas: Canvas, part: Part, shape: QPainterPath) -> None:
        """Draw a part on a sheet of its own, which is cut to the shape once, at the end."""
        if shape.isEmpty():
            self._draw_layers(canvas, part.layers, shape)
            return
        if not part.rims and not part.layers and part.fill:
            canvas.fill([(shape, self._tones.color(part.fill, part.alpha))])
        elif sheet := canvas.sheet(shape):
            if part.fill:
                sheet.flood(self._tones.color(part.fill))
            for rim in part.rims:
                sheet.rim(shape, self._tones.color(rim.role, rim.alpha), rim.blur)
            self._draw_layers(sheet, part.layers, shape)
            sheet.cut(shape, part.alpha)
            canvas.lay(sheet)
        if part.edge:
            self.draw_edge(canvas, shape, part.edge)

    def draw_edge(self, canvas: Canvas, shape: QPainterPath, edge: Edge) -> None:
        """Draw the line round a shape."""
        canvas.stroke(shape, self._tones.color(edge.role, edge.alpha), edge.width)

    def _draw_layers(self, canvas: Canvas, layers: Iterable[Layer], shape: QPainterPath) -> None:
        for layer in layers:
            match layer:
                case Soft():
                    self._draw_soft(canvas, layer)
                case Lines():
                    canvas.fill(self._strokes(layer.role, layer.strokes))
                case Raised():
                    self._draw_raised(canvas, layer)
                case Bones():
                    if self._bones:
                        self._draw_bones(canvas, layer)
                case Part():
                    self.draw_part(canvas, layer, outline_of(layer.contours).intersected(shape))
                case _:
                    assert_never(layer)

    def _draw_soft(self, canvas: Canvas, layer: Soft) -> None:
        forms = [(path_of([form.curve]), self._tones.color(layer.role, form.alpha)) for form in layer.forms]
        canvas.soft(forms + self._strokes(layer.role, layer.strokes, layer.blur * _SOFT_SAMPLE), layer.blur)

    def _strokes(self, role: Role, strokes: Iterable[Stroke], step: float = 0.0) -> list[Fill]:
        step = max(self._step, step)
        return [(stroke_path(stroke, step), self._tones.color(role, stroke.alpha)) for stroke in strokes]

    def _draw_raised(self, canvas: Canvas, layer: Raised) -> None:
        """Shade in a ring round each swelling, light on a cap that sits a little higher than its middle."""
        for blur in sorted({_blur_of(swelling) for swelling in layer.swellings}):
            alike = [swelling for swelling in layer.swellings if _blur_of(swelling) == blur]
            shapes = [(path_of([swelling.curve]), swelling) for swelling in alike]
            rings = [(_ring(path, it.blur * 0.9), self._tones.color(Role.SHADE, it.shade)) for path, it in shapes]
            caps = [(_cap(path, it.blur * 0.12), self._tones.color(Role.LIGHT, it.light)) for path, it in shapes]
            canvas.soft(rings, blur * 0.8)
            canvas.soft(caps, blur)

    def _draw_bones(self, canvas: Canvas, bones: Bones) -> None:
        over = [path_of([curve]) for curve in bones.over]
        shapes = [path_of([curve]) for curve in bones.under]
        for hiding in over:
            shapes = [shape.subtracted(hiding) for shape in shapes]
        shapes += over + [stroke_path(rib, self._step) for rib in bones.ribs]
        inside, rim = self._tones.color(Role.BONE), self._tones.color(Role.BONE_LINE, 0.34)
        for shape in canvas.rimmed(shapes, inside, rim, 9):
            canvas.stroke(shape, self._tones.color(Role.BONE_LINE, 0.55), bones.width)


def _blur_of(swelling: Swelling) -> float:
    """Swellings of about the same blur are drawn together."""
    return 3.0 * round(swelling.blur / 3)


def _ring(path: QPainterPath, width: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    return stroker.createStroke(path)


def _cap(path: QPainterPath, rise: float) -> QPainterPath:
    middle = path.boundingRect().center()
    shrink = QTransform.fromTranslate(-middle.x(), -middle.y()) * QTransform.fromScale(0.66, 0.66)
    return (shrink * QTransform.fromTranslate(middle.x(), middle.y() - rise)).map(path)


def _union(shapes: Iterable[QPainterPath]) -> QPainterPath:
    union = QPainterPath()
    for shape in shapes:
        union = union.united(shape)
    return union


def _fade(picture: QImage, whole: QRect, figure: Figure, px_per_unit: float) -> None:
    """Let the cut ends of a limb fade into the ground; `whole` is where the whole figure lies on the picture."""
    edges = (
        (figure.fade_top, (whole.x(), whole.y()), (0, 1)),
        (figure.fade_bottom, (whole.x(), whole.y() + whole.height()), (0, -1)),
        (figure.fade_left, (whole.x(), whole.y()), (1, 0)),
        (figure.fade_right, (whole.x() + whole.width(), whole.y()), (-1, 0)),
    )
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    for reach, (x, y), (dx, dy) in edges:
        if reach:
            reach_px = reach * px_per_unit
            gradient = QLinearGradient(x, y, x + dx * reach_px, y + dy * reach_px)
            for i in range(9):
                t = i / 8
                gradient.setColorAt(t, QColor.fromRgbF(0, 0, 0, t * t * (3 - 2 * t)))
            painter.fillRect(picture.rect(), QBrush(gradient))
    painter.end()
