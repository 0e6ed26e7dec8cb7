"""The cards through which a log goes out and comes in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from acutimer.language.sentences import one_after_another
from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.keeping.under_way import CautionNote, UnderWay
from acutimer.ui.log.keeping.works import Format

PADDING_PX = 28
GAP_PX = 14  # none where what stands there is hidden


class KeepingCard(QWidget):
    """A card with a heading, what can be done in it, and room for how that goes. A subclass fills `_frame`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.under_way = UnderWay()
        self.note = CautionNote()

    def _frame(self, title: str, *lines: QWidget, padding_px: int = PADDING_PX) -> Card:
        frame = Card("surface", 24)
        head = Text(title, "head")
        head.setContentsMargins(PADDING_PX - padding_px, 0, 0, 0)
        column(head, *lines, spacing=GAP_PX, margins=(padding_px, 22, padding_px, 24), parent=frame)
        frame.setAccessibleName(title)
        column(frame, parent=self)
        return frame

    def set_enabled(self, is_enabled: bool) -> None:
        """Whether anything can be begun here; while something goes on elsewhere it cannot."""
        raise NotImplementedError


class ExportCard(KeepingCard):
    """Everything, or a table."""

    wanted = Signal(str)
    """A Format."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.everything = Button(self.tr("Export everything"), "secondary", "export", height=48)
        self.table = Button(self.tr("Export a table"), "secondary", "export", height=48)
        formats: tuple[tuple[Button, Format], ...] = ((self.everything, "json"), (self.table, "csv"))
        for button, form in formats:
            button.clicked.connect(lambda _=False, form=form: self.wanted.emit(form))
        self._frame(
            self.tr("Export"),
            _offer(
                self.tr("Everything, to carry to another computer"),
                self.tr("One file (JSON) with all sessions. Import it there."),
                self.everything,
            ),
            _offer(
                self.tr("A table for a spreadsheet"),
                self.tr("One file (CSV) with a line for each part of a session."),
                self.table,
            ),
            self.under_way,
            self.note,
        )

    def set_enabled(self, is_enabled: bool) -> None:
        """Both or none."""
        self.everything.setEnabled(is_enabled)
        self.table.setEnabled(is_enabled)


class ImportCard(KeepingCard):
    """A file that another acutimer wrote, or this one."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = Button(self.tr("Choose a file"), "secondary", "import", height=48)
        self.choose.clicked.connect(self.wanted)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._hint = Text("", "small", "ink3", wrap=True, align=Qt.AlignmentFlag.AlignLeft | middle)
        self.result = Text("", "strong", wrap=True)
        self.kept = Text("", "small", "ink2", wrap=True)
        self._told = column(self.result, 2, self.kept)
        words = self.tr("Bring in what acutimer exported, here or on another computer. Nothing comes in twice.")
        self._frame(
            self.tr("Import"),
            column(Text(words, "body", "ink2", wrap=True), 14, row(self.choose, 16, (self._hint, 1))),
            self.under_way,
            self.note,
            self._told,
        )
        self.show_target(is_over=False)
        self.tell("", "")

    def set_enabled(self, is_enabled: bool) -> None:
        """Whether a file can be chosen, or dropped."""
        self.choose.setEnabled(is_enabled)

    def show_target(self, *, is_over: bool) -> None:
        """Say that a file can be dropped, or may be let go now."""
        self._hint.setText(self.tr("Let go to import it") if is_over else self.tr("or drop it on this page"))
        self._hint.set_color("pine" if is_over else "ink3")

    def tell(self, result: str, kept: str) -> None:
        """Say what came in, and what is kept of before."""
        self.result.setText(result)
        self.kept.setText(kept)
        self._told.setVisible(bool(result))
        self.kept.setVisible(bool(kept))
        if result:
            announce(self, one_after_another(part for part in (result, kept) if part))


class ReportCard(KeepingCard):
    """The way to the page for a clinician."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.make = Button(self.tr("Make a report"), "secondary", "report", height=48)
        self.make.clicked.connect(self.wanted)
        words = self.tr("One page about a period of your choice, for whoever treats you.")
        middle = Qt.AlignmentFlag.AlignVCenter
        self._frame(
            self.tr("Report"),
            row((Text(words, "body", "ink2", wrap=True), 1), 20, (self.make, middle)),
        )

    def set_enabled(self, is_enabled: bool) -> None:
        """A report can be made at any time."""


def _offer(title: str, hint: str, button: Button) -> QWidget:
    """What there is to have, above the button that gives it."""
    words = column(Text(title, "strong", wrap=True), 2, Text(hint, "small", "ink2", wrap=True))
    return row((words, 1), 20, (button, Qt.AlignmentFlag.AlignVCenter), margins=(0, 2, 0, 2))
