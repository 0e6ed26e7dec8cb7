"""The card from which several routines go out as files."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.core.planning import Plan
from acutimer.core.routines import Routine
from acutimer.language.catalogue import trn
from acutimer.ui.exchange.check_row import CheckRow
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.routines.listing import PAGE
from acutimer.ui.routines.pager import Pager
from acutimer.ui.routines.words import length

PADDING_PX = 24
ROW_INSET_PX = 10


class ExportCard(Card):
    """`wanted` carries the ids of those chosen, in the order they stand in."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", 24, parent)
        self.rows: dict[str, CheckRow] = {}
        self.export = Button("", "secondary", "export", height=48)
        self.export.clicked.connect(self._ask)
        self._nothing = Text(self.tr("Choose one or more above."), "small", "ink2", wrap=True)
        self._nothing.hide()
        self._routines: dict[str, Routine] = {}
        self._chosen: frozenset[str] = frozenset()
        self._first = 0  # the place of the first routine shown
        holder = self._holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(PADDING_PX - ROW_INSET_PX, 0, PADDING_PX - ROW_INSET_PX, 0)
        self._list.setSpacing(0)
        self._pager = Pager(self)
        self._pager.turned.connect(self._turn)
        words = self.tr("A file for each, to keep or to give away. They hold the routine and nothing about you.")
        column(
            row((Text(self.tr("Export routines"), "head", wrap=True), 1), margins=(PADDING_PX, 0)),
            6,
            row((Text(words, "body", "ink2", wrap=True), 1), margins=(PADDING_PX, 0)),
            8,
            holder,
            self._pager,
            10,
            row((self.export, Qt.AlignmentFlag.AlignLeft), 12, (self._nothing, 1), margins=(PADDING_PX, 0)),
            margins=(0, 18, 0, 20),
            parent=self,
        )
        self.setAccessibleName(self.tr("Export routines"))
        self._tell()

    def show_routines(self, routines: Mapping[str, Routine], lay_out: Callable[[Routine], Plan]) -> None:
        """Offer these by id, a page at a time; what is chosen of them stays so."""
        self._routines, self._lay_out = dict(routines), lay_out
        self._chosen &= self._routines.keys()
        self._first = min(self._first, max(0, len(routines) - 1) // PAGE * PAGE)
        self._show_page()
        self._tell()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of those chosen, on whatever page."""
        return tuple(id_ for id_ in self._routines if id_ in self._chosen)

    def _show_page(self) -> None:
        for old in self.rows.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        page = tuple(self._routines.values())[self._first : self._first + PAGE]
        self.rows = {it.id: CheckRow(it.name, length(self._lay_out(it)), self._holder) for it in page}
        for id_, shown in self.rows.items():
            shown.setChecked(id_ in self._chosen)
            shown.toggled.connect(partial(self._choose, id_))
            self._list.addWidget(shown)
            shown.show()  # now, so that it can take the keyboard
        self._pager.show_page(self._first + 1, self._first + len(page), len(self._routines))

    def _turn(self, by: int) -> None:
        self._first += by * PAGE
        self._show_page()
        self.begin()

    def _choose(self, routine_id: str, is_chosen: bool) -> None:
        self._chosen = self._chosen | {routine_id} if is_chosen else self._chosen - {routine_id}
        self._tell()

    def begin(self) -> None:
        """Bring the keyboard to the first one."""
        first = next(iter(self.rows.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        count = len(self.chosen)
        several = trn("Export one routine", "Export {0} routines", count).format(count)
        self.export.setText(several if count else self.tr("Export"))
        if count:
            self._nothing.hide()

    def _ask(self) -> None:
        if self.chosen:
            self.wanted.emit(self.chosen)
        else:
            self._nothing.show()
