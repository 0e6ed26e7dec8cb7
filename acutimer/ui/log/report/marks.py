"""What a sheet is made of. Every mark knows the rectangle it covers, in mm, and paints itself in units."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from acutimer.ui.log.report.letters import UNITS_PER_MM, Letters, Setting

TRACK, EMBER, RULE, FAINT = "#E4EAE8", "#BE3F12", "#B9C4C1", "#DDE4E2"


class Mark(Protocol):
    """A thing on the sheet."""

    @property
    def rect(self) -> QRectF:
        """What it covers, in mm of the sheet."""
        ...

    def paint(self, painter: QPainter) -> None:
        """Paint it; the painter is in units of the sheet."""
        ...


class Words:
    """Words whose corner (or whose line's end or middle) is at `x`, `top`; otherwise as `Setting`."""

    def __init__(  # noqa: PLR0917  where, what, how: as one says it
        self,
        x: float,
        top: float,
        text: str,
        letters: Letters,
        width_mm: float | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        setting: Setting | None = None,
    ) -> None:
        self.x, self.top = x, top
        self.set = setting or Setting(text, letters, width_mm, align)

    @property
    def text(self) -> str:
        """What is said."""
        return self.set.text

    @property
    def rect(self) -> QRectF:
        """The lines."""
        return self.set.rect.translated(self.x, self.top)

    @property
    def bottom(self) -> float:
        """Where the last line ends."""
        return self.top + self.set.height_mm

    def paint(self, painter: QPainter) -> None:
        """Draw the lines."""
        self.set.draw(painter, QPointF(self.x, self.top) * UNITS_PER_MM)


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of one colour, its corners round by `radius` mm."""

    rect: QRectF
    color: str
    radius: float = 0.0

    def paint(self, painter: QPainter) -> None:
        """Fill it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.color))
        radius = self.radius * UNITS_PER_MM
        painter.drawRoundedRect(units(self.rect), radius, radius)


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line, `width` mm wide; `dash` mm on and off, or none."""

    start: QPointF
    end: QPointF
    color: str = RULE
    width: float = 0.2
    dash: float = 0.0

    @property
    def rect(self) -> QRectF:
        """What it covers."""
        half = self.width / 2
        return QRectF(self.start, self.end).normalized().adjusted(-half, -half, half, half)

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        pen = QPen(QColor(self.color), self.width * UNITS_PER_MM)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.dash:
            pen.setDashPattern([self.dash / self.width, self.dash / self.width])
        painter.setPen(pen)
        painter.drawLine(self.start * UNITS_PER_MM, self.end * UNITS_PER_MM)


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc round `middle`, `radius` mm; hollow, it is a ring with white inside."""

    middle: QPointF
    radius: float
    color: str
    is_hollow: bool = False

    @property
    def rect(self) -> QRectF:
        """What it covers."""
        reach = QPointF(self.radius, self.radius)
        return QRectF(self.middle - reach, self.middle + reach)

    def paint(self, painter: QPainter) -> None:
        """Draw it, the ring wholly inside its radius."""
        width = 0.28 if self.is_hollow else 0.0
        painter.setPen(QPen(QColor(self.color), width * UNITS_PER_MM) if self.is_hollow else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor("#FFFFFF" if self.is_hollow else self.color))
        radius = (self.radius - width / 2) * UNITS_PER_MM
        painter.drawEllipse(self.middle * UNITS_PER_MM, radius, radius)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture stretched over its rectangle."""

    rect: QRectF
    image: QImage

    def paint(self, painter: QPainter) -> None:
        """Draw it; where the device has fewer pixels than the picture, made small first, so that nothing flickers."""
        place = units(self.rect)
        seen = painter.deviceTransform().mapRect(place)
        image = self.image
        if seen.width() * 1.5 < image.width():
            way = (Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
            image = image.scaled(seen.toAlignedRect().size(), *way)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)


def units(rect: QRectF) -> QRectF:
    """A rectangle in mm, in units."""
    return QRectF(rect.topLeft() * UNITS_PER_MM, rect.size() * UNITS_PER_MM)
