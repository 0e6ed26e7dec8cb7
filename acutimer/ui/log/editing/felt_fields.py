"""How it felt: discomfort before and after, and a note."""

from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.field import NoteField
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.editing.levels import Levels

NOTE_PX = 100


class FeltFields(QWidget):
    """All of it can be left out. `value` is discomfort before, after, and the note."""

    def __init__(self, before: int | None, after: int | None, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = Levels(self.tr("Discomfort before"))
        self.after = Levels(self.tr("Discomfort after"))
        self.note = NoteField(self.tr("A note for yourself"), height=NOTE_PX)
        self.before.set_value(before)
        self.after.set_value(after)
        self.note.set_text(note)
        ends = row(
            Text(self.tr("0 = none"), "small", "ink3"),
            None,
            Text(self.tr("10 = worst imaginable"), "small", "ink3"),
        )
        column(
            Text(self.tr("Discomfort before"), "strong"),
            8,
            self.before,
            16,
            Text(self.tr("Discomfort after"), "strong"),
            8,
            self.after,
            6,
            ends,
            16,
            Text(self.tr("Note"), "strong"),
            8,
            self.note,
            parent=self,
        )

    @property
    def value(self) -> tuple[int | None, int | None, str]:
        """Discomfort before and after, each 0 to 10 or None, and the note."""
        return self.before.value, self.after.value, self.note.text()
