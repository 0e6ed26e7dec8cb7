"""A drawing of the body as data: what it shows, where its landmarks and points lie, and its art in roles, not colours.

Every figure is drawn for the LEFT side of the body and has y growing downwards. Close-ups are in millimetres on a
person 1750 mm tall; whole-body figures have the stature as 1000 units, the vertex at y = 0, the midline at x = 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from acutimer.core.points import Area, Rule
from acutimer.core.sides import Side
from acutimer.core.splines import Curve, Place, flatten


class Facing(StrEnum):
    """What of the limb a figure shows. `SIDE` is the whole body from the side.

    `TOP` (a foot from above), `DORSAL` and `PALM` (a hand) are drawn as one sees one's own limb.
    """

    FRONT = "front"
    BACK = "back"
    OUTER = "outer"
    INNER = "inner"
    SIDE = "side"
    TOP = "top"
    DORSAL = "dorsal"
    PALM = "palm"


class Pose(StrEnum):
    """How the limb is held."""

    STRAIGHT = "straight"
    BENT = "bent"


class Role(StrEnum):
    """What a painted thing is; the palette of a theme gives it its colour."""

    SKIN = "skin"
    LIGHT = "light"
    SHADE = "shade"
    DEEP = "deep"
    LINE = "line"
    OUTLINE = "outline"
    LIP = "lip"
    HAIR = "hair"
    HAIR_LIGHT = "hair_light"
    CLOTH = "cloth"
    CLOTH_SHADE = "cloth_shade"
    CLOTH_LINE = "cloth_line"
    BONE = "bone"
    BONE_LINE = "bone_line"
    GROUND = "ground"


# -- art: all lengths in the figure's unit, alphas 0 to 1 ------------------------------------------


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line as wide as `width` at `peak` of its length (0 to 1), tapering to the shares `ends` of it.

    The smaller `power`, the blunter its ends.
    """

    curve: Curve
    width: float
    alpha: float
    ends: tuple[float, float] = (0.0, 0.0)
    peak: float = 0.5
    power: float = 0.75

    def mirrored(self) -> "Stroke":
        """The stroke seen in a mirror standing at x = 0."""
        return replace(self, curve=self.curve.mirrored())


@dataclass(frozen=True, slots=True)
class Form:
    """A filled shape."""

    curve: Curve
    alpha: float


@dataclass(frozen=True, slots=True)
class Soft:
    """Strokes and forms of one role, blurred together. The blur's standard deviation is half of `blur`."""

    role: Role
    blur: float
    strokes: tuple[Stroke, ...] = ()
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """Crisp tapered strokes of one role."""

    role: Role
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Swelling:
    """Something that stands out under the skin: shade round it, light on it."""

    curve: Curve
    shade: float
    light: float
    blur: float


@dataclass(frozen=True, slots=True)
class Raised:
    """Everything that stands out under the skin."""

    swellings: tuple[Swelling, ...]


@dataclass(frozen=True, slots=True)
class Bones:
    """The ghost of the skeleton. `over` hides what of `under` lies beneath; `ribs` are drawn as strokes."""

    under: tuple[Curve, ...]
    over: tuple[Curve, ...]
    ribs: tuple[Stroke, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Edge:
    """The line round a shape."""

    role: Role
    width: float
    alpha: float


@dataclass(frozen=True, slots=True)
class Rim:
    """Soft shading that creeps inwards from a shape's edge."""

    role: Role
    blur: float
    alpha: float


@dataclass(frozen=True, slots=True)
class Part:
    """A shape with all that is drawn inside it, from below upwards. With no contours, nothing is clipped.

    `contours` together make one shape. A part among the layers is clipped by its parent.
    """

    name: str
    contours: tuple[Curve, ...] = ()
    fill: Role | None = None
    alpha: float = 1.0
    rims: tuple[Rim, ...] = ()
    layers: "tuple[Layer, ...]" = ()
    edge: Edge | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """One line round several parts together, named in `parts`."""

    parts: tuple[str, ...]
    edge: Edge


Layer = Soft | Lines | Raised | Bones | Part

# -- where points lie ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OnLimb:
    """The same row in every view: `level` in cun along the limb, `angle` in degrees round it.

    On the leg 0 is the popliteal crease, 16 the lateral malleolus, the thigh is negative. The angle is
    0 in front, +90 lateral, 180 behind, -90 medial.
    """

    level: float
    angle: float


Placement = Rule | OnLimb


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the whole body to click on, and `anchor`, where a leader line touches the limb's outer edge.

    `side` is BOTH on a figure seen from the side: it is whichever side is shown.
    """

    side: Side
    polygon: tuple[Place, ...]
    anchor: Place


@dataclass(frozen=True, eq=False)
class Figure:
    """One drawing. `rect` is x, y, width and height of what is shown; `cun` is how many units make one cun.

    `lateral` and `anterior` say how much of a step that way leads towards +x (1 all of it, -1 the other way,
    0 towards or away from us, a fraction where the view is oblique). A `bilateral` figure shows both sides; its
    landmarks are those of the left. `axis` is the limb's middle line as (level in cun, place). `placements` are the
    points it shows: by their rule from its landmarks, or on a whole body by their row. The `fade_` lengths are how far
    from each edge of `rect` the drawing fades into the ground. `cun_at` has the unit at a
    landmark where it is not the figure's (the trunk has another measure than the leg). Nothing but `areas` of a
    whole body is for clicking.
    """

    id: str
    area: Area | None
    facing: Facing
    unit_name: str
    cun: float
    rect: tuple[float, float, float, float]
    bilateral: bool
    lateral: float
    anterior: float
    fade_top: float
    fade_bottom: float
    parts: tuple[Part | Outline, ...]
    landmarks: Mapping[str, Place]
    axis: tuple[tuple[float, Place], ...]
    placements: Mapping[str, Placement]
    areas: Mapping[Area, tuple[Zone, ...]] = field(default_factory=dict)
    fade_left: float = 0.0
    fade_right: float = 0.0
    pose: Pose = Pose.STRAIGHT
    cun_at: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def silhouette(self) -> tuple[Curve, ...]:
        """The closed curves that together cover skin and hair."""
        covering = (Role.SKIN, Role.HAIR)
        parts = (part for part in self.parts if isinstance(part, Part) and part.fill in covering)
        return tuple(curve for part in parts for curve in part.contours)

    @cached_property
    def outline(self) -> tuple[tuple[Place, ...], ...]:
        """The silhouette as polygons; a place is inside when it is inside any of them."""
        return tuple(flatten(curve) for curve in self.silhouette)

    def covers(self, place: Place) -> bool:
        """Whether the place lies on the body."""
        return any(is_inside(polygon, place) for polygon in self.outline)


def is_inside(polygon: tuple[Place, ...], place: Place) -> bool:
    """Whether the place lies inside the closed polygon."""
    x, y = place
    inside = False
    before = polygon[-1]
    for corner in polygon:
        if (corner[1] > y) != (before[1] > y):
            crossing = before[0] + (y - before[1]) / (corner[1] - before[1]) * (corner[0] - before[0])
            inside ^= x < crossing
        before = corner
    return inside
