"""The copies of the log, newest first; what is in the chosen one stands below it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.store.backup_files import BackupFile
from acutimer.ui.kit.listing import Listing
from acutimer.ui.log.keeping.backup_detail import BackupDetail
from acutimer.ui.log.keeping.backup_row import BackupRow


class BackupList(Listing):
    """Tab comes to one row, the arrow keys walk on from it, Enter chooses; the chosen one again is let go.

    `is_lost`: the log itself is.
    """

    chosen = Signal(object)
    """The BackupFile, or None when it was let go."""

    def __init__(self, parent: QWidget | None = None, *, is_lost: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Backups"))
        self.rows: list[BackupRow] = []
        self.detail = BackupDetail(self, is_lost=is_lost)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.detail)

    @property
    def file(self) -> BackupFile | None:
        """The chosen one."""
        return next((row.file for row in self.rows if row.isChecked()), None)

    def show_files(self, files: Sequence[BackupFile], today: date, after: QWidget) -> None:
        """Show these; none is chosen. Tab comes to them from `after`."""
        had_focus = next((row.file.path for row in self.rows if row.hasFocus()), None)
        self.detail.hide()
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [BackupRow(file, today, self) for file in files]
        self._layout.removeWidget(self.detail)
        before = after
        for row in self.rows:
            row.clicked.connect(lambda _=False, row=row: self._choose(row))
            self._layout.addWidget(row)
            QWidget.setTabOrder(before, row)
            before = row
        self._layout.addWidget(self.detail)
        self.set_order(self.rows)
        self._come_to(next((row for row in self.rows if row.file.path == had_focus), None), take=had_focus is not None)

    def set_enabled(self, is_enabled: bool) -> None:
        """Whether one can be restored. The keyboard goes back to the chosen row before it would be lost."""
        focused = self.window().focusWidget()
        chosen = next((row for row in self.rows if row.isChecked()), None)
        if not is_enabled and chosen is not None and focused is not None and self.detail.isAncestorOf(focused):
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        self.detail.set_enabled(is_enabled)

    def show_amounts(self, counts: dict[Path, int | None]) -> None:
        """Say how many sessions each has."""
        for row in self.rows:
            if row.file.path in counts:
                row.show_amount(counts[row.file.path])

    def _choose(self, row: BackupRow) -> None:
        for other in self.rows:
            if other is not row:
                other.setChecked(False)
        self._come_to(row, take=False)
        self.detail.hide()
        self._layout.removeWidget(self.detail)
        self._layout.insertWidget(self._layout.indexOf(row) + 1, self.detail)
        before: QWidget = row
        for button in (self.detail.ask, self.detail.restore, self.detail.cancel):
            QWidget.setTabOrder(before, button)
            before = button
        self.chosen.emit(self.file)

    def _come_to(self, row: BackupRow | None, *, take: bool) -> None:
        """Let Tab come to this row, or to the first, and give it the focus if it is to `take` it."""
        here = row or next(iter(self.rows), None)
        for other in self.rows:
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is here else Qt.FocusPolicy.ClickFocus)
        if here is not None and take:
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down, the first, the last."""
        here = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        last = len(self.rows) - 1
        if here is None:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Up:
                there = max(0, here - 1)
            case Qt.Key.Key_Down:
                there = min(last, here + 1)
            case Qt.Key.Key_Home:
                there = 0
            case Qt.Key.Key_End:
                there = last
            case _:
                super().keyPressEvent(event)
                return
        row = self.rows[there]
        self._come_to(row, take=False)
        row.setFocus(Qt.FocusReason.TabFocusReason)
