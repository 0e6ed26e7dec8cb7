"""The week and today, scrolled where they are higher than their place."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.reading_scroll import ReadingScroll
from acutimer.ui.kit.scroll import BAR_PX
from acutimer.ui.log.days.overview import Overview

RING_RADIUS_PX = 12.0


class OverviewScroll(ReadingScroll):
    """The chart gives way first. The bar has a gutter of its own, BAR_PX wide."""

    def __init__(self, overview: Overview, parent: QWidget | None = None) -> None:
        super().__init__(BAR_PX, overview, RING_RADIUS_PX, parent)
        self._overview = overview
        self.setAccessibleName(self.tr("The week and today"))

    def outline(self) -> tuple[QRectF, float]:
        """All of it: it lies in no card."""
        return QRectF(self.rect()), RING_RADIUS_PX

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A higher chart where there is room."""
        super().resizeEvent(event)
        self._overview.fit_chart(self.viewport().height())
