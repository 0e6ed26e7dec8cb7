"""The page where routines come in as files, and go out as files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from acutimer.content.writing import SUFFIX
from acutimer.core.errors import WorldError
from acutimer.core.fitting import plan
from acutimer.core.planning import Plan
from acutimer.core.routines import Routine
from acutimer.language.catalogue import trn
from acutimer.store.progress import Progress
from acutimer.ui.context import Context
from acutimer.ui.exchange.arrival_card import ArrivalCard, FaultCard
from acutimer.ui.exchange.dialogs import Dialogs
from acutimer.ui.exchange.export_card import ExportCard
from acutimer.ui.exchange.exporting import export_several
from acutimer.ui.exchange.found_cards import FoundCards
from acutimer.ui.exchange.import_card import ImportCard
from acutimer.ui.exchange.looking import MOST_FILES, Looked, looking
from acutimer.ui.exchange.sorting import Arrival, Fate, sorted_out
from acutimer.ui.job import Job
from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.keeping.dialogs import documents

LEFT_PX, TOP_PX, LOW_TOP_PX, EDGE_PX = 20, 24, 8, 12
LOW_BELOW_PX = 420
BESIDE_FROM_PX = 860
CARD_PX, WIDEST_PX = 560, 720


class ExchangePage(QWidget):
    """Looks into files and adds what is in them when told to: all of it or nothing. `closed` goes back.

    `added` carries the ids of the routines that came, at least one.
    """

    added = Signal(object)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None, dialogs: Dialogs | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._dialogs = dialogs or Dialogs()
        self._looked: list[Looked] = []
        self._awaited: Sequence[Path] = ()  # the files that are being looked into
        self._found = FoundCards(context)
        self._found.left_out.connect(self._leave_out)
        self._found.turned.connect(self._scroll_up)
        self._job = Job(self)
        self._job.stepped.connect(self._tell_progress)
        self._job.ended.connect(self._take)
        self._job.given_up.connect(self._tell_nothing_goes_on)
        self.back = Button(self.tr("Routines"), "ghost", "left", height=44)
        self.back.clicked.connect(self.closed)
        self.imports, self.exports = ImportCard(), ExportCard()
        self.imports.wanted.connect(self._choose)
        self.exports.wanted.connect(self._export)
        self.add = Button("", "primary", "check", height=52)
        self.again = Button(self.tr("Look again"), "ghost", "redo", height=52)
        self.again.setToolTip(self.tr("Read the files once more, after they were mended"))
        self.cancel = Button(self.tr("Cancel"), "ghost", height=52)
        self.add.clicked.connect(self.add_all)
        self.again.clicked.connect(self._look_again)
        self.cancel.clicked.connect(self.begin)
        self._lay_out()
        self._show_cards()

    @property
    def cards(self) -> list[ArrivalCard | FaultCard]:
        """Those that are seen of what was found."""
        return self._found.cards

    @property
    def is_busy(self) -> bool:
        """Whether files are being looked into."""
        return self._job.is_busy

    def begin(self) -> None:
        """Ask for files; what was looked into before is let go of."""
        self._job.cancel()
        self._looked, self._awaited = [], ()
        self._show_cards()
        self.imports.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_export(self) -> None:
        """Bring the keyboard to the routines that can go out."""
        self.exports.begin()

    def import_files(self, paths: Sequence[Path]) -> None:
        """Look into these files, besides those that are shown or being looked into already."""
        known = self._awaited or [looked.path for looked in self._looked]
        wanted = list(dict.fromkeys((*known, *paths)))
        if len(wanted) > MOST_FILES:
            words = self.tr("These are {0} files. Choose {1} at most at once.").format(len(wanted), MOST_FILES)
            self._context.messages.say(words, "caution", seconds=10)
            return
        self._look_into(wanted)

    def add_all(self) -> None:
        """Add what is new; where a file cannot be read, nothing is added."""
        fault = self._found.find_fault()
        if fault is not None:
            words = self.tr("Nothing was added: a file cannot be read. Leave it out, or mend it and look again.")
            self._context.messages.say(words, "caution", seconds=10)
            fault.leave_out.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        coming = [it.routine for it in self._arrivals() if it.fate is not Fate.HERE]
        if coming and self._save(coming):
            self._looked = []
            self._show_cards()
            self._tell_added(coming)

    # -- inside ----------------------------------------------------------------------------------

    def _choose(self) -> None:
        kinds = self.tr("Routines (*{0});;All files (*)").format(SUFFIX)
        paths = self._dialogs.open(self, self.tr("Import routines"), documents(), kinds)
        if paths:
            self.import_files(paths)

    def _look_again(self) -> None:
        self._look_into([looked.path for looked in self._looked])

    def _look_into(self, paths: Sequence[Path]) -> None:
        self._looked, self._awaited = [], paths
        self._show_cards()
        self._tell_progress(Progress(0, len(paths)))
        self._job.start(looking(paths, self._context.library))

    def _tell_progress(self, progress: Progress) -> None:
        self.imports.show_progress(progress)

    def _tell_nothing_goes_on(self) -> None:
        self.imports.show_progress(None)

    def _take(self, looked: list[Looked]) -> None:
        if not self._awaited:
            return  # it was let go of when it could not be stopped any more
        self._looked, self._awaited = looked, ()
        self._show_cards()
        good = sum(1 for one in looked if one.routine is not None)
        announce(self, self.tr("{0} of {1} files can be read").format(good, len(looked)))
        (self.add if not self.add.isHidden() else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_out(self, looked: Looked) -> None:
        self._looked = [one for one in self._looked if one is not looked]
        self._show_cards()
        first = self.cards[0].leave_out if self.cards else self.imports.choose
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrivals(self) -> list[Arrival]:
        """What becomes of the routines that were found, as the shelf is now."""
        found = [looked.routine for looked in self._looked if looked.routine is not None]
        shelf = self._context.shelf
        return sorted_out(found, shelf.all(), shelf.new_id, shelf.taken)

    def _save(self, coming: Sequence[Routine]) -> bool:
        """Keep them all, or none where the disk will not have one."""
        try:
            self._context.shelf.save_all(coming)
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return False
        return True

    def _take_back(self, ids: Sequence[str]) -> None:
        try:
            for routine_id in ids:
                if self._context.shelf.is_own(routine_id):
                    self._context.shelf.delete(routine_id)
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
        if self.isVisible():
            self._show_cards()

    def _tell_added(self, coming: Sequence[Routine]) -> None:
        ids = [routine.id for routine in coming]
        words = self.tr("{0} routines are added.").format(len(ids))
        if len(ids) == 1:
            words = self.tr("“{0}” is added.").format(coming[0].name)
        self.added.emit(ids)
        self._context.messages.offer_undo(words, lambda: self._take_back(ids))

    def _export(self, ids: Sequence[str]) -> None:
        folder = self._dialogs.folder(self, self.tr("Export into which folder?"), documents())
        known = self._context.shelf.all()
        if folder is not None:
            export_several(self._context, [known[it] for it in ids if it in known], folder)

    # -- laying out ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._asking = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._asking.setSpacing(14)
        self._asking.addWidget(self.imports, 1, Qt.AlignmentFlag.AlignTop)
        self._asking.addWidget(self.exports, 1)
        self._inside = column(self._asking, self._found, None, margins=(0, 0, 0, EDGE_PX))
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._inside, 1)
        across.addStretch()
        self._scroll = GutterScroll(EDGE_PX, content)
        self._foot = flow(self.add, self.again, self.cancel, gap=10, line_gap=8)
        self._foot.setContentsMargins(0, 8, EDGE_PX, EDGE_PX)
        middle = Qt.AlignmentFlag.AlignVCenter
        title = Text(self.tr("Import and export"), "title", wrap=True, align=Qt.AlignmentFlag.AlignLeft | middle)
        self._layout = QVBoxLayout(self)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._layout.setSpacing(14)
        self._layout.addWidget(row((self.back, middle), 16, (title, 1)))
        self._layout.addWidget(self._scroll, 1)
        self._layout.addWidget(self._foot)

    def _arrange(self) -> None:
        """What one may ask for side by side where there is room; what was found in one column."""
        beside = self.width() >= BESIDE_FROM_PX
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._asking.setDirection(across if beside else down)
        self._inside.setMaximumWidth(2 * CARD_PX + 14 if beside and not self.cards else WIDEST_PX)
        self._layout.setContentsMargins(LEFT_PX, LOW_TOP_PX if self.height() < LOW_BELOW_PX else TOP_PX, 0, 0)

    def _show_cards(self) -> None:
        """What was found, each on its card, and what can be done with it."""
        arrivals = self._arrivals()
        self._found.show_found(self._looked, arrivals)
        new = sum(1 for it in arrivals if it.fate is not Fate.HERE)
        has_faults = any(it.routine is None for it in self._looked)
        self.add.setText(trn("Add this routine", "Add {0} routines", new).format(new))
        self.add.setVisible(new > 0)
        self.again.setVisible(has_faults)
        self.cancel.setText(self.tr("Cancel") if new or has_faults else self.tr("Choose other files"))
        self._foot.setVisible(bool(self.cards))
        self.imports.setVisible(not self.cards)
        self.exports.setVisible(not self.cards)
        self.imports.show_progress(None)
        self._arrange()
        self._scroll_up()
        if not self.cards:
            self.exports.show_routines({it.id: it for it in self._exportable()}, self._plan)

    def _exportable(self) -> list[Routine]:
        """The user's own first."""
        shelf = self._context.shelf
        own = shelf.own()
        return [*own.values(), *(routine for id_, routine in shelf.all().items() if id_ not in own)]

    def _scroll_up(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def _plan(self, routine: Routine) -> Plan:
        return plan(routine, self._context.preferences.value.choices(), self._context.safety)

    # -- Qt --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two, less air where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """One narrow column."""
        return QSize(400, 240)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go of what was found, and else goes back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.cards or self.is_busy:
            self.begin()
        else:
            self.closed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up what goes on."""
        super().closeEvent(event)
        self._job.close()
