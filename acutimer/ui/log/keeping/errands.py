"""The long works of the page, one at a time, each in the card where it was begun."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.errors import AcutimerError, InputError
from acutimer.store.progress import Progress
from acutimer.ui.job import Job, Work
from acutimer.ui.log.keeping.exchange import KeepingCard
from acutimer.ui.messages import Messages


class Errands(QObject):
    """While one goes on, its card shows how far it is, and no other can be begun in any of the `cards`.

    What is wrong with the user's file is said in the card, what the world did, where all messages are.
    """

    failed = Signal()

    def __init__(self, messages: Messages, cards: Sequence[KeepingCard], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages, self._cards = messages, tuple(cards)
        self._card: KeepingCard | None = None
        self._begun_from: QWidget | None = None
        self._then: Callable[..., None]
        self._job = Job(self)
        self._job.stepped.connect(self._step)
        self._job.ended.connect(self._end)
        self._job.failed.connect(self._fail)
        self._job.given_up.connect(self._leave)
        for card in cards:
            card.under_way.cancelled.connect(self._job.cancel)

    @property
    def is_busy(self) -> bool:
        """Whether a work goes on."""
        return self._card is not None

    def begin(
        self,
        card: KeepingCard,
        words: str,
        work: Work,
        then: Callable[..., None],
        *,
        is_measured: bool = True,
        can_cancel: bool = True,
    ) -> None:
        """Begin a work in `card`, `words` saying what goes on; `then` gets what it ends with."""
        if self._card is not None:
            self._messages.say(self.tr("Something else is still under way. Try again when it is done."))
            return
        self._card, self._then = card, then
        # the window's own, for after a dialog it is not active yet and the program has none
        self._begun_from = card.window().focusWidget()
        self.forget()
        card.under_way.begin(words, is_measured=is_measured, can_cancel=can_cancel)
        if can_cancel and self._begun_from is not None:
            card.under_way.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        for each in self._cards:
            each.set_enabled(False)
        self._job.start(work)

    def forget(self) -> None:
        """Take away what was said to be wrong."""
        for each in self._cards:
            each.note.say("")

    def close(self) -> None:
        """Give up what goes on, and wait until it has put its things away."""
        self._job.close()

    def _leave(self) -> KeepingCard:
        card = self._card
        assert card is not None
        self._card = None
        for each in self._cards:
            each.set_enabled(True)
        begun_from, self._begun_from = self._begun_from, None
        has_keyboard = card.window().focusWidget() is card.under_way.cancel
        if has_keyboard and begun_from is not None and begun_from.isVisible():
            begun_from.setFocus(Qt.FocusReason.OtherFocusReason)
        card.under_way.hide()
        return card

    def _step(self, progress: Progress) -> None:
        if self._card is not None:
            self._card.under_way.step(progress)

    def _end(self, result: object) -> None:
        self._leave()
        self._then(result)

    def _fail(self, error: AcutimerError) -> None:
        card = self._leave()
        self.failed.emit()
        if isinstance(error, InputError):
            card.note.say(str(error))
        else:
            self._messages.say(str(error), "caution")
