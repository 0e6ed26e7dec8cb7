"""Time pressed as warmth on the skin: soft spots summed up, then coloured from gold to ember."""

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QRadialGradient

from acutimer.ui.kit.tokens import Tokens, color

FAINTEST, WARMEST = 0.34, 0.66  # shares of the field's height; neighbours add up
FADE = 0.16  # of the picture's height, at its ends
STEPS = 12


def strength(seconds: float, full_seconds: float) -> float:
    """How warm so many seconds of pressing are, 0 to 1; after `full_seconds` a spot is as warm as it gets."""
    return FAINTEST + (WARMEST - FAINTEST) * min(1.0, seconds / full_seconds)


def warmed(picture: QImage, spots: Sequence[tuple[QPointF, float, float]], theme: Tokens) -> QImage:
    """A copy of a picture of the body, warmed at `spots`: place, radius (both in its pixels) and strength.

    Only what is painted is warmed, never the ground beside it.
    """
    made = picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    field = QImage(made.width() // 2 + 1, made.height() // 2 + 1, QImage.Format.Format_Grayscale8)
    field.fill(0)
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    for middle, radius, warm in spots:
        _add(painter, middle / 2, radius / 2, warm)
    painter.end()
    field = field.convertToFormat(QImage.Format.Format_Indexed8)
    levels = [QColor.fromRgba(each).red() for each in field.colorTable()]
    colours = _colours(theme)
    field.setColorTable([colours[level] for level in levels])
    glow = field.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    painter.drawImage(QRectF(0, 0, 2 * glow.width(), 2 * glow.height()), glow)
    painter.end()
    return made


def faded(picture: QImage, *, top: bool, bottom: bool) -> QImage:
    """The picture, vanishing softly where it was cut off."""
    light = QLinearGradient(0, 0, 0, picture.height())
    light.setColorAt(0, color("#000000", 0.0 if top else 1.0))
    light.setColorAt(FADE, QColor(Qt.GlobalColor.black))
    light.setColorAt(1 - FADE, QColor(Qt.GlobalColor.black))
    light.setColorAt(1, color("#000000", 0.0 if bottom else 1.0))
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(picture.rect(), QBrush(light))
    painter.end()
    return picture


def _add(painter: QPainter, middle: QPointF, radius: float, warm: float) -> None:
    light = QRadialGradient(middle, radius)
    for step in range(STEPS + 1):
        at = step / STEPS
        share = (math.exp(-4.5 * at * at) - math.exp(-4.5)) / (1 - math.exp(-4.5))
        level = warm * max(0.0, share)
        light.setColorAt(at, QColor.fromRgbF(level, level, level))
    painter.fillRect(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius), QBrush(light))


def _colours(theme: Tokens) -> list[int]:
    """256 colours for 256 levels of warmth, from nothing over gold to ember."""
    stops = (
        (0.0, color(theme.heat2, 0.0)),
        (0.12, color(theme.heat2, 0.10)),
        (0.35, color(theme.heat2, 0.62)),
        (0.65, color(theme.heat3, 0.80)),
        (1.0, color(theme.heat4, 0.88)),
    )
    made = []
    for level in range(256):
        at = level / 255
        (low, first), (high, second) = next(pair for pair in pairwise(stops) if at <= pair[1][0])
        made.append(_between(first, second, (at - low) / (high - low)).rgba())
    return made


def _between(first: QColor, second: QColor, share: float) -> QColor:
    pairs = zip(first.getRgbF(), second.getRgbF(), strict=True)  # type: ignore[call-overload]  # the stub says object
    return QColor.fromRgbF(*(one + (other - one) * share for one, other in pairs))
