"""Warmth in words, for those who hear the figure."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from acutimer.core.sides import Side
from acutimer.ui.body.warm_views import Pressed


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Warmth", text, "", count)


def _count(one: str, many: str, number: int) -> str:
    return _tr(one) if number == 1 else _tr(many, number)


def spoken_amount(seconds: float) -> str:
    """Time pressed, to be heard: "14 minutes", "45 seconds", "none"."""
    if round(seconds) < 1:
        return _tr("none")
    if round(seconds) < 60:
        return _count("1 second", "%n seconds", round(seconds))
    return _count("1 minute", "%n minutes", max(1, int(seconds / 60 + 0.5)))


def spoken_warmth(pressed: Iterable[Pressed], days: int) -> str:
    """Where a figure is warm: "Warm where you pressed in the last 14 days: ST36 left 14 minutes, right none."."""
    sides: dict[str, dict[Side, float]] = {}
    for it in pressed:
        of = sides.setdefault(it.code, {})
        of[it.side] = of.get(it.side, 0.0) + it.seconds
    told = [_both(code, of.get(Side.LEFT, 0.0), of.get(Side.RIGHT, 0.0)) for code, of in sides.items()]
    if not told:
        return _tr("No point was pressed in the last %n days.", days)
    return _tr("Warm where you pressed in the last %n days: {0}.", days).format("; ".join(told))


def _both(code: str, left: float, right: float) -> str:
    return _tr("{0} left {1}, right {2}").format(code, spoken_amount(left), spoken_amount(right))
