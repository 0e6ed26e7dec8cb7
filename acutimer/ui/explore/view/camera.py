"""Where one looks from: how large the body stands on a stage, and where. Pure."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from acutimer.ui.explore.view.boxes import Spot

MOST_ZOOM = 4.0
# So much of the body, or of the stage where that is the smaller, stays in sight however far one pans.
LEAST_SEEN = 0.5
# Below this change of size a movement is a mere shift.
_SHIFT = 0.01


@dataclass(frozen=True, slots=True)
class Camera:
    """`scale` is px per millimetre on a person 1750 mm tall; `x` and `y` are where the anchor stands, in px.

    The anchor is one place on the body, the same for all cameras that are compared.
    """

    scale: float
    x: float
    y: float

    def pan(self, dx: float, dy: float) -> "Camera":
        """The body shifted by so many px."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def zoom_about(self, spot: Spot, factor: float) -> "Camera":
        """The body `factor` times as large; what is at `spot`, in px, stays there."""
        x, y = spot
        return Camera(self.scale * factor, x + (self.x - x) * factor, y + (self.y - y) * factor)

    def toward(self, other: "Camera", share: float) -> "Camera":
        """On the way to another camera, `share` 0 to 1: the size grows evenly by factors, about one fixed spot."""
        ratio = math.log(other.scale / self.scale)
        scale = self.scale * math.exp(ratio * share)
        # About a fixed spot the anchor's way is in proportion to the size.
        along = (scale - self.scale) / (other.scale - self.scale) if abs(ratio) > _SHIFT else share
        return Camera(scale, self.x + (other.x - self.x) * along, self.y + (other.y - self.y) * along)


def clamp(
    camera: Camera, rest: Camera, *, width: float, height: float, extent: Callable[[float, float], Spot]
) -> Camera:
    """The nearest camera that shows a part of what `rest` shows, up to MOST_ZOOM times as large.

    The stage is `width` by `height` px. `extent` gives the left and right end of the body between two heights, for
    `rest` and in px: of that, some is always in sight.
    """
    zoom = camera.scale / rest.scale
    within = min(max(zoom, 1.0), MOST_ZOOM)
    camera = camera.zoom_about((width / 2, height / 2), within / zoom)
    # The window into what `rest` shows: where it begins, and how large it is.
    wide, high = width / within, height / within
    left, top = rest.x - camera.x / within, rest.y - camera.y / within
    top = min(max(top, 0.0), height - high)
    body_left, body_right = extent(top, top + high)
    seen = LEAST_SEEN * min(body_right - body_left, wide)
    left = min(max(left, 0.0, body_left + seen - wide), width - wide, body_right - seen)
    return Camera(rest.scale * within, (rest.x - left) * within, (rest.y - top) * within)


def ease(share: float) -> float:
    """Ease in and out: slow at both ends, `share` and result 0 to 1."""
    return share * share * (3 - 2 * share)
