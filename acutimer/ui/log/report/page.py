"""The report in the window: the page as it will be, and what goes on it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from acutimer.core.errors import AcutimerError, WorldError
from acutimer.core.history import day_of
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.keeping.dialogs import Dialogs, documents
from acutimer.ui.log.report import words
from acutimer.ui.log.report.choices import ChoicesCard
from acutimer.ui.log.report.drawing import Drawing
from acutimer.ui.log.report.paper import paper_of
from acutimer.ui.log.report.preview import GUTTER_PX as SHEET_GUTTER_PX
from acutimer.ui.log.report.preview import Preview, PreviewScroll
from acutimer.ui.log.report.printing import Printing
from acutimer.ui.log.report.reading import Told, read
from acutimer.ui.log.report.saving import save_pdf
from acutimer.ui.log.report.scroll import ReportScroll
from acutimer.ui.log.report.section import Contents
from acutimer.ui.log.report.sheet import Sheet, lay_out
from acutimer.ui.log.unrolling import ANY_PX

CARD_PX, NARROW_CARD_PX = 372, 328
NARROW_BELOW_PX = 1000
BESIDE_FROM_PX = NARROW_CARD_PX + 340  # narrower than this, the page stands below the card
LEAST_PX = 300  # lower than this, card and page beside each other are scrolled
BETWEEN_PX, EDGE_PX = 16, 12  # the bar lies in the edge


class ReportPage(QWidget):
    """The page is made anew with every choice. `closed`: the user goes back.

    `dialogs` asks for the file to save to.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._told: Told | None = None
        self._waiting: Callable[[], None] | None = None
        self.dialogs = Dialogs()
        self.printing = Printing(self)
        self.drawing = Drawing(context, self)
        self.preview = Preview()
        self.choices = ChoicesCard(self._today)
        self.back = IconButton(self.tr("Back to the log"), "left")
        self.back.clicked.connect(self.closed)
        self.choices.period_changed.connect(self._read)
        self.choices.changed.connect(self._make)
        self.choices.save_button.clicked.connect(lambda: self._when_drawn(self._save))
        self.choices.print_button.clicked.connect(lambda: self._when_drawn(self._print))
        self.drawing.drawn.connect(self._drawn)
        self.printing.failed.connect(self._say)
        self._lay_out()

    @property
    def sheet(self) -> Sheet | None:
        """The page as it is now; None before anything could be read."""
        return self.preview.sheet

    def refresh(self) -> None:
        """Read the history anew; the choices stay. A fault of the disk is said, and what was shown stays."""
        hour = self._context.preferences.value.day_begins_hour
        try:
            span = self._context.history.totals.span(hour)
        except WorldError as error:
            self._say(str(error))
            return
        self.choices.period.set_today(self._today, span[0] if span else None)
        self._read()

    # -- making the page -----------------------------------------------------------------------------

    @property
    def _today(self) -> date:
        return day_of(self._context.wall(), self._context.preferences.value.day_begins_hour)

    def _read(self) -> None:
        period, hour = self.choices.period.period, self._context.preferences.value.day_begins_hour
        weekday = QLocale().firstDayOfWeek().value
        try:
            self._told = read(self._context.history, period.first, period.last, hour, weekday)
        except WorldError as error:
            self._say(str(error))
            return
        self.choices.notes.show_notes(self._told.notes)
        self.drawing.show_points(self._told.report, self._context.preferences.value.mirror)
        self._make()

    def _make(self) -> None:
        told, choices = self._told, self.choices
        if told is None:
            return
        has_figure = choices.figure.isChecked()
        sheet = lay_out(
            Contents(
                report=told.with_notes(choices.notes.chosen),
                library=self._context.library,
                made_on=self._context.wall().date(),
                name=choices.name.text(),
                begins=told.begins,
                views=self.drawing.views if has_figure else (),
                missing=self.drawing.missing,
                images=self.drawing.images,
                mirror=self._context.preferences.value.mirror,
                paper=paper_of(QLocale()),
            )
        )
        self.preview.show_sheet(sheet)
        choices.notes.tell_missing(sheet.notes_missing)

    def _drawn(self) -> None:
        self._make()
        if self._waiting is not None and self._is_ready:
            do, self._waiting = self._waiting, None
            do()

    # -- giving it away ------------------------------------------------------------------------------

    @property
    def _is_ready(self) -> bool:
        return self.drawing.is_complete or not self.choices.figure.isChecked()

    def _when_drawn(self, do: Callable[[], None]) -> None:
        """Do it now, or as soon as the figure is drawn: a page is never given away without it."""
        if self._is_ready:
            do()
        else:
            self._waiting = do

    def _title(self) -> str:
        assert self._told is not None
        report = self._told.report
        return self.tr("Self-acupressure and exercise: report, {0}").format(words.period(report))

    def _save(self) -> None:
        sheet, told = self.sheet, self._told
        if sheet is None or told is None:
            return
        suggested = documents() / f"acutimer-report-{told.report.last}.pdf"
        path = self.dialogs.save(self, self.tr("Save as PDF"), suggested, self.tr("PDF (*.pdf)"))
        if path is None:
            return
        try:
            save_pdf(sheet, self._title(), path)
        except AcutimerError as error:
            self._say(str(error))
            return
        self._context.messages.say(
            self.tr("Saved as {0}.").format(path.name),
            action=self.tr("Open it"),
            do=lambda: _open(path),
        )

    def _print(self) -> None:
        if self.sheet is not None and self._told is not None:
            self.printing.begin(self.sheet, self._title(), self)

    def _say(self, why: str) -> None:
        self._context.messages.say(why, "caution")

    # -- laying out ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        self._sheet_scroll = PreviewScroll(self.preview)
        self._sheet_scroll.left.connect(self.closed)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(0)
        self._parts.addWidget(self._sheet_scroll, 1)
        self._parts.addWidget(self.choices)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        title = Text(self.tr("Report for a doctor or physiotherapist"), "title", wrap=True, align=middle)
        self._content = QWidget()
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(row(self.back, 8, (title, 1)))
        inside.addLayout(self._parts, 1)
        self._whole = ReportScroll(self._content)
        self._whole.left.connect(self.closed)
        column((self._whole, 1), parent=self)
        layout = self.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def _arrange(self, width: int) -> None:
        """Choices and page beside each other, or the choices first and the page below them."""
        is_beside = width >= BESIDE_FROM_PX
        across, up = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._parts.setDirection(across if is_beside else up)
        self._parts.setSpacing(0 if is_beside else BETWEEN_PX)
        self.choices.listed.set_unrolled(not is_beside)
        card_px = NARROW_CARD_PX if width < NARROW_BELOW_PX else CARD_PX
        self.choices.setMinimumWidth(card_px if is_beside else 0)
        self.choices.setMaximumWidth(card_px if is_beside else width)
        sheet_px = self.preview.heightForWidth(width)
        self._sheet_scroll.set_gutter(SHEET_GUTTER_PX if is_beside else 0)
        self._sheet_scroll.setMinimumHeight(0 if is_beside else sheet_px)
        height = max(LEAST_PX, self.height())
        self._content.setMinimumHeight(height if is_beside else 1)
        self._content.setMaximumHeight(height if is_beside else ANY_PX)

    def minimumSizeHint(self) -> QSize:
        """The card; it scrolls, and the page may stand below it."""
        return QSize(NARROW_CARD_PX + EDGE_PX, 200)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard, so that Escape goes back."""
        super().showEvent(event)
        if not event.spontaneous():
            self.choices.period.spans.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wider card where there is room for it."""
        super().resizeEvent(event)
        self._arrange(self.width() - EDGE_PX)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
