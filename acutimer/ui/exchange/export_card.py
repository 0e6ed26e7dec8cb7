"""The card from which several routines go out as files."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.core.planning import Plan
from acutimer.ui.exchange.check_row import CheckRow
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.routines.words import length

PADDING_PX = 24
ROW_INSET_PX = 10


class ExportCard(Card):
    """`wanted` carries the ids of those chosen, in the order they stand in."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", 24, parent)
        self.rows: dict[str, CheckRow] = {}
        self.export = Button("", "secondary", "export", height=48)
        self.export.clicked.connect(self._ask)
        self._nothing = Text(self.tr("Choose one or more above."), "small", "ink2", wrap=True)
        self._nothing.hide()
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(PADDING_PX - ROW_INSET_PX, 0, PADDING_PX - ROW_INSET_PX, 0)
        self._list.setSpacing(0)
        words = self.tr("A file for each, to keep or to give away. They hold the routine and nothing about you.")
        column(
            row((Text(self.tr("Export routines"), "head", wrap=True), 1), margins=(PADDING_PX, 0)),
            6,
            row((Text(words, "body", "ink2", wrap=True), 1), margins=(PADDING_PX, 0)),
            8,
            holder,
            10,
            row((self.export, Qt.AlignmentFlag.AlignLeft), 12, (self._nothing, 1), margins=(PADDING_PX, 0)),
            margins=(0, 18, 0, 20),
            parent=self,
        )
        self.setAccessibleName(self.tr("Export routines"))
        self._tell()

    def show_routines(self, plans: Mapping[str, Plan]) -> None:
        """Offer these; what is chosen of them stays so."""
        chosen = set(self.chosen)
        for old in self.rows.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {id_: CheckRow(plan.routine.name, length(plan)) for id_, plan in plans.items()}
        for id_, shown in self.rows.items():
            shown.setChecked(id_ in chosen)
            shown.toggled.connect(self._tell)
            self._list.addWidget(shown)
            shown.show()  # now, so that it can take the keyboard
        self._tell()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of those chosen."""
        return tuple(id_ for id_, shown in self.rows.items() if shown.isChecked())

    def begin(self) -> None:
        """Bring the keyboard to the first one."""
        first = next(iter(self.rows.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        count = len(self.chosen)
        several = self.tr("Export {0} routines").format(count)
        self.export.setText(
            self.tr("Export") if not count else self.tr("Export one routine") if count == 1 else several
        )
        if count:
            self._nothing.hide()

    def _ask(self) -> None:
        if self.chosen:
            self.wanted.emit(self.chosen)
        else:
            self._nothing.show()
