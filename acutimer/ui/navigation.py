"""The way from place to place, and what was done today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import Text, draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

WIDE_PX = 212
NARROW_PX = 88
ROW_PX = 56
TALL_ROW_PX = 64
ROW_GAP_PX = 6
RADIUS_PX = 18
MARK_PX = 32
TOP_PX = 28
ROWS_TOP_PX = 92
LOW_TOP_PX = 12  # where there is no room for the mark
# of the column, of the mark in it, of what stands at its foot: left, top, right, bottom
WIDE_MARGINS = ((16, TOP_PX, 12, 20), (14, 0, 0, 0), (16, 0, 0, 8))
NARROW_MARGINS = ((4, TOP_PX, 4, 16), (24, 0, 0, 0), (0, 0, 0, 0))


class Mark(QWidget):
    """The product's own timer: a three-quarter ring round a dot."""

    def __init__(self, px: int = MARK_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(px, px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self.width() / 2
        stroke = half * 0.2
        radius = half - stroke / 2 - 0.5
        ring = QRectF(half - radius, half - radius, 2 * radius, 2 * radius)
        painter.setPen(QPen(color(theme.ember_track), stroke))
        painter.drawEllipse(ring)
        painter.setPen(QPen(color(theme.ember), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(ring, 90 * 16, -250 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(theme.ember))
        painter.drawEllipse(QPointF(half, half), half * 0.27, half * 0.27)
        painter.end()


def mark_icon() -> QIcon:
    """The mark as the window's icon."""
    from PySide6.QtGui import QIcon  # it brings 150 names with it, and the first frame needs none

    mark = Mark(128)
    mark.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    return QIcon(mark.grab())


class PlaceButton(Pressable):
    """One place: icon and words side by side, or the words below where the window is narrow."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        self._icon, self._narrow = icon, False
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        """Words under the icon, or beside it."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded row."""
        return QRectF(self.rect()), RADIUS_PX

    def sizeHint(self) -> QSize:
        """Words at their heaviest."""
        if self._narrow:
            return QSize(round(text_width(self.text(), font(15, 650)) + 0.5) + 8, TALL_ROW_PX)
        return QSize(56 + round(text_width(self.text(), font(18, 650)) + 0.5) + 14, ROW_PX)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint icon and words, on a pale ground where one is."""
        here = self.isChecked()
        rect, radius = self.outline()
        if here or self.is_hot:
            paint_shape(painter, rect, radius, Look(theme.pine_soft if here else theme.hover, theme.ink))
        sign = color(theme.pine if here else theme.ink2)
        words = color(theme.pine if here else theme.ink)
        stroke = 1.9 if here else 1.75
        if self._narrow:
            middle = rect.center()
            paint_icon(painter, self._icon, QPointF(middle.x(), rect.top() + 22), 26, sign, stroke)
            type_ = font(15, 650 if here else 500)
            draw_text(painter, middle.x(), rect.top() + 48, self.text(), type_, words, Qt.AlignmentFlag.AlignHCenter)
            return
        mirrored = self.isRightToLeft()
        icon_x, words_x = (rect.right() - 30, rect.right() - 56) if mirrored else (30.0, 56.0)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        paint_icon(painter, self._icon, QPointF(icon_x, rect.center().y()), 26, sign, stroke)
        draw_text(painter, words_x, rect.center().y(), self.text(), font(18, 650 if here else 500), words, align)


class Navigation(QWidget):
    """The column at the window's edge: mark, places, today. In a low window today goes first, then the mark."""

    chosen = Signal(str)
    """The place the user chose: "explore", "routines", "log" or "settings"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Places"))
        words = {
            "explore": self.tr("Explore"),
            "routines": self.tr("Routines"),
            "log": self.tr("Log"),
            "settings": self.tr("Settings"),
        }
        self.buttons = {place: PlaceButton(text, place, self) for place, text in words.items()}
        self._name = Text("acutimer", "head")
        self._today = Text(self.tr("Today"), "small", "ink3")
        self._minutes = Text("", "head", tabular=True)
        self._reps = Text("", "small", "ink2", wrap=True)
        self._gap = QWidget()
        self._gap.setFixedWidth(12)
        self._head = row(Mark(), self._gap, self._name, None)
        self._foot = column(self._today, self._minutes, 2, self._reps)
        layout = QVBoxLayout(self)
        layout.setSpacing(ROW_GAP_PX)
        self._top = column(self._head, ROWS_TOP_PX - TOP_PX - MARK_PX - ROW_GAP_PX)
        layout.addWidget(self._top)
        for number, (place, button) in enumerate(self.buttons.items(), 1):
            button.setToolTip(self.tr("Ctrl+{number}").format(number=number))
            button.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self._foot)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """212 px with words beside the icons, or 88 px with words below them; more where the words are longer."""
        layouts = self.layout(), self._head.layout(), self._foot.layout()
        margins = NARROW_MARGINS if narrow else WIDE_MARGINS
        for layout, sides in zip(layouts, margins, strict=True):
            assert layout is not None
            layout.setContentsMargins(*sides)
        for button in self.buttons.values():
            button.set_narrow(narrow)
        widest = max(button.sizeHint().width() for button in self.buttons.values()) + margins[0][0] + margins[0][2]
        self.setFixedWidth(max(NARROW_PX if narrow else WIDE_PX, widest))
        self._name.setVisible(not narrow)
        self._gap.setVisible(not narrow)
        self._minutes.set_role("strong" if narrow else "head")
        for text in (self._today, self._minutes, self._reps):
            text.set_align(Qt.AlignmentFlag.AlignHCenter if narrow else Qt.AlignmentFlag.AlignLeft)
        self._margins = margins[0]
        self._fit()

    def show_place(self, place: str) -> None:
        """Mark where one is."""
        self.buttons[place].setChecked(True)

    def show_today(self, seconds: float, reps: int, goal: int) -> None:
        """What was done today: seconds of practice, heel raises and how many are enough for a day."""
        self._minutes.setText(self.tr("{minutes}\u00a0min").format(minutes=round(seconds / 60)))
        self._reps.setText(self.tr("{reps} of {goal} heel raises").format(reps=reps, goal=goal))
        self._reps.updateGeometry()
        self._fit()

    # -- inside ----------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Leave out what there is no room for besides the places."""
        left, top, right, bottom = self._margins
        rows = sum(button.sizeHint().height() + ROW_GAP_PX for button in self.buttons.values())
        foot = self._foot.heightForWidth(self.width() - left - right) + bottom
        has_mark = self.height() >= ROWS_TOP_PX + rows + LOW_TOP_PX
        self._top.setVisible(has_mark)
        self._foot.setVisible(self.height() >= ROWS_TOP_PX + rows + foot)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(left, top if has_mark else LOW_TOP_PX, right, bottom if has_mark else LOW_TOP_PX)

    # -- Qt --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What there is room for."""
        super().resizeEvent(event)
        self._fit()
