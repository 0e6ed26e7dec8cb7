"""Keeps the record of a running session: what ended at once, what runs every few seconds."""

from collections.abc import Callable
from datetime import datetime

from acutimer.core.errors import WorldError
from acutimer.core.planning import Plan
from acutimer.core.session import Over, Running, Session
from acutimer.store.recording import CHECKPOINT_SECONDS, Recorder


class Keeping:
    """Writes for one session after the other. A disk that fails is told to `failed` once a session, in words."""

    def __init__(self, failed: Callable[[str], None]) -> None:
        self._failed = failed
        self._recorder: Recorder | None = None
        self._has_failed = False
        self._due_at = 0.0

    @property
    def session_id(self) -> str:
        """The id of the session in the history; empty before the first one."""
        return "" if self._recorder is None else self._recorder.session_id

    def open(self, recorder: Recorder, now: float) -> None:
        """Write to `recorder` from now on."""
        self._recorder, self._has_failed = recorder, False
        self._due_at = now + CHECKPOINT_SECONDS

    def begin(self, plan: Plan, at: datetime) -> None:
        """A new session of `plan`."""
        self._write(lambda recorder: recorder.begin(plan, at))

    def follow(self, session: Session, now: float, at: datetime) -> None:
        """Write down the phases that ended since."""
        self._write(lambda recorder: recorder.follow(session, now, at))

    def checkpoint(self, session: Session, now: float, at: datetime) -> None:
        """Write down the running phase as far as it has come."""
        self._due_at = now + CHECKPOINT_SECONDS
        if session.phase is not None:
            self._write(lambda recorder: recorder.checkpoint(session, now, at))

    def checkpoint_if_due(self, session: Session, now: float, at: datetime, *, has_entered: bool) -> None:
        """The same, five seconds after the last time, or after the phase began."""
        if has_entered:
            self._due_at = now + CHECKPOINT_SECONDS
        elif now >= self._due_at and isinstance(session.state, Running):
            self.checkpoint(session, now, at)

    def undo_stop(self, held: Session) -> None:
        """The session goes on as `held`."""
        self._write(lambda recorder: recorder.undo_stop(held))

    def leave(self, session: Session | None) -> None:
        """The program ends: a session that is not over can be taken up again, here or elsewhere."""
        if self._recorder is not None and session is not None and not isinstance(session.state, Over):
            self._recorder.leave()

    def _write(self, write: Callable[[Recorder], object]) -> None:
        if self._recorder is None:
            return
        try:
            write(self._recorder)
        except WorldError as error:
            if not self._has_failed:
                self._failed(str(error))
            self._has_failed = True
