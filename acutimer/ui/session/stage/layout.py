"""Where everything of the session stands: as designed at 1280 by 800, scaled, or close together in a small window."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from acutimer.ui.session.lens.lens import SIZE_PX as LENS_PX
from acutimer.ui.session.stage.column import WIDTH_PX as COLUMN_PX
from acutimer.ui.session.stage.controls import HEIGHT_PX as FOOT_PX
from acutimer.ui.session.stage.header import HEIGHT_PX as HEADER_PX
from acutimer.ui.session.stage.ways import CHOICE_WIDTH_PX

DESIGN_WIDTH_PX, DESIGN_HEIGHT_PX = 1280.0, 800.0
LARGEST_SCALE = 2.0
HEADER_LEFT_PX, HEADER_TOP_PX = 48.0, 24.0
LENS_X_PX, LENS_Y_PX = 352.0, 398.0
WORDS_X_PX, WORDS_Y_PX = 680.0, 158.0
WAYS_UP_PX, WAYS_PX = 270.0, 640.0
FOOT_BELOW_PX = 12.0
ASIDE_PX, ASIDE_GAP_PX = 24.0, 8.0  # the quiet line over the words

# Below this scale the buttons would be too small to hit and words too small to read. There they are as large as
# these shares of their design, and the drawing and the words share what height remains.
CLOSE_BELOW = 0.7
CLOSE_HEADER, CLOSE_FOOT, CLOSE_CHOICE = 0.6, 0.66, 0.6
CLOSE_EDGE_PX, CLOSE_GAP_PX = 16, 4
COLUMN_HEIGHT_PX = 480.0  # at scale 1, every line but those that are seldom there
LEAST_LINE_PX = 20  # the quiet line's, whose letters grow no smaller
LEAST_WORDS_PX = 360  # the width the words have at least, whatever that makes of the drawing


@dataclass(frozen=True, slots=True)
class Layout:
    """The places in px, and the scales of what stands there. `aside` is where the quiet line over the words begins."""

    header: QRect
    header_scale: float
    lens: QRect
    lens_scale: float
    column: QRect
    words_scale: float
    aside_top: int
    ways: QRect
    choice_px: int
    choice_scale: float
    foot: QRect
    foot_scale: float
    is_close: bool


def layout_of(width: int, height: int) -> Layout:
    """How a window of that size is shared out."""
    scale = min(width / DESIGN_WIDTH_PX, height / DESIGN_HEIGHT_PX, LARGEST_SCALE)
    return _close(width, height) if scale < CLOSE_BELOW else _as_designed(width, height, scale)


def _as_designed(width: int, height: int, scale: float) -> Layout:
    left = (width - DESIGN_WIDTH_PX * scale) / 2
    top = (height - DESIGN_HEIGHT_PX * scale) / 2
    edge, lens, column = HEADER_LEFT_PX * scale, round(LENS_PX * scale), round(COLUMN_PX * scale)
    x, y = round(left + WORDS_X_PX * scale), round(top + WORDS_Y_PX * scale)
    foot_top = round(height - (FOOT_PX + FOOT_BELOW_PX) * scale)
    return Layout(
        header=QRect(round(edge), round(HEADER_TOP_PX * scale), round(width - 2 * edge), round(HEADER_PX * scale) + 2),
        header_scale=scale,
        lens=QRect(round(left + LENS_X_PX * scale - lens / 2), round(top + LENS_Y_PX * scale - lens / 2), lens, lens),
        lens_scale=scale,
        column=QRect(x, y, column, foot_top - y),
        words_scale=scale,
        aside_top=round(y - (ASIDE_PX + ASIDE_GAP_PX) * scale),
        ways=QRect(x, round(top + (LENS_Y_PX - WAYS_UP_PX) * scale), column, round(WAYS_PX * scale)),
        choice_px=round(CHOICE_WIDTH_PX * scale),
        choice_scale=scale,
        foot=QRect(0, foot_top, width, round(FOOT_PX * scale)),
        foot_scale=scale,
        is_close=False,
    )


def _close(width: int, height: int) -> Layout:
    """The lens at the edge and the words beside it, all the way across; both as high as header and buttons leave."""
    edge, gap = CLOSE_EDGE_PX, CLOSE_GAP_PX
    header = QRect(edge, 2 * gap, width - 2 * edge, round(HEADER_PX * CLOSE_HEADER) + 2)
    foot_high = round(FOOT_PX * CLOSE_FOOT)
    foot = QRect(0, height - foot_high - gap, width, foot_high)
    top, bottom = header.bottom() + 1 + gap, foot.top() - gap
    lens = max(0, min(bottom - top, (width - 3 * edge) // 2, width - 3 * edge - LEAST_WORDS_PX))
    x = 2 * edge + lens
    words = QRect(x, top, width - edge - x, bottom - top)
    scale = max(0.1, min((words.height() - LEAST_LINE_PX) / COLUMN_HEIGHT_PX, words.width() / COLUMN_PX))
    return Layout(
        header=header,
        header_scale=CLOSE_HEADER,
        lens=QRect(edge, top + (bottom - top - lens) // 2, lens, lens),
        lens_scale=lens / LENS_PX,
        column=words.adjusted(0, LEAST_LINE_PX, 0, 0),
        words_scale=scale,
        aside_top=top,
        ways=QRect(x, top, words.width(), height - top - gap),
        choice_px=words.width(),
        choice_scale=CLOSE_CHOICE,
        foot=foot,
        foot_scale=CLOSE_FOOT,
        is_close=True,
    )
