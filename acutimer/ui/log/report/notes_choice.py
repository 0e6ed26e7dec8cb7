"""Which notes go on the page: none, unless the user says so."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.core.report import Note
from acutimer.language.catalogue import trn
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.report.note_row import NoteRow

SHOWN = 12  # at first, and so many more at a time


class NotesChoice(QWidget):
    """The notes of the period to be ticked, newest first. `changed` follows each tick the user sets or takes away."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: tuple[Note, ...] = ()
        self._chosen = frozenset[str]()
        self.rows: list[NoteRow] = []
        self.says = Text("", "small", "ink2", wrap=True)
        self.all = Button(self.tr("All"), "secondary", height=40)
        self.none = Button(self.tr("None"), "ghost", height=40)
        self.more = Button(self.tr("Show more"), "quiet", "down", height=44)
        self.all.setAccessibleName(self.tr("All notes on the page"))
        self.none.setAccessibleName(self.tr("No note on the page"))
        self.all.clicked.connect(self._choose_all)
        self.none.clicked.connect(lambda: self._choose(frozenset[str]()))
        self.more.clicked.connect(self._show_more)
        self._buttons = row(self.all, self.none, None, spacing=8)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Text(self.tr("Notes"), "strong"))
        layout.addWidget(self.says)
        layout.addWidget(self._buttons)
        layout.addLayout(self._list)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()
        self._buttons.hide()

    @property
    def chosen(self) -> frozenset[str]:
        """The sessions whose notes are to be told."""
        return self._chosen

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Offer these; what was ticked before and is still among them stays so."""
        self._notes = tuple(notes)
        self._chosen &= frozenset(note.session for note in self._notes)
        for old in self.rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows.clear()
        self._show_more()
        self._buttons.setVisible(bool(notes))
        self._tell(0)

    def tell_missing(self, missing: int) -> None:
        """Say how many of the ticked found no room."""
        self._tell(missing)

    def _show_more(self) -> None:
        begin = len(self.rows)
        for note in self._notes[begin : begin + SHOWN]:
            made = NoteRow(note, self)
            made.setChecked(note.session in self._chosen)
            made.clicked.connect(self._read_rows)
            self._list.addWidget(made)
            made.show()
            self.setTabOrder(self.rows[-1] if self.rows else self.none, made)
            self.rows.append(made)
        self.setTabOrder(self.rows[-1] if self.rows else self.none, self.more)
        if self.more.hasFocus() and begin < len(self.rows):
            self.rows[begin].setFocus(Qt.FocusReason.OtherFocusReason)
        self.more.setVisible(len(self.rows) < len(self._notes))

    def _read_rows(self) -> None:
        shown = {made.note.session for made in self.rows}
        ticked = {made.note.session for made in self.rows if made.isChecked()}
        self._chosen = (self._chosen - shown) | ticked
        self.changed.emit()

    def _choose_all(self) -> None:
        self._choose(frozenset(note.session for note in self._notes))

    def _choose(self, chosen: frozenset[str]) -> None:
        self._chosen = chosen
        for made in self.rows:
            made.setChecked(made.note.session in chosen)
        self.changed.emit()

    def _tell(self, missing: int) -> None:
        if not self._notes:
            self.says.setText(self.tr("You wrote no notes in this period."))
        elif not self._chosen:
            self.says.setText(self.tr("Notes are private: only those you tick are on the page."))
        else:
            told = self.tr("{0} of {1} on the page.").format(len(self._chosen) - missing, len(self._notes))
            if missing:
                more = trn("{0} {1} does not fit.", "{0} {1} do not fit.", missing)
                told = more.format(told, self.locale().toString(missing))
            self.says.setText(told)
