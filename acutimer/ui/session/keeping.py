"""Keeps the record of a running session: what ended at once, what runs every few seconds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from acutimer.core.errors import WorldError
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Plan
from acutimer.core.session import Over, Running, Session
from acutimer.store.faults import is_held
from acutimer.store.recording import CHECKPOINT_SECONDS, RETRY_SECONDS, Recorder


@dataclass(frozen=True, slots=True)
class _Unkept:
    """A session whose log is behind, as it was to be written last."""

    recorder: Recorder
    session: Session
    now: float
    at: datetime


class Keeping(QObject):
    """Writes for one session after the other.

    What the disk would not have stays here, of sessions that are over as well, and is tried again every few seconds.
    """

    failed = Signal(str)
    """The disk will not have it, in words; told once until all is written.

    Another program in the way is told of when it is there at the next try, too: most are done in a moment.
    """
    caught_up = Signal()
    """All of it is written now, after it was told that it could not be."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorder: Recorder | None = None
        self._behind: dict[str, _Unkept] = {}
        self._failures, self._has_told = 0, False
        self._due_at = 0.0
        self._again = QTimer(self)
        self._again.setInterval(round(RETRY_SECONDS * 1000))
        self._again.timeout.connect(self.retry)

    @property
    def session_id(self) -> str:
        """The id of the session in the history; empty before the first one."""
        return "" if self._recorder is None else self._recorder.session_id

    def unkept(self) -> SessionRecord | None:
        """The session as it was lived, where the log does not have all of it yet."""
        unkept = self._behind.get(self.session_id)
        return None if unkept is None else unkept.recorder.lived(unkept.session, unkept.now, unkept.at)

    def open(self, recorder: Recorder, now: float) -> None:
        """Write to `recorder` from now on."""
        self._recorder = recorder
        self._due_at = now + CHECKPOINT_SECONDS

    def begin(self, plan: Plan, at: datetime) -> None:
        """A new session of `plan`."""
        self._write(lambda recorder: recorder.begin(plan, at))

    def follow(self, session: Session, now: float, at: datetime) -> None:
        """Write down the phases that ended since; one that has not moved since it could not be written, as of then."""
        unkept = self._behind.get(self.session_id)
        if unkept is not None and unkept.session is session and not isinstance(session.state, Running):
            now, at = unkept.now, unkept.at
        is_done = self._write(lambda recorder: recorder.follow(session, now, at))
        self._remember(session, now, at, is_done=is_done)

    def checkpoint(self, session: Session, now: float, at: datetime) -> None:
        """Write down the running phase as far as it has come."""
        self._due_at = now + CHECKPOINT_SECONDS
        if session.phase is not None:
            is_done = self._write(lambda recorder: recorder.checkpoint(session, now, at))
            self._remember(session, now, at, is_done=is_done)

    def checkpoint_if_due(self, session: Session, now: float, at: datetime, *, has_entered: bool) -> None:
        """The same, when it is time: so long after the last time, or after the phase began."""
        if has_entered:
            self._due_at = now + CHECKPOINT_SECONDS
        elif now >= self._due_at and isinstance(session.state, Running):
            self.checkpoint(session, now, at)

    def undo_stop(self, held: Session) -> None:
        """The session goes on as `held`. Call `follow` with what it is then."""
        self._write(lambda recorder: recorder.undo_stop(held))

    def retry(self) -> None:
        """Write what is behind. A session that runs is written with its ticks."""
        for session_id, unkept in tuple(self._behind.items()):
            if session_id != self.session_id or not isinstance(unkept.session.state, Running):
                self._retry(session_id, unkept, patiently=False)

    def leave(self, session: Session | None) -> None:
        """The program ends: a session that is not over can be taken up again, here or elsewhere."""
        for session_id, unkept in tuple(self._behind.items()):
            self._retry(session_id, unkept, patiently=True)
        self._again.stop()
        if self._recorder is not None and session is not None and not isinstance(session.state, Over):
            self._recorder.leave()

    def _write(self, write: Callable[[Recorder], object]) -> bool:
        """Whether the disk did not refuse."""
        if self._recorder is None:
            return True
        try:
            write(self._recorder)
        except WorldError as error:
            self._fail(error)
            return False
        return True

    def _fail(self, error: WorldError) -> None:
        self._failures += 1
        if not self._again.isActive():
            self._again.start()
        if not self._has_told and (self._failures > 1 or not is_held(error)):
            self._has_told = True
            self.failed.emit(str(error))

    def _remember(self, session: Session, now: float, at: datetime, *, is_done: bool) -> None:
        """Where the log is behind, keep what is to be written; of a session that is over as it was then."""
        recorder = self._recorder
        if recorder is None:
            return
        if is_done and not recorder.is_behind:
            self._forget(recorder.session_id)
            return
        before = self._behind.get(recorder.session_id)
        if before is None or before.session is not session or isinstance(session.state, Running):
            self._behind[recorder.session_id] = _Unkept(recorder, session, now, at)

    def _retry(self, session_id: str, unkept: _Unkept, *, patiently: bool) -> None:
        try:
            unkept.recorder.retry(unkept.session, unkept.now, unkept.at, patiently=patiently)
        except WorldError as error:
            self._fail(error)
        else:
            self._forget(session_id)

    def _forget(self, session_id: str) -> None:
        self._behind.pop(session_id, None)
        if self._behind or not self._failures:
            return
        has_told, self._has_told, self._failures = self._has_told, False, 0
        self._again.stop()
        if has_told:
            self.caught_up.emit()
