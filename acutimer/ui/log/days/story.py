"""How one session went: when, what happened, what was done on which side, how it felt."""

from PySide6.QtWidgets import QWidget

from acutimer.core.history import SessionRecord
from acutimer.core.planning import Plan
from acutimer.ui.after.summary import summarise
from acutimer.ui.after.table import DoneTable
from acutimer.ui.after.telling import points_pressed, table_rows
from acutimer.ui.after.warmth import Warmth
from acutimer.ui.body.warm_views import Pressed
from acutimer.ui.context import Context
from acutimer.ui.kit.fold import INSET_PX as FOLD_INSET_PX
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.words import outcome

GAP_PX = 16
LEAST_FIGURE_PX, FIGURE_STEP_PX = 200, 40  # few sizes, so that few pictures have to be drawn


class Discomfort(QWidget):
    """Before and after on one line; what was not said is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Text("", "body", "ink2")
        self._before = Text("", "strong", "ink2", tabular=True)
        self._arrow = Icon("arrow", 18, "ink3")
        self._after = Text("", "strong", tabular=True)
        levels = row(self._before, self._arrow, self._after, spacing=8)
        row(self._label, None, levels, spacing=12, margins=(0, GAP_PX, 0, 0), parent=self)

    def show_levels(self, before: int | None, after: int | None) -> None:
        """Each 0 to 10, or None."""
        self.setVisible(before is not None or after is not None)
        self._before.setText("" if before is None else str(before))
        self._after.setText("" if after is None else str(after))
        self._before.setVisible(before is not None)
        self._after.setVisible(after is not None)
        self._arrow.setVisible(before is not None and after is not None)
        if after is None:
            said, spoken = self.tr("Discomfort before"), self.tr("Discomfort before: {0} of 10").format(before)
        elif before is None:
            said, spoken = self.tr("Discomfort after"), self.tr("Discomfort after: {0} of 10").format(after)
        else:
            said = self.tr("Discomfort")
            spoken = self.tr("Discomfort: {0} of 10 before, {1} of 10 after").format(before, after)
        self._label.setText(said)
        self.setAccessibleName(spoken)


class Story(QWidget):
    """One session in words and bars."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = context.library
        self._when = Text("", "small", "ink2", wrap=True)
        self._told = Text("", "body", "ink2", wrap=True)
        self.figure = Warmth(context)
        self._pressed: tuple[Pressed, ...] = ()
        self._is_placed = False
        self._figure_room = column(14, self.figure)
        self.table = DoneTable()
        self.discomfort = Discomfort()
        self._note_head = Text(self.tr("Note"), "strong")
        self._note_head.setContentsMargins(0, GAP_PX, 0, 2)
        self._note = Text("", "body", "ink2", wrap=True)
        parts = (self._told, self._figure_room, GAP_PX, self.table, self.discomfort, self._note_head, self._note, None)
        column(self._when, 12, *parts, margins=(FOLD_INSET_PX, 0, FOLD_INSET_PX, 0), parent=self)

    def show_session(self, record: SessionRecord, span: str, plan: Plan | None) -> None:
        """Tell of a session. `span` says when; `plan` is needed where not all of it was done."""
        self._when.setText(span)
        self._told.setText(outcome(record, plan, self._library))
        told = summarise(record, plan)
        self.table.show_rows(table_rows(told, self._library))
        self._pressed = points_pressed(told, self._library)
        self._is_placed = False
        self.discomfort.show_levels(record.discomfort_before, record.discomfort_after)
        self._note.setText(record.note)
        for part in (self._note_head, self._note):
            part.setVisible(bool(record.note))
        for text in (self._when, self._told, self._note):
            text.updateGeometry()

    def make_room(self, width: int, height: int) -> None:
        """Show the figure, warm where one pressed, in what all else leaves of so much room; or not at all."""
        inside = self.layout()
        assert inside is not None
        self._figure_room.hide()
        free = (height - inside.totalHeightForWidth(width) - GAP_PX) // FIGURE_STEP_PX * FIGURE_STEP_PX
        if free < LEAST_FIGURE_PX:
            return
        if not self._is_placed:  # only where it is seen: placing points walks the figure's outline
            self._is_placed = True
            self.figure.show_pressed(self._pressed)
        wanted = min(free, self.figure.height_in(width - 2 * FOLD_INSET_PX))
        if wanted >= LEAST_FIGURE_PX:
            self.figure.setFixedHeight(wanted)
            self._figure_room.show()
