"""A session as it was before it was changed: nothing that was measured is lost."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.content.library import Library
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Plan
from acutimer.ui.after.summary import summarise
from acutimer.ui.after.table import DoneTable
from acutimer.ui.after.telling import table_rows
from acutimer.ui.kit.fold import INSET_PX, Fold
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.text import Text
from acutimer.ui.log.days.story import Discomfort
from acutimer.ui.log.words import span


class PastVersion(QWidget):
    """Folded away until one wants to see it; only then it is built."""

    def __init__(  # noqa: PLR0917  what, how it is told, and by which clock
        self,
        record: SessionRecord,
        plan: Plan | None,
        library: Library,
        now: datetime,
        day_begins_hour: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._record, self._plan, self._library = record, plan, library
        self._when = span(record, now, day_begins_hour)
        self._told: QWidget | None = None
        self.fold = Fold(self.tr("As you added it") if record.by_hand else self.tr("As it was measured"))
        self.fold.toggled.connect(self._show)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.fold)

    def _show(self, is_open: bool) -> None:
        if self._told is None:
            self._told = self._tell()
            self._layout.addWidget(self._told)
        self._told.setVisible(is_open)

    def _tell(self) -> QWidget:
        table, felt = DoneTable(), Discomfort()
        table.show_rows(table_rows(summarise(self._record, self._plan), self._library))
        felt.show_levels(self._record.discomfort_before, self._record.discomfort_after)
        note = (10, Text(self._record.note, "body", "ink2", wrap=True)) if self._record.note else ()
        when = Text(self._when, "small", "ink2", wrap=True)
        return column(when, 8, table, felt, *note, margins=(INSET_PX, 0, INSET_PX, 8))
