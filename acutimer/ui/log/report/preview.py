"""The sheet as it will be, on the screen."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.language.joining import sentences
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.reading_scroll import ReadingScroll
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.log.report.letters import UNITS_PER_MM
from acutimer.ui.log.report.sheet import Sheet

GUTTER_PX = 20
RING_RADIUS_PX = 4.0
MOST_PX = 900  # wider than this it is larger than paper
LEAST_PX = 300


class Preview(QWidget):
    """As wide as its room, white in every theme; the words of the page are its description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._drawn = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(MOST_PX)
        self.setAccessibleName(self.tr("The page as it will be"))

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._sheet

    def show_sheet(self, sheet: Sheet) -> None:
        """Show this page."""
        is_other_paper = self._sheet is None or self._sheet.paper != sheet.paper
        self._sheet = sheet
        self._drawn = QPixmap()
        self.setAccessibleDescription(sentences(sheet.texts))
        if is_other_paper:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as a page is read."""
        return QSize(640, self.heightForWidth(640))

    def minimumSizeHint(self) -> QSize:
        """Smaller nothing can be made out."""
        return QSize(LEAST_PX, 0)

    def hasHeightForWidth(self) -> bool:
        """Paper has its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the paper is for its width."""
        paper = self._sheet.paper if self._sheet else None
        return round(min(width, MOST_PX) * (paper.height_mm / paper.width_mm if paper else 1.414))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page, drawn once for every pixel of this screen."""
        if self._sheet is None:
            return
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._drawn.size() != size:
            self._drawn = self._draw(self._sheet, size)
        painter = QPainter(self)
        painter.drawPixmap(QRectF(self.rect()), self._drawn, QRectF(self._drawn.rect()))
        painter.setPen(color(tokens(self).card_line))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _draw(self, sheet: Sheet, size: QSize) -> QPixmap:
        drawn = QPixmap(size)
        painter = QPainter(drawn)
        painter.scale(
            size.width() / (sheet.paper.width_mm * UNITS_PER_MM), size.height() / (sheet.paper.height_mm * UNITS_PER_MM)
        )
        sheet.paint(painter)
        painter.end()
        return drawn


class PreviewScroll(ReadingScroll):
    """The preview, scrolled by mouse and by keyboard; the ring goes round what is seen of it."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(GUTTER_PX, column(preview, None), RING_RADIUS_PX, parent)
        self._preview = preview
        self.setAccessibleName(preview.accessibleName())

    def set_gutter(self, gutter_px: int) -> None:
        """Keep so much free beside the paper; 0 where all of it is seen and no bar ever comes."""
        self._gutter = gutter_px
        self._keep_gutter()

    def outline(self) -> tuple[QRectF, float]:
        """The paper, not the gutter beside it."""
        return QRectF(0, 0, self._preview.width(), self.height()), RING_RADIUS_PX
