"""Days of the week, each on or off."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.core.reminding import EVERY_DAY
from acutimer.ui.kit.buttons import Chip
from acutimer.ui.kit.flow import flow
from acutimer.ui.reminding.words import day_name


class DaysField(QWidget):
    """The seven days, the one that begins a week here at first."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        first = QLocale().firstDayOfWeek().value
        self.chips: dict[int, Chip] = {}
        for day in (*range(first, 8), *range(1, first)):
            chip = Chip(day_name(day, is_short=True), checkable=True)
            chip.setAccessibleName(day_name(day))
            chip.clicked.connect(lambda _: self.changed.emit())
            self.chips[day] = chip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flow(*self.chips.values(), gap=8, line_gap=8))
        self.set_days(EVERY_DAY)

    @property
    def days(self) -> tuple[int, ...]:
        """What is chosen; 1 is Monday."""
        return tuple(day for day in EVERY_DAY if self.chips[day].isChecked())

    def set_days(self, days: tuple[int, ...]) -> None:
        """Show these, saying nothing."""
        for day, chip in self.chips.items():
            chip.setChecked(day in days)
