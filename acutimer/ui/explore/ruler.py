"""The ruler from a landmark to a point in fingers: which measures read well, and where its parts stand. Pure."""

from dataclasses import dataclass

from acutimer.ui.explore.labels import Box
from acutimer.ui.explore.leaders import Spot

# Fingers laid side by side, by the distance they make in cun (WHO 2008).
FINGERS = {1.0: 1, 1.5: 2, 2.0: 3, 3.0: 4}
# A drawn distance between these shares of the true one is seen face on; less is foreshortened.
FACE_ON = (0.85, 1.15)
LEAST_FINGER_PX = 12.0
# How far sideways the way may lead, as a share of its length.
SLANT = 0.45
BRACKET_GAP_PX = 58.0
UPRIGHT_GAP_PX = 58.0
NUMBERS_PX = 28.0
FADE_PX = 46.0


@dataclass(frozen=True, slots=True)
class Ruler:
    """`fingers` bands side by side from `start` (the landmark) to `end` (the point), in px.

    The bands lie level when `is_level`, otherwise upright. They come from `outward` (1: from the right or
    from below, -1: from the left or from above), end a little past the way, and have faded out at `far`.
    The bracket stands at `bracket`, the numbers at `numbers`: an x each where the bands are level, otherwise a y.
    """

    start: Spot
    end: Spot
    fingers: int
    is_level: bool
    outward: int
    bracket: float
    numbers: float

    @property
    def far(self) -> float:
        """Where the bands have faded out."""
        return self.bracket + self.outward * FADE_PX

    @property
    def tip(self) -> float:
        """Where the fingertips lie: past the way, on the far side of the hand."""
        across = 0 if self.is_level else 1
        ways = (self.start[across], self.end[across])
        return (min(ways) if self.outward > 0 else max(ways)) - self.outward * self.finger_px * 0.55

    @property
    def finger_px(self) -> float:
        """How wide one finger is."""
        along = 1 if self.is_level else 0
        return abs(self.end[along] - self.start[along]) / self.fingers

    def edge(self, index: int) -> float:
        """Where the edge before finger `index` lies along the way, 0 to `fingers` counted from the landmark."""
        along = 1 if self.is_level else 0
        return self.start[along] + (self.end[along] - self.start[along]) * index / self.fingers

    def tick(self, index: int) -> Spot:
        """The place on the way that belongs to edge `index`."""
        share = index / self.fingers
        return (
            self.start[0] + (self.end[0] - self.start[0]) * share,
            self.start[1] + (self.end[1] - self.start[1]) * share,
        )

    @property
    def box(self) -> Box:
        """All that the bands cover."""
        first, last = sorted((self.edge(0), self.edge(self.fingers)))
        low, high = sorted((self.tip, self.far))
        return Box(low, first, high, last) if self.is_level else Box(first, low, last, high)


def reads_well(cun: float, start: Spot, end: Spot, px_per_cun: float) -> bool:
    """Whether a way of `cun` is a measure in fingers and is seen face on, nearly level or upright, wide enough."""
    if cun not in FINGERS:
        return False
    dx, dy = abs(end[0] - start[0]), abs(end[1] - start[1])
    share = (dx * dx + dy * dy) ** 0.5 / (cun * px_per_cun)
    is_straight = min(dx, dy) <= SLANT * max(dx, dy)
    return FACE_ON[0] <= share <= FACE_ON[1] and is_straight and max(dx, dy) / FINGERS[cun] >= LEAST_FINGER_PX


def ruler(cun: float, start: Spot, end: Spot, limb: Box, room: Box) -> Ruler:
    """Lay the fingers from `start` to `end`.

    `limb` is what the drawing covers there: the hand comes over its nearest edge, or from below where the fingers
    stand upright. The bracket stands inside `room`.
    """
    is_level = abs(end[1] - start[1]) >= abs(end[0] - start[0])
    if not is_level:
        bracket = max(start[1], end[1]) + UPRIGHT_GAP_PX
        return Ruler(start, end, FINGERS[cun], is_level, 1, bracket, bracket - NUMBERS_PX / 2)
    middle = (start[0] + end[0]) / 2
    outward = 1 if limb.right - middle < middle - limb.left else -1
    edge = limb.right if outward > 0 else limb.left
    bracket = min(max(edge + outward * BRACKET_GAP_PX, room.left), room.right)
    # Beside the limb, and near the bracket where there is no such room.
    numbers = bracket - outward * max(NUMBERS_PX / 2, abs(bracket - edge) - NUMBERS_PX)
    return Ruler(start, end, FINGERS[cun], is_level, outward, bracket, numbers)
