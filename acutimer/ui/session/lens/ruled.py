"""The place of a point in the lens, as one finds it: the hand laid from the landmark to the point, the landmark named.

The ruler is the one of the close-ups, laid into the lens.
"""

import itertools
import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from acutimer.core.body import Figure
from acutimer.core.placing import flip, landmark_of
from acutimer.ui.explore.finding.ruler_painting import paint_ruler
from acutimer.ui.explore.finding.ruling import Ruling, rule_on
from acutimer.ui.explore.view.framing import Frame
from acutimer.ui.session.lens.drawing import draw_landmark, draw_name, draw_way, label_height, name_width
from acutimer.ui.session.lens.geometry import Geometry, Ground
from acutimer.ui.session.lens.pacer_painting import REST_REACH_PX
from acutimer.ui.session.lens.scene import Found, Scene

NAME_GAP_PX = 17.0  # from a landmark's middle to the pill beside it
NAME_SIDEWAYS = (0.0, -0.5, 0.5, -1.0, 1.0)  # where a pill may lie, in widths to go beside the landmark
NAME_ROWS_PX = (-15.0, 15.0, -30.0, 30.0, -45.0, 45.0, -70.0, 70.0, 0.0)  # and above or below it
BESIDE_COST_PX = 30.0  # a name level with its landmark reads less well than one above or below
LANDMARK_PX, APART_PX = 13.0, 4.0  # what a landmark takes, and what a pill keeps off a pulse
EDGE_PX = 10.0  # between a pill and the edge of the disc


def paint_found(painter: QPainter, scene: Scene, figure: Figure, on: Ground) -> None:
    """Paint how each point of the scene is found. The painter is clipped to the disc."""
    geometry, theme = on.geometry, on.theme
    scale = geometry.scale
    starts: dict[str, QPointF] = {}
    taken = [_around(geometry.px(scene, there), (REST_REACH_PX + APART_PX) * scale) for there in scene.active]
    for found, there in zip(scene.found, scene.active, strict=True):
        start, ruling = _landmark(scene, figure, found, geometry), _ruling(scene, figure, found, geometry)
        if start is None:
            continue
        if ruling is not None:
            paint_ruler(painter, ruling, theme, has_words=False)
            taken.append(_box(ruling))
        elif found.rule.distance_cun:
            draw_way(painter, start, geometry.px(scene, there), theme, scale)
        if found.rule.distance_cun:
            starts[found.landmark] = start
            taken.append(_around(start, LANDMARK_PX * scale))
        else:  # the point is the landmark
            starts[found.landmark] = geometry.px(scene, there)
    for landmark, start in starts.items():
        name = landmark[:1].upper() + landmark[1:]
        if any(found.rule.distance_cun for found in scene.found):
            draw_landmark(painter, start, theme, scale)
        draw_name(painter, name_at(start, name, taken, geometry), name, theme, scale)


def name_at(start: QPointF, name: str, taken: Sequence[QRectF], geometry: Geometry) -> QPointF:
    """The middle of the pill with a landmark's name: as near the landmark as it lies off all that is `taken`."""
    scale = geometry.scale
    half_width, half_height = name_width(name, scale) / 2, label_height(scale) / 2
    best, least = start, math.inf
    for x, y in itertools.product(NAME_SIDEWAYS, NAME_ROWS_PX):
        beside = half_width + NAME_GAP_PX * scale
        row = math.copysign(half_height, y) + y * scale if y else 0.0
        at = _inside(QPointF(start.x() + x * beside, start.y() + row), half_width, half_height, geometry)
        pill = QRectF(at.x() - half_width, at.y() - half_height, 2 * half_width, 2 * half_height)
        covered = sum(_area(pill.intersected(rect)) for rect in taken)
        away = math.hypot(max(0.0, abs(at.x() - start.x()) - half_width), max(0.0, abs(at.y() - start.y())))
        cost = covered + away + (scale if y > 0 else 0.0 if y else BESIDE_COST_PX * scale)
        if cost < least:
            best, least = at, cost
    return best


def _area(rect: QRectF) -> float:
    return max(0.0, rect.width()) * max(0.0, rect.height())


def _around(at: QPointF, reach: float) -> QRectF:
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)


def _box(ruling: Ruling) -> QRectF:
    box = ruling.ruler.box
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)


def _inside(at: QPointF, half_width: float, half_height: float, geometry: Geometry) -> QPointF:
    """The nearest place along the level where a pill of that size does not leave the disc."""
    middle, room = geometry.middle, geometry.radius - EDGE_PX * geometry.scale
    highest = math.sqrt(max(0.0, room**2 - half_width**2)) - half_height
    y = min(max(at.y(), middle.y() - highest), middle.y() + highest)
    reach = math.sqrt(max(0.0, room**2 - (abs(y - middle.y()) + half_height) ** 2)) - half_width
    return QPointF(min(max(at.x(), middle.x() - reach), middle.x() + reach), y)


def _ruling(scene: Scene, figure: Figure, found: Found, geometry: Geometry) -> Ruling | None:
    corner = geometry.px(scene, figure.rect[:2])
    frame = Frame(figure, scene.is_flipped, geometry.px_per_unit(scene.across), corner.x(), corner.y())
    names: Mapping[str, str] = {found.rule.landmark: found.landmark}
    return rule_on(frame, found.code, found.side, rule=found.rule, landmarks=names, width=geometry.side)


def _landmark(scene: Scene, figure: Figure, found: Found, geometry: Geometry) -> QPointF | None:
    start = landmark_of(figure, found.code, found.side)
    if start is None:
        return None
    return geometry.px(scene, flip(figure, start) if scene.is_flipped else start)
