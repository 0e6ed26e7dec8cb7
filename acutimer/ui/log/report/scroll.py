"""All of the report's page, scrolled where it is higher than its place."""

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.reading_scroll import ReadingScroll
from acutimer.ui.kit.scroll import BAR_PX

RING_RADIUS_PX = 12.0


class ReportScroll(ReadingScroll):
    """The bar has a gutter of its own, BAR_PX wide."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(BAR_PX, content, RING_RADIUS_PX, parent)
        self.setAccessibleName(self.tr("The report"))

    def outline(self) -> tuple[QRectF, float]:
        """All of it: it lies in no card."""
        return QRectF(self.rect()), RING_RADIUS_PX
