"""Paints a close-up: the drawing, the ruler, what is felt for, the labels. The markers are widgets of their own."""

from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget

from acutimer.ui.explore.diagram_layout import Arrangement, Key
from acutimer.ui.explore.drawing import Drawing
from acutimer.ui.explore.finding import Finding
from acutimer.ui.explore.label_painting import paint_labels
from acutimer.ui.explore.ruler_painting import paint_felt, paint_ruler
from acutimer.ui.explore.ruling import felt_on
from acutimer.ui.kit.tokens import tokens


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
    if made.ruling is not None:
        paint_ruler(painter, made.ruling, theme, finding)
    if finding is not None and len(made.selected) == 1:
        ((code, side),) = made.selected
        felt = felt_on(made.frame, code, side)
        if felt is not None:
            paint_felt(painter, felt, theme, finding)
    paint_labels(painter, made, near, theme, region)
    painter.end()
