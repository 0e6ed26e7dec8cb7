"""How large a drawing stands on its stage, and where: room beside the limb for the labels, nothing cut off."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from acutimer.core.body import Figure
from acutimer.core.placing import flip
from acutimer.ui.explore.view.boxes import Box, Spot
from acutimer.ui.explore.view.camera import Camera

LABEL_GAP_PX = 18.0
EDGE_PX = 20.0
# A drawing is not made smaller than this share of the stage's height for the sake of its labels.
LEAST_SHARE = 0.72
# A trunk is so wide that it fills the stage: its labels have their room beside the markers, on the skin.
LEAST_TRUNK_SHARE = 1.0
# So much of a fade counts as ground.
FADED = 0.7
# Whole bodies are drawn in thousandths of the stature, which is 1750 mm.
BODY_MM = 1.75


def mm_per_unit(figure: Figure) -> float:
    """How many millimetres a figure's unit is."""
    return BODY_MM if figure.area is None else 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawing on the stage: `scale` px per unit; `left` and `top` are where its rect begins, in px."""

    figure: Figure
    is_flipped: bool
    scale: float
    left: float
    top: float

    def px(self, shown: Spot) -> Spot:
        """Where a place, already flipped as shown, stands on the stage."""
        x, y, _, _ = self.figure.rect
        return (self.left + (shown[0] - x) * self.scale, self.top + (shown[1] - y) * self.scale)

    def drawn(self, px: Spot) -> Spot:
        """The place of the drawing, as drawn, at a place on the stage."""
        x, y, _, _ = self.figure.rect
        there = (x + (px[0] - self.left) / self.scale, y + (px[1] - self.top) / self.scale)
        return flip(self.figure, there) if self.is_flipped else there

    @property
    def size(self) -> Spot:
        """Width and height of the drawing in px."""
        return (self.figure.rect[2] * self.scale, self.figure.rect[3] * self.scale)

    def camera(self, anchor: Spot) -> Camera:
        """The camera that sees the drawing like this; `anchor` is a place as shown, in the figure's unit."""
        return Camera(self.scale / mm_per_unit(self.figure), *self.px(anchor))

    def seen_by(self, camera: Camera, anchor: Spot) -> "Frame":
        """The same drawing as a camera sees it."""
        x, y, _, _ = self.figure.rect
        scale = camera.scale * mm_per_unit(self.figure)
        left, top = camera.x - (anchor[0] - x) * scale, camera.y - (anchor[1] - y) * scale
        return replace(self, scale=scale, left=left, top=top)

    @property
    def corner(self) -> Spot:
        """Where the drawing's rect begins, in the figure's unit."""
        return self.figure.rect[:2]

    def meets(self, box: Box) -> bool:
        """Whether some of the body lies as high as a box on the stage and reaches as far as that, in px."""
        y = self.figure.rect[1]
        rows = (y + (box.top - self.top) / self.scale, y + (box.bottom - self.top) / self.scale)
        if not _edges(self.figure, *rows):
            return False
        left, right = self.extent(box.top, box.bottom)
        return left < box.right and right > box.left

    def extent(self, top: float, bottom: float) -> Spot:
        """The left and right end of the body between two heights on the stage, in px."""
        y = self.figure.rect[1]
        rows = (y + (top - self.top) / self.scale, y + (bottom - self.top) / self.scale)
        left, right = reach(self.figure, *rows, is_flipped=self.is_flipped)
        return (self.px((left, 0.0))[0], self.px((right, 0.0))[0])


def fit(
    figure: Figure, rows: Sequence[float], *, is_flipped: bool, width: float, height: float, label_px: float
) -> Frame:
    """Fit `figure` into a stage of `width` by `height` px.

    `rows` are the heights, in the figure's unit, of the markers that want labels up to `label_px` wide.
    """
    x, y, rect_width, rect_height = figure.rect
    whole = reach(figure, y, y + rect_height, is_flipped=is_flipped)
    whole = (max(whole[0], x), min(whole[1], x + rect_width))
    margin = 0.06 * rect_height
    low, high = (min(rows) - margin, max(rows) + margin) if rows else (y, y + rect_height)
    beside = reach(figure, low, high, is_flipped=is_flipped)
    middle = (beside[0] + beside[1]) / 2
    gutter = label_px + LABEL_GAP_PX + EDGE_PX
    # Either side of the limb holds the drawing to its end, and a label beside the limb: (units, px) each.
    lefts = ((middle - whole[0], EDGE_PX), (middle - beside[0], gutter))
    rights = ((whole[1] - middle, EDGE_PX), (beside[1] - middle, gutter))
    full = height / rect_height
    wanted = min((width - a[1] - b[1]) / (a[0] + b[0]) for a in lefts for b in rights)
    share = LEAST_TRUNK_SHARE if figure.bilateral else LEAST_SHARE
    least = min(share * full, (width - 2 * EDGE_PX) / (whole[1] - whole[0]))
    scale = min(full, max(wanted, least))
    left, right = (max(units * scale + px for units, px in side) for side in (lefts, rights))
    spare = width - left - right
    at = left + spare / 2 - (middle - x) * scale
    # Where there is room for the drawing but not for its labels, they may lie over it: nothing is cut off.
    at = min(max(at, EDGE_PX - (whole[0] - x) * scale), width - EDGE_PX - (whole[1] - x) * scale)
    return Frame(figure, is_flipped, scale, round(at), round((height - rect_height * scale) / 2))


def reach(figure: Figure, low: float, high: float, *, is_flipped: bool = False) -> Spot:
    """The smallest and the largest x of the body between two heights, in the figure's unit, as shown.

    Where a limb leaves the picture to one side, it ends where it has mostly faded. Where there is no body, it is as
    wide as the picture.
    """
    xs = _edges(figure, low, high)
    x, _, width, _ = figure.rect
    if not xs:
        return (x, x + width)
    left, right = min(xs), max(xs)
    if figure.fade_left:
        left = min(right, max(left, x + FADED * figure.fade_left))
    if figure.fade_right:
        right = max(left, min(right, x + width - FADED * figure.fade_right))
    return (flip(figure, (right, 0.0))[0], flip(figure, (left, 0.0))[0]) if is_flipped else (left, right)


def _edges(figure: Figure, low: float, high: float) -> list[float]:
    """The x of every corner of the outline between two heights, and of where it crosses them."""
    xs: list[float] = []
    for polygon in figure.outline:
        before = polygon[-1]
        for corner in polygon:
            if low <= corner[1] <= high:
                xs.append(corner[0])
            for row in (low, high):
                if (corner[1] > row) != (before[1] > row):
                    share = (row - before[1]) / (corner[1] - before[1])
                    xs.append(before[0] + share * (corner[0] - before[0]))
            before = corner
    return xs
