"""How far two colours stand out from each other, as WCAG 2 measures it: from 1 to 21."""

from PySide6.QtGui import QColor


def contrast(one: str | QColor, other: str | QColor) -> float:
    """The ratio of two colours, whichever is the lighter one."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(value: str | QColor) -> float:
    """How light a colour is, from 0 to 1."""
    made = QColor(value)
    red, green, blue = (_linear(part) for part in (made.redF(), made.greenF(), made.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
