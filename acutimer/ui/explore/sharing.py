"""Who has the place: the stage and the panel side by side, or in a narrow window one of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acutimer.core.points import Area

if TYPE_CHECKING:
    from acutimer.ui.explore.panels import Panels
    from acutimer.ui.explore.stages import Stages
    from acutimer.ui.explore.view.close_up import CloseUp

EDGE_PX = 12
# The least a stage needs, beside the widest panel.
COVERS_BELOW_PX = 832


class Sharing(QObject):
    """Lays a place out. Where it is narrow the panel covers the stage, and a button on the stage brings it.

    While a point is found step by step, both are needed: the drawing and the step stand side by side, all else gone.
    """

    def __init__(self, place: QWidget, stages: Stages, panels: Panels) -> None:
        super().__init__(place)
        self._stages, self._panels = stages, panels
        self._is_narrow = self._is_reading = False
        self._layout = QHBoxLayout(place)
        self._layout.setSpacing(0)
        self._layout.addWidget(stages, 1)
        side = QVBoxLayout()
        side.setContentsMargins(0, EDGE_PX, 0, EDGE_PX)
        side.addWidget(panels)
        self._layout.addLayout(side)
        stages.body.panel_wanted.connect(self.show_panel)
        stages.built.connect(self._join)
        panels.found.connect(self.refresh)
        self.refresh()

    @property
    def is_covered(self) -> bool:
        """Whether the panel covers the stage."""
        return self._is_narrow and self._is_reading and not self._panels.is_walking

    def fit(self, width_px: int) -> None:
        """Share a place that wide."""
        is_narrow = width_px < COVERS_BELOW_PX
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._panels.cover(is_narrow)
            self.refresh()

    def show_stage(self) -> None:
        """Show the stage, whoever had the place."""
        self._is_reading = False
        self.refresh()

    def show_panel(self) -> None:
        """Show the panel, whoever had the place."""
        was_covered = self.is_covered
        self._is_reading = True
        self.refresh()
        if self.is_covered and not was_covered:
            self._panels.take_keyboard()

    def refresh(self) -> None:
        """Follow what the panel and the stage show now."""
        is_finding = self._is_narrow and self._panels.is_walking
        has_stage, has_panel = not self.is_covered, not self._is_narrow or self.is_covered or is_finding
        if self._stages.has_close_up:
            self._stages.close_up.show_drawing_alone(is_finding)
            self._stages.close_up.offer_panel(self._words() if self._is_narrow else "")
        self._stages.body.offer_panel(self._is_narrow)
        there = ((self._stages, has_stage), (self._panels, has_panel))
        for widget, is_there in sorted(there, key=lambda it: not it[1]):  # the keyboard needs somewhere to go
            widget.setVisible(is_there)
        # What the controls need that are put away now is not to hold the place open.
        self._stages.setMinimumWidth(1 if is_finding else 0)
        self._layout.setContentsMargins(0 if has_stage else EDGE_PX, 0, EDGE_PX if has_panel else 0, 0)
        self._layout.activate()  # now, not at the next turn of the loop: what moves is to end there

    # -- inside --------------------------------------------------------------------------------------

    def _join(self, close_up: CloseUp) -> None:
        close_up.panel_wanted.connect(self.show_panel)

    def _words(self) -> str:
        """What the panel that goes with the close-up has to tell."""
        if self._stages.close_up.area is Area.HAND:
            return QCoreApplication.translate("Explore", "Measures")
        if not self._panels.shows("point"):
            return QCoreApplication.translate("Explore", "Points")
        point = self._panels.point.point
        if point is not None and point.professional:
            return QCoreApplication.translate("Explore", "About it")
        return QCoreApplication.translate("Explore", "How to press")
