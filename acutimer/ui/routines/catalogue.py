"""The list of routines, with the chips that narrow it and the drafts to carry on with."""

from collections.abc import Collection, Mapping, Sequence
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
from acutimer.ui.routines.row import RoutineRow, RowWords
from acutimer.ui.routines.sections import Section, in_sections, section_of
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

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._listed: dict[str, Listed] = {}
        self._rows: dict[str, RoutineRow] = {}
        self._headings: dict[Section, Text] = {}
        self._filter = Filter.ALL
        self.drafts: dict[str, DraftCard] = {}
        self.head = CatalogueHead()
        self.head.filtered.connect(self._filter_by)
        listed = QWidget()
        listed.setAccessibleName(self.tr("Routines"))
        self._list = _column(listed)
        self._drafts, self._order = _column(), _column()
        self._list.addLayout(self._drafts)
        self._list.addLayout(self._order)
        self._list.addStretch(1)
        self._scroll = GutterScroll(GUTTER_PX, listed)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 12)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.head)
        self._layout.addWidget(self._scroll, 1)

    @property
    def current(self) -> str | None:
        """The id of the routine chosen, if it passes the chip."""
        return next((row.id for row in self._rows.values() if row.isChecked() and not row.isHidden()), None)

    def show_routines(self, listed: Sequence[Listed], lately: Lately) -> None:
        """Show these routines, by section and otherwise in this order; what is chosen stays so."""
        sections = in_sections(listed)
        found = {one.id: one for members in sections.values() for one in members}
        heir = self._heir(found)
        self._listed = found
        for gone in self._rows.keys() - found.keys():
            _take_away(self._rows.pop(gone))
        for one in found.values():
            words = self._words(one, lately)
            if (row := self._rows.get(one.id)) is None:
                self._rows[one.id] = self._row(one.id, words)
            else:
                row.show_words(words)
        self._place(sections)
        self.head.show_chips(kind for kind in AT_NEED if any(kind.lets(one) for one in listed))
        if not any(self._filter.lets(one) for one in listed):
            self._filter = Filter.ALL
            self.head.chips[Filter.ALL].setChecked(True)
        if heir is not None and self._filter.lets(found[heir]):
            self._rows[heir].setChecked(True)
        self._narrow()

    def show_drafts(self, drafts: Mapping[str, tuple[str, str]]) -> None:
        """Offer to carry on with these: by the routine's id its name, and when it was changed last, in words."""
        for card in self.drafts.values():
            _take_away(card)
        self.drafts = {routine_id: DraftCard(*words) for routine_id, words in drafts.items()}
        for routine_id, card in self.drafts.items():
            card.wanted.connect(partial(self.draft_wanted.emit, routine_id))
            card.discarded.connect(partial(self.draft_discarded.emit, routine_id))
            self._drafts.addWidget(card)
        self._drafts.setSpacing(8)
        self._drafts.setContentsMargins(0, 0, 0, 10 if drafts else 0)

    def choose(self, routine_id: str) -> None:
        """Make a routine the current one; a chip that hides it gives way."""
        if not self._filter.lets(self._listed[routine_id]):
            self.head.chips[Filter.ALL].click()
        row = self._rows[routine_id]
        if any(other.hasFocus() for other in self._rows.values()):
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        if not row.isChecked():
            row.setChecked(True)
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

    def _filter_by(self, kind: Filter) -> None:
        self._filter = kind
        self._narrow()

    def _narrow(self) -> None:
        for row in self._rows.values():
            row.setVisible(self._filter.lets(self._listed[row.id]))
        seen = self._seen()
        if seen and self.current is None:
            seen[0].setChecked(True)
        sections = {section_of(self._listed[row.id]) for row in seen}
        for section, heading in self._headings.items():
            heading.setVisible(section in sections and len(self._headings) > 1)

    def _seen(self) -> list[RoutineRow]:
        return [self._rows[id_] for id_ in self._listed if not self._rows[id_].isHidden()]

    def _heir(self, found: Collection[str]) -> str | None:
        """Which routine is to be the current one where the one that is will be gone: the next, else the one before."""
        current = self.current
        if current is None or current in found:
            return None
        ids = list(self._listed)
        place = ids.index(current)
        return next((it for it in (*ids[place + 1 :], *reversed(ids[:place])) if it in found), None)

    def _place(self, sections: Mapping[Section, Sequence[Listed]]) -> None:
        """Headings and rows from top to bottom, for the eye and for the Tab key."""
        for gone in self._headings.keys() - sections.keys():
            _take_away(self._headings.pop(gone))
        wanted: list[QWidget] = []
        for section, members in sections.items():
            wanted += [self._heading(section), *(self._rows[one.id] for one in members)]
        layout = self._order
        if [it.widget() for it in map(layout.itemAt, range(layout.count())) if it is not None] == wanted:
            return
        while layout.takeAt(0) is not None:
            pass
        for widget in wanted:
            layout.addWidget(widget)
        for before, after in pairwise(self._rows[id_] for id_ in self._listed):
            QWidget.setTabOrder(before, after)

    def _heading(self, section: Section) -> Text:
        if section not in self._headings:
            heading = self._headings[section] = Text(section.label, "small_strong", "ink2")
            heading.setContentsMargins(18, 10, 0, 4)
        return self._headings[section]

    def _row(self, routine_id: str, words: RowWords) -> RoutineRow:
        row = RoutineRow(routine_id, words)
        row.toggled.connect(lambda on: self.chosen.emit(routine_id) if on else None)
        row.clicked.connect(lambda: self.opened.emit(routine_id))
        row.moved.connect(lambda by: self._move(row, by))
        row.started.connect(self.started)
        row.deleted.connect(lambda: self.deleted.emit(routine_id))
        return row

    def _move(self, row: RoutineRow, by: int) -> None:
        seen = self._seen()
        place = seen.index(row) + by
        if 0 <= place < len(seen):
            seen[place].setChecked(True)
            seen[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(seen[place], 0, 0)

    def _words(self, listed: Listed, lately: Lately) -> RowWords:
        routine = listed.routine
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
