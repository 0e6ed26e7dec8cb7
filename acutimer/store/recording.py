"""Follows a session and keeps it: every phase as it ends, and the running one as often as the shell asks."""

from datetime import datetime, timedelta

from acutimer.core.errors import WorldError
from acutimer.core.history import PhaseRecord, SessionRecord, outcome_of, practice_places
from acutimer.core.planning import Plan
from acutimer.core.session import Lived, Over, Session
from acutimer.store.history import History

CHECKPOINT_SECONDS = 5.0  # how often the shell calls `checkpoint`, and so the most that a power cut can cost
RETRY_SECONDS = 5.0  # how long a fault of the disk is left alone, so that it is told once, not at every tick


class Recorder:
    """Records one session. Build it with a new id and `begin`, or with `restored` for one that was cut off.

    `session_id` is a UUID as text, so that logs of two computers can be merged. While it records, other processes
    see that the session is not a crash.
    """

    def __init__(self, history: History, session_id: str) -> None:
        self.session_id = session_id
        self._history = history
        self._plan: Plan | None = None
        self._kept: tuple[int, int | None] = (0, None)  # how many phases are kept, and which one runs
        self._retry_at: float | None = None  # after a fault: when to try again

    def begin(self, plan: Plan, started_at: datetime) -> None:
        """Keep that the session starts. `started_at` carries its offset."""
        record = SessionRecord(
            id=self.session_id,
            routine=plan.routine.id,
            routine_name=plan.routine.name,
            started_at=started_at,
            ended_at=None,
            outcome=None,
            planned_seconds=plan.seconds,
        )
        self._history.begin(record, plan)
        self._history.claims.take(self.session_id)
        self._plan = plan

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
        recorder._plan = plan
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
        is_kept = reached == self._kept and session.plan is self._plan
        if is_kept or (self._retry_at is not None and now < self._retry_at and session.index is not None):
            return
        try:
            self._keep(session, now, at)
        except WorldError:
            self._retry_at = now + RETRY_SECONDS
            raise
        self._retry_at = None
        self._plan = session.plan
        self._kept = reached

    def checkpoint(self, session: Session, now: float, at: datetime) -> None:
        """Keep the running phase as it stands. The shell calls it every `CHECKPOINT_SECONDS` and on pause."""
        self.follow(session, now, at)
        running = self._running(session, now, at)
        if running is not None and self._retry_at is None:
            self._history.write(self.session_id, running=running)

    def undo_stop(self, session: Session) -> None:
        """Take back a stop; `session` is the value before it, which goes on."""
        self._history.reopen(self.session_id, len(session.lived) + 1)
        self._history.claims.take(self.session_id)
        self._kept = (len(session.lived), None)

    def leave(self) -> None:
        """Stop recording without an end: the session can be taken up again, here or elsewhere."""
        self._history.claims.release(self.session_id)

    def _keep(self, session: Session, now: float, at: datetime) -> None:
        ended = self._ended(session, now, at)
        plan = None if session.plan is self._plan else session.plan
        self._history.write(self.session_id, *ended, running=self._running(session, now, at), plan=plan)
        if isinstance(session.state, Over):
            places = practice_places((phase.kind, phase.subject) for phase in session.plan.phases)
            outcome = outcome_of(places, ((it.index, it.outcome) for it in session.lived))
            self._history.end(self.session_id, at, outcome)
            self._history.claims.release(self.session_id)

    def _running(self, session: Session, now: float, at: datetime) -> PhaseRecord | None:
        current = session.current(now)
        return None if current is None else _record(len(session.lived), current, at)

    def _ended(self, session: Session, now: float, at: datetime) -> list[PhaseRecord]:
        """The records of the phases that ended since the last call.

        The last of them ended when the running one began, each before it when the next one did.
        """
        moment = at - timedelta(seconds=session.elapsed(now))
        records = []
        for ordinal in range(len(session.lived) - 1, self._kept[0] - 1, -1):
            records.append(_record(ordinal, session.lived[ordinal], moment))
            moment -= timedelta(seconds=session.lived[ordinal].done_seconds)
        return records[::-1]


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
