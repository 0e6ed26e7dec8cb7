"""The card in which a session is corrected or added, in place of the one that tells of it."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import uuid4

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from acutimer.core.errors import WorldError
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Plan
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card, Rule
from acutimer.ui.kit.fold import INSET_PX
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column, row
from acutimer.ui.log.editing.add_form import AddForm
from acutimer.ui.log.editing.edit_form import EditForm
from acutimer.ui.log.editing.when_fields import Local

RADIUS_PX = 24
MARGIN_PX = 24
FRAME_PX = 14
GUTTER_PX = MARGIN_PX - INSET_PX
LEAST = QSize(336, 240)  # it scrolls
Form = EditForm | AddForm


def local_time(naive: datetime) -> datetime:
    """The time of this computer's clock, with the offset it had or will have then."""
    return naive.astimezone()


class EditCard(Card):
    """Save keeps, Cancel and Escape do not; what was typed can be had back for a while.

    `local` gives a time of day its offset, `new_id` the id of a session that is added.
    """

    saved = Signal(str)
    """A session's id: it is kept, changed or new. `closed` follows."""
    closed = Signal()
    """The user is done with the card."""
    reopened = Signal()
    """The user wants back what they typed before they cancelled: it stands here again, so show the card."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        local: Local = local_time,
        new_id: Callable[[], str] = lambda: str(uuid4()),
    ) -> None:
        super().__init__("surface", RADIUS_PX, parent)
        self._context, self._local, self._new_id = context, local, new_id
        self.form: Form | None = None
        self._put_away: Form | None = None
        self._scroll = GutterScroll(GUTTER_PX, column())
        self.save_button = Button(self.tr("Save"), "primary", "check")
        self.cancel_button = Button(self.tr("Cancel"), "secondary")
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.cancel)
        for keys, do in (("Ctrl+Return", self.save), ("Ctrl+Enter", self.save), ("Escape", self.cancel)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)
        foot = row((self.save_button, 1), self.cancel_button, spacing=12, margins=(MARGIN_PX, 14))
        column((self._scroll, 1), Rule(), foot, margins=(1, FRAME_PX, 1, FRAME_PX - 8), parent=self)

    def edit(self, record: SessionRecord, plan: Plan | None) -> None:
        """Show a session to be corrected; without its plan only what it kept can be."""
        self._open(EditForm(self._context, record, plan, self._local))

    def add(self, day: date) -> None:
        """Show an empty session of a day of the log, to be added; a day to come is today."""
        self._open(AddForm(self._context, day, self._local, self._new_id))

    def save(self) -> None:
        """Keep what was entered and close; what cannot be kept is said, and the card stays."""
        form = self.form
        if form is None or not form.look():
            return
        is_new = isinstance(form, AddForm)
        if not is_new and not form.is_changed:
            self._close()
            return
        try:
            session_id = form.keep()
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return
        self.form = None
        self.saved.emit(session_id)
        self.closed.emit()

    def cancel(self) -> None:
        """Close without keeping anything, yet offer what was typed once more."""
        if self.form is not None:
            self._offer_back(self.form)
            self._close()

    # -- inside ----------------------------------------------------------------------------------

    def _open(self, form: Form) -> None:
        if self.form is not None:
            self._offer_back(self.form)
        self._show(form)

    def _show(self, form: Form) -> None:
        before = self._scroll.takeWidget()
        if before is not None and before not in (form, self._put_away):
            before.deleteLater()
        self.form = form
        self._scroll.show_content(form)
        self._scroll.verticalScrollBar().setValue(0)
        is_new = isinstance(form, AddForm)
        self.save_button.setText(self.tr("Add") if is_new else self.tr("Save"))
        self.save_button.set_icon("plus" if is_new else "check")
        self.setAccessibleName(self.tr("Add a session") if is_new else self.tr("Edit session"))
        self.setTabOrder(form.last, self.save_button)
        self.setTabOrder(self.save_button, self.cancel_button)
        form.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.form = None
        self.closed.emit()

    def _offer_back(self, form: Form) -> None:
        if not form.is_changed:
            return
        if self._put_away is not None:
            self._forget(self._put_away)
        self._put_away = form
        is_new = isinstance(form, AddForm)
        words = self.tr("The session was not added.") if is_new else self.tr("Your changes were not kept.")
        self._context.messages.offer_undo(words, lambda: self._bring_back(form), lapsed=lambda: self._forget(form))

    def _bring_back(self, form: Form) -> None:
        if self._put_away is not form:
            return
        self._put_away = None
        if self.form is not None:
            self._offer_back(self.form)
        self._show(form)
        self.reopened.emit()

    def _forget(self, form: Form) -> None:
        if self._put_away is form:
            self._put_away = None
            if self._scroll.widget() is not form:
                form.deleteLater()

    def minimumSizeHint(self) -> QSize:
        """It scrolls."""
        return LEAST
