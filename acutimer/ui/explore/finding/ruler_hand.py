"""The fingers and thumbs of the ruler, as paths: one digit with its nail and its creases, drawn by ourselves."""

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from PySide6.QtGui import QPainterPath, QTransform

from acutimer import paths
from acutimer.core.splines import Curve
from acutimer.ui.body.strokes import path_of
from acutimer.ui.explore.marking.leaders import Spot


@dataclass(frozen=True, slots=True)
class Digit:
    """A finger or a thumb seen from its back, from `tip` to `end`; `skin` and `nail` are closed, `creases` open."""

    tip: Spot
    end: Spot
    skin: QPainterPath
    nail: QPainterPath
    creases: QPainterPath


def digit(unit: str, tip: Spot, across: Spot, width_px: float, length_px: float) -> Digit:
    """A "finger" or a "thumb" of that width and length, its tip at `tip`, coming from `across` (a unit vector)."""
    skin, nail, creases = _shape(unit, round(max(1.5, length_px / width_px), 1))
    # The shape points to +x with its tip at 0; laid, +x is against `across`.
    x, y = -across[0] * width_px, -across[1] * width_px
    laid = QTransform(x, y, -y, x, *tip)
    end = (tip[0] + across[0] * length_px, tip[1] + across[1] * length_px)
    return Digit(tip, end, laid.map(skin), laid.map(nail), laid.map(creases))


@cache
def _drawn() -> dict[str, Any]:
    """The outlines, one wide and pointing to +x with the tip at 0; the corners are where they end at the back."""
    text = (paths.resources() / "ruler" / "hand.json").read_text(encoding="utf-8")
    drawn: dict[str, Any] = json.loads(text)
    return drawn


@lru_cache(maxsize=64)
def _shape(unit: str, length: float) -> tuple[QPainterPath, QPainterPath, QPainterPath]:
    """One digit, one wide, that ends `length` behind its tip."""
    data = _drawn()[unit]
    contour = []
    for x, y, *corner in data["contour"]:
        if corner:
            contour.append([-length, y, *corner])
        elif x > -length + 0.2:
            contour.append([x, y])
    creases = [_curve(line) for line in data["creases"] if min(x for x, _ in line) > -length]
    skin, nail = _curve(contour, is_closed=True), _curve(data["nail"], is_closed=True)
    return path_of([skin]), path_of([nail]), path_of(creases)


def _curve(points: list[Any], *, is_closed: bool = False) -> Curve:
    corners = frozenset(index for index, point in enumerate(points) if len(point) > 2)
    return Curve(tuple((point[0], point[1]) for point in points), corners, is_closed)
