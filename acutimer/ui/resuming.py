"""What becomes of a session that was cut off: the offer to go on with it, and what the answer does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from acutimer.core.errors import AcutimerError, WorldError
from acutimer.core.history import SessionRecord
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text

if TYPE_CHECKING:
    from acutimer.ui.context import Context

NARROW_PX = 620  # the offer, narrower than this, has its answers below its words


class ResumeOffer(Card):
    """Names the session and how far it got; the three answers are signals that carry its SessionRecord."""

    resumed = Signal(object)
    kept = Signal(object)
    discarded = Signal(object)
    stays = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("floating", 18, parent)
        self._record: SessionRecord | None = None
        self._title = Text("", "strong", wrap=True)
        self._detail = Text("", "small", "ink2", wrap=True)
        self.resume = Button(self.tr("Resume"), "secondary", "play", height=48)
        self.keep = Button(self.tr("Keep as it is"), "ghost", height=48)
        self.discard = Button(self.tr("Discard"), "quiet", height=48)
        words = column(self._title, self._detail, spacing=2)
        answers = row(self.resume, self.keep, self.discard, spacing=8)
        row((words, 1), answers, spacing=8, margins=(20, 14, 12, 14), parent=self)
        self.resume.clicked.connect(lambda: self._answer(self.resumed))
        self.keep.clicked.connect(lambda: self._answer(self.kept))
        self.discard.clicked.connect(lambda: self._answer(self.discarded))
        self.hide()

    def ask(self, record: SessionRecord) -> None:
        """Ask about `record`."""
        self._record = record
        self._title.setText(self.tr("You stopped in the middle of {name}").format(name=record.routine_name))
        done, planned = record.done_seconds, max(1, round(record.practice_seconds / 60))
        words = (
            self.tr("{done}\u00a0s of {planned}\u00a0min done")
            if done < 60
            else self.tr("{done} of {planned}\u00a0min done")
        )
        self._detail.setText(words.format(done=round(done if done < 60 else done / 60), planned=planned))
        self.setAccessibleName(self._title.text())
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The answers stand below the words where there is no room beside them."""
        super().resizeEvent(event)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        is_narrow = self.width() < NARROW_PX
        layout.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def _answer(self, signal: SignalInstance) -> None:
        self.hide()
        signal.emit(self._record)


class Resuming(QObject):
    """Looks for a session that was cut off, asks, and does as told."""

    taken_up = Signal(object, object)
    """A Recorder and its Session, held: to go on with."""
    settled = Signal()
    """It was kept as it is, or discarded."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._doomed: str | None = None  # the session to be discarded, while that can be undone
        self.offer = ResumeOffer()
        self.offer.resumed.connect(self._resume)
        self.offer.kept.connect(self._keep)
        self.offer.discarded.connect(self._discard)

    def offer_again(self) -> None:
        """Ask, if there is a session to ask about."""
        record = self._unfinished()
        if record is not None:
            self.offer.ask(record)

    def _unfinished(self) -> SessionRecord | None:
        try:
            record = self._context.history.unfinished()
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return None
        return None if record is None or record.id == self._doomed else record

    def _resume(self, record: SessionRecord) -> None:
        from acutimer.core.safety import kept_safe
        from acutimer.store.recording import Recorder

        try:
            plan = self._context.history.plan_of(record.id)
            if kept_safe(plan, self._context.safety) != plan:
                words = self.tr(
                    "Your safety profile has changed since: {name} cannot be gone on with. Keep what you did."
                )
                self._context.messages.say(words.format(name=record.routine_name), "caution")
                self.offer_again()
                return
            recorder, session = Recorder.restored(self._context.history, record)
        except AcutimerError as error:
            self._context.messages.say(str(error), "caution")
            return
        self.offer.hide()
        self.taken_up.emit(recorder, session)

    def _keep(self, record: SessionRecord) -> None:
        self._change(lambda: self._context.history.keep(record.id))

    def _discard(self, record: SessionRecord) -> None:
        """Discard it once the time to undo that has passed."""
        self._doomed = record.id
        text = self.tr("Discarded: {name}").format(name=record.routine_name)
        self._context.messages.offer_undo(text, self._spare, lapsed=lambda: self._forget(record.id))

    def _spare(self) -> None:
        self._doomed = None
        self.offer_again()

    def _forget(self, session_id: str) -> None:
        self._doomed = None
        self._change(lambda: self._context.history.forget(session_id))

    def _change(self, change: Callable[[], None]) -> None:
        try:
            change()
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
        self.settled.emit()
