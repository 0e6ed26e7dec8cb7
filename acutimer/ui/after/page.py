"""The page after a session: what was done on the left, how it feels on the right."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from acutimer.core.errors import WorldError
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Plan
from acutimer.core.session import Outcome
from acutimer.ui.after.done_side import GUTTER_PX, UNBOUNDED_PX, DoneSide
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card, Rule
from acutimer.ui.kit.field import NoteField
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.reading_scroll import LEVELS
from acutimer.ui.kit.scale import Scale
from acutimer.ui.kit.text import Text

CARD_PX = 592
NARROW_CARD_PX = 552
ROOMY_FROM_PX = 1200
HIGH_FROM_PX = 720
BLOCK_PX = 880  # what the page uses of a high window
DONE_PX, LEAST_DONE_PX = 640, 240  # the widest the left side becomes, and the narrowest
LEAST = QSize(NARROW_CARD_PX + LEAST_DONE_PX + 68, 560)  # in a smaller window all of it is one column
SMALL_EDGE_PX = 12
CARD_AT, DONE_AT = 3, 5  # in the column: after the title, what is told of it, and a gap


class AfterPage(QWidget):
    """One session, just over. `closed` says that the user is done with it; what they entered is kept by then."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._record: SessionRecord | None = None
        self.done = DoneSide(context)
        self.before = Scale(self.tr("Discomfort before"))
        self.now = Scale(self.tr("Discomfort now"))
        self.note = NoteField(self.tr("A note for yourself"))
        self.save_button = Button(self.tr("Save and close"), "primary", "check", height=64)
        self.save_button.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Escape"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        self._card = Card("surface", 28)
        self._fill_card()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._sides = row(None, (self._left, 0), (self._right, 0), None)
        self._title, self._told = Text("", "title", wrap=True), Text("", "body", "ink2", wrap=True)
        self._column = column(self._title, self._told, 12, 24, None, margins=(SMALL_EDGE_PX, 12, SMALL_EDGE_PX, 12))
        self._scroll = GutterScroll(SMALL_EDGE_PX + 4, self._column)
        self._foot = row(margins=(SMALL_EDGE_PX, 8))
        self._small = column((self._scroll, 1), Rule(), self._foot)
        page = column(self._sides, self._small, parent=self).layout()
        assert page is not None
        page.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # or the sides would hold the window open
        self._is_small = True
        self._set_small(False)

    def show_session(self, session_id: str, unkept: SessionRecord | None = None) -> None:
        """Show a session of the history; one that is not there any more closes the page at once.

        `unkept` is what was lived of it, where the disk would not have all of it yet.
        """
        self._record = record = unkept or self._find(session_id)
        if record is None:
            self.closed.emit()
            return
        self.done.show_session(record, self._plan_of(record))
        self._title.setText(self.done.title.text())
        self._told.setText(self.done.told.text())
        self._scroll.verticalScrollBar().setValue(0)
        self.before.set_value(record.discomfort_before)
        self.now.set_value(record.discomfort_after)
        self.note.set_text(record.note)
        self.before.keys[record.discomfort_before or 0].setFocus()
        self._bring_first_scale()

    def save(self) -> None:
        """Keep what was entered and close; when it cannot be kept, say so and stay."""
        if self._record is None or self._keep(self._record):
            self.closed.emit()

    def _find(self, session_id: str) -> SessionRecord | None:
        try:
            return self._context.history.session(session_id)
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return None

    def _bring_first_scale(self) -> None:
        """Where all of it is one column, what has the keyboard is to be in sight."""
        if not self._is_small:
            return
        for _ in range(LEVELS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.ensureWidgetVisible(self.before, 0, SMALL_EDGE_PX)

    def _keep(self, record: SessionRecord) -> bool:
        entered = (self.before.value, self.now.value, self.note.text())
        if entered == (record.discomfort_before, record.discomfort_after, record.note):
            return True
        before, after, note = entered
        try:
            self._context.history.annotate(
                record.id, discomfort_before=before, discomfort_after=after, note=note, at=self._context.wall()
            )
        except WorldError as error:
            self._context.messages.say(
                str(error), "caution", action=self.tr("Close without saving"), do=self.closed.emit
            )
            return False
        return True

    def _plan_of(self, record: SessionRecord) -> Plan | None:
        """The plan, where it is needed to tell what was not done."""
        if record.outcome is Outcome.DONE:
            return None
        try:
            return self._context.history.plan_of(record.id)
        except (KeyError, WorldError):  # not kept yet, or by another version: what was done can be told all the same
            return None

    def _fill_card(self) -> None:
        column(
            Text(self.tr("How does it feel?"), "title"),
            4,
            Text(self.tr("Rate your discomfort, or skip this if you like."), "body", "ink2", wrap=True),
            22,
            Text(self.tr("Before"), "strong"),
            10,
            self.before,
            20,
            Text(self.tr("Now"), "strong"),
            10,
            self.now,
            8,
            row(
                Text(self.tr("0 = none"), "small", "ink3"),
                None,
                Text(self.tr("10 = worst imaginable"), "small", "ink3"),
            ),
            22,
            Text(self.tr("A note for yourself"), "strong"),
            10,
            self.note,
            16,
            None,
            parent=self._card,
        )

    def _set_small(self, is_small: bool) -> None:
        """All in one column that scrolls, what was done at its end; or both sides beside each other."""
        if is_small is self._is_small:
            return
        self._is_small = is_small
        inside, foot, whole = self._card.layout(), self._foot.layout(), self._column.layout()
        assert isinstance(whole, QVBoxLayout)
        assert inside is not None
        assert foot is not None
        if is_small:
            foot.addWidget(self.save_button)
            whole.insertWidget(CARD_AT, self._card)
            whole.insertWidget(DONE_AT, self.done)
            self._card.setMinimumWidth(1)
            self._card.setMaximumWidth(UNBOUNDED_PX)
            self.done.setMinimumWidth(1)
            self.done.setMaximumWidth(UNBOUNDED_PX)
        else:
            inside.addWidget(self.save_button)
            self._left.addWidget(self.done)
            self._right.addWidget(self._card)
        self.done.set_whole(is_small)
        self._small.setVisible(is_small)
        self._sides.setVisible(not is_small)

    def minimumSizeHint(self) -> QSize:
        """The scales side by side, and what is pressed under something to read."""
        return QSize(560, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air in a small window; in a large one both sides stay together in its middle."""
        width, height = event.size().width(), event.size().height()
        self._set_small(width < LEAST.width() or height < LEAST.height())
        if self._is_small:
            inside = self._card.layout()
            assert inside is not None
            inside.setContentsMargins(20, 16, 20, 20)
            super().resizeEvent(event)
            return
        roomy, high = width >= ROOMY_FROM_PX, height >= HIGH_FROM_PX
        card_px = CARD_PX if roomy else NARROW_CARD_PX
        self._card.setFixedWidth(card_px)
        inside = self._card.layout()
        assert inside is not None
        inside.setContentsMargins(*((40, 38, 40, 36) if roomy and high else (26, 22, 26, 22)))
        outer = max(0, (height - BLOCK_PX) // 2) + (40 if high else 12)
        near, between, far = (64, 40 - GUTTER_PX, 48) if roomy else (32, 24 - GUTTER_PX, 12)
        done_px = max(LEAST_DONE_PX, min(DONE_PX, width - card_px - near - between - far - GUTTER_PX))
        self.done.setFixedWidth(done_px + GUTTER_PX)
        self._left.setContentsMargins(near, outer + 16, between, 24)
        self._right.setContentsMargins(0, outer, far, outer)
        super().resizeEvent(event)
