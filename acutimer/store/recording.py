"""Follows a session and keeps it: every phase as it ends, and the running one as often as the shell asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from acutimer.core.errors import WorldError
from acutimer.core.history import PhaseRecord, SessionRecord, outcome_of, practice_places, practice_seconds
from acutimer.core.planning import Plan
from acutimer.core.session import Lived, Outcome, Over, Session
from acutimer.store.faults import is_held
from acutimer.store.history import History

LOST_SECONDS = 5.0  # the most that a crash or a power cut may cost of the running phase
# How often the shell calls `checkpoint`. It looks at the clock once a second at the least and then has to write.
CHECKPOINT_SECONDS = 4.0
RETRY_SECONDS = 5.0  # how long a fault of the disk is left alone, so that it is told once, not at every tick
HELD_SECONDS = 1.0  # the same where another program is in the way: it may be done soon
SHORT_WAIT_SECONDS = 0.2  # for another program that holds the log: a session's clock does not stand still for it


class Recorder:
    """Records one session. Build it with a new id and `begin`, or with `restored` for one that was cut off.

    `session_id` is a UUID as text, so that logs of two computers can be merged. While it records, other processes
    see that the session is not a crash. What the disk would not have is kept with whatever is written next: nothing
    is lost as long as the program runs.
    """

    def __init__(self, history: History, session_id: str) -> None:
        self.session_id = session_id
        self._history = history
        self._plan: Plan | None = None
        self._record: SessionRecord | None = None  # as it began
        self._has_begun = True  # whether the log has its beginning
        self._reopened: int | None = None  # how many phases stay of one whose stop was taken back, until the log knows
        self._kept: tuple[int, int | None] = (0, None)  # how many phases are kept, and which one runs
        self._retry_at: float | None = None  # after a fault: when to try again
        self._is_patient = False
        self.is_behind = False
        """Whether something was not written that should be; `retry` and whatever comes next write it."""

    def begin(self, plan: Plan, started_at: datetime, *, patiently: bool = False) -> None:
        """Keep that the session starts. `started_at` carries its offset; `patiently` as for `retry`.

        Raises:
            WorldError: the disk will not have it; it is kept with what comes next.
        """
        self._record = SessionRecord(
            id=self.session_id,
            routine=plan.routine.id,
            routine_name=plan.routine.name,
            started_at=started_at,
            ended_at=None,
            outcome=None,
            planned_seconds=plan.seconds,
        )
        self._plan = plan
        self._has_begun = False
        self._history.claims.take(self.session_id)
        self._is_patient = patiently
        try:
            with self._writing(None):
                self._catch_up()
        finally:
            self._is_patient = False
        self.is_behind = False

    @classmethod
    def restored(cls, history: History, record: SessionRecord) -> tuple["Recorder", Session]:
        """Take a session up again: held in the phase that was under way, after the seconds it had.

        Cut off between two phases, it is held at the start of the next; after the last one it is over.

        Raises:
            WorldError: another version wrote its plan.
        """
        plan = history.plan_of(record.id)
        running = history.running_ordinal(record.id)
        rows = record.phases if running is None else record.phases[:running]
        lived = tuple(
            Lived(row.index, plan.phases[row.index], row.outcome, row.done_seconds, row.done_reps) for row in rows
        )
        recorder = cls(history, record.id)
        recorder._plan, recorder._record = plan, record
        history.claims.take(record.id)
        if running is not None:
            under_way = record.phases[running]
            index, elapsed = under_way.index, under_way.done_seconds
        else:
            index, elapsed = (rows[-1].index + 1 if rows else 0), 0.0
        recorder._kept = (len(rows), index)
        if index >= len(plan.phases):
            return recorder, Session(plan, Over(stopped=False), lived)
        return recorder, Session.restored(plan, lived, index, elapsed)

    def follow(self, session: Session, now: float, at: datetime) -> None:
        """Keep what ended since the last call; call it after every tick and control. It is free when nothing did.

        `now` is the session's monotonic clock, `at` the wall clock at the same moment.

        Raises:
            WorldError: the disk will not have it. Nothing is lost: it is tried again after `RETRY_SECONDS`.
        """
        reached = (len(session.lived), session.index)
        is_kept = reached == self._kept and session.plan is self._plan and not self.is_behind
        if is_kept or (self._retry_at is not None and now < self._retry_at and session.index is not None):
            return
        with self._writing(now):
            self._catch_up()
            self._keep(session, now, at)
        self.is_behind, self._retry_at = False, None
        self._plan = session.plan
        self._kept = reached

    def checkpoint(self, session: Session, now: float, at: datetime) -> None:
        """Keep the running phase as it stands. The shell calls it every `CHECKPOINT_SECONDS` and on pause."""
        self.follow(session, now, at)
        running = self._running(session, now, at)
        if running is not None and self._retry_at is None:
            with self._writing(now):
                self._history.write(self.session_id, running=running)

    def retry(self, session: Session, now: float, at: datetime, *, patiently: bool = False) -> None:
        """Write at once what is behind, as the session stood at `now` and `at`.

        `patiently`: nobody looks on, so that another program that holds the log is waited for.

        Raises:
            WorldError: the disk still will not have it.
        """
        self._retry_at = None
        self._is_patient = patiently
        try:
            self.checkpoint(session, now, at)
        finally:
            self._is_patient = False

    def undo_stop(self, session: Session) -> None:
        """Take back a stop; `session` is the value before it, which goes on.

        Raises:
            WorldError: the disk will not have it; it is kept with what comes next.
        """
        self._reopened = len(session.lived) + 1
        self._kept = (min(self._kept[0], len(session.lived)), None)
        self._history.claims.take(self.session_id)
        with self._writing(None):
            self._catch_up()

    def lived(self, session: Session, now: float, at: datetime) -> SessionRecord | None:
        """The session as the log will have it once it can be written; None for one that was not begun here."""
        if self._record is None:
            return None
        phases = tuple(self._ended(session, now, at, since=0))
        is_over = isinstance(session.state, Over)
        return replace(
            self._record,
            ended_at=at if is_over else None,
            outcome=_outcome(session) if is_over else None,
            phases=phases,
            practice_seconds=practice_seconds(session.plan),
        )

    def leave(self) -> None:
        """Stop recording without an end: the session can be taken up again, here or elsewhere."""
        self._history.claims.release(self.session_id)

    @contextmanager
    def _writing(self, now: float | None) -> Iterator[None]:
        try:
            if self._is_patient:
                yield
            else:
                with self._history.ledger.waiting(SHORT_WAIT_SECONDS):
                    yield
        except WorldError as error:
            self.is_behind = True
            if now is not None:
                self._retry_at = now + (HELD_SECONDS if is_held(error) else RETRY_SECONDS)
            raise

    def _catch_up(self) -> None:
        """Write what has to be there before any phase."""
        if not self._has_begun:
            assert self._record is not None
            assert self._plan is not None
            self._history.begin(self._record, self._plan)
            self._has_begun = True
        if self._reopened is not None:
            self._history.reopen(self.session_id, self._reopened)
            self._reopened = None

    def _keep(self, session: Session, now: float, at: datetime) -> None:
        ended = self._ended(session, now, at, since=self._kept[0])
        plan = None if session.plan is self._plan else session.plan
        self._history.write(self.session_id, *ended, running=self._running(session, now, at), plan=plan)
        if isinstance(session.state, Over):
            self._history.end(self.session_id, at, _outcome(session))
            self._history.claims.release(self.session_id)

    def _running(self, session: Session, now: float, at: datetime) -> PhaseRecord | None:
        current = session.current(now)
        return None if current is None else _record(len(session.lived), current, at)

    def _ended(self, session: Session, now: float, at: datetime, since: int) -> list[PhaseRecord]:
        """The records of the phases that ended, from the one with the ordinal `since` on.

        The last of them ended when the running one began, each before it when the next one did.
        """
        moment = at - timedelta(seconds=session.elapsed(now))
        records = []
        for ordinal in range(len(session.lived) - 1, since - 1, -1):
            records.append(_record(ordinal, session.lived[ordinal], moment))
            moment -= timedelta(seconds=session.lived[ordinal].done_seconds)
        return records[::-1]


def _outcome(session: Session) -> Outcome:
    places = practice_places((phase.kind, phase.subject) for phase in session.plan.phases)
    return outcome_of(places, ((it.index, it.outcome) for it in session.lived))


def _record(ordinal: int, lived: Lived, ended_at: datetime) -> PhaseRecord:
    return PhaseRecord(
        ordinal=ordinal,
        index=lived.index,
        kind=lived.phase.kind,
        subject=lived.phase.subject,
        side=lived.phase.side,
        planned_seconds=lived.phase.seconds,
        done_seconds=lived.done_seconds,
        planned_reps=lived.phase.reps,
        done_reps=lived.done_reps,
        outcome=lived.outcome,
        ended_at=ended_at,
    )
