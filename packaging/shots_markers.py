"""Markers: under the pointer, with the keyboard, and every state side by side."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shots_body import show_view
from stage import Scene, Stage

from acutimer.core.body import Role
from acutimer.ui.body.palette import tones
from acutimer.ui.explore.marking.marks import Mark, paint_halo, paint_mark, ring_px
from acutimer.ui.kit.focus import GAP_PX, WIDTH_PX
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text
from acutimer.ui.kit.tokens import color, tokens

COLUMN_PX, ROW_PX, LEFT_PX, TOP_PX, WIDE_PX = 108.0, 84.0, 170.0, 90.0, 1100.0


class Look(NamedTuple):
    """What else a marker is, beside its mark."""

    name: str
    is_hot: bool = False
    is_professional: bool = False
    is_done: bool = False
    is_unsuitable: bool = False
    has_focus: bool = False


LOOKS = (
    Look("at rest"),
    Look("pointer", is_hot=True),
    Look("keyboard", has_focus=True),
    Look("professional", is_professional=True),
    Look("prof. pointer", is_professional=True, is_hot=True),
    Look("done", is_done=True),
    Look("left out", is_unsuitable=True),
    Look("prof. left out", is_professional=True, is_unsuitable=True),
)


def scenes() -> dict[str, Scene]:
    """On the close-ups, and all together on a sheet."""
    return {
        "marker-hover": hover,
        "marker-focus": focus,
        "marker-focus-professional": partial(focus, figure="leg_back"),
        "marker-focus-selected": partial(focus, is_selected=True),
        "marker-list-hover": hover_in_the_list,
        "marker-states": spread_out,
        "marker-states-on-the-knee": mark_the_knee,
    }


def hover(stage: Stage) -> None:
    """The pointer on a marker: its label comes forward, and so does its row in the list."""
    stage.point_at(show_view("knee_front", stage).close_up.diagram.markers[4])


def hover_in_the_list(stage: Stage) -> None:
    """The pointer on a point's row in the panel: its marker answers."""
    stage.point_at(show_view("knee_front", stage).panels.area.rows["ST35"])


def focus(stage: Stage, *, figure: str = "knee_front", is_selected: bool = False) -> None:
    """The keyboard on the second marker, or the only one."""
    diagram = show_view(figure, stage).close_up.diagram
    stage.press(Qt.Key.Key_Tab)
    if not any(marker.hasFocus() for marker in diagram.markers):
        stage.press(Qt.Key.Key_Backtab)
    if is_selected:
        stage.press(Qt.Key.Key_Return)


def mark_the_knee(stage: Stage) -> None:
    """Every mark on a marker of its own."""
    for marker, mark in zip(show_view("knee_front", stage).close_up.diagram.markers, Mark, strict=False):
        marker.show_mark(mark)


def spread_out(stage: Stage) -> None:
    """Every mark in every look, on the window, on skin and on bone."""
    stage.open()
    sheet = Sheet(stage.window)
    sheet.resize(stage.window.size())
    sheet.show()
    sheet.raise_()


class Sheet(QWidget):
    """A table: a row each mark, by turns on skin and on shade, a column each look; at the right on the window."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), color(theme.bg))
        share = min(1.0, self.width() / WIDE_PX)
        painter.scale(share, share)
        for column, look in enumerate((*LOOKS, Look("on the window"))):
            x = LEFT_PX + column * COLUMN_PX
            draw_text(painter, x, 26, look.name, font(15, 400), color(theme.ink2), Qt.AlignmentFlag.AlignHCenter)
        for row, mark in enumerate(Mark):
            self._row(painter, TOP_PX + row * ROW_PX, mark, Role.SHADE if row % 2 else Role.SKIN)
        painter.end()

    def _row(self, painter: QPainter, middle: float, mark: Mark, ground: Role) -> None:
        theme = tokens(self)
        band = QRectF(LEFT_PX - COLUMN_PX / 2, middle - ROW_PX / 2, COLUMN_PX * len(LOOKS), ROW_PX)
        painter.fillRect(band, tones(dark=theme.is_dark).color(ground))
        draw_text(painter, 16, middle, mark.name.lower(), font(15, 600), color(theme.ink))
        for column, look in enumerate((*LOOKS, LOOKS[0])):
            self._mark(painter, QPointF(LEFT_PX + column * COLUMN_PX, middle), mark, look)

    def _mark(self, painter: QPainter, at: QPointF, mark: Mark, look: Look) -> None:
        theme = tokens(self)
        if look.has_focus:
            radius = ring_px(mark) + GAP_PX + WIDTH_PX / 2
            paint_halo(painter, at, radius, theme)
            painter.setPen(QPen(color(theme.pine), WIDTH_PX))
            painter.drawEllipse(at, radius, radius)
        paint_mark(
            painter,
            at,
            mark,
            theme,
            is_hot=look.is_hot,
            is_professional=look.is_professional,
            is_done=look.is_done,
            is_unsuitable=look.is_unsuitable,
        )
