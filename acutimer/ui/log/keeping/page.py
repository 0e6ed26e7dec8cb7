"""The page of the log where it goes out, comes in, and is kept."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from acutimer.core.errors import WorldError
from acutimer.store.backup_files import BackupFile
from acutimer.ui.backing_up import backups_of
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.scroll import BAR_PX
from acutimer.ui.kit.text import Text
from acutimer.ui.log.keeping.backups_card import BackupsCard
from acutimer.ui.log.keeping.dialogs import Dialogs, documents
from acutimer.ui.log.keeping.errands import Errands
from acutimer.ui.log.keeping.exchange import ExportCard, ImportCard, ReportCard
from acutimer.ui.log.keeping.lost import LostLog
from acutimer.ui.log.keeping.words import breakable, day, imported, routines
from acutimer.ui.log.keeping.works import Brought, Format, exporting, importing, making, restoring
from acutimer.ui.log.numbers import sessions

TWO_COLUMNS_FROM_PX = 1000
COLUMN_PX = 880  # wider, words and buttons drift apart
BETWEEN_PX = 16


class KeepingPage(QWidget):
    """Export, import, the report and the backups. One long work goes on at a time; close the page to end it."""

    changed = Signal()
    """The log has other sessions than before."""
    report_wanted = Signal()
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None, dialogs: Dialogs | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._dialogs = dialogs or Dialogs()
        self._backups = backups_of(context)
        self.back = IconButton(self.tr("Back to the log"), "left")
        self.back.clicked.connect(self.closed)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts: tuple[QWidget, ...] = ()
        self._lost: LostLog | None = None
        if self._backups is None:
            self._lost = LostLog(context)
            self._parts = (column(self._lost, None),)
            self._columns.addWidget(self._parts[0])
        else:
            self._build(BackupsCard(context, self._backups))
        self._lay_out()

    def refresh(self) -> None:
        """Show what there is now; what was told of an earlier work goes."""
        if self._lost is not None:
            self._lost.refresh()
            return
        if self._errands.is_busy:
            return
        self._errands.forget()
        self.imports.tell("", "")
        self.backups.refresh()

    @property
    def is_busy(self) -> bool:
        """Whether a work goes on."""
        return self._errands.is_busy if self._lost is None else self._lost.is_busy

    # -- the works -------------------------------------------------------------------------------

    def _export(self, form: Format) -> None:
        assert self._backups is not None
        now = self._context.wall()
        is_table = form == "csv"
        title = self.tr("Export a table") if is_table else self.tr("Export everything")
        kind = self.tr("Tables (*.csv)") if is_table else self.tr("acutimer's logs (*.json)")
        target = self._dialogs.save(self, title, documents() / f"acutimer-{now.date().isoformat()}.{form}", kind)
        if target is None:
            return

        def tell(count: int) -> None:
            told = self._told(count, form)
            words = self.tr("Exported {0} to {1}.").format(told, breakable(target.name))
            self._context.messages.say(words)

        self._errands.begin(
            self.exports, self.tr("Exporting your log"), exporting(self._backups, target, form, now), tell
        )

    def _told(self, count: int, form: Format) -> str:
        """What was exported: a table holds no routines."""
        own = len(self._context.shelf.own()) if form == "json" else 0
        return self.tr("{0} and {1}").format(sessions(count), routines(own)) if own else sessions(count)

    def _choose_import(self) -> None:
        source = self._dialogs.open(
            self, self.tr("Import a log"), documents(), self.tr("acutimer's logs (*.json);;All files (*)")
        )
        if source is not None:
            self.bring_in(source)

    def bring_in(self, source: Path) -> None:
        """Import a file."""
        if self._backups is None:
            return
        self.imports.tell("", "")
        words = self.tr("Importing {0}").format(breakable(source.name))
        self._errands.begin(
            self.imports, words, importing(self._backups, source, self._context.wall()), self._tell_import
        )

    def _tell_import(self, brought: Brought) -> None:
        words, before = imported(brought.came), brought.before
        kept = "" if before is None else self.tr("Your log as it was before is kept as {0}").format(before.path.name)
        self.imports.tell(words, kept)
        if not brought.came.is_change:
            return
        self.backups.refresh()
        self.changed.emit()
        if before is not None:
            was = self.tr("Your log is as it was before the import.")
            self._context.messages.offer_undo(words, lambda: self._restore(before, was))

    def _make(self) -> None:
        assert self._backups is not None

        def tell(made: BackupFile | None) -> None:
            self.backups.refresh()
            none = self.tr("There is nothing to back up yet.")
            self._context.messages.say(none if made is None else self.tr("Today's backup is made."))

        work = making(self._backups, self._context.wall())
        self._errands.begin(self.backups, self.tr("Copying your log"), work, tell, is_measured=False)

    def _restore(self, file: BackupFile, told: str, undone: str = "") -> None:
        """Put a copy in the log's place and say so; with words for it, the message offers to undo that."""
        assert self._backups is not None
        try:
            is_recorded = self._is_session_under_way()
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return
        if is_recorded:
            words = self.tr(
                "A session is under way, here or in another window or terminal. End it first, then restore."
            )
            self._context.messages.say(words, "caution")
            return

        def tell(replaced: Path) -> None:
            self.imports.tell("", "")
            self.backups.refresh()
            self.changed.emit()
            before = self.backups.file_at(replaced)
            if before is None or not undone:
                self._context.messages.say(told)
            else:
                self._context.messages.offer_undo(told, lambda: self._restore(before, undone))

        work = restoring(self._backups, file, self._context.wall())
        self._errands.begin(
            self.backups, self.tr("Restoring your log"), work, tell, is_measured=False, can_cancel=False
        )

    def _restore_chosen(self, file: BackupFile) -> None:
        when = day(file.day, self._context.wall().date())
        told = self.tr("Restored: {0}. Your log from before is kept as a copy.").format(when)
        self._restore(file, told, self.tr("Your log is as it was before."))

    def _is_session_under_way(self) -> bool:
        """Whether a session is written right now: it would go on in a log that has never heard of it."""
        history, claims = self._context.history, self._context.history.claims
        rows = history.ledger.read("SELECT id FROM session WHERE ended_at IS NULL")
        return any(claims.is_here(row[0]) or claims.is_elsewhere(row[0]) for row in rows)

    # -- laying out ------------------------------------------------------------------------------

    def _build(self, backups: BackupsCard) -> None:
        self.exports, self.imports, self.report, self.backups = ExportCard(), ImportCard(), ReportCard(), backups
        self._errands = Errands(self._context.messages, (self.exports, self.imports, self.report, self.backups), self)
        self._parts = (
            column(self.exports, BETWEEN_PX, self.imports, BETWEEN_PX, self.report, None),
            column(self.backups, None),
        )
        for part in self._parts:
            self._columns.addWidget(part, 1)
        self._errands.failed.connect(self.backups.refresh)
        self.exports.wanted.connect(self._export)
        self.imports.wanted.connect(self._choose_import)
        self.report.wanted.connect(self.report_wanted)
        self.backups.make_wanted.connect(self._make)
        self.backups.restore_wanted.connect(self._restore_chosen)
        self.setAcceptDrops(True)

    def _lay_out(self) -> None:
        self._columns.setSpacing(BETWEEN_PX)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._whole = QWidget()
        self._whole.setLayout(self._columns)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        across = QHBoxLayout()
        across.addWidget(self._whole, 1)
        across.addStretch()
        inside.addLayout(across)
        inside.addStretch(1)
        title = Text(self.tr("Export, import and backups"), "title")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.addWidget(row(self.back, 8, title, None))
        layout.addWidget(GutterScroll(BAR_PX, content), 1)

    def minimumSizeHint(self) -> QSize:
        """One column is enough."""
        widest = max((part.minimumSizeHint().width() for part in self._parts), default=320)
        return QSize(widest + BAR_PX, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room, one below the other elsewhere."""
        beside = event.size().width() >= TWO_COLUMNS_FROM_PX
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._whole.setMaximumWidth(2 * COLUMN_PX + BETWEEN_PX if beside else COLUMN_PX)
        super().resizeEvent(event)

    # -- Qt --------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard, so that Escape goes back."""
        super().showEvent(event)
        if not event.spontaneous():
            first = self.back if self._lost is not None else self.exports.everything
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the log."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file of this computer may be dropped."""
        if not self.is_busy and _dropped_file(event) is not None:
            event.acceptProposedAction()
            self.imports.show_target(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        super().dragLeaveEvent(event)
        self.imports.show_target(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Import it."""
        self.imports.show_target(is_over=False)
        source = _dropped_file(event)
        if source is not None:
            event.acceptProposedAction()
            self.bring_in(source)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up what goes on, and wait until it has put its things away."""
        super().closeEvent(event)
        if self._lost is not None:
            self._lost.put_away()
            return
        self._errands.close()
        self.backups.put_away()


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
