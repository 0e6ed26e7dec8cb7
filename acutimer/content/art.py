"""Reads a figure's art file into the types of core.body.

A point is [x, y], or [x, y, "c"] where the curve may turn sharply. `parts` are painted in order. A part has a shape
(`contours`), a `fill`, `rims` as [role, blur, alpha], an `edge` as [role, width, alpha] and `layers`: "soft" or "lines"
with a role and `strokes` as [points, width, alpha] or `forms` as [points, alpha]; "raised" as [points, shade, light,
blur]; "bones"; or another part inside it. `shows` names the points that are placed by their rules from the
`landmarks`, `rows` those of a whole body as {level, angle} on the limb.

The files keep symmetric art once: a contour marked "half" runs down the right of the midline and is closed by its
mirror image, and what is marked "mirror" (or is one of "pairs") is drawn twice.
"""

from collections.abc import Mapping
from typing import Any

from acutimer.core.body import (
    Bones,
    Edge,
    Facing,
    Figure,
    Form,
    Layer,
    Lines,
    OnLimb,
    Outline,
    Part,
    Pose,
    Raised,
    Rim,
    Role,
    Soft,
    Stroke,
    Swelling,
    Zone,
)
from acutimer.core.points import Area, Rule
from acutimer.core.sides import Side
from acutimer.core.splines import Curve, Place

Json = dict[str, Any]

_RIB_POWER = 0.28


def read_figure(data: Json, rules: Mapping[str, Rule]) -> Figure:
    """The figure a file holds; `rules` has the rule of every point it shows.

    Raises KeyError or ValueError where the file is not as it should be.
    """
    fade = data.get("fade", {})
    x, y, width, height = data["rect"]
    return Figure(
        id=data["id"],
        area=Area(data["area"]) if data["area"] else None,
        facing=Facing(data["facing"]),
        unit_name=data["unit"],
        cun=data["cun"],
        rect=(x, y, width, height),
        bilateral=data["bilateral"],
        lateral=data["lateral"],
        anterior=data["anterior"],
        fade_top=fade.get("top", 0.0),
        fade_bottom=fade.get("bottom", 0.0),
        fade_left=fade.get("left", 0.0),
        fade_right=fade.get("right", 0.0),
        parts=tuple(_outline(part) if "outline" in part else _part(part) for part in data["parts"]),
        landmarks={name: _place(place) for name, place in data["landmarks"].items()},
        axis=tuple((level, _place(place)) for level, place in data.get("axis", ())),
        placements={
            **{code: OnLimb(row["level"], row["angle"]) for code, row in data.get("rows", {}).items()},
            **{code: rules[code] for code in data["shows"]},
        },
        areas={Area(area): tuple(_zone(zone) for zone in zones) for area, zones in data.get("areas", {}).items()},
        pose=Pose(data.get("pose", Pose.STRAIGHT)),
        cun_at=data.get("cun_at", {}),
    )


def _part(data: Json) -> Part:
    return Part(
        name=data["part"],
        contours=tuple(curve for contour in data.get("contours", ()) for curve in _contour(contour)),
        fill=Role(data["fill"]) if "fill" in data else None,
        alpha=data.get("alpha", 1.0),
        rims=tuple(Rim(Role(role), blur, alpha) for role, blur, alpha in data.get("rims", ())),
        layers=tuple(_layer(layer) for layer in data.get("layers", ())),
        edge=_edge(data["edge"]) if "edge" in data else None,
    )


def _outline(data: Json) -> Outline:
    return Outline(tuple(data["outline"]), _edge(data["edge"]))


def _edge(data: list[Any]) -> Edge:
    role, width, alpha = data
    return Edge(Role(role), width, alpha)


def _layer(data: Json) -> Layer:
    twice = data.get("mirror", False)
    if "soft" in data:
        forms = (Form(it, alpha) for points, alpha in data.get("forms", ()) for it in _closed(points, twice))
        return Soft(Role(data["soft"]), data["blur"], _strokes(data), tuple(forms))
    if "lines" in data:
        return Lines(Role(data["lines"]), _strokes(data))
    if "raised" in data:
        rows = data["raised"]
        return Raised(
            tuple(
                Swelling(it, shade, light, blur) for points, shade, light, blur in rows for it in _closed(points, twice)
            )
        )
    if "bones" in data:
        return _bones(data)
    return _part(data)


def _bones(data: Json) -> Bones:
    alone = (_curve(points, is_closed=True) for points in data["bones"])
    pairs = (it for points in data.get("pairs", ()) for it in _closed(points, True))
    ribs = (Stroke(_curve(points), width, 1.0, (0.25, 0.2), power=_RIB_POWER) for points, width in data.get("ribs", ()))
    return Bones(
        under=(*alone, *pairs),
        over=tuple(_curve(points, is_closed=True) for points in data.get("over", ())),
        ribs=tuple(it for rib in ribs for it in (rib, rib.mirrored())),
        width=data["width"],
    )


def _strokes(data: Json) -> tuple[Stroke, ...]:
    start, end = data.get("ends", (0.0, 0.0))
    peak = data.get("peak", 0.5)
    rows = data.get("strokes", ())
    strokes = [Stroke(_curve(points), width, alpha, (start, end), peak) for points, width, alpha in rows]
    if data.get("mirror"):
        strokes += [stroke.mirrored() for stroke in strokes]
    return tuple(strokes)


def _contour(data: Json) -> tuple[Curve, ...]:
    if not data.get("half"):
        return _closed(data["points"], data.get("mirror", False))
    half = data["points"]
    other = [[-x, *rest] for x, *rest in reversed(half) if x]
    return (_curve([*half, *other], is_closed=True),)


def _closed(points: list[Any], twice: bool) -> tuple[Curve, ...]:
    curve = _curve(points, is_closed=True)
    return (curve, curve.mirrored()) if twice else (curve,)


def _curve(points: list[Any], *, is_closed: bool = False) -> Curve:
    corners = frozenset(i for i, point in enumerate(points) if len(point) > 2)
    return Curve(tuple((point[0], point[1]) for point in points), corners, is_closed)


def _place(data: list[float]) -> Place:
    x, y = data
    return (x, y)


def _zone(data: Json) -> Zone:
    return Zone(Side(data["side"]), tuple(_place(place) for place in data["polygon"]), _place(data["anchor"]))
