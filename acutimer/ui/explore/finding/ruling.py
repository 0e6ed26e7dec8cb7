"""From a point's rule to what is drawn of it: the landmark to feel for, the hand laid from there, the point."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from acutimer.core.body import Figure
from acutimer.core.placing import cun_at, edges, flip, landmark_of, place, way_end
from acutimer.core.points import Area, Direction, Rule
from acutimer.core.sides import Side
from acutimer.core.splines import Place
from acutimer.ui.explore.finding.ruler import Ruler, reads_well, ruler
from acutimer.ui.explore.finding.ruler_words import measure_words
from acutimer.ui.explore.marking.labels import Box
from acutimer.ui.explore.marking.leaders import Spot
from acutimer.ui.explore.view.framing import Frame

WORDS_PX = 108.0
WORDS_LINES_PX = 24.0
WORDS_GAP_PX = 14.0
UP, DOWN = (0.0, -1.0), (0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Felt:
    """A landmark that a finger feels for, and the point found from it, in px.

    `across` is the unit vector towards where the hand comes from, `edge_px` how far the limb's edge is that way and
    `digit_px` how wide a thumb is here.
    """

    landmark: Spot
    point: Spot
    across: Spot
    edge_px: float
    digit_px: float


@dataclass(frozen=True, slots=True)
class Ruling:
    """A ruler with its words. `landmark` is where it starts, in words; `code` the point that is there, if one is.

    `point` is where the point lies: at the ruler's end, or a little aside of it. `half` is the far end of the way
    where the point lies halfway along it.
    """

    ruler: Ruler
    words: tuple[str, str]
    landmark: str
    code: str | None
    point: Spot
    half: Spot | None = None

    @property
    def words_at(self) -> Spot:
        """Where the words beside the bracket begin, or have their middle where they stand above or below it."""
        laid = self.ruler
        gap = WORDS_GAP_PX if laid.is_level else WORDS_GAP_PX + 20
        return laid.tick(laid.measure.count / 2, laid.bracket_px + gap)

    @property
    def taken(self) -> Box:
        """What labels keep out of: the digits, the bracket and the words beside it."""
        laid, apart = self.ruler, 4.0
        (x, y), box = self.words_at, self.ruler.box
        if not laid.is_level:
            words = Box(x - WORDS_PX / 2, y - WORDS_LINES_PX, x + WORDS_PX / 2, y + WORDS_LINES_PX)
            top, bottom = min(box.top, words.top), max(box.bottom, words.bottom)
            return Box(min(box.left, words.left), top, max(box.right, words.right), bottom)
        # Where the digits are narrower than the words beside them, the words count.
        middle, half = (box.top + box.bottom) / 2, max((box.bottom - box.top) / 2 + apart, WORDS_LINES_PX)
        left, right = (box.left, x + WORDS_PX) if laid.outward > 0 else (x - WORDS_PX, box.right)
        return Box(left, middle - half, right, middle + half)


def rule_on(
    frame: Frame, code: str, side: Side, *, rule: Rule, landmarks: Mapping[str, str], width: float
) -> Ruling | None:
    """The ruler of a point on a drawing, or None where no hand measures it or it would not read well.

    `landmarks` are the landmarks' names; `width` is the stage's, in px.
    """
    figure, measure = frame.figure, rule.measure
    start, point = landmark_of(figure, code, side), place(figure, code, side)
    if measure is None or start is None or point is None:
        return None
    end = _on_side(figure, way_end(figure, rule), side)
    begin, finish, found = (_px(frame, it) for it in (start, end, point))
    if not reads_well(measure, rule.distance_cun, begin, finish, cun_at(figure, rule) * frame.scale):
        return None
    across, edge_px = _hand_from(frame, start, end)
    room = Box(WORDS_PX, WORDS_LINES_PX, width - WORDS_PX, frame.top + frame.size[1])
    laid = ruler(measure, begin, finish, across, edge_px=edge_px, room=room)
    landmark = landmarks.get(rule.landmark, rule.landmark)
    half = None if rule.share is None else _px(frame, _on_side(figure, figure.landmarks[rule.toward or ""], side))
    name = landmark[:1].upper() + landmark[1:]
    return Ruling(laid, measure_words(measure), name, _lies_at(figure, rule.landmark), found, half)


def felt_on(frame: Frame, code: str, side: Side) -> Felt | None:
    """The landmark to feel for and the point, on a drawing; None where it does not show the point by its rule."""
    figure = frame.figure
    start, point = landmark_of(figure, code, side), place(figure, code, side)
    if start is None or point is None:
        return None
    ways = [(1.0, 0.0), (0.0, 1.0)] if figure.area is not Area.ANKLE_FOOT else [(1.0, 0.0)]
    across, edge_px = _over_nearest_edge(frame, point, ways)
    return Felt(_px(frame, start), _px(frame, point), across, edge_px, figure.cun * frame.scale)


def _hand_from(frame: Frame, start: Place, end: Place) -> tuple[Spot, float]:
    """From where a hand comes over the way: across it, over the limb's nearest edge in the picture.

    Where a hand lies upright it comes from above on a foot (nobody reaches through the sole), and from below on the
    back, where there is no edge near. Gives the unit vector as shown, and the way from there to that edge in px.
    """
    figure = frame.figure
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    if abs(ux) > abs(uy) and figure.area is Area.ANKLE_FOOT:
        return UP, 0.0
    return _over_nearest_edge(frame, middle, [(uy, -ux)])


def _over_nearest_edge(frame: Frame, there: Place, ways: Sequence[Spot]) -> tuple[Spot, float]:
    """The nearest edge of the limb in the picture along or against `ways` (unit vectors); from below without one."""
    figure, found = frame.figure, []
    for x, y in ways:
        along, against = edges(figure, there, (x, y))
        for sign, hit in ((1, along), (-1, -against)):
            if _is_in_picture(figure, (there[0] + x * sign * hit, there[1] + y * sign * hit)):
                found.append((hit, (-x * sign if frame.is_flipped else x * sign, y * sign)))
    if not found:
        return DOWN, 0.0
    edge, across = min(found)
    return across, edge * frame.scale


def _is_in_picture(figure: Figure, there: Place) -> bool:
    x, y, width, height = figure.rect
    return x <= there[0] <= x + width and y <= there[1] <= y + height


def _on_side(figure: Figure, there: Place, side: Side) -> Place:
    return (-there[0], there[1]) if figure.bilateral and side is Side.RIGHT else there


def _px(frame: Frame, there: Place) -> Spot:
    return frame.px(flip(frame.figure, there) if frame.is_flipped else there)


def _lies_at(figure: Figure, landmark: str) -> str | None:
    """The point that lies at a landmark, if the drawing shows one that does."""
    at = {code: it for code, it in figure.placements.items() if isinstance(it, Rule) and it.landmark == landmark}
    return next((code for code, rule in at.items() if rule.direction is Direction.AT), None)
