"""How the values of the trends look: told apart by shape and place, and only then by colour."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens

Bar = Literal["time", "now", "left", "right"]
Rating = Literal["before", "after"]

HOLLOW_FROM_PX = 5.0  # a thinner bar has no inside
RADIUS_SHARE, RADIUS_PX = 0.32, 8.0
SIGN_PX, GAP_PX, HEIGHT_PX = 14, 6, 30


def paint_bar(painter: QPainter, theme: Tokens, kind: Bar, rect: QRectF) -> None:
    """Paint a bar; that of the right side has a border, where it is wide enough for one."""
    has_border = kind == "right" and rect.width() >= HOLLOW_FROM_PX
    right = theme.heat2 if has_border else theme.heat3
    ground = {"time": theme.heat2, "now": theme.ember, "left": theme.heat4, "right": right}[kind]
    look = Look(ground, theme.ink, theme.heat4 if has_border else "", 1.5)
    paint_shape(painter, rect, min(RADIUS_PX, RADIUS_SHARE * rect.width(), rect.height() / 2), look)


def paint_rating(painter: QPainter, theme: Tokens, kind: Rating, at: QPointF, reach_px: float) -> None:
    """Paint a rating, `reach_px` about its middle: before is a hollow diamond, after a filled disc."""
    if kind == "before":
        x, y = at.x(), at.y()
        painter.setPen(QPen(color(theme.ink2), min(1.75, 0.35 * reach_px)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = ((0, -reach_px), (reach_px, 0), (0, reach_px), (-reach_px, 0))
        painter.drawPolygon(QPolygonF([QPointF(x + across, y + down) for across, down in corners]))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(theme.ink))
        painter.drawEllipse(at, reach_px, reach_px)


class Key(QWidget):
    """What a mark means, for the sight alone: the chart tells the same in its name."""

    def __init__(self, kind: Bar | Rating, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: Bar | Rating = kind
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The words beside the mark."""
        return self._text

    def set_text(self, text: str) -> None:
        """Set the words beside the mark."""
        self._text = text
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The mark and the words."""
        return QSize(round(SIGN_PX + GAP_PX + text_width(self._text, _font()) + 1), HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both, the mark before the words."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        is_mirrored, middle = self.isRightToLeft(), self.height() / 2
        x = self.width() - SIGN_PX / 2 if is_mirrored else SIGN_PX / 2
        if self._kind == "before" or self._kind == "after":  # noqa: PLR1714  mypy narrows by these alone
            paint_rating(painter, theme, self._kind, QPointF(x, middle), 7.0 if self._kind == "before" else 5.0)
        else:
            paint_bar(painter, theme, self._kind, QRectF(x - 5, middle - 8, 10, 16))
        begin = self.width() - SIGN_PX - GAP_PX if is_mirrored else SIGN_PX + GAP_PX
        align = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        draw_text(painter, begin, middle, self._text, _font(), color(theme.ink2), align)
        painter.end()


def _font() -> QFont:
    return font(15, 500, tabular=True)
