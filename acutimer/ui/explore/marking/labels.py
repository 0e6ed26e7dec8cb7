"""Where the labels of the markers stand: in the gutters beside the limb, in order of height, leaders never crossing.

Where the limb fills the stage, or a gutter is full, a label stands right beside its marker.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from acutimer.ui.explore.marking.flags import MARKER_PX, flags
from acutimer.ui.explore.marking.leaders import Line, crosses, leaders, untangled
from acutimer.ui.explore.view.boxes import Box as Box  # noqa: PLC0414  others have it from here
from acutimer.ui.explore.view.boxes import Spot

LABEL_PX = 34.0
APART_PX = 8.0
# How far off the axis a marker may lie and still take either gutter, as a share of the space between them.
EITHER_WAY = 0.12
# How often those that found no place are let choose first.
ROUNDS = 4
# A leader shorter than this does not lead anywhere.
LEAST_LEADER_PX = 6.0

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A marker that wants a label: its place, the label's size, and the gap its leader keeps from its centre.

    `side` is -1 for the left gutter, 1 for the right one, 0 for whichever is nearer. `inset` is how far the label
    stands out of the gutter over the drawing, where the gutter is narrower than its words. It `floats` when it may
    stand beside its marker where the gutter has no room, and is `on_drawing` when it stands there before all others.
    """

    key: str
    x: float
    y: float
    width: float
    gap: float = 11.0
    side: int = 0
    height: float = LABEL_PX
    inset: float = 0.0
    floats: bool = True
    on_drawing: bool = False


@dataclass(frozen=True, slots=True)
class Gutters:
    """The room beside the limb, in px: labels end at `left` or begin at `right`, and stay inside `stage`.

    `axis` is the middle of the limb. `taken` are places that labels keep out of (a ruler).
    """

    left: float
    right: float
    axis: float
    stage: Box
    taken: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it stands: its box, and its leader from the box to the marker with at most one bend."""

    key: str
    box: Box
    leader: Line


def lay_out(anchors: Sequence[Anchor], gutters: Gutters, others: Sequence[Spot] = ()) -> tuple[Label, ...]:
    """Place a label for every anchor there is room for; `others` are markers without a label to keep clear of.

    Labels never overlap, never leave the stage, cover no marker, and no leader crosses another leader, runs through
    another marker or under another label. What finds no place in its gutter stands beside its marker; what finds none
    there either gets no label.
    """
    spots = [*((anchor.x, anchor.y) for anchor in anchors), *others]
    first = [anchor for anchor in anchors if anchor.on_drawing]
    best: tuple[Label, ...] = ()
    for _ in range(ROUNDS):
        labels = _attempt(first, anchors, gutters, spots)
        best = max(best, labels, key=len)
        placed = {label.key for label in labels}
        missing = [it for it in anchors if it.floats and it.key not in placed]
        if not missing:
            break
        # Those that found no place choose theirs before all others the next time.
        first = [*(it for it in missing if it not in first), *first]
    return best


def spread(
    middles: Sequence[float], sizes: Sequence[float], low: float, high: float, apart: float = APART_PX
) -> list[float] | None:
    """Move sorted middles as little as possible until things of these sizes stand `apart` within `low` and `high`.

    Least squares (pool adjacent violators); None when there is not enough room.
    """
    pitches = [(one + other) / 2 + apart for one, other in pairwise(sizes)]
    offsets = list(accumulate(pitches, initial=0.0))
    first, last = low + sizes[0] / 2, high - sizes[-1] / 2 - offsets[-1]
    if last < first:
        return None
    blocks: list[tuple[float, int]] = []  # the sum and the number of those that stand pitch by pitch
    for middle, offset in zip(middles, offsets, strict=True):
        total, count = middle - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            total, count = total + blocks[-1][0], count + blocks[-1][1]
            blocks.pop()
        blocks.append((total, count))
    eased = [total / count for total, count in blocks for _ in range(count)]
    return [min(max(value, first), last) + offset for value, offset in zip(eased, offsets, strict=True)]


def _divide(anchors: Sequence[Anchor], gutters: Gutters) -> float:
    """The x left of which markers take the left gutter: near the axis, and so that both sides carry alike."""
    reach = EITHER_WAY * (gutters.right - gutters.left)
    near = [anchor.x for anchor in anchors if abs(anchor.x - gutters.axis) <= reach]
    lines = [gutters.axis, *near, *(x + 0.01 for x in near)]

    def unevenness(line: float) -> tuple[int, float]:
        lefts = sum(anchor.x < line for anchor in anchors)
        return abs(2 * lefts - len(anchors)), abs(line - gutters.axis)

    return min(lines, key=unevenness)


def _column(
    anchors: Sequence[Anchor], gutters: Gutters, spots: Sequence[Spot], drawn: Sequence[Line], side: int
) -> list[Label]:
    """One gutter's labels; `drawn` are the lines that are there already."""
    waiting = sorted(anchors, key=lambda anchor: (anchor.y, side * anchor.x))
    while waiting:
        boxes = _boxes(waiting, gutters, side, spots)
        if boxes is None:
            waiting.remove(_most_crowded(waiting))
            continue
        blocked = [
            it
            for it, box in zip(waiting, boxes, strict=True)
            if (it.inset > 0 and _hides(box, gutters, spots)) or any(box.meets_line(line) for line in drawn)
        ]
        if blocked:
            waiting.remove(blocked[0])
            continue
        fixed = [*drawn, *(edge for anchor, box in zip(waiting, boxes, strict=True) for edge in _edges(anchor, box))]
        choices = [
            [line for line in _choices(anchor, box, spots, side) if not any(crosses(line, other) for other in fixed)]
            for anchor, box in zip(waiting, boxes, strict=True)
        ]
        lines = untangled(choices)
        if lines is not None:
            return [Label(a.key, box, line) for a, box, line in zip(waiting, boxes, lines, strict=True)]
        hopeless = [anchor for anchor, choice in zip(waiting, choices, strict=True) if not choice]
        waiting.remove(hopeless[0] if hopeless else _most_crowded(waiting))
    return []


def _attempt(
    first: Sequence[Anchor], anchors: Sequence[Anchor], gutters: Gutters, spots: Sequence[Spot]
) -> tuple[Label, ...]:
    """The labels, those of `first` beside their markers before anything else stands."""
    labels: list[Label] = []
    for anchor in first:
        labels += _flag(anchor, gutters, labels, spots)
    within = replace(gutters, taken=(*gutters.taken, *(label.box for label in labels)))
    drawn = [line for label in labels for line in (label.leader, label.box.outline)]
    placed = {label.key for label in labels}
    inside = [it for it in anchors if it.key not in placed and not it.on_drawing]
    out = [it for it in inside if it.inset > 0 or not _is_beside(it, gutters)]
    divide = _divide(out, gutters)
    sides = [anchor.side or (-1 if anchor.x < divide else 1) for anchor in out]
    for side in (-1, 1):
        group = [anchor for anchor, own in zip(out, sides, strict=True) if own == side]
        column = _column(group, within, spots, drawn, side)
        drawn += [label.leader for label in column]
        labels += column
    placed = {label.key for label in labels}
    # Those with the fewest ways to stand are the ones with the nearest neighbours.
    waiting = [it for it in anchors if it.floats and it.key not in placed]
    for anchor in sorted(waiting, key=lambda anchor: _nearest(anchor, spots)):
        labels += _flag(anchor, gutters, labels, spots)
    return tuple(labels)


def _is_beside(anchor: Anchor, gutters: Gutters) -> bool:
    """Whether its marker lies so far out that no leader fits between it and its gutter."""
    need = anchor.gap + LEAST_LEADER_PX
    far_left, far_right = anchor.x - need < gutters.left, anchor.x + need > gutters.right
    return {-1: far_left, 0: far_left or far_right, 1: far_right}[anchor.side]


def _flag(anchor: Anchor, gutters: Gutters, labels: Sequence[Label], spots: Sequence[Spot]) -> list[Label]:
    places = flags(
        (anchor.x, anchor.y),
        (anchor.width, anchor.height),
        anchor.gap,
        stage=gutters.stage,
        taken=gutters.taken,
        labels=[label.box for label in labels],
        lines=[label.leader for label in labels],
        spots=spots,
    )
    found = next(places, None)
    return [] if found is None else [Label(anchor.key, *found)]


def _nearest(anchor: Anchor, spots: Sequence[Spot]) -> float:
    here = (anchor.x, anchor.y)
    return min((math.dist(here, spot) for spot in spots if spot != here), default=math.inf)


def _hides(box: Box, gutters: Gutters, spots: Sequence[Spot]) -> bool:
    """Whether a label that stands out over the drawing covers a marker, or what is taken."""
    return any(box.grown(MARKER_PX).holds(spot) for spot in spots) or any(box.meets(it) for it in gutters.taken)


def _edges(anchor: Anchor, box: Box) -> Iterator[Line]:
    """Where a label stands out over the drawing, leaders keep off its upper and lower edge."""
    if anchor.inset > 0:
        yield ((box.left, box.top), (box.right, box.top))
        yield ((box.left, box.bottom), (box.right, box.bottom))


def _choices(anchor: Anchor, box: Box, spots: Sequence[Spot], side: int) -> list[Line]:
    start = (box.right if side < 0 else box.left, (box.top + box.bottom) / 2)
    return list(leaders(start, (anchor.x, anchor.y), anchor.gap, spots))


def _most_crowded(anchors: Sequence[Anchor]) -> Anchor:
    def nearest(anchor: Anchor) -> float:
        return min((abs(anchor.y - other.y) for other in anchors if other is not anchor), default=0.0)

    return min(anchors, key=nearest)


def _boxes(anchors: Sequence[Anchor], gutters: Gutters, side: int, spots: Sequence[Spot]) -> list[Box] | None:
    """The labels' boxes: each as near its marker's height as order, distance and the places taken allow."""
    stage = gutters.stage

    def box(width: float, inset: float, top: float, bottom: float) -> Box:
        if side < 0:
            return Box(gutters.left + inset - width, top, gutters.left + inset, bottom)
        return Box(gutters.right - inset, top, gutters.right - inset + width, bottom)

    column = box(max(anchor.width - anchor.inset for anchor in anchors), 0.0, stage.top, stage.bottom)
    if column.left < stage.left or column.right > stage.right:
        return None
    boxes: list[Box] = []
    markers = (Box(x, y, x, y).grown(MARKER_PX) for x, y in spots)
    for (top, bottom), group in _grouped(anchors, _spans(column, [*gutters.taken, *markers])):
        middles = spread([anchor.y for anchor in group], [anchor.height for anchor in group], top, bottom)
        if middles is None:
            return None
        boxes += [
            box(anchor.width, anchor.inset, middle - anchor.height / 2, middle + anchor.height / 2)
            for anchor, middle in zip(group, middles, strict=True)
        ]
    return boxes if len(boxes) == len(anchors) else None


def _spans(column: Box, taken: Sequence[Box]) -> list[Span]:
    """The stretches of a column's height that are free."""
    spans, top = [], column.top
    for box in sorted((box for box in taken if box.meets(column)), key=lambda box: box.top):
        spans.append((top, box.top))
        top = max(top, box.bottom)
    spans.append((top, column.bottom))
    return [span for span in spans if span[1] - span[0] >= LABEL_PX]


def _grouped(anchors: Sequence[Anchor], spans: Sequence[Span]) -> Iterator[tuple[Span, list[Anchor]]]:
    """Anchors in order of height, each with the free stretch nearest to it."""

    def away(anchor: Anchor, span: Span) -> float:
        return max(span[0] - anchor.y, anchor.y - span[1], 0.0)

    owners = [min(spans, key=lambda span: (away(anchor, span), span)) for anchor in anchors] if spans else []
    for span in spans:
        group = [anchor for anchor, owner in zip(anchors, owners, strict=True) if owner == span]
        if group:
            yield span, group
