"""The middle column of the days: the sessions found, or that there is none."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from acutimer.language.catalogue import trn
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import Text
from acutimer.ui.log.days.model import SessionRow, SessionsModel
from acutimer.ui.log.days.sessions import SessionList

HEAD_PX = 14  # the heading stands where the rows' words begin
LEAST_PX = 64  # of the list: a session


class Listing(QWidget):
    """The list under its heading. `cleared`: the filter that lets nothing through is to go.

    Where room is scarce the week stands behind the list, and the year where there is none for it above; a switch in
    place of the heading brings them, unless the list is to stand `alone` for a while.
    """

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SessionsModel()
        self.list = SessionList(self.model)
        self._behind: dict[str, QWidget] = {}  # what stands behind the list, by its name
        self._count_is_unknown, self._is_alone = True, False
        self._count = Text("", "small", "ink2", tabular=True)
        self._clear = Button(self.tr("Clear the filter"), "secondary", height=44)
        self._clear.clicked.connect(self.cleared)
        self._none = Text("", "body", "ink2", wrap=True)
        self._nothing = column(
            self._none,
            12,
            (self._clear, Qt.AlignmentFlag.AlignLeft),
            None,
            margins=(HEAD_PX, 8, HEAD_PX, 0),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        self.switch = Switch([self.tr("Sessions")], height=44, name=self.tr("What is shown below"))
        self.switch.chosen.connect(self._show)
        self.switch.hide()
        self._heading = Text(self.tr("Sessions"), "strong")
        self._heading.setContentsMargins(HEAD_PX, 0, 0, 0)
        self._head = row(self._heading, self.switch, None, self._count, margins=(0, 0, HEAD_PX + 18, 6))
        self._pages.setMinimumHeight(LEAST_PX)
        column(self._head, (self._pages, 1), parent=self)

    def take(self, name: str, page: QWidget) -> None:
        """Keep something behind the list; `name` is its word on the switch."""
        if name not in self._behind:
            self._behind[name] = page
            self._pages.addWidget(page)
            self._offer()

    def give(self, name: str) -> None:
        """Let go of what stands behind the list by that name, if it does."""
        if name in self._behind:
            self._pages.removeWidget(self._behind.pop(name))
            self._offer()

    def show_list(self) -> None:
        """Bring the list to the front."""
        self.switch.set_index(0)
        self._show(0)

    def set_alone(self, is_alone: bool) -> None:
        """Show the list, under its heading instead of the switch; what stands behind it comes back later."""
        if is_alone != self._is_alone:
            self._is_alone = is_alone
            self._offer()

    def _offer(self) -> None:
        names = [self.tr("Sessions"), *self._behind]
        shown = self.switch.segments[max(0, self.switch.index)].text()
        self.switch.set_items(names)
        self.switch.set_index(names.index(shown) if shown in names else 0)
        has_switch = bool(self._behind) and not self._is_alone
        self.switch.setVisible(has_switch)
        self._heading.setVisible(not has_switch)
        self._show(self.switch.index)

    def _show(self, choice: int) -> None:
        found = self.list if self.model.rowCount() or self._count_is_unknown else self._nothing
        self._head.setVisible(not self._is_alone or found is self.list)
        self._pages.setCurrentWidget(found if self._is_alone else (found, *self._behind.values())[choice])

    def show_found(self, count: int, read: Callable[[int, int], Sequence[SessionRow]], wanted: str) -> None:
        """List `count` sessions, which `read` gives page by page; `wanted` is the filter in words, or empty.

        Raises:
            WorldError: the first page cannot be read; the rows stay as they were.
        """
        self.model.start(count, read)
        told = trn("{0} found", "{0} found", count).format(self.locale().toString(count))
        self._count.setText(told if wanted and count else "")
        self._none.setText(self.tr("No session fits: {0}.").format(wanted))
        self._count_is_unknown = False
        self._show(self.switch.index)

    def row(self, place: int) -> SessionRow | None:
        """The row at `place`, read if it was not."""
        self.model.reach(place, place)
        return self.model.row(place)
