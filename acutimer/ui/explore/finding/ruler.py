"""The ruler from a landmark to a point, in fingers or thumbs laid on the limb: where its parts stand. Pure, in px."""

import math
from dataclasses import dataclass

from acutimer.core.points import Measure
from acutimer.ui.explore.marking.labels import Box
from acutimer.ui.explore.marking.leaders import Spot

# A drawn distance between these shares of the true one is seen face on; less is foreshortened.
FACE_ON = (0.85, 1.15)
LEAST_DIGIT_PX = 12.0
# How far the longest tip reaches past the way, in widths of a digit: so far that the shortest one covers it, too.
PAST = {"thumb": 1.0, "finger": 1.1}
# How far each fingertip stays behind the longest, from the index finger on, in widths of a finger.
BEHIND = {"thumb": (0.0, 0.0), "finger": (0.4, 0.0, 0.35, 0.9)}
BRACKET_GAP_PX = 58.0
NUMBERS_PX = 28.0
FADE_PX = 46.0


@dataclass(frozen=True, slots=True)
class Ruler:
    """`measure.count` digits side by side from `start` (the landmark) to `end`, in px.

    `across` is the unit vector towards where the hand comes from. The limb's edge is `edge_px` that way, a bracket
    round the digits stands at `bracket_px`, and there they have faded out.
    """

    start: Spot
    end: Spot
    measure: Measure
    across: Spot
    edge_px: float
    bracket_px: float

    @property
    def is_level(self) -> bool:
        """Whether the digits lie rather level than upright."""
        return abs(self.across[0]) >= abs(self.across[1])

    @property
    def outward(self) -> int:
        """Whether the hand comes from the right or from below (1), or from the left or from above (-1)."""
        return 1 if self.across[0 if self.is_level else 1] > 0 else -1

    @property
    def digit_px(self) -> float:
        """How wide one digit is."""
        return math.dist(self.start, self.end) / self.measure.count

    @property
    def numbers_px(self) -> float:
        """How far across the numbers stand: beside the limb, and near the bracket where there is no such room."""
        return self.bracket_px - max(NUMBERS_PX / 2, self.bracket_px - self.edge_px - NUMBERS_PX)

    def tick(self, index: float, across_px: float = 0.0) -> Spot:
        """The place on the way before digit `index` (0 to the count, from the landmark), moved across by so much."""
        share = index / self.measure.count
        return (
            self.start[0] + (self.end[0] - self.start[0]) * share + self.across[0] * across_px,
            self.start[1] + (self.end[1] - self.start[1]) * share + self.across[1] * across_px,
        )

    def tip(self, index: int) -> Spot:
        """Where the tip of digit `index` lies, in the middle of its width."""
        unit = self.measure.unit
        return self.tick(index + 0.5, (BEHIND[unit][index] - PAST[unit]) * self.digit_px)

    @property
    def far_px(self) -> float:
        """How far across the digits have faded out."""
        return self.bracket_px + FADE_PX

    @property
    def box(self) -> Box:
        """All that the digits cover."""
        tip_px = -PAST[self.measure.unit] * self.digit_px
        corners = [self.tick(index, px) for index in (0, self.measure.count) for px in (tip_px, self.far_px)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))


def reads_well(measure: Measure, cun: float, start: Spot, end: Spot, px_per_cun: float) -> bool:
    """Whether the way is drawn about as long as it is, so that we see it face on, and the digits are wide enough."""
    length = math.dist(start, end)
    return FACE_ON[0] <= length / (cun * px_per_cun) <= FACE_ON[1] and length / measure.count >= LEAST_DIGIT_PX


def ruler(measure: Measure, start: Spot, end: Spot, across: Spot, *, edge_px: float, room: Box) -> Ruler:
    """Lay the digits from `start` to `end`; the hand comes over the limb's edge. The bracket stands inside `room`."""
    laid = Ruler(start, end, measure, across, edge_px, edge_px + BRACKET_GAP_PX)
    x, y = laid.tick(measure.count / 2, laid.bracket_px)
    over = max(room.left - x, x - room.right, 0.0) if laid.is_level else max(room.top - y, y - room.bottom, 0.0)
    share = abs(across[0] if laid.is_level else across[1])
    return Ruler(start, end, measure, across, edge_px, max(0.0, laid.bracket_px - over / share))
