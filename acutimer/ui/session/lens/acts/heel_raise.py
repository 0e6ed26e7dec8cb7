"""The lower leg while the heel is lifted: its own drawing bent, so that the lens can move with the repetitions.

Everything is measured in millimetres on the view of the lower leg from outside, drawn for the left leg.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from acutimer.content.atlas import Atlas
from acutimer.core.body import Bones, Figure, Layer, Lines, Outline, Part, Raised, Soft, Stroke
from acutimer.core.points import Rule
from acutimer.core.splines import Curve, Place

EXERCISE = "heel-raises"
FIGURE = "leg_outer"
POSES = 12  # from flat to fully raised, near enough to each other to look like one movement
HIGHEST_DEGREES = 26.0
BALL: Place = (-140.0, 472.0)
ANKLE: Place = (32.0, 400.0)
HEEL: Place = (80.0, 452.0)
FLOOR_Y = 480.0
TOES_X, TOES_SPAN = -128.0, 24.0  # in front of this the toes stay on the floor
LEG_Y, BEND_SPAN = 330.0, 70.0  # above this the leg only shifts
BEND_Y = 430.0

Bend = Callable[[Place], Place]


class Poses(Atlas):
    """The atlas with the lifted legs in it: `pose_id(0)` to `pose_id(POSES - 1)`."""

    def __init__(self, folder: Path, rules: Mapping[str, Rule]) -> None:
        super().__init__(folder, rules)
        self._lifted: dict[str, Figure] = {}

    def figure(self, figure_id: str) -> Figure:
        """A pose, or any figure of the atlas."""
        if not figure_id.startswith(EXERCISE):
            return super().figure(figure_id)
        if figure_id not in self._lifted:
            number = int(figure_id.rsplit(" ", maxsplit=1)[1])
            flat = super().figure(FIGURE)
            degrees = HIGHEST_DEGREES * number / (POSES - 1)
            self._lifted[figure_id] = bent(flat, lambda there: lifted(there, degrees), figure_id)
        return self._lifted[figure_id]

    def digest(self, figure_id: str) -> str:
        """A fingerprint, as of any figure."""
        is_pose = figure_id.startswith(EXERCISE)
        return f"{super().digest(FIGURE)} {figure_id}" if is_pose else super().digest(figure_id)


def pose_at(lift: float) -> int:
    """The pose that shows a repetition standing so high, 0 to 1."""
    return round(lift * (POSES - 1))


def pose_id(number: int) -> str:
    """The id of a pose."""
    return f"{EXERCISE} {number}"


def lifted(there: Place, degrees: float) -> Place:
    """Where a place of the flat leg is when the foot stands on its ball, turned by `degrees`."""
    x, y = there
    shift_x, shift_y = (now - before for now, before in zip(_turned(ANKLE, degrees), ANKLE, strict=True))
    if y <= LEG_Y:
        return (x + shift_x, y + shift_y)
    turned_x, turned_y = _turned(there, degrees)
    toes = _soft((TOES_X - x) / TOES_SPAN)
    turned_x, turned_y = turned_x + (x - turned_x) * toes, turned_y + (y - turned_y) * toes
    leg = _soft((BEND_Y - y) / BEND_SPAN)
    if x <= -40:
        leg *= _soft((x + 70) / 60)
    return (turned_x + (x + shift_x - turned_x) * leg, turned_y + (y + shift_y - turned_y) * leg)


def bent(figure: Figure, bend: Bend, figure_id: str) -> Figure:
    """The same drawing with every point of its curves moved."""
    parts = tuple(part if isinstance(part, Outline) else _part(part, bend) for part in figure.parts)
    return replace(figure, id=figure_id, parts=parts)


def _part(part: Part, bend: Bend) -> Part:
    contours = tuple(_curve(curve, bend) for curve in part.contours)
    return replace(part, contours=contours, layers=tuple(_layer(layer, bend) for layer in part.layers))


def _layer(layer: Layer, bend: Bend) -> Layer:
    match layer:
        case Soft(strokes=strokes, forms=forms):
            shapes = tuple(replace(form, curve=_curve(form.curve, bend)) for form in forms)
            return replace(layer, strokes=_strokes(strokes, bend), forms=shapes)
        case Lines(strokes=strokes):
            return replace(layer, strokes=_strokes(strokes, bend))
        case Raised(swellings=swellings):
            return Raised(tuple(replace(it, curve=_curve(it.curve, bend)) for it in swellings))
        case Bones(under=under, over=over, ribs=ribs):
            return replace(
                layer,
                under=tuple(_curve(curve, bend) for curve in under),
                over=tuple(_curve(curve, bend) for curve in over),
                ribs=_strokes(ribs, bend),
            )
        case Part():
            return _part(layer, bend)


def _strokes(strokes: tuple[Stroke, ...], bend: Bend) -> tuple[Stroke, ...]:
    return tuple(replace(stroke, curve=_curve(stroke.curve, bend)) for stroke in strokes)


def _curve(curve: Curve, bend: Bend) -> Curve:
    return replace(curve, points=tuple(bend(point) for point in curve.points))


def _turned(there: Place, degrees: float) -> Place:
    turn = math.radians(degrees)
    dx, dy = there[0] - BALL[0], there[1] - BALL[1]
    return (
        BALL[0] + dx * math.cos(turn) + dy * math.sin(turn),
        BALL[1] - dx * math.sin(turn) + dy * math.cos(turn),
    )


def _soft(share: float) -> float:
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)
