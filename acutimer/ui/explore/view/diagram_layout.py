"""Everything on a close-up in its place: the drawing, the markers, the labels in the gutters, the ruler."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from acutimer.core.body import Figure
from acutimer.core.points import Rule
from acutimer.core.sides import Side
from acutimer.ui.explore.finding.ruling import Ruling, rule_on
from acutimer.ui.explore.marking.labels import LABEL_PX, Anchor, Gutters, Label, lay_out
from acutimer.ui.explore.marking.leaders import Line
from acutimer.ui.explore.marking.marks import RADIUS_PX, SELECTED_RADIUS_PX
from acutimer.ui.explore.view.boxes import Box, Spot
from acutimer.ui.explore.view.framing import LABEL_GAP_PX, Frame, fit
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import text_width

Key = tuple[str, Side]

LABEL_PADDING_PX = 24.0
LANDMARK = "landmark"
WORDS_PX = 17
LINE_PX = 22.0
LEAST_WORDS_PX = 140.0
EDGE_PX = 6.0
GAP_PX = RADIUS_PX + 3.0
SELECTED_GAP_PX = SELECTED_RADIUS_PX + 13.0
LANDMARK_GAP_PX = 13.0
# A landmark's leader of this length is short enough; beyond, words on the drawing, or on the limb's other side, are
# chosen when their leader is shorter by so much.
SHORT_WAY_PX = 140.0
ON_DRAWING_PX, FAR_SIDE_PX = 40.0, 100.0
# Within so little height, a third text beside those two is one too many: a detour of so much is better then.
CLOSE_PX, CROWDED_PX = 110.0, 60.0
# A landmark this little off the limb's middle is near neither side.
MIDDLE_PX = 16.0
# A marker is behind the ruler when it lies within the fingers, or so near that they touch it.
BEHIND_PX = 6.0


@dataclass(frozen=True, slots=True)
class Tag:
    """A label with what it says, a line each. `key` is None for the landmark, which stands in words, not in a pill."""

    key: Key | None
    lines: tuple[str, ...]
    label: Label


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A close-up laid out, in px. `dimmed` are the markers behind the ruler."""

    frame: Frame
    spots: Mapping[Key, Spot]
    tags: tuple[Tag, ...]
    selected: frozenset[Key]
    ruling: Ruling | None
    dimmed: frozenset[Key]

    def label_at(self, x: float, y: float) -> Key | None:
        """Whose label is at a place."""
        spot = Box(x, y, x + 0.1, y + 0.1)
        return next((tag.key for tag in self.tags if tag.key is not None and tag.label.box.meets(spot)), None)


def arrange(
    frame: Frame,
    places: Mapping[Key, Spot],
    *,
    selected: frozenset[Key],
    rules: Mapping[str, Rule],
    landmarks: Mapping[str, str],
    room: Box,
    taken: Sequence[Box] = (),
    has_labels: bool = True,
    is_quiet: bool = False,
) -> Arrangement:
    """Lay a close-up out on a stage, in px.

    `places` are the markers' places in the figure's unit, as shown. `rules` are those of what is selected: a single
    point gets its ruler, a pair has none. `landmarks` are the names of landmarks. Labels stand inside `room` and off
    what is `taken`; only markers in `room` have one. A quiet one labels nothing but what is selected.
    """
    spots = {key: frame.px(spot) for key, spot in places.items()}
    ruling = None
    if len(selected) == 1:
        ((code, side),) = selected
        ruling = rule_on(frame, code, side, rule=rules[code], landmarks=landmarks, width=room.right + room.left)
    dimmed = frozenset(key for key in spots if ruling is not None and _is_behind(key, spots[key], selected, ruling))
    tags: tuple[Tag, ...] = ()
    if has_labels:
        stage = room.grown(-EDGE_PX)
        quiet = dimmed | (spots.keys() - selected if is_quiet else set())
        tags = _tags(frame, spots, selected=selected, ruling=ruling, quiet=quiet, stage=stage, taken=taken)
    return Arrangement(frame, spots, tags, selected, ruling, dimmed)


def is_in_sight(spot: Spot, room: Box, taken: Sequence[Box] = ()) -> bool:
    """Whether all of a marker lies in the room, and not under what is taken."""
    return room.grown(-RADIUS_PX).holds(spot) and not any(box.grown(RADIUS_PX).holds(spot) for box in taken)


def framed(figure: Figure, places: Mapping[Key, Spot], *, is_flipped: bool, room: Box) -> Frame:
    """How the figure stands in a room when it is seen whole, with places for the labels beside it."""
    widest = max((_label_px(code) for code, _ in places), default=0.0)
    rows = [spot[1] for spot in places.values()]
    width, height = room.right - room.left, room.bottom - room.top
    frame = fit(figure, rows, is_flipped=is_flipped, width=width, height=height, label_px=widest)
    return replace(frame, left=frame.left + room.left, top=frame.top + room.top)


def _is_behind(key: Key, spot: Spot, selected: frozenset[Key], ruling: Ruling) -> bool:
    if key in selected or key[0] == ruling.code:
        return False
    x, y = spot
    near = Box(x - BEHIND_PX, y - BEHIND_PX, x + BEHIND_PX, y + BEHIND_PX)
    return near.meets(ruling.ruler.box)


def _tags(
    frame: Frame,
    spots: Mapping[Key, Spot],
    *,
    selected: frozenset[Key],
    ruling: Ruling | None,
    quiet: frozenset[Key],
    stage: Box,
    taken: Sequence[Box],
) -> tuple[Tag, ...]:
    anchors: list[Anchor] = []
    texts: dict[str, tuple[Key | None, tuple[str, ...]]] = {}
    silent: list[Spot] = []
    outward = ruling.ruler.outward if ruling is not None and ruling.ruler.is_level else 0
    for key, (x, y) in spots.items():
        is_silent = key in quiet or (ruling is not None and key[0] == ruling.code)
        if is_silent or not is_in_sight((x, y), stage, taken):
            silent.append((x, y))
            continue
        name = "/".join(key)
        is_selected = key in selected
        gap = SELECTED_GAP_PX if is_selected else GAP_PX
        anchors.append(Anchor(name, x, y, _label_px(key[0]), gap, outward if is_selected else 0))
        texts[name] = (key, (key[0],))
    gutters = _gutters(frame, anchors, stage, [*taken, *(() if ruling is None else (ruling.taken,))])
    if ruling is None or not is_in_sight(ruling.ruler.start, stage):
        return tuple(Tag(*texts[label.key], label) for label in lay_out(anchors, gutters, silent))
    # The landmark's name stands beside the limb where it is nearer; where it finds no place there, or a far or crowded
    # one, it stands on the drawing or on the other side. It goes before no marker's label.
    near = _near_side(frame, ruling.ruler.start, outward or -1)
    ways = (
        (near, LEAST_WORDS_PX, False, 0.0),
        (near, 0.0, False, 0.0),
        (near, LEAST_WORDS_PX, True, ON_DRAWING_PX),
        (-near, LEAST_WORDS_PX, False, FAR_SIDE_PX),
    )
    found: list[tuple[float, tuple[Tag, ...]]] = []
    fewer: list[tuple[Tag, ...]] = []
    for side, least_px, on_drawing, detour_px in ways:
        anchor, lines = _landmark(ruling, gutters, stage, side, least_px=least_px, on_drawing=on_drawing)
        labels = lay_out([*anchors, anchor], gutters, silent)
        tags = tuple(Tag(*texts.get(label.key, (None, lines)), label) for label in labels)
        if len(labels) <= len(anchors):
            fewer.append(tags)
            continue
        words = next(label for label in labels if label.key == LANDMARK)
        crowd_px = CROWDED_PX if _is_crowded(words, labels, texts, selected, ruling) else 0.0
        found.append((_length(words.leader) + detour_px + crowd_px, tags))
        if found[-1][0] <= SHORT_WAY_PX and not on_drawing:
            break
    if found:
        return min(found, key=lambda it: it[0])[1]
    fewer.append(tuple(Tag(*texts[label.key], label) for label in lay_out(anchors, gutters, silent)))
    return max(fewer, key=lambda tags: (sum(tag.key is not None for tag in tags), len(tags)))


def _is_crowded(
    words: Label,
    labels: Sequence[Label],
    texts: Mapping[str, tuple[Key | None, tuple[str, ...]]],
    selected: frozenset[Key],
    ruling: Ruling,
) -> bool:
    """Whether a landmark's name, the words of a level ruler and the selected label stand close above each other."""
    if not ruling.ruler.is_level:
        return False
    at, outward = words.box, ruling.ruler.outward
    if (at.left - ruling.point[0]) * outward < 0:
        return False
    own = [label.box for label in labels if label.key in texts and texts[label.key][0] in selected]
    return any(it.top - at.bottom < CLOSE_PX and at.top - it.bottom < CLOSE_PX for it in own)


def _near_side(frame: Frame, spot: Spot, otherwise: int) -> int:
    """The side, -1 or 1, on which the limb's edge is nearer at a place's height; `otherwise` in the middle."""
    left, right = frame.extent(spot[1] - LABEL_PX / 2, spot[1] + LABEL_PX / 2)
    away = (spot[0] - left) - (right - spot[0])
    return otherwise if abs(away) <= MIDDLE_PX else (-1 if away < 0 else 1)


def _length(line: Line) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(line))


def _landmark(
    ruling: Ruling, gutters: Gutters, stage: Box, side: int, *, least_px: float, on_drawing: bool
) -> tuple[Anchor, tuple[str, ...]]:
    """The landmark's name as a label in one gutter, and its lines, broken no narrower than `least_px`."""
    room = gutters.left - stage.left if side < 0 else stage.right - gutters.right
    lines = broken(ruling.landmark, max(room, least_px) - LABEL_PADDING_PX / 2)
    width = max(text_width(line, font(WORDS_PX, 550)) for line in lines) + LABEL_PADDING_PX / 2
    height = max(LABEL_PX, len(lines) * LINE_PX)
    x, y = ruling.ruler.start
    return Anchor(
        LANDMARK, x, y, width, LANDMARK_GAP_PX, side, height, max(0.0, width - room), on_drawing, on_drawing
    ), lines


def broken(text: str, width: float) -> tuple[str, ...]:
    """A landmark's name in lines of at most `width` px, as far as its words allow."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, font(WORDS_PX, 550)) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _gutters(frame: Frame, anchors: Sequence[Anchor], stage: Box, taken: Sequence[Box]) -> Gutters:
    """Beside the limb where the markers are, but never so far out that a label would not fit."""
    height = frame.size[1]
    heights = [anchor.y for anchor in anchors] or [frame.top, frame.top + height]
    margin = 0.06 * height
    left, right = frame.extent(min(heights) - margin, max(heights) + margin)
    widest = max((anchor.width for anchor in anchors), default=0.0)
    return Gutters(
        left=max(left - LABEL_GAP_PX, stage.left + widest),
        right=min(right + LABEL_GAP_PX, stage.right - widest),
        axis=(left + right) / 2,
        stage=stage,
        taken=tuple(taken),
    )


def _label_px(code: str) -> float:
    return text_width(code, font(17, 650)) + LABEL_PADDING_PX
