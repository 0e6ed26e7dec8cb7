"""The middle column of the days: the sessions found, or that there is none."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import Text
from acutimer.ui.log.days.model import SessionRow, SessionsModel
from acutimer.ui.log.days.sessions import SessionList

HEAD_PX = 14  # the heading stands where the rows' words begin


class Listing(QWidget):
    """The list under its heading. `cleared`: the filter that lets nothing through is to go.

    Where room is scarce the week stands behind the list, and a switch in place of the heading brings it.
    """

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SessionsModel()
        self.list = SessionList(self.model)
        self._week: int | None = None  # the week's place behind the list, where it is there
        self._count_is_unknown = True
        self._count = Text("", "small", "ink2", tabular=True)
        self._clear = Button(self.tr("Clear the filter"), "secondary", height=44)
        self._clear.clicked.connect(self.cleared)
        self._none = Text("", "body", "ink2", wrap=True)
        nothing = column(
            self._none,
            12,
            (self._clear, Qt.AlignmentFlag.AlignLeft),
            None,
            margins=(HEAD_PX, 8, HEAD_PX, 0),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(nothing)
        self._switch = Switch([self.tr("Sessions"), self.tr("Week")], height=44, name=self.tr("What is shown below"))
        self._switch.chosen.connect(self._show)
        self._switch.hide()
        self._heading = Text(self.tr("Sessions"), "strong")
        self._heading.setContentsMargins(HEAD_PX, 0, 0, 0)
        head = row(self._heading, self._switch, None, self._count, margins=(0, 0, HEAD_PX + 18, 0))
        column(head, 6, (self._pages, 1), parent=self)

    def take_week(self, week: QWidget) -> None:
        """Keep the week behind the list."""
        self._week = self._pages.addWidget(week)
        self._heading.hide()
        self._switch.show()
        self._show(self._switch.index)

    def give_week(self, week: QWidget) -> None:
        """Let go of the week, if it is here."""
        self._pages.removeWidget(week)
        self._week = None
        self._switch.hide()
        self._heading.show()
        self._show(0)

    def _show(self, choice: int) -> None:
        found = 0 if self.model.rowCount() or self._count_is_unknown else 1
        self._pages.setCurrentIndex(self._week if choice == 1 and self._week is not None else found)

    def show_found(self, count: int, read: Callable[[int, int], Sequence[SessionRow]], wanted: str) -> None:
        """List `count` sessions, which `read` gives page by page; `wanted` is the filter in words, or empty.

        Raises:
            WorldError: the first page cannot be read; the rows stay as they were.
        """
        self.model.start(count, read)
        told = {0: "", 1: self.tr("1 found")}.get(count, self.tr("{0} found").format(self.locale().toString(count)))
        self._count.setText(told if wanted else "")
        self._none.setText(self.tr("No session fits: {0}.").format(wanted))
        self._count_is_unknown = False
        self._show(self._switch.index)

    def row(self, place: int) -> SessionRow | None:
        """The row at `place`, read if it was not."""
        self.model.reach(place, place)
        return self.model.row(place)
