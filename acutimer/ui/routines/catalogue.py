"""The list of routines, with the chips that narrow it and the drafts to carry on with."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.content.library import Library
from acutimer.core.history import WALKS
from acutimer.core.routines import Posture, Routine, subject_of
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.text import Text
from acutimer.ui.routines.catalogue_head import AT_NEED, CatalogueHead
from acutimer.ui.routines.draft_card import DraftCard
from acutimer.ui.routines.filters import Filter, Listed
from acutimer.ui.routines.lately import Lately
from acutimer.ui.routines.listing import FIND_FROM, PAGE, Listing
from acutimer.ui.routines.pager import Pager
from acutimer.ui.routines.row import RoutineRow, RowWords
from acutimer.ui.routines.sections import Section, in_sections
from acutimer.ui.routines.words import length, needs, postures

GUTTER_PX = 12
LOW_BELOW_PX = 520  # here the head scrolls away with the list


class Catalogue(QWidget):
    """`chosen` carries the id of the routine that became the current one, `opened` of one clicked, Enter `started`."""

    chosen = Signal(str)
    opened = Signal(str)
    started = Signal()
    deleted = Signal(str)
    """The id of the routine on which the Delete key was pressed."""
    draft_wanted = Signal(str)
    draft_discarded = Signal(str)

    def __init__(self, library: Library, lately: Lately, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._listing, self._lately = Listing(), lately
        self._rows: dict[str, RoutineRow] = {}
        self._headings: dict[Section, Text] = {}
        self.drafts: dict[str, DraftCard] = {}
        self.head = CatalogueHead()
        self.head.filtered.connect(lambda kind: self._narrow(kind, self._listing.words))
        self.head.sought.connect(lambda words: self._narrow(self._listing.kind, words))
        listed = self._listed = QWidget()
        listed.setAccessibleName(self.tr("Routines"))
        self._list = _column(listed)
        self._drafts, self._order = _column(), _column()
        self._list.addLayout(self._drafts)
        self._list.addLayout(self._order)
        self.nothing = Text(self.tr("No routine fits what you look for."), "body", "ink2", wrap=True, parent=listed)
        self.nothing.setContentsMargins(18, 10, 18, 0)
        self.nothing.hide()
        self._list.addWidget(self.nothing)
        self._pager = Pager(listed)
        self._pager.turned.connect(self._turn)
        self._list.addWidget(self._pager)
        self._list.addStretch(1)
        self._scroll = GutterScroll(GUTTER_PX, listed)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 12)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.head)
        self._layout.addWidget(self._scroll, 1)

    @property
    def current(self) -> str | None:
        """The id of the routine chosen, if it is to be seen."""
        return next((row.id for row in self._rows.values() if row.isChecked()), None)

    def show_routines(self, listed: Sequence[Listed], lately: Lately) -> None:
        """Show these routines, by section and otherwise in this order; what is chosen stays so."""
        self._lately = lately
        current = self.current
        ids = {one.id for one in listed}
        if current is not None and current not in ids:
            current = self._listing.heir_of(current, ids)
        self._listing.take(listed)
        if current in self._listing.seen:  # it may stand on another page now
            self._listing.turn_to(current)
        self.head.show_chips(kind for kind in AT_NEED if any(kind.lets(one) for one in listed))
        self.head.show_finder(is_wanted=len(listed) >= FIND_FROM)
        self._show_page(current)

    def show_drafts(self, drafts: Mapping[str, tuple[str, str]]) -> None:
        """Offer to carry on with these: by the routine's id its name, and when it was changed last, in words."""
        for card in self.drafts.values():
            _take_away(card)
        self.drafts = {routine_id: DraftCard(*words) for routine_id, words in drafts.items()}
        for routine_id, card in self.drafts.items():
            card.wanted.connect(partial(self.draft_wanted.emit, routine_id))
            card.discarded.connect(partial(self.draft_discarded.emit, routine_id))
            self._drafts.addWidget(card)
        self._chain()
        self._drafts.setSpacing(8)
        self._drafts.setContentsMargins(0, 0, 0, 10 if drafts else 0)

    def choose(self, routine_id: str) -> None:
        """Make a routine the current one; chip, words and page that hide it give way."""
        had_keyboard = any(row.hasFocus() for row in self._rows.values())
        self._listing.turn_to(routine_id)
        self._show_page(routine_id)
        row = self._rows[routine_id]
        if had_keyboard:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(row, 0, 0)

    def focus_current(self) -> None:
        """Give the keyboard to the row chosen."""
        if self.current is not None:
            self._rows[self.current].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_draft(self, routine_id: str) -> None:
        """Give the keyboard to the offer to carry on with a draft."""
        card = self.drafts[routine_id]
        card.show()  # what was laid out a moment ago is shown a moment later
        card.carry_on.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    def _narrow(self, kind: Filter, words: str) -> None:
        current = self.current
        self._listing.narrow(kind, words)
        self._show_page(current)

    def _turn(self, by: int) -> None:
        self._listing.turn(by)
        self._show_page(None)
        self._scroll.verticalScrollBar().setValue(0)
        self.focus_current()

    def _show_page(self, wanted: str | None) -> None:
        """Show what is to be seen now; `wanted` is the current one if it is among it, else the first is."""
        listing, page = self._listing, self._listing.on_page
        for gone in self._rows.keys() - set(page):
            _take_away(self._rows.pop(gone))
        for id_ in page:
            words = self._words(listing.listed[id_])
            if (row := self._rows.get(id_)) is None:
                self._rows[id_] = self._row(id_, words)
            else:
                row.show_words(words)
        self._place(in_sections(listing.listed[id_] for id_ in page))
        first = listing.page * PAGE
        self._pager.show_page(first + 1, first + len(page), len(listing.seen))
        self.nothing.setVisible(not page)
        chip = self.head.chips[listing.kind]
        if not chip.isChecked():
            chip.setChecked(True)
        if self.head.finder.line.text() != listing.words:
            self.head.finder.set_text(listing.words)
        heir = wanted if wanted in self._rows else next(iter(page), None)
        if heir is not None and not self._rows[heir].isChecked():
            self._rows[heir].setChecked(True)

    def _place(self, sections: Mapping[Section, Sequence[Listed]]) -> None:
        """Headings and rows from top to bottom, for the eye and for the Tab key."""
        for gone in self._headings.keys() - sections.keys():
            _take_away(self._headings.pop(gone))
        wanted: list[QWidget] = []
        for section, members in sections.items():
            wanted += [self._heading(section), *(self._rows[one.id] for one in members)]
        layout = self._order
        if [it.widget() for it in map(layout.itemAt, range(layout.count())) if it is not None] != wanted:
            while layout.takeAt(0) is not None:
                pass
            for widget in wanted:
                layout.addWidget(widget)
                widget.show()  # Qt alone would do so a moment later
            self._chain()
        for heading in self._headings.values():
            heading.setVisible(self._listing.has_sections)

    def _chain(self) -> None:
        """Let Tab go from the head through drafts and rows: they are made later than what stands beside the list."""
        drafts = (button for card in self.drafts.values() for button in (card.carry_on, card.discard))
        rows = (self._rows[id_] for id_ in self._listing.on_page)
        for before, after in pairwise((self.head.finder.clear_button, *drafts, *rows)):
            QWidget.setTabOrder(before, after)

    def _heading(self, section: Section) -> Text:
        if section not in self._headings:
            heading = self._headings[section] = Text(section.label, "small_strong", "ink2", parent=self._listed)
            heading.setContentsMargins(18, 10, 0, 4)
        return self._headings[section]

    def _row(self, routine_id: str, words: RowWords) -> RoutineRow:
        row = RoutineRow(routine_id, words, self._listed)
        row.toggled.connect(lambda on: self.chosen.emit(routine_id) if on else None)
        row.clicked.connect(lambda: self.opened.emit(routine_id))
        row.moved.connect(lambda by: self._move(row, by))
        row.started.connect(self.started)
        row.deleted.connect(lambda: self.deleted.emit(routine_id))
        return row

    def _move(self, row: RoutineRow, by: int) -> None:
        seen = self._listing.seen
        place = seen.index(row.id) + by
        if 0 <= place < len(seen):
            self.choose(seen[place])
            self._rows[seen[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _words(self, listed: Listed) -> RowWords:
        routine, lately = listed.routine, self._lately
        return RowWords(
            icon=icon_of(routine, self._library),
            name=routine.name,
            needs=needs(routine),
            postures=postures(routine),
            length=length(listed.plan),
            last=lately.day(routine.id),
            today=lately.towards_all(routine, self._library.exercises),
            favourite=self.tr("favourite") if listed.is_favourite else "",
        )

    # -- Qt --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the head scrolls away, so that the list has room."""
        super().resizeEvent(event)
        is_low = self.height() < LOW_BELOW_PX
        self.head.set_close(is_low)
        holder = self._list if is_low else self._layout
        if holder.indexOf(self.head) < 0:
            holder.insertWidget(0, self.head)


def icon_of(routine: Routine, library: Library) -> str:
    """The picture of a routine: walking before standing, standing before sitting."""
    if Posture.WALKING in routine.postures:  # on a treadmill, or not
        walks = [library.techniques[id_] for id_ in map(subject_of, routine.steps) if id_ in WALKS]
        return walks[0].icon if walks else "walk"
    return "standing" if Posture.STANDING in routine.postures else "seated"


def _column(parent: QWidget | None = None) -> QVBoxLayout:
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


def _take_away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
