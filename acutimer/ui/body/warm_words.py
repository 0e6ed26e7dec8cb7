"""Warmth in words, for those who hear the figure."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from acutimer.core.sides import Side
from acutimer.language.catalogue import trn
from acutimer.language.joining import side_by_side
from acutimer.ui.body.warm_views import Pressed


def _tr(text: str) -> str:
    return QCoreApplication.translate("Warmth", text)


def spoken_amount(seconds: float) -> str:
    """Time pressed, to be heard: "14 minutes", "45 seconds", "none"."""
    if round(seconds) < 1:
        return _tr("none")
    if round(seconds) < 60:
        return trn("{0} second", "{0} seconds", round(seconds)).format(round(seconds))
    minutes = max(1, int(seconds / 60 + 0.5))
    return trn("{0} minute", "{0} minutes", minutes).format(minutes)


def spoken_warmth(pressed: Iterable[Pressed], days: int) -> str:
    """Where a figure is warm: "Warm where you pressed in the last 14 days: ST36 left 14 minutes, right none."."""
    sides: dict[str, dict[Side, float]] = {}
    for it in pressed:
        of = sides.setdefault(it.code, {})
        of[it.side] = of.get(it.side, 0.0) + it.seconds
    told = [_both(code, of.get(Side.LEFT, 0.0), of.get(Side.RIGHT, 0.0)) for code, of in sides.items()]
    if not told:
        words = trn("No point was pressed in the last {0} day.", "No point was pressed in the last {0} days.", days)
        return words.format(days)
    words = trn(
        "Warm where you pressed in the last {0} day: {1}.", "Warm where you pressed in the last {0} days: {1}.", days
    )
    return words.format(days, side_by_side(told))


def _both(code: str, left: float, right: float) -> str:
    return _tr("{0} left {1}, right {2}").format(code, spoken_amount(left), spoken_amount(right))
