"""Paints a close-up: the drawing, the ruler, what is felt for, the labels. The markers are widgets of their own."""

from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget

from acutimer.core.placing import flip
from acutimer.core.points import Shows
from acutimer.ui.explore.finding.finding import Finding, share_of
from acutimer.ui.explore.finding.ruler_painting import paint_felt, paint_ruler
from acutimer.ui.explore.finding.ruling import felt_on
from acutimer.ui.explore.marking.label_painting import paint_labels
from acutimer.ui.explore.reading.hand_measures import LANDMARKS, has_measures, paint_hand_measures
from acutimer.ui.explore.view.diagram_layout import Arrangement, Key
from acutimer.ui.explore.view.drawing import Drawing
from acutimer.ui.explore.view.framing import Frame
from acutimer.ui.kit.tokens import Tokens, tokens


def paint_diagram(  # noqa: PLR0917  where, what, which part of it
    widget: QWidget,
    drawing: Drawing,
    made: Arrangement,
    finding: Finding | None,
    near: Key | None,
    region: QRegion,
) -> None:
    """Paint on `widget` what of the close-up lies in `region`. `near` is the marker under the pointer."""
    theme = tokens(widget)
    painter = QPainter(widget)
    painter.setClipRegion(region)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    drawing.paint(painter, made.frame)
    if has_measures(made.frame.figure.landmarks):
        _paint_hand(painter, made.frame, theme)
    if made.ruling is not None:
        paint_ruler(painter, made.ruling, theme, finding)
    if finding is not None and len(made.selected) == 1:
        ((code, side),) = made.selected
        felt = felt_on(made.frame, code, side)
        if felt is not None:
            paint_felt(painter, felt, theme, finding, is_measured=made.ruling is not None)
    paint_labels(painter, _so_far(made, finding), near, theme, region)
    painter.end()


def _so_far(made: Arrangement, finding: Finding | None) -> Arrangement:
    """The labels that are there by now: the landmark's name comes with its step, the point stands out in the end."""
    if share_of(finding, Shows.LANDMARK) <= 0:
        made = replace(made, ruling=None, tags=tuple(tag for tag in made.tags if tag.key is not None))
    return made if share_of(finding, Shows.POINT) > 0 else replace(made, selected=frozenset())


def _paint_hand(painter: QPainter, frame: Frame, theme: Tokens) -> None:
    """What the hand measures, on its own drawing."""
    figure = frame.figure
    places = ((name, figure.landmarks[name]) for name in LANDMARKS)
    shown = {name: QPointF(*frame.px(flip(figure, it) if frame.is_flipped else it)) for name, it in places}
    highest = min(y for polygon in figure.outline for _, y in polygon)
    paint_hand_measures(painter, shown.__getitem__, frame.px((0.0, highest))[1], theme)
