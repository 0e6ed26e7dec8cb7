"""The head of the editor: the way back, undo, Try it and Save; the name, how long it is, what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.ui.editor.look import Look
from acutimer.ui.editor.panel.problem_note import ProblemNote
from acutimer.ui.editor.panel.told import Told
from acutimer.ui.editor.panel.word_button import WordButton
from acutimer.ui.editor.title import Title
from acutimer.ui.kit.buttons import Button, IconButton
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.tips import set_tip

ABOUT_PX = 30
KEY_GAP_PX = 8
GAP_PX, LOW_GAP_PX = 14, 6  # between the buttons and the name, whose ring needs some of it


class EditorHead(QWidget):
    """Tells what is pressed in it; shows what it is given."""

    closed = Signal()
    undone = Signal()
    redone = Signal()
    try_wanted = Signal()
    save_wanted = Signal()
    about_wanted = Signal()
    repair_wanted = Signal(object)
    """The Problem to be mended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: tuple[str, ...] = ()
        self._is_low = False
        self.back = Button(self.tr("Routines"), "ghost", "left", height=50)
        self.small_back = IconButton(self.tr("Back to the routines"), "left", 48, "ghost")
        self.undo = IconButton(self.tr("Undo"), "undo", 46)
        self.redo = IconButton(self.tr("Do it again"), "again", 46)
        self.try_it = Button(self.tr("Try it"), "secondary", "play", height=50)
        set_tip(self.try_it, self.tr("Try it"))
        self.save = Button(self.tr("Save"), "primary", "check", height=50)
        self.title = Title()
        self.about = WordButton(self.tr("About this routine"), height=ABOUT_PX, inset=0)
        self.small_about = IconButton(self.tr("About this routine"), "book", 46)
        right = Qt.AlignmentFlag.AlignRight
        self.length = Text("", "head", align=right, tabular=True)
        self.remark = Text("", "small", "ink2", align=right)
        self.name_note, self.steps_note = ProblemNote(), ProblemNote()
        for button, signal in (
            (self.back, self.closed),
            (self.small_back, self.closed),
            (self.undo, self.undone),
            (self.redo, self.redone),
            (self.try_it, self.try_wanted),
            (self.save, self.save_wanted),
            (self.about, self.about_wanted),
            (self.small_about, self.about_wanted),
        ):
            button.clicked.connect(signal)
        for note in (self.name_note, self.steps_note):
            note.repair_wanted.connect(self.repair_wanted)
        keys = row(
            self.back,
            self.small_back,
            None,
            self.small_about,
            self.undo,
            self.redo,
            self.try_it,
            self.save,
            spacing=KEY_GAP_PX,
        )
        named = column(self.title, row(self.about, None))
        lasts = column(4, self.length, self.remark, None)
        self._gap = QWidget()
        self._lasts = lasts
        head = row((named, 1), 16, lasts)
        self._notes = column(self.name_note, self.steps_note, spacing=8, margins=(0, 8, 0, 2))
        column(keys, self._gap, head, self._notes, parent=self)

    def show_look(self, look: Look, name: str, told: Sequence[Told]) -> None:
        """Show how long it is and what is wrong with the whole of it."""
        by_field = {it.field: it for it in told}
        self.title.show_name(name, is_wrong="name" in by_field)
        self.name_note.tell(by_field.get("name"))
        self.steps_note.tell(by_field.get("steps"))
        self._notes.setVisible(self.name_note.told is not None or self.steps_note.told is not None)
        self._lasts.setVisible(bool(look.rows))
        self.length.setText(look.length)
        self._remarks = look.remarks
        self._show_remarks()
        self.length.setAccessibleName(self.tr("Altogether {0}").format(look.length))

    def _show_remarks(self) -> None:
        self.remark.setText((", " if self._is_low else "\n").join(self._remarks))
        self.remark.setVisible(bool(self._remarks))

    def show_undo(self, undo: str, redo: str) -> None:
        """What would be undone and done again, in words; empty where there is nothing."""
        self.undo.setEnabled(bool(undo))
        self.redo.setEnabled(bool(redo))
        self.undo.set_name(self.tr("Undo: {0}").format(undo) if undo else self.tr("Undo"))
        self.redo.set_name(self.tr("Do it again: {0}").format(redo) if redo else self.tr("Do it again"))

    def set_low(self, is_low: bool) -> None:
        """Take less room where there is little."""
        self.title.set_role("head" if is_low else "title")
        self._gap.setFixedHeight(LOW_GAP_PX if is_low else GAP_PX)
        self.about.setVisible(not is_low)
        self.small_about.setVisible(is_low)
        self._is_low = is_low
        self._show_remarks()
        self._fit_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The way back loses its name where that has no room, and then the way to try it does."""
        super().resizeEvent(event)
        self._fit_back()

    def _fit_back(self) -> None:
        self.try_it.set_bare(False)
        keys = (self.back, self.undo, self.redo, self.try_it, self.save)
        least_px = sum(key.sizeHint().width() + KEY_GAP_PX for key in keys)
        least_px += 0 if self.small_about.isHidden() else self.small_about.sizeHint().width() + KEY_GAP_PX
        is_roomy = self.width() >= least_px
        saved_px = self.back.sizeHint().width() - self.small_back.sizeHint().width()
        self.try_it.set_bare(self.width() < least_px - saved_px)
        self.back.setVisible(is_roomy)
        self.small_back.setVisible(not is_roomy)
