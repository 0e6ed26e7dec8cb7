"""The panel in which one finds what to put into a routine."""

from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.ui.context import Context
from acutimer.ui.editor.adding.entries import Entry, Sort, entries_of
from acutimer.ui.editor.adding.entry_list import EntryList
from acutimer.ui.editor.adding.finding import Finder
from acutimer.ui.editor.adding.starting import starting_step
from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.line_field import LineField
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import Text

RADIUS_PX = 24
LOW_PX = 420
SORTS = tuple(Sort)
EDGE_PX = 20
PAGE_ROWS = 6
WALKS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: PAGE_ROWS, Qt.Key.Key_PageUp: -PAGE_ROWS}
TAKEN = (*WALKS, Qt.Key.Key_Escape)


class AddStep(Card):
    """A search over everything there is; the keyboard stays in it, arrows walk the rows, Enter chooses, Escape leaves.

    Begin with `begin`. Escape first takes away what was typed.
    """

    chosen = Signal(object)
    """The step to put in, as one begins with it."""
    closed = Signal()
    """It is to go; nothing was chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", RADIUS_PX, parent)
        self._context = context
        self._entries: tuple[Entry, ...] = ()
        self._said = ""
        self.setAccessibleName(self.tr("Add a step"))
        self.close_button = IconButton(self.tr("Close, add nothing"), "close")
        self.close_button.clicked.connect(self.closed)
        self.search = LineField(
            self.tr("Search points, exercises and pauses"),
            self.tr("Point, exercise or pause"),
            icon="search",
            clear=self.tr("Clear the search"),
        )
        self.search.edited.connect(self._search)
        self.search.entered.connect(self._choose_current)
        self.search.line.installEventFilter(self)
        words = (self.tr("All"), self.tr("Points"), self.tr("Practices"), self.tr("Pauses"))
        self.sorts = Switch(words, height=44, name=self.tr("Show only"), even=False)
        self.sorts.chosen.connect(lambda _: self._search(self.search.text()))
        self.list = EntryList()
        self.list.setAccessibleName(self.tr("What can be added"))
        self.list.chosen.connect(self._choose)
        self.nothing = Text("", "body", "ink2", wrap=True)
        held = column(self.list, self.nothing, None, margins=(EDGE_PX - 12, 0, EDGE_PX - 8, 16))
        self.scrolled = GutterScroll(EDGE_PX - 8, held)
        held.setMinimumHeight(0)  # while the words are hidden no width decides how high it is
        self.nothing.setContentsMargins(12, 8, 12, 8)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        title = Text(self.tr("Add a step"), "head", wrap=True, align=middle)
        head = row(10, (title, 1), self.close_button, margins=(EDGE_PX - 10, 0))
        field = row(self.search, margins=(EDGE_PX, 4, EDGE_PX, 10))
        self._choice = row(self.sorts, None, margins=(EDGE_PX, 0, EDGE_PX, 10))
        column(head, field, self._choice, (self.scrolled, 1), margins=(0, 12, 0, 6), parent=self)

    def begin(self) -> None:
        """Show all there is, as the profile allows it now, with the keyboard in the empty search."""
        entries = entries_of(self._context.library, self._context.safety)
        if entries != self._entries:
            self._entries = entries
            self.__dict__.pop("finder", None)
            self.list.forget()
        self.search.set_text("")
        self.sorts.set_index(0)
        self._search("")
        self.search.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @cached_property
    def finder(self) -> Finder:
        """The search, made when the first letter is typed."""
        return Finder(self._entries, self._context.library)

    # -- inside --------------------------------------------------------------------------------------

    def _search(self, text: str) -> None:
        is_all = not text.strip()
        found = self._entries if is_all else self.finder.find(text)
        if self.sorts.index > 0:
            sort = SORTS[self.sorts.index - 1]
            found = tuple(entry for entry in found if entry.sort is sort)
        self.list.show_entries(found, is_grouped=is_all)
        self.list.setVisible(bool(found))
        words = self.tr("Nothing here fits that. Try a code such as ST36, or a word such as knee or rest.")
        self.nothing.setText("" if found else words)
        self.nothing.setVisible(not found)
        self.scrolled.verticalScrollBar().setValue(0)
        if not is_all:
            self._say(self._current_words() if found else words)

    def _walk(self, by: int) -> None:
        self.list.step(by)
        if self.list.current is not None:
            self.scrolled.ensureWidgetVisible(self.list.current, 0, 40)
        self._say(self._current_words())

    def _current_words(self) -> str:
        return "" if self.list.current is None else self.list.current.entry.spoken

    def _choose_current(self) -> None:
        if self.list.current is not None:
            self._choose(self.list.current.entry)

    def _choose(self, entry: Entry) -> None:
        if not entry.refusal:
            self.chosen.emit(starting_step(entry.key, self._context.library))

    def _say(self, words: str) -> None:
        if words and words != self._said:
            self._said = words
            announce(self, words)

    # -- Qt ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the rows need it more than the choice above them."""
        super().resizeEvent(event)
        self._choice.setVisible(event.size().height() >= LOW_PX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The search leaves us the keys that walk, and Escape where it has no words to take away."""
        if isinstance(event, QKeyEvent) and watched is self.search.line:
            key = Qt.Key(event.key())
            if event.type() == QEvent.Type.ShortcutOverride and key in TAKEN:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and key in WALKS:
                self._walk(WALKS[key])
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
