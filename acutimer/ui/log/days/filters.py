"""The row with which one looks for sessions."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from acutimer.content.library import Library
from acutimer.core.filtering import LogFilter
from acutimer.core.points import Area
from acutimer.core.session import Outcome
from acutimer.language.joining import listed
from acutimer.language.sentences import inside
from acutimer.ui.explore.words import area_name
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.dropdown import Dropdown
from acutimer.ui.kit.flow import FlowLayout
from acutimer.ui.kit.line_field import LineField
from acutimer.ui.log.days.places import places, subjects_in, subjects_of

HEIGHT_PX = 44
GAP_PX = 8
OUTCOMES = (Outcome.DONE, Outcome.PARTIAL, Outcome.SKIPPED)


class FilterBar(QWidget):
    """Words in notes, a point or a place, a routine, an outcome: what is set must all be true of a session.

    A point and a place are one question: a point that does not lie in the place takes its place, and the other way
    round. One row, or two where there is too little room.
    """

    changed = Signal(object)
    """The LogFilter that is now wanted, after each change the user made."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._routines: dict[str, str] = {}
        self._codes = tuple(library.points)
        self._places = places(library)
        self.words = LineField(
            self.tr("Words in your notes"),
            self.tr("Words in notes"),
            "search",
            self.tr("Clear the words"),
            HEIGHT_PX,
        )
        names = [f"{point.code} {point.name}" for point in library.points.values()]
        any_point, any_place = self.tr("Any point"), self.tr("Any place")
        self.point = self._dropdown([any_point, *names], self.tr("Point"), [any_point, *self._codes])
        self.place = self._dropdown([any_place, *(area_name(area) for area in self._places)], self.tr("Place"))
        self.routine = self._dropdown([self.tr("Any routine")], self.tr("Routine"))
        outcomes = [self.tr("Done"), self.tr("Done in part"), self.tr("Skipped")]
        self.outcome = self._dropdown([self.tr("Any outcome"), *outcomes], self.tr("Outcome"))
        self.clear_button = Button(self.tr("Clear"), "quiet", height=HEIGHT_PX)
        self.words.edited.connect(self._tell)
        self.point.chosen.connect(self._take_point)
        self.place.chosen.connect(self._take_place)
        self.routine.chosen.connect(self._tell)
        self.outcome.chosen.connect(self._tell)
        self.clear_button.clicked.connect(self._clear_as_user)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lay_out()
        self._show_state()
        self.setFocusProxy(self.words)

    @property
    def wanted(self) -> LogFilter:
        """What is set now."""
        return LogFilter(
            subjects=self._subjects(),
            routine=self._routine or "",
            outcome=OUTCOMES[self.outcome.index - 1] if self.outcome.index > 0 else None,
            words=self.words.text().strip(),
        )

    @property
    def summary(self) -> str:
        """What is set, in words: "ST36, done in part"; empty where nothing is."""
        words = self.words.text().strip()
        parts = (
            self._code or (area_name(self._place) if self._place else ""),
            self._routines.get(self._routine or "", ""),
            inside(self.outcome.currentText()) if self.outcome.index > 0 else "",
            self.tr("\u201c{0}\u201d").format(words) if words else "",
        )
        return listed(parts)

    def set_routines(self, routines: Mapping[str, str]) -> None:
        """Offer these routines, their names by their ids, without saying so. The one that is set stays."""
        chosen = self._routine
        kept = {chosen: self._routines[chosen]} if chosen else {}
        self._routines = dict(sorted({**kept, **routines}.items(), key=lambda item: item[1].casefold()))
        index = list(self._routines).index(chosen) + 1 if chosen else 0
        self.routine.set_items([self.routine.itemText(0), *self._routines.values()], index=index)
        self._arrange()

    def clear(self) -> None:
        """Let everything through, without saying so."""
        self.words.set_text("")
        for dropdown in (self.point, self.place, self.routine, self.outcome):
            dropdown.set_index(0)
        self._show_state()

    def focus_words(self) -> None:
        """Bring the keyboard to the words, all of them selected."""
        self.words.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.line.selectAll()

    # -- inside --------------------------------------------------------------------------------------

    @property
    def _code(self) -> str:
        return self._codes[self.point.index - 1] if self.point.index > 0 else ""

    @property
    def _place(self) -> Area | None:
        return self._places[self.place.index - 1] if self.place.index > 0 else None

    @property
    def _routine(self) -> str | None:
        return list(self._routines)[self.routine.index - 1] if self.routine.index > 0 else None

    def _subjects(self) -> frozenset[str]:
        if self._code:
            return subjects_of(self._code, self._library)
        return subjects_in(self._place, self._library) if self._place else frozenset()

    def _take_point(self) -> None:
        if self._code and self._place not in (None, self._library.points[self._code].area):
            self.place.set_index(0)
        self._tell()

    def _take_place(self) -> None:
        if self._code and self._place not in (None, self._library.points[self._code].area):
            self.point.set_index(0)
        self._tell()

    def _tell(self) -> None:
        self._show_state()
        self.changed.emit(self.wanted)

    def _clear_as_user(self) -> None:
        self.focus_words()  # before the button is no more to be pressed, and hands the keyboard on
        self.clear()
        self._tell()

    def _show_state(self) -> None:
        self.clear_button.setEnabled(not self.wanted.is_empty)

    # -- laying out ----------------------------------------------------------------------------------

    def _dropdown(self, items: list[str], name: str, shown: list[str] | None = None) -> Dropdown:
        return Dropdown(items, name, shown=shown or (), height=HEIGHT_PX)

    def _lay_out(self) -> None:
        self._choices = QWidget()
        self._flow = FlowLayout(GAP_PX, GAP_PX, self._choices)
        for part in (self.point, self.place, self.routine, self.outcome):
            self._flow.addWidget(part)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP_PX)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.words, 0, 0)
        self._grid.addWidget(self._choices, 0, 1)
        self._grid.addWidget(self.clear_button, 0, 2)

    def _choices_px(self) -> int:
        """How wide the drop-downs are side by side."""
        dropdowns = (self.point, self.place, self.routine, self.outcome)
        return sum(it.sizeHint().width() for it in dropdowns) + GAP_PX * (len(dropdowns) - 1)

    def _arrange(self) -> None:
        """The drop-downs between the words and the button where they fit, or else below."""
        is_row = self.width() >= self._row_px()
        if (self._grid.getItemPosition(self._grid.indexOf(self._choices))[0] == 0) != is_row:  # type: ignore[index]
            self._grid.removeWidget(self._choices)
            if is_row:
                self._grid.addWidget(self._choices, 0, 1)
            else:
                self._grid.addWidget(self._choices, 1, 0, 1, 3)
        self._choices.setFixedWidth(self._choices_px() if is_row else self.width())
        self._choices.setFixedHeight(self._flow.heightForWidth(self._choices.width()))
        self.updateGeometry()

    def _row_px(self) -> int:
        """How wide all of it is in one row."""
        ends = self.words.minimumSizeHint().width() + self.clear_button.sizeHint().width()
        return ends + self._choices_px() + 2 * GAP_PX

    # -- Qt ------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """Two rows where one is too narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One row, or more."""
        return HEIGHT_PX if width >= self._row_px() else HEIGHT_PX + GAP_PX + self._flow.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """All in one row."""
        return QSize(self._row_px(), HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """As wide as its widest part, or the words and the button."""
        ends = self.words.minimumSizeHint().width() + GAP_PX + self.clear_button.sizeHint().width()
        return QSize(max(ends, self._flow.minimumSize().width()), HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row where there is room."""
        super().resizeEvent(event)
        self._arrange()
