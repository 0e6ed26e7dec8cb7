"""What lies beside the list: the step that is chosen, the routine as a whole, or what can be added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QWidget

from acutimer.ui.editor.about import AboutCard
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.layout import column, row

if TYPE_CHECKING:
    from acutimer.core.drafting import Draft
    from acutimer.core.routines import Step
    from acutimer.ui.context import Context
    from acutimer.ui.editor.adding.add_step import AddStep
    from acutimer.ui.editor.panel.step_panel import StepPanel
    from acutimer.ui.editor.panel.told import Told


EDGE_PX = 12  # from the window's edge to the card


class Side(QWidget):
    """One card at a time. `back` is there where the cards cover the list."""

    left = Signal()
    """The way back to the list was pressed."""
    about_changed = Signal(object, str)
    """The draft with a change of the whole, and the field's name."""
    step_changed = Signal(object)
    """The Step shown, changed."""
    added = Signal(object)
    """A Step to be added."""
    add_closed = Signal()
    duplicate_wanted = Signal()
    remove_wanted = Signal()
    repair_wanted = Signal(object)
    """The Problem to be mended."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._panel: StepPanel | None = None
        self._adding: AddStep | None = None
        self.back = Button(self.tr("Steps"), "ghost", "left", height=48)
        self.back.clicked.connect(self.left)
        self._bar = row(self.back, None, margins=(0, 0, 0, 8))
        self.about = AboutCard()
        self.about.changed.connect(self.about_changed)
        self.about.repair_wanted.connect(self.repair_wanted)
        self._cards = QStackedWidget()
        self._cards.addWidget(self.about)
        column(self._bar, (self._cards, 1), margins=(0, EDGE_PX), parent=self)
        self.set_covering(False)

    @property
    def is_adding(self) -> bool:
        """Whether one chooses what to add."""
        return self._adding is not None and self._cards.currentWidget() is self._adding

    @property
    def panel(self) -> StepPanel:
        """The card of a step."""
        if self._panel is None:
            from acutimer.ui.editor.panel.step_panel import StepPanel

            self._panel = StepPanel(self._context)
            self._panel.changed.connect(self.step_changed)
            self._panel.duplicate_wanted.connect(self.duplicate_wanted)
            self._panel.remove_wanted.connect(self.remove_wanted)
            self._panel.repair_wanted.connect(self.repair_wanted)
            self._cards.addWidget(self._panel)
        return self._panel

    @property
    def adding(self) -> AddStep:
        """The card to choose a step from."""
        if self._adding is None:
            from acutimer.ui.editor.adding.add_step import AddStep

            self._adding = AddStep(self._context)
            self._adding.chosen.connect(self.added)
            self._adding.closed.connect(self.add_closed)
            self._cards.addWidget(self._adding)
        return self._adding

    def show_about(self, draft: Draft, told: Sequence[Told]) -> None:
        """The routine as a whole; what is being added stays."""
        self.about.show_draft(draft, told)
        if not self.is_adding:
            self._cards.setCurrentWidget(self.about)

    def show_step(self, step: Step, place: int, count: int, told: Sequence[Told]) -> None:
        """A step; what is being added stays."""
        self.panel.show_step(step, place, count, told)
        if not self.is_adding:
            self._cards.setCurrentWidget(self.panel)

    def start_adding(self) -> None:
        """Choose what to add."""
        self._cards.setCurrentWidget(self.adding)
        self.adding.begin()

    def stop_adding(self, *, has_step: bool) -> None:
        """Show the step chosen again, or the routine as a whole."""
        self._cards.setCurrentWidget(self.panel if has_step else self.about)

    def set_covering(self, is_covering: bool) -> None:
        """Offer a way back where the list is not beside it."""
        self._bar.setVisible(is_covering)

    def focus_first(self) -> None:
        """Give the keyboard to the first thing in the card."""
        card = self._cards.currentWidget() or self
        tabbed = Qt.FocusPolicy.TabFocus
        inside = [
            it
            for it in card.findChildren(QWidget)
            if it.isVisibleTo(card) and it.isEnabled() and it.focusPolicy() & tabbed and it.focusProxy() is None
        ]
        controls = [it for it in inside if not isinstance(it, QAbstractScrollArea)] or inside
        if controls:
            first = min(controls, key=lambda it: (it.mapTo(card, it.rect().topLeft()).y(), it.x()))
            first.setFocus(Qt.FocusReason.TabFocusReason)
