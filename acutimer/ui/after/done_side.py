"""What was done in a session: a title, the honest time, the figure warm where one pressed, and the table."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.history import SessionRecord
from acutimer.core.planning import Plan
from acutimer.ui.after.summary import summarise
from acutimer.ui.after.table import DoneTable
from acutimer.ui.after.telling import points_pressed, table_rows
from acutimer.ui.after.warmth import Warmth
from acutimer.ui.after.words import length, title
from acutimer.ui.context import Context
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.text import Text

GUTTER_PX = 16
LEAST_FIGURE_PX = 150
WHOLE_FIGURE_PX = 260  # where the side does not scroll by itself
UNBOUNDED_PX = 16_777_215  # as high as Qt lets a widget be


class DoneSide(GutterScroll):
    """Scrolls where a routine is long; the figure takes only what the words leave."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._library = context.library
        self.title = Text("", "display", wrap=True)
        self.told = Text("", "lead", "ink2", wrap=True)
        self.warmth = Warmth(context)
        self.table = DoneTable()
        self._is_whole = False
        self._content = column(self.title, 4, self.told, 16, self.warmth, 12, self.table, None)
        super().__init__(GUTTER_PX, self._content, parent)

    def show_session(self, record: SessionRecord, plan: Plan | None) -> None:
        """Tell of a session; `plan` is needed where not all of it was done."""
        told = summarise(record, plan)
        self.title.setText(title(record, plan))
        self.told.setText(self.tr("{0}, {1}").format(record.routine_name, length(record)))
        self.table.show_rows(table_rows(told, self._library))
        self.warmth.show_pressed(points_pressed(told, self._library))
        self._make_room()
        self.verticalScrollBar().setValue(0)

    def set_whole(self, is_whole: bool) -> None:
        """Be as high as all that was done, without the title: within something that scrolls; or scroll by itself."""
        self._is_whole = is_whole
        for words in (self.title, self.told):
            words.setVisible(not is_whole)
        if not is_whole:
            self.setMinimumHeight(0)
            self.setMaximumHeight(UNBOUNDED_PX)
        self._make_room()

    def _make_room(self) -> None:
        inside = self._content.layout()
        assert inside is not None
        width = self.width() - GUTTER_PX
        if self._is_whole:
            self.warmth.setFixedHeight(min(WHOLE_FIGURE_PX, self.warmth.height_in(width)))
            self.warmth.show()
            inside.activate()  # the rows of the table say how high they are once they know how wide
            self.setFixedHeight(max(inside.totalHeightForWidth(self.width()), inside.totalSizeHint().height()))
            return
        self.warmth.hide()
        free = self.height() - inside.totalHeightForWidth(self.width())
        wanted = min(free, self.warmth.height_in(width))
        if wanted >= LEAST_FIGURE_PX:
            self.warmth.setFixedHeight(wanted)
            self.warmth.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room for the figure, or none."""
        super().resizeEvent(event)
        self._make_room()
