"""A panel with a step in it, in a list of six that it stands fourth in, kept in step as the editor does."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from acutimer.core.routines import Step
from acutimer.ui.context import Context
from acutimer.ui.editor.adding.starting import starting_step
from acutimer.ui.editor.panel.part import Part
from acutimer.ui.editor.panel.step_panel import StepPanel
from acutimer.ui.editor.panel.told import Told
from tests.ui.practice import resized, shown


class Bench:
    """Shows what the panel wants back to it, as the editor does, and remembers it."""

    def __init__(self, context: Context, panel: StepPanel) -> None:
        self.context, self.panel = context, panel
        self.said: list[Step] = []
        self.place = 3
        panel.changed.connect(self._take)

    @property
    def step(self) -> Step:
        assert self.panel.step is not None
        return self.panel.step

    def show(self, step: Step | str, problems: Sequence[Told] = (), place: int = 3) -> Step:
        """A step, or the one that a subject begins with."""
        made = starting_step(step, self.context.library) if isinstance(step, str) else step
        self.place = place
        self.panel.show_step(made, place, 6, problems)
        resized(self.panel, self.panel.width(), self.panel.height())
        return made

    def part(self, field: str) -> Part:
        assert self.panel.form is not None
        part = self.panel.form.part(field)
        assert part is not None, field
        return part

    def has(self, field: str) -> bool:
        assert self.panel.form is not None
        return self.panel.form.part(field) is not None

    def line(self, field: str) -> QLineEdit:
        return self.part(field).control.findChildren(QLineEdit)[0]

    def type_in(self, field: str, text: str) -> None:
        line = self.line(field)
        line.setFocus(Qt.FocusReason.TabFocusReason)
        line.selectAll()
        if text:
            QTest.keyClicks(line, text)
        else:
            QTest.keyClick(line, Qt.Key.Key_Delete)

    def _take(self, step: Step) -> None:
        self.said.append(step)
        self.panel.show_step(step, self.place, 6)


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> StepPanel:
    made = StepPanel(context)
    context.figures.close()  # nothing here is about drawings
    return shown(made, qtbot, 440, 776)


@pytest.fixture
def bench(context: Context, panel: StepPanel) -> Bench:
    return Bench(context, panel)
