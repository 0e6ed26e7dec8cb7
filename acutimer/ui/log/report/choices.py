"""The card with what can be chosen for the page, and what to do with it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card, Rule
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.line_field import LineField
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.toggle import Toggle
from acutimer.ui.log.report.notes_choice import NotesChoice
from acutimer.ui.log.report.period import PeriodChoice
from acutimer.ui.log.unrolling import UnrollingScroll

MARGIN_PX = 24
RADIUS_PX = 24
BETWEEN_PX = 10
MOST_LETTERS = 80  # of a name: two lines of the page


class ChoicesCard(Card):
    """Period, name, figure and notes. `period_changed` asks for other numbers, `changed` for another page of these."""

    period_changed = Signal()
    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("surface", RADIUS_PX, parent)
        self.period = PeriodChoice(today)
        self.name = LineField(self.tr("Name on the page"), self.tr("Optional"))
        self.name.line.setMaxLength(MOST_LETTERS)
        self.figure = Toggle(self.tr("Show the figure"))
        self.figure.setChecked(True)
        self.notes = NotesChoice()
        self.save_button = Button(self.tr("Save as PDF"), "primary", "export")
        self.print_button = Button(self.tr("Print"), "secondary")
        self.period.changed.connect(self.period_changed)
        self.name.edited.connect(lambda _text: self.changed.emit())
        self.figure.toggled.connect(lambda _on: self.changed.emit())
        self.notes.changed.connect(self.changed)
        inside = column(
            self.period,
            20,
            Text(self.tr("Name on the page"), "strong"),
            8,
            self.name,
            6,
            Text(self.tr("It is kept nowhere else."), "small", "ink2", wrap=True),
            14,
            self.figure,
            14,
            self.notes,
            None,
            margins=(MARGIN_PX, MARGIN_PX, MARGIN_PX, 16),
        )
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setContentsMargins(MARGIN_PX, 14, MARGIN_PX, MARGIN_PX)
        self._buttons.setSpacing(BETWEEN_PX)
        self._buttons.addWidget(self.save_button, 1)
        self._buttons.addWidget(self.print_button)
        self.listed = UnrollingScroll(MARGIN_PX, inside)
        column((self.listed, 1), Rule(), self._buttons, parent=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons side by side where their words have room."""
        super().resizeEvent(event)
        wanted = self.save_button.sizeHint().width() + BETWEEN_PX + self.print_button.sizeHint().width()
        fits = wanted <= self.width() - 2 * MARGIN_PX
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
