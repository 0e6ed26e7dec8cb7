"""What one can read of a widget: every text that is painted, where it stands, and whether something of it is cut off.

Nothing is looked up in the widgets' own properties: each is painted on a device that only listens, so words painted by
hand are found as well as those of a label, as they reach the screen, shortened or not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

ROUNDING_PX = 2.5  # a letter may reach a little beyond where it stands
ACCENT = 0.06  # of the letters' size: so much of the mark on a capital may be lost, and it is still seen
SHORTENED = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Painted:
    """One run of letters as `widget` paints it: where its ink is, in the widget's own pixels, and in which colour.

    `seen` is what the painter let through of the ink, which is less where a clip was set.
    """

    widget: QWidget
    words: str
    ink: QRectF
    seen: QRectF
    color: QColor
    px: float

    def __str__(self) -> str:
        return f"{type(self.widget).__name__} {self.words!r}"


def painted(widget: QWidget) -> list[Painted]:
    """Every text that `widget`, and whatever is shown in it, paints now. Lay it out first."""
    return [it for one in shown_in(widget) for it in _listen(one)]


def cut_off(widget: QWidget) -> list[str]:
    """What cannot be read to its end, a line each: shortened, or cut by its widget, by a clip or by what it lies in.

    Lines that a scrolled column hides above or below are not cut off: one can scroll to them.
    """
    found: list[str] = []
    for text in painted(widget):
        if _is_typed(text):
            continue
        if SHORTENED in text.words and not _means_it(text):
            found.append(f"{text} is shortened")
        elif why := _cut(text, widget):
            found.append(f"{text} at {_place(text.ink)} {why}")
    return found


def _cut(text: Painted, root: QWidget) -> str:
    own = QRectF(text.widget.rect()).adjusted(-ROUNDING_PX, -ROUNDING_PX, ROUNDING_PX, ROUNDING_PX)
    ink = text.ink.adjusted(0, ACCENT * text.px, 0, 0)
    is_scrolled = _is_scrolled(text.widget)
    if not is_scrolled and not own.contains(ink):
        return f"goes beyond its own {_place(QRectF(text.widget.rect()))}"
    if is_scrolled and not (own.left() <= ink.left() and ink.right() <= own.right()):
        return f"goes sideways beyond its own {_place(QRectF(text.widget.rect()))}"
    if _lacks(ink, text.seen, up_and_down=not is_scrolled):
        return f"is painted inside {_place(text.seen)} alone"
    if is_scrolled:
        ink = ink.intersected(QRectF(text.widget.rect()))
    return "" if ink.isEmpty() else _cut_outside(ink, text.widget, root)


def _cut_outside(there: QRectF, inner: QWidget, root: QWidget) -> str:
    """Whether something the widget lies in cuts off what is at that place of it."""
    outer = inner.parentWidget()
    while inner is not root and outer is not None:
        there = there.translated(QPointF(inner.pos()))
        seen = there.intersected(QRectF(outer.rect()))
        is_viewport = _is_scrolled(outer)
        if seen.isEmpty():
            return "" if is_viewport else f"lies outside its {type(outer).__name__}, {_place(QRectF(outer.rect()))}"
        if _lacks(there, seen, up_and_down=not is_viewport):
            return f"is cut off by its {type(outer).__name__}, {_place(QRectF(outer.rect()))}"
        there = seen
        inner, outer = outer, outer.parentWidget()
    return ""


def _lacks(whole: QRectF, seen: QRectF, *, up_and_down: bool) -> bool:
    sideways = seen.left() > whole.left() + ROUNDING_PX or seen.right() < whole.right() - ROUNDING_PX
    return sideways or (
        up_and_down and (seen.top() > whole.top() + ROUNDING_PX or seen.bottom() < whole.bottom() - ROUNDING_PX)
    )


def _is_scrolled(widget: QWidget) -> bool:
    """Whether it is the window of something that scrolls up and down."""
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _is_typed(text: Painted) -> bool:
    """Whether somebody types there: the line goes with the cursor."""
    return isinstance(text.widget, QLineEdit) and bool(text.widget.text())


def _means_it(text: Painted) -> bool:
    """Whether the dots are in the words themselves."""
    told = getattr(text.widget, "text", None) or getattr(text.widget, "accessibleName", None)
    return callable(told) and SHORTENED in str(told())


def _place(rect: QRectF) -> str:
    return f"({rect.x():.0f}, {rect.y():.0f}, {rect.width():.0f} x {rect.height():.0f})"


def shown_in(widget: QWidget) -> Iterator[QWidget]:
    """It and everything in it that is to be seen."""
    if not widget.isVisible() or widget.size().isEmpty():
        return
    yield widget
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from shown_in(child)


def _listen(widget: QWidget) -> list[Painted]:
    listener = _Listener(widget)
    device = _Device(listener, widget.size())
    # The widget alone, not what is in it, and not clipped to what can be seen of it now.
    widget.render(device, QPoint(), QRegion(QRect(QPoint(), widget.size())), QWidget.RenderFlag(0))
    return listener.heard


def _at(place: QPointF | QPoint | QPainterPath.Element) -> QPointF:
    if isinstance(place, QPainterPath.Element):
        return QPointF(place.x, place.y)
    return QPointF(place)


class _Listener(QPaintEngine):
    """Draws nothing and remembers the letters."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.widget = widget
        self.heard: list[Painted] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState) -> None:  # noqa: N802  as Qt calls it
        pass

    def drawTextItem(self, p: QPointF | QPoint | QPainterPath.Element, item: QTextItem) -> None:  # noqa: N802  as Qt calls it
        words, painter = item.text().strip(), self.painter()
        color = painter.pen().color()
        if not words or not color.alpha() or not painter.opacity():
            return
        metrics = QFontMetricsF(item.font())
        ink = metrics.tightBoundingRect(item.text()).translated(_at(p))
        shown = painter.deviceTransform().mapRect(ink)
        seen = shown
        if painter.hasClipping():
            seen = shown.intersected(painter.deviceTransform().mapRect(painter.clipBoundingRect()))
        self.heard.append(Painted(self.widget, words, shown, seen, color, item.font().pixelSize()))

    def drawPixmap(self, *_what: object) -> None:  # noqa: N802  as Qt calls it
        pass

    def drawTiledPixmap(self, *_what: object) -> None:  # noqa: N802  as Qt calls it
        pass

    def drawImage(self, *_what: object) -> None:  # noqa: N802  as Qt calls it
        pass

    def drawPath(self, _path: object) -> None:  # noqa: N802  as Qt calls it
        pass

    def drawPolygon(self, *_what: object) -> None:  # noqa: N802  as Qt calls it
        pass

    def drawRects(self, *_what: object) -> None:  # noqa: N802  as Qt calls it
        pass

    def drawLines(self, *_what: object) -> None:  # noqa: N802  as Qt calls it
        pass

    def drawEllipse(self, *_what: object) -> None:  # noqa: N802  as Qt calls it
        pass

    def drawPoints(self, *_what: object) -> None:  # noqa: N802  as Qt calls it
        pass


class _Device(QPaintDevice):
    """As large as the widget, at a pixel a pixel."""

    def __init__(self, engine: QPaintEngine, size: QSize) -> None:
        super().__init__()
        self._engine = engine
        metric = QPaintDevice.PaintDeviceMetric
        self._metrics = {
            metric.PdmWidth: size.width(),
            metric.PdmHeight: size.height(),
            metric.PdmWidthMM: size.width(),
            metric.PdmHeightMM: size.height(),
            metric.PdmDpiX: 96,
            metric.PdmDpiY: 96,
            metric.PdmPhysicalDpiX: 96,
            metric.PdmPhysicalDpiY: 96,
            metric.PdmDepth: 32,
            metric.PdmNumColors: 1 << 24,
            metric.PdmDevicePixelRatio: 1,
            metric.PdmDevicePixelRatioScaled: 1 << 16,
        }

    def paintEngine(self) -> QPaintEngine:  # noqa: N802  as Qt calls it
        return self._engine

    def metric(self, asked: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(asked, 0)
