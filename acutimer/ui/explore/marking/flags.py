"""Labels right beside their markers, for where the gutters have no room: the nearest free place, in any direction."""

from collections.abc import Iterator, Sequence

from acutimer.ui.explore.marking.leaders import Line, clears, crosses, shortened
from acutimer.ui.explore.view.boxes import Box, Spot

# How far from the marker's middle the label may begin, in px, the nearest first.
REACHES_PX = (24.0, 36.0, 52.0, 72.0, 96.0, 128.0, 170.0, 220.0, 290.0)
# Where it may stand, as steps to the right and down, the calmest first.
WAYS = (
    (1.0, 0.0),
    (-1.0, 0.0),
    (1.0, -1.0),
    (-1.0, -1.0),
    (1.0, 1.0),
    (-1.0, 1.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (1.0, -0.5),
    (-1.0, -0.5),
    (1.0, 0.5),
    (-1.0, 0.5),
    (0.5, -1.0),
    (-0.5, -1.0),
    (0.5, 1.0),
    (-0.5, 1.0),
    (1.0, -1.6),
    (-1.0, -1.6),
    (1.0, 1.6),
    (-1.0, 1.6),
)
APART_PX = 4.0
# What a marker covers, from its middle.
MARKER_PX = 12.0


def flags(
    spot: Spot,
    size: Spot,
    gap: float,
    *,
    stage: Box,
    taken: Sequence[Box],
    labels: Sequence[Box],
    lines: Sequence[Line],
    spots: Sequence[Spot],
) -> Iterator[tuple[Box, Line]]:
    """Boxes of `size` for the label of the marker at `spot`, each with its leader, the best first.

    They lie inside `stage`, apart from `taken`, from the other `labels` and from every marker in `spots`, and on none
    of the `lines`; the leader crosses no line and no label and stays clear of the other markers. It leads over what
    is `taken` only where there is no other way. `gap` is what it keeps from its own marker.
    """
    over: list[tuple[Box, Line]] = []
    for box in _boxes(spot, size):
        around = box.grown(APART_PX)
        is_free = box.is_inside(stage) and not any(around.meets(other) for other in (*taken, *labels))
        if not is_free or any(box.grown(MARKER_PX).holds(other) for other in spots):
            continue
        leader = shortened((_edge(box, spot), spot), gap)
        is_clear = all(clears(leader, other) for other in spots if other != spot)
        if not is_clear or any(around.meets_line(line) or crosses(leader, line) for line in lines):
            continue
        if any(other.meets_line(leader) for other in labels):
            continue
        if any(other.meets_line(leader) for other in taken):
            over.append((box, leader))
        else:
            yield box, leader
    yield from over


def _boxes(spot: Spot, size: Spot) -> Iterator[Box]:
    width, height = size
    for reach in REACHES_PX:
        for dx, dy in WAYS:
            x, y = spot[0] + dx * (reach + width / 2), spot[1] + dy * (reach + height / 2)
            yield Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _edge(box: Box, spot: Spot) -> Spot:
    """Where on a box's edge the leader to a spot begins: the middle of the side that looks there."""
    middle_x, middle_y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    if box.left <= spot[0] <= box.right:
        return (middle_x, box.bottom if spot[1] > middle_y else box.top)
    return (box.right if spot[0] > middle_x else box.left, middle_y)
