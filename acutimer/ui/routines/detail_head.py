"""The head of one routine: its name, whether it is a favourite, what else can be done with it, and the facts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from acutimer.content.library import Library
from acutimer.core.routines import Routine
from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.icons import Icon, paint_icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.tokens import Tokens, color
from acutimer.ui.routines.actions import MoreButton, actions_for
from acutimer.ui.routines.catalogue import icon_of
from acutimer.ui.routines.lately import Lately
from acutimer.ui.routines.notes import how_often
from acutimer.ui.routines.words import joined, name_in_lines, postures, sentence, times_done

STAR_PX = 24


class StarButton(IconButton):
    """Checked is a favourite: a filled star."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "star", parent=parent)
        self.setCheckable(True)
        self.show_favourite(False)

    def show_favourite(self, is_favourite: bool) -> None:
        """Look like one, or not."""
        self.setChecked(is_favourite)
        self.setAccessibleName(self.tr("Favourite"))
        self.setToolTip(self.tr("No favourite any more") if is_favourite else self.tr("Make it a favourite"))

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """The star over the round ground of a quiet button."""
        if self.is_hot or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(theme.line if self.isDown() else theme.hover))
            painter.drawEllipse(self.rect())
        name, ink = ("star-on", theme.pine) if self.isChecked() else ("star", theme.ink2)
        paint_icon(painter, name, self.rect().toRectF().center(), STAR_PX, color(ink), 1.8)


class DetailHead(QWidget):
    """Built once and filled for each routine, so that the keyboard stays where it is."""

    starred = Signal(bool)
    asked = Signal(object)
    """An Action."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.name = Text("", "display", wrap=True)
        self.star, self.more = StarButton(), MoreButton()
        self.star.clicked.connect(self.starred)
        self.more.chosen.connect(self.asked)
        top = Qt.AlignmentFlag.AlignTop
        buttons = row(self.star, self.more)
        self._facts = QWidget()
        self.summary = Text("", "body", "ink2", wrap=True)
        column(row((self.name, 1), 4, (buttons, top)), 6, self._facts, 12, self.summary, parent=self)

    def show_routine(self, routine: Routine, lately: Lately, *, is_own: bool, is_favourite: bool) -> None:
        """Show a routine, as its author wrote it."""
        self.name.setText(name_in_lines(routine.name))
        self.star.show_favourite(is_favourite)
        self.more.offer(actions_for(is_own=is_own))
        self.summary.setText(name_in_lines(routine.summary))
        self.summary.setVisible(bool(routine.summary.strip()))
        facts = self._fact_row(routine, lately)
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(self._facts, facts)
        facts.show()
        self._facts.hide()
        self._facts.setParent(None)
        self._facts.deleteLater()
        self._facts = facts

    def set_large(self, is_large: bool) -> None:
        """Set the name large, or smaller where there is little room."""
        self.name.set_role("display" if is_large else "title")

    def _fact_row(self, routine: Routine, lately: Lately) -> QWidget:
        needed = sentence(joined(routine.equipment)) or self.tr("Hands only")
        is_known = routine.id in lately.last_done or routine.id in lately.in_part
        last = lately.day(routine.id) if is_known else self.tr("Not done yet")
        facts = [(icon_of(routine, self._library), postures(routine)), ("hand", name_in_lines(needed)), ("clock", last)]
        if times := times_done(lately.times_done.get(routine.id, 0)):
            facts.append(("check", times))
        if routine.schedule is not None:
            facts.append(("redo", how_often(routine.schedule)))
        return flow(
            *(row(Icon(icon), 8, Text(words, "body", "ink2", wrap=True)) for icon, words in facts), gap=22, line_gap=6
        )
