"""One session, told in full."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from acutimer.core.history import SessionRecord
from acutimer.core.planning import Plan
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button, IconButton
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.fold import INSET_PX as FOLD_INSET_PX
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.reading_scroll import ReadingScroll
from acutimer.ui.kit.text import Text
from acutimer.ui.log.days.phases import Phases
from acutimer.ui.log.days.story import Story

RADIUS_PX = 24
MARGIN_PX = 28
TWO_COLUMNS_FROM_PX = 720  # wide enough for the story and the phases side by side
STORY_SHARE, PHASES_SHARE = 3, 2
BETWEEN_PX, BELOW_PX = 48, 12  # between the two, side by side and one above the other
FRAME_PX, FRAME_RIGHT_PX = 12, 2  # what scrolls stays clear of the card's corners
TOP_PX = 12
HEAD_PX = 8  # above its buttons
GUTTER_PX = MARGIN_PX - FOLD_INSET_PX - FRAME_RIGHT_PX
TOOL_PX, BUTTON_PX = 44, 52
LEAST = QSize(300, 200)  # it scrolls


class SessionDetail(Card):
    """A card with one session: how it went, every phase of it, and what can be done with it.

    The name and the tools stay where they are; the rest of it scrolls.

    `left` says that Escape was pressed in it.
    """

    left = Signal()
    rest_wanted = Signal()
    edit_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", RADIUS_PX, parent)
        self.name = Text("", "head", wrap=True, align=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.story = Story(context)
        self.phases = Phases(context.library)
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, content)
        self._columns.setContentsMargins(MARGIN_PX - FOLD_INSET_PX, 0, 0, TOP_PX)
        self._columns.setSpacing(0)
        self._columns.addWidget(self.story)
        self._columns.addWidget(self.phases)
        self._columns.addStretch(0)
        self.reading = ReadingScroll(GUTTER_PX, content, RADIUS_PX)
        self.reading.setAccessibleName(self.tr("The session chosen"))
        self.reading.left.connect(self.left)
        self.phases.fold.clicked.connect(self._bring_phases)
        self.rest_button = Button(self.tr("Do the rest"), "primary", "play", height=BUTTON_PX)
        self.edit_button = IconButton(self.tr("Edit this session"), "edit", TOOL_PX, "secondary")
        self.delete_button = IconButton(self.tr("Delete this session"), "trash", TOOL_PX, "secondary")
        self.rest_button.clicked.connect(self.rest_wanted)
        self.edit_button.clicked.connect(self.edit_wanted)
        self.delete_button.clicked.connect(self.delete_wanted)
        right = MARGIN_PX - FRAME_RIGHT_PX
        head = row(
            (self.name, 1),
            8,
            self.edit_button,
            self.delete_button,
            spacing=8,
            margins=(MARGIN_PX, HEAD_PX, right - 8, 4),
        )
        self._foot = row(self.rest_button, margins=(MARGIN_PX, 8, right, MARGIN_PX - 4 - FRAME_PX))
        column(head, (self.reading, 1), self._foot, margins=(0, FRAME_PX, FRAME_RIGHT_PX, FRAME_PX), parent=self)

    def show_session(self, record: SessionRecord, span: str, plan: Plan | None, *, has_rest: bool = False) -> None:
        """Tell of a session. `span` says when; `plan` is needed where not all of it was done.

        `has_rest`: some of it was left, and can be done now. One that is not over can be neither edited nor deleted.
        """
        self.name.setText(record.routine_name)
        self.name.updateGeometry()
        self._foot.setVisible(has_rest)
        for button in (self.edit_button, self.delete_button):
            button.setEnabled(record.outcome is not None)
        self.story.show_session(record, span, plan)
        self.phases.show_phases(record.phases)
        self._arrange()
        self.reading.verticalScrollBar().setValue(0)

    def read(self) -> None:
        """Give it the keyboard, if there is more to read than fits."""
        if self.reading.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            self.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_phases(self, is_open: bool) -> None:
        if is_open:
            self.reading.bring(self.phases)

    def _arrange(self) -> None:
        beside = self.width() >= TWO_COLUMNS_FROM_PX
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._columns.setStretch(0, STORY_SHARE if beside else 0)
        self._columns.setStretch(1, PHASES_SHARE if beside else 0)
        self._columns.setStretch(2, 0 if beside else 1)
        self._columns.setSpacing(BETWEEN_PX - FOLD_INSET_PX if beside else BELOW_PX)
        self.phases.set_foldable(not beside)
        self.story.make_room(*self._story_room(beside=beside))

    def _story_room(self, *, beside: bool) -> tuple[int, int]:
        """How wide the story is, and how high it may be without scrolling; 0 high where nothing is beside it."""
        if not beside:
            return 0, 0
        width = self.width() - FRAME_RIGHT_PX - (MARGIN_PX - FOLD_INSET_PX) - GUTTER_PX - self._columns.spacing()
        return width * STORY_SHARE // (STORY_SHARE + PHASES_SHARE), self.reading.height() - TOP_PX

    def minimumSizeHint(self) -> QSize:
        """It scrolls."""
        return LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The phases beside the story where there is room."""
        super().resizeEvent(event)
        self._arrange()
