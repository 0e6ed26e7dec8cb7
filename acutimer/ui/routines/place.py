"""The place of the routines: to look through them, and the pages that take its room for a while."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from acutimer.core.errors import InputError
from acutimer.core.routines import Step
from acutimer.ui.context import Context
from acutimer.ui.routines import errands
from acutimer.ui.routines.browsing import Browsing
from acutimer.ui.routines.catalogue import Catalogue
from acutimer.ui.routines.detail import RoutineDetail

if TYPE_CHECKING:
    from acutimer.ui.editor.page import EditorPage
    from acutimer.ui.exchange.page import ExchangePage
    from acutimer.ui.routines.adding_point import PointChooser


class RoutinesPlace(QWidget):
    """All routines, the editor, and what brings routines in and out as files.

    `start` carries the plan to run, `remind` the id of a routine one wants to be reminded of. The window may ask for
    a routine (`show_routine`), for a point to be added to one (`add_point`), and for files to be looked at
    (`import_files`), each after it has shown the place.
    """

    start = Signal(object)
    remind = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._editor: EditorPage | None = None
        self._exchange: ExchangePage | None = None
        self._chooser: PointChooser | None = None
        self._saved = ""  # the id of the routine that was saved last, while the editor is open
        self.browsing = Browsing(context)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.browsing)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        browsing = self.browsing
        browsing.start.connect(self.start)
        browsing.remind_wanted.connect(self.remind)
        browsing.new_wanted.connect(self.write_new)
        browsing.edit_wanted.connect(self.edit)
        browsing.duplicate_wanted.connect(self._duplicate)
        browsing.draft_wanted.connect(self._carry_on)
        browsing.import_wanted.connect(self._show_exchange)
        browsing.export_several_wanted.connect(self._show_export)
        browsing.export_wanted.connect(self._export)

    @property
    def catalogue(self) -> Catalogue:
        """The list."""
        return self.browsing.catalogue

    @property
    def detail(self) -> RoutineDetail:
        """The routine looked at."""
        return self.browsing.detail

    @property
    def page(self) -> QWidget:
        """What is shown now."""
        return self._pages.currentWidget() or self.browsing

    @property
    def editor(self) -> "EditorPage":
        """The editor, built when it is first needed."""
        if self._editor is None:
            from acutimer.ui.editor.page import EditorPage

            self._editor = EditorPage(self._context)
            self._editor.closed.connect(self.browse)
            self._editor.saved.connect(self._remember_saved)
            self._editor.try_it.connect(self.start)
            self._pages.addWidget(self._editor)
        return self._editor

    @property
    def exchange(self) -> "ExchangePage":
        """The page for files, built when it is first needed."""
        if self._exchange is None:
            from acutimer.ui.exchange.page import ExchangePage

            self._exchange = ExchangePage(self._context)
            self._exchange.closed.connect(self.browse)
            self._exchange.added.connect(self._look_at_first)
            self._pages.addWidget(self._exchange)
        return self._exchange

    @property
    def chooser(self) -> "PointChooser":
        """The page that asks which routine a point is for, built when it is first needed."""
        if self._chooser is None:
            from acutimer.ui.routines.adding_point import PointChooser

            self._chooser = PointChooser(self._context)
            self._chooser.closed.connect(self.browse)
            self._chooser.chosen.connect(self._add_step)
            self._pages.addWidget(self._chooser)
        return self._chooser

    # -- what it is asked for --------------------------------------------------------------------

    def refresh(self) -> None:
        """What was done, set or brought in elsewhere meanwhile shows."""
        if self.page is self.browsing:
            if self.browsing.isVisible():  # when it is not, it asks as it is shown
                self.browsing.refresh()
        elif self.page is self._editor:
            self._editor.refresh()

    def browse(self) -> None:
        """Go back to the list: to the draft one leaves, else to the routine just saved, else to the one looked at."""
        saved, self._saved = self._saved, ""
        written = self._editor.desk.draft.id if self._editor is not None and self.page is self._editor else ""
        self._pages.setCurrentWidget(self.browsing)
        if self.browsing.look_at_draft(written):
            return
        if saved in self._context.shelf.all():
            self.show_routine(saved)
        else:
            self.browsing.take_keyboard()

    def show_routine(self, routine_id: str) -> None:
        """Choose a routine by its id, its start one key away; an unknown one is said, and nothing changes."""
        try:
            self._context.shelf.routine(routine_id)
        except InputError as error:
            self._context.messages.say(str(error), "caution")
            return
        self._pages.setCurrentWidget(self.browsing)
        self.browsing.refresh()
        self.browsing.look_at(routine_id)

    def write_new(self) -> None:
        """Open the editor for a new routine."""
        self.editor.edit(None)
        self._pages.setCurrentWidget(self.editor)

    def edit(self, routine_id: str) -> None:
        """Open the editor for one of the user's own routines."""
        self.editor.edit(self._context.shelf.routine(routine_id))
        self._pages.setCurrentWidget(self.editor)

    def add_point(self, code: str) -> None:
        """Add a point: to the routine that is being written, or to one that is chosen next."""
        try:
            refused = self._refused(code)
        except InputError as error:
            refused = str(error)
        if refused:
            self._context.messages.say(refused, "caution")
        elif self.page is self._editor or not self._context.shelf.own():
            from acutimer.ui.editor.adding.starting import starting_step

            self._add_step(None, starting_step(code, self._context.library))
        else:
            self.chooser.ask(code)
            self._pages.setCurrentWidget(self.chooser)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Show what is in these files; nothing is added before the user says so."""
        self._pages.setCurrentWidget(self.exchange)
        self.exchange.import_files(paths)

    # -- inside ----------------------------------------------------------------------------------

    def _remember_saved(self, routine_id: str) -> None:
        self._saved = routine_id

    def _refused(self, code: str) -> str:
        """Why a point is not added, or nothing."""
        library = self._context.library
        point = library.point(code)
        if point.professional:
            return self.tr("{0} is for a professional. It cannot be part of a routine.").format(code)
        if because := self._context.safety.forbids(point.code):
            words = self.tr("{0} is not for you: {1}.")
            return words.format(code, library.safety_words.because(because))
        return ""

    def _add_step(self, routine_id: str | None, step: Step) -> None:
        """To the routine named, to the one being written, or to a new one."""
        if routine_id is not None:
            self.editor.edit(self._context.shelf.routine(routine_id))
        elif self.page is not self._editor:
            self.editor.edit(None)
        self._pages.setCurrentWidget(self.editor)
        self.editor.add_step(step)

    def _duplicate(self, routine_id: str) -> None:
        routine = self._context.shelf.routine(routine_id)
        self.editor.edit(errands.copy_for_change(self._context, routine))
        self._pages.setCurrentWidget(self.editor)

    def _carry_on(self, routine_id: str) -> None:
        if self.editor.open_draft(routine_id):
            self._pages.setCurrentWidget(self.editor)
        else:  # it was saved or let go of meanwhile
            self.browsing.refresh()

    def _show_exchange(self) -> None:
        self._pages.setCurrentWidget(self.exchange)
        self.exchange.begin()

    def _show_export(self) -> None:
        self._show_exchange()
        self.exchange.begin_export()

    def _export(self, routine_id: str) -> None:
        from acutimer.ui.exchange.exporting import export_one

        export_one(self, self._context, self._context.shelf.routine(routine_id))

    def _look_at_first(self, ids: Sequence[str]) -> None:
        self.show_routine(ids[0])

    # -- Qt --------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Whatever page it is."""
        return self.page.minimumSizeHint()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window closes: whatever a page still has under way is put away."""
        super().closeEvent(event)
        for page in (self._editor, self._exchange):
            if page is not None:
                page.close()
