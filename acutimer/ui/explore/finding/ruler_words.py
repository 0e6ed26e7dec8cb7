"""What stands beside the ruler: the measure as the hand gives it, and what else makes the same."""

from PySide6.QtCore import QCoreApplication

from acutimer.core.points import Measure


def measure_words(measure: Measure) -> tuple[str, str]:
    """A measure in words, and the same in other words (or nothing): "4 fingers", "one hand"."""
    named = {
        "1 thumb": (_tr("1\u00a0thumb"), ""),
        "2 fingers": (_tr("2\u00a0fingers"), _tr("side by side")),
        "2 thumbs": (_tr("2\u00a0thumbs"), _tr("or 3\u00a0fingers")),
        "4 fingers": (_tr("4\u00a0fingers"), _tr("one hand")),
    }
    return named[measure.name]


def half_words() -> str:
    """What stands on either half of a way that is halved."""
    return _tr("half")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Ruler", text)
