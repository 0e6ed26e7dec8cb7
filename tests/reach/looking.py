"""What can be made out in a picture of a window: words on their ground, and controls that have none."""

from array import array
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.contrast import contrast
from tests.legibility import Painted, painted
from tests.reach.hearing import controls

WORDS, LARGE, SHAPE = 4.5, 3.0, 3.0  # WCAG 2: 1.4.3 and 1.4.11
LARGE_PX = 24
REACH_PX = 3
LEAST_PIXELS = 4


def faint_words(window: QWidget) -> list[str]:
    """The words that do not stand out from the ground they lie on in the picture, a line each."""
    picture = _picture(window)
    found: list[str] = []
    for text in painted(window):
        place = _seen_place(text, window)
        if place is None or not text.widget.isEnabled():
            continue
        ground = _most(picture, place, text.color)
        least = LARGE if text.px >= LARGE_PX else WORDS
        if ground is not None and (ratio := contrast(_over(text.color, ground), ground)) < least:
            found.append(f"{text}, {text.color.name()} on {ground.name()}: {ratio:.1f}")
    return found


def faint_controls(window: QWidget) -> list[str]:
    """The buttons of which nothing stands out from what is round them, a line each."""
    picture = _picture(window)
    found: list[str] = []
    for control in controls(window):
        place = QRect(control.mapTo(window, QPoint()), control.size())
        is_whole = control.visibleRegion().boundingRect() == control.rect()
        if not isinstance(control, QAbstractButton) or not control.isEnabled() or not is_whole:
            continue
        ground = _round(picture, place)
        inside = _colours(picture, place)
        best = max((contrast(QColor(it), ground) for it, count in inside.items() if count >= LEAST_PIXELS), default=1.0)
        if best < SHAPE:
            found.append(f"{type(control).__name__} {control.accessibleName() or control.text()!r}: {best:.1f}")
    return found


class Picture(NamedTuple):
    """The pixels of a window, row after row."""

    pixels: Sequence[int]
    width: int


def _picture(window: QWidget) -> Picture:
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return Picture(array("I", bytes(image.constBits())), image.width())


def _seen_place(text: Painted, window: QWidget) -> QRect | None:
    """Where the words are in the window, if all of them are in sight."""
    own = text.ink.toAlignedRect()
    if not text.widget.visibleRegion().contains(own) or own.isEmpty():
        return None
    region = text.widget.visibleRegion().intersected(own)
    if region.boundingRect() != own.intersected(text.widget.rect()):
        return None
    return own.translated(text.widget.mapTo(window, QPoint()))


def _most(picture: Picture, place: QRect, ink: QColor) -> QColor | None:
    """The colour most of the place has, that of the ink itself left out."""
    counts = _colours(picture, place.adjusted(-1, -1, 1, 1))
    counts.pop(ink.rgb(), None)
    return QColor(counts.most_common(1)[0][0]) if counts else None


def _round(picture: Picture, place: QRect) -> QColor:
    """The colour most of what lies round the place has."""
    outside = _colours(picture, place.adjusted(-REACH_PX, -REACH_PX, REACH_PX, REACH_PX))
    outside.subtract(_colours(picture, place))
    return QColor(outside.most_common(1)[0][0])


def _colours(picture: Picture, place: QRect) -> Counter[int]:
    inside = place.intersected(QRect(0, 0, picture.width, len(picture.pixels) // picture.width))
    counts: Counter[int] = Counter()
    for y in range(inside.top(), inside.bottom() + 1):
        start = y * picture.width
        counts.update(picture.pixels[start + inside.left() : start + inside.right() + 1])
    return counts


def _over(ink: QColor, ground: QColor) -> QColor:
    """The ink as it looks on its ground: it may let some of it through."""
    share = ink.alphaF()
    parts = zip((ink.redF(), ink.greenF(), ink.blueF()), (ground.redF(), ground.greenF(), ground.blueF()), strict=True)
    return QColor.fromRgbF(*(one * share + other * (1 - share) for one, other in parts))
