"""The pacer over the figure: pulse, circling bead, ring of breath, the mark of a pat, the arrow of a repetition.

Each is small and moves within its own rectangle; only that is painted again.
"""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from acutimer.core.pacing import Motion
from acutimer.ui.kit.tokens import Tokens, color
from acutimer.ui.session.lens.face import Face
from acutimer.ui.session.lens.geometry import Geometry, Ground
from acutimer.ui.session.lens.scene import Scene

PULSE_PX, CHANGEOVER_PULSE_PX = 17.0, 14.0
REST_REACH_PX = PULSE_PX + 19.0  # how far a pulse reaches from its middle, its outline included: let go, and pressed
REACH_PX = PULSE_PX + 42.0
LEAST_CLOSENESS = 0.5
BEAD_PX, BEAD_HALO_PX = 8.0, 3.0
BREATH_OUT_PX, BREATH_IN_PX, BREATH_WIDTH_PX = 56.0, 92.0, 3.5
BREATH_STEP_PX = 1.0  # a ring that has grown by less looks the same
PAT_NEAR_PX, PAT_FAR_PX, PAT_ASIDE_PX = 96.0, 122.0, 150.0
PAT_STROKES_DEGREES = (-40.0, 0.0, 40.0)
ARROW_PX = 36.0
ROUND = Qt.PenCapStyle.RoundCap


def paint_pacer(painter: QPainter, scene: Scene, face: Face, on: Ground, asked: QRect) -> None:
    """Paint all that beats in a scene as it is now, but for points that lie outside of what is `asked` for."""
    geometry, theme = on.geometry, on.theme
    scale = geometry.scale
    if not geometry.disc.intersects(QRectF(asked)):
        return
    points = [geometry.px(scene, there) for there in scene.active]
    reach = (REACH_PX + BEAD_PX + BEAD_HALO_PX) * scale
    for at in (point for point in points if _square(point, reach).intersects(asked)):
        close, middle = closeness(scene, geometry), PULSE_PX if scene.done is None else CHANGEOVER_PULSE_PX
        draw_pulse(painter, at, face.swell, theme, scale * close, px=middle)
        if face.turn is not None:
            draw_bead(painter, bead_at(at, face.turn, scale * close), theme, scale)
    if face.breath is not None and scene.breath is not None:
        draw_breath(painter, geometry.px(scene, scene.breath), face.breath, theme, scale)
    if face.pat is not None:
        draw_pat(painter, geometry.middle, theme, scale, is_beside=face.pat is Motion.SIDES)
    if scene.paced is not None and face.motion in (Motion.RISE, Motion.LOWER):
        at = geometry.px(scene, scene.paced)
        draw_pace(painter, at, theme, scale, is_upward=face.motion is Motion.RISE)


def changed_rects(scene: Scene, before: Face, face: Face, geometry: Geometry) -> list[QRect]:
    """Where the pacer looks different from how it looked."""
    if _beats_of(before) == _beats_of(face):
        return []
    scale, close = geometry.scale, closeness(scene, geometry)
    rects = []
    for there in scene.active:
        at = geometry.px(scene, there)
        if face.swell != before.swell or (face.turn is None) != (before.turn is None):
            rects.append(_square(at, (REACH_PX + BEAD_PX + BEAD_HALO_PX) * scale))
        elif face.turn is not None and before.turn is not None and face.turn != before.turn:
            reach = (BEAD_PX + BEAD_HALO_PX) * scale
            rects += [_square(bead_at(at, turn, scale * close), reach) for turn in (before.turn, face.turn)]
    if face.breath != before.breath and scene.breath is not None:
        rects.append(_square(geometry.px(scene, scene.breath), (BREATH_IN_PX + BREATH_WIDTH_PX) * scale))
    if face.pat is not before.pat:
        rects.append(_square(geometry.middle, (PAT_ASIDE_PX + PAT_FAR_PX - PAT_NEAR_PX + 8) * scale))
    if scene.paced is not None and face.motion is not before.motion:
        rects.append(_square(geometry.px(scene, scene.paced), ARROW_PX * scale))
    return rects


def _beats_of(face: Face) -> tuple[object, ...]:
    return face.swell, face.turn, face.breath, face.pat, face.motion


def steadied(before: Face, face: Face, geometry: Geometry) -> float | None:
    """The breath to show: as before, while the ring has not grown by a pixel of the screen."""
    if face.breath is None or before.breath is None or face.breath in (0.0, 1.0):
        return face.breath
    grown = abs(face.breath - before.breath) * (BREATH_IN_PX - BREATH_OUT_PX) * geometry.scale * geometry.ratio
    return before.breath if grown < BREATH_STEP_PX else face.breath


def closeness(scene: Scene, geometry: Geometry) -> float:
    """How much smaller the pulses are drawn so that those of a pair do not cover each other, 0.5 to 1."""
    if len(scene.active) < 2:
        return 1.0
    first, second = (geometry.px(scene, there) for there in scene.active[:2])
    apart = math.hypot(first.x() - second.x(), first.y() - second.y())
    return min(1.0, max(LEAST_CLOSENESS, apart / (2 * REACH_PX * geometry.scale)))


def bead_at(point: QPointF, turn: float, scale: float) -> QPointF:
    """Where the bead is on the pulse's rim, `turn` of the way round from twelve, clockwise."""
    angle, reach = 2 * math.pi * turn, (PULSE_PX + 40) * scale
    return QPointF(point.x() + reach * math.sin(angle), point.y() - reach * math.cos(angle))


def draw_pulse(
    painter: QPainter, at: QPointF, swell: float, theme: Tokens, scale: float, *, px: float = PULSE_PX
) -> None:
    """The point under the fingers. How far its discs have grown says how it is pressed: `swell` 0 to 1.

    `px` is the radius of its middle at scale 1.
    """
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, alpha in ((px + 18 + 22 * swell, 0.16), (px + 10 + 12 * swell, 0.24)):
        painter.setBrush(color(theme.ember, alpha))
        painter.drawEllipse(at, reach * scale, reach * scale)
    outer = (px + 18 + 22 * swell) * scale
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(theme.ember, 0.85), 2 * scale))
    painter.drawEllipse(at, outer, outer)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.halo))
    painter.drawEllipse(at, (px + 4) * scale, (px + 4) * scale)
    painter.setBrush(color(theme.ember))
    painter.drawEllipse(at, px * scale, px * scale)
    painter.restore()


def draw_pace(painter: QPainter, at: QPointF, theme: Tokens, scale: float, *, is_upward: bool) -> None:
    """An arrow that says which way the repetition goes now."""
    way = -1 if is_upward else 1
    painter.save()
    painter.setPen(QPen(color(theme.ember), 4.5 * scale, Qt.PenStyle.SolidLine, ROUND, Qt.PenJoinStyle.RoundJoin))
    tip = QPointF(at.x(), at.y() + way * 30 * scale)
    painter.drawLine(QPointF(at.x(), at.y() - way * 30 * scale), tip)
    barb = -way * 13 * scale
    corners = [QPointF(tip.x() - 12 * scale, tip.y() + barb), tip, QPointF(tip.x() + 12 * scale, tip.y() + barb)]
    painter.drawPolyline(QPolygonF(corners))
    painter.restore()


def draw_bead(painter: QPainter, at: QPointF, theme: Tokens, scale: float) -> None:
    """The finger that circles: a bead on the pulse's rim."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.halo))
    painter.drawEllipse(at, (BEAD_PX + BEAD_HALO_PX - 0.5) * scale, (BEAD_PX + BEAD_HALO_PX - 0.5) * scale)
    painter.setBrush(color(theme.ember))
    painter.drawEllipse(at, BEAD_PX * scale, BEAD_PX * scale)
    painter.restore()


def draw_breath(painter: QPainter, at: QPointF, breath: float, theme: Tokens, scale: float) -> None:
    """The ring of breath: it widens as one breathes in, `breath` 0 to 1."""
    reach = (BREATH_OUT_PX + (BREATH_IN_PX - BREATH_OUT_PX) * breath) * scale
    painter.save()
    painter.setBrush(color(theme.ember, 0.12))
    painter.setPen(QPen(color(theme.ember, 0.9), BREATH_WIDTH_PX * scale))
    painter.drawEllipse(at, reach, reach)
    painter.restore()


def draw_pat(painter: QPainter, at: QPointF, theme: Tokens, scale: float, *, is_beside: bool) -> None:
    """Short strokes off the place where the hands land: above and below it, or to its left and right."""
    aside = PAT_ASIDE_PX - PAT_NEAR_PX if is_beside else 0.0
    painter.save()
    painter.setPen(QPen(color(theme.ember), 5 * scale, Qt.PenStyle.SolidLine, ROUND))
    for way in (-1, 1):
        for degrees in PAT_STROKES_DEGREES:
            along, off = way * math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            ends = [(along * reach + way * aside, off * reach) for reach in (PAT_NEAR_PX, PAT_FAR_PX)]
            first, last = (QPointF(x, y) if is_beside else QPointF(y, x) for x, y in ends)
            painter.drawLine(at + first * scale, at + last * scale)
    painter.restore()


def _square(at: QPointF, reach: float) -> QRect:
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect().adjusted(-1, -1, 1, 1)
