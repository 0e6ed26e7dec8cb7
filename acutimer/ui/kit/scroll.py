"""A column longer than its place."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QStyle, QStyleOptionSlider, QWidget

from acutimer.ui.kit.tokens import color, tokens

BAR_PX = 12
HANDLE_PX = 6


class ScrollBar(QScrollBar):
    """A thin bar on the ground it lies on; nothing to see while all fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Room to grab it by."""
        return QSize(BAR_PX, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the handle alone."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        handle = QRectF(self.style().subControlRect(control, option, part, self))
        handle.setLeft((self.width() - HANDLE_PX) / 2)
        handle.setWidth(HANDLE_PX)
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(theme.ink3 if self.underMouse() or self.isSliderDown() else theme.edge))
        painter.drawRoundedRect(handle.adjusted(0, 2, 0, -2), HANDLE_PX / 2, HANDLE_PX / 2)
        painter.end()


class Scroll(QScrollArea):
    """Shows `content` at the full width, scrolled up and down; what gets the focus comes into sight."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """As wide as its content needs; as low as may be."""
        content = self.widget()
        return QSize((content.minimumSizeHint().width() if content else 0) + BAR_PX, 80)
