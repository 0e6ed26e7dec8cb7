"""Numbers with a fraction as the language writes them."""

from PySide6.QtCore import QLocale

MOST_DIGITS = 6  # of a number of seconds: more would be noise of the arithmetic


def decimal(value: float) -> str:
    """A number with the fraction it has and no zeros behind it: "2.5", in German "2,5"; "4"."""
    return QLocale().toString(float(value), "g", MOST_DIGITS)
