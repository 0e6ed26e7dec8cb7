"""From a point's rule to the ruler on a drawing: only where the measure is one in fingers and is seen face on."""

from collections.abc import Mapping
from dataclasses import dataclass

from acutimer.core.body import Offset, Toward
from acutimer.core.placing import flip, place
from acutimer.core.points import Direction, Rule
from acutimer.core.sides import Side
from acutimer.ui.explore.framing import Frame
from acutimer.ui.explore.labels import Box
from acutimer.ui.explore.leaders import Spot
from acutimer.ui.explore.ruler import Ruler, reads_well, ruler
from acutimer.ui.explore.words import measure_name

WORDS_PX = 108.0
WORDS_LINES_PX = 24.0
# The ways one lays fingers; forwards and backwards a point is found by halving, or by feel.
MEASURED = (Direction.PROXIMAL, Direction.DISTAL, Direction.LATERAL, Direction.MEDIAL)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A ruler with its words. `landmark` is where it starts, in words; `code` the point that is there, if one is."""

    ruler: Ruler
    words: tuple[str, str]
    landmark: str
    code: str | None

    @property
    def taken(self) -> Box:
        """What labels keep out of: the fingers, the bracket and the words beside it."""
        box, bracket, apart = self.ruler.box, self.ruler.bracket, 4.0
        if not self.ruler.is_level:
            middle = (box.left + box.right) / 2
            return Box(middle - WORDS_PX / 2, box.top, middle + WORDS_PX / 2, bracket + 3 * WORDS_LINES_PX)
        # Where the fingers are narrower than the words beside them, the words count.
        middle, half = (box.top + box.bottom) / 2, max((box.bottom - box.top) / 2 + apart, WORDS_LINES_PX)
        left, right = (box.left, bracket + WORDS_PX) if self.ruler.outward > 0 else (bracket - WORDS_PX, box.right)
        return Box(left, middle - half, right, middle + half)


def rule_on(
    frame: Frame, code: str, side: Side, *, rule: Rule, landmarks: Mapping[str, str], width: float
) -> Ruling | None:
    """The ruler of a point on a drawing, or None where it would not read well. `width` is the stage's, in px."""
    start = _start(frame, code, side) if rule.direction in MEASURED else None
    end = place(frame.figure, code, side)
    if start is None or end is None:
        return None
    begin, finish = (frame.px(flip(frame.figure, it) if frame.is_flipped else it) for it in (start[0], end))
    placement = frame.figure.placements[code]
    unit = placement.cun if isinstance(placement, Offset) and placement.cun else frame.figure.cun
    if not reads_well(rule.distance_cun, begin, finish, unit * frame.scale):
        return None
    low, high = sorted((begin[1], finish[1]))
    left, right = frame.extent(low, high)
    room = Box(WORDS_PX, low, width - WORDS_PX, high)
    laid = ruler(rule.distance_cun, begin, finish, Box(left, low, right, high), room)
    landmark = landmarks.get(rule.landmark, rule.landmark)
    return Ruling(laid, measure_name(laid.fingers), landmark[:1].upper() + landmark[1:], start[1])


def _start(frame: Frame, code: str, side: Side) -> tuple[Spot, str | None] | None:
    """Where the drawing has the point's landmark, and the code of the point that lies there, if one does."""
    figure = frame.figure
    match figure.placements.get(code):
        case Offset(landmark=landmark):
            x, y = figure.landmarks[landmark]
            return ((-x, y) if figure.bilateral and side is Side.RIGHT else (x, y)), None
        case Toward(start=start):
            spot = place(figure, start, side)
            return (spot, start) if spot is not None else (figure.landmarks[start], None)
    return None
