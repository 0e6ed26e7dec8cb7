"""The paper a report is laid out for."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QPageSize

MARGIN_MM = 16.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, upright."""

    size: QPageSize.PageSizeId
    width_mm: float
    height_mm: float

    @property
    def inner(self) -> QRectF:
        """The page without its margins, in mm."""
        return QRectF(MARGIN_MM, MARGIN_MM, self.width_mm - 2 * MARGIN_MM, self.height_mm - 2 * MARGIN_MM)


A4 = Paper(QPageSize.PageSizeId.A4, 210.0, 297.0)
LETTER = Paper(QPageSize.PageSizeId.Letter, 215.9, 279.4)

_LETTER_LANDS = {
    QLocale.Country.UnitedStates,
    QLocale.Country.Canada,
    QLocale.Country.Mexico,
    QLocale.Country.Philippines,
    QLocale.Country.Chile,
    QLocale.Country.Colombia,
    QLocale.Country.Venezuela,
    QLocale.Country.CostaRica,
    QLocale.Country.Guatemala,
    QLocale.Country.Panama,
    QLocale.Country.PuertoRico,
}


def paper_of(locale: QLocale) -> Paper:
    """The paper people use there."""
    is_american = locale.measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return LETTER if is_american or locale.territory() in _LETTER_LANDS else A4
