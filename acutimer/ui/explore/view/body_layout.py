"""How the whole body stands among its controls: with room round it, or close together where the stage is small."""

from PySide6.QtCore import QRect

from acutimer.core.body import Figure
from acutimer.ui.explore.view.framing import Frame

MARGIN_PX, CLOSE_MARGIN_PX = 24, 12
SEARCH_HEIGHT_PX = 56
SWITCH_PX = (330, 52)
FOOT_PX = 20
# Lower or narrower than this, a stage is small.
LOW_PX, NARROW_PX = 490, 560
# From here on the pills have room beside the switch; lower, they stand above it.
HIGH_PX = 640
# The search field stands over the body, and the body below it.
TOP_PX = 92
GAP_PX, CLOSE_GAP_PX = 12, 8
# The body stands right of the middle, for the pills stand on the left.
ASIDE_PX = 64
# How far the hands hang from the middle, in thousandths of the stature, and the pills from them.
ARMS = 205.0
BESIDE_PX = 40


def is_small(width: int, height: int, *, has_button: bool) -> bool:
    """Whether the body stands beside the search field, between pills of one line and the tools.

    `has_button`: a button stands at the top, beside the search field.
    """
    return height < LOW_PX or (has_button and width < NARROW_PX)


def frame_of(
    figure: Figure, size: tuple[int, int], pills_px: int, tools_px: int, *, is_flipped: bool, is_close: bool
) -> Frame | None:
    """The body beside pills and tools so wide; None where there is no room at all."""
    framed = _close(figure, size, pills_px, tools_px) if is_close else _roomy(figure, size, pills_px)
    return None if framed is None else Frame(figure, is_flipped, *framed)


def _roomy(figure: Figure, size: tuple[int, int], pills_px: int) -> tuple[float, float, float] | None:
    """Between the search field and the switch, with room for the pills."""
    width, height = size[0], size[1] - TOP_PX - SWITCH_PX[1] - FOOT_PX - GAP_PX
    if height < 1:
        return None
    _, _, rect_width, rect_height = figure.rect
    scale = height / rect_height
    pills_end = MARGIN_PX + pills_px
    half = rect_width * scale / 2
    axis = max(width / 2 + ASIDE_PX, pills_end + min(half, 12 + ARMS * scale))
    axis = min(axis, max(width - half - 8, pills_end + 100 * scale))
    return scale, round(axis - rect_width / 2 * scale), TOP_PX


def _close(figure: Figure, size: tuple[int, int], pills_px: int, tools_px: int) -> tuple[float, float, float] | None:
    """Between the pills and the tools, above the switch."""
    left, right = CLOSE_MARGIN_PX + pills_px + CLOSE_GAP_PX, size[0] - CLOSE_MARGIN_PX - tools_px - CLOSE_GAP_PX
    top, bottom = CLOSE_MARGIN_PX, size[1] - CLOSE_MARGIN_PX - SWITCH_PX[1] - CLOSE_GAP_PX
    _, _, rect_width, rect_height = figure.rect
    scale = min((bottom - top) / rect_height, (right - left) / (2 * ARMS))
    if scale <= 0:
        return None
    axis, middle = (left + right) / 2, (top + bottom) / 2
    return scale, round(axis - rect_width / 2 * scale), round(middle - rect_height / 2 * scale)


def search_rect(width: int, pill_px: int, panel_px: int, *, is_small_stage: bool, is_searching: bool) -> QRect:
    """Where the search field stands beside a button `panel_px` wide, 0 where there is none.

    On a small stage it is as wide as a pill, and all across only while one searches.
    """
    if is_small_stage:
        wide = width - 2 * CLOSE_MARGIN_PX if is_searching else pill_px
        return QRect(CLOSE_MARGIN_PX, CLOSE_MARGIN_PX, wide, SEARCH_HEIGHT_PX)
    beside = panel_px + GAP_PX if panel_px else 0
    return QRect(MARGIN_PX, MARGIN_PX, width - 2 * MARGIN_PX - beside, SEARCH_HEIGHT_PX)
