"""Computers with a log each, and what happens to it: for tests of what they exchange."""

import sqlite3
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import TracebackType
from typing import Self

from acutimer.core.history import PhaseRecord, SessionRecord
from acutimer.core.planning import Plan
from acutimer.core.session import Outcome
from acutimer.store.database import open_database
from acutimer.store.exporting import export_json
from acutimer.store.history import History
from acutimer.store.importing import import_file
from acutimer.store.merging import Imported

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=1)))
_DUMPS = (
    "SELECT id, routine, routine_name, started_at, ended_at, outcome, planned_seconds, practice_seconds,"
    " done_seconds, share, plan.text, discomfort_before, discomfort_after, note, note_folded, by_hand, changed_at"
    " FROM session JOIN plan ON plan.number = plan",
    "SELECT session.id, row_number() OVER (PARTITION BY session.id ORDER BY ordinal), place, kind, subject, side,"
    " phase.planned_seconds, phase.done_seconds, planned_reps, done_reps, phase.outcome, phase.ended_at, running"
    " FROM phase JOIN session ON session.number = phase.session",
    "SELECT session.id, hour, seconds, left_seconds, right_seconds"
    " FROM practice_hour JOIN session ON session.number = practice_hour.session",
    "SELECT session.id, practised.text FROM session JOIN practised ON practised.number = practised",
    "SELECT session, plan.text, record FROM past JOIN plan ON plan.number = plan",
    "SELECT session, at FROM deleted",
)


def lived(plan: Plan, session_id: str, at: datetime, note: str = "", **changes: object) -> SessionRecord:
    """A session in which every phase of `plan` was done, begun at `at`."""
    phases, moment = [], at
    for place, phase in enumerate(plan.phases):
        seconds = 300.25 if phase.seconds is None else float(phase.seconds)
        moment += timedelta(seconds=seconds)
        phases.append(
            PhaseRecord(
                ordinal=place,
                index=place,
                kind=phase.kind,
                subject=phase.subject,
                side=phase.side,
                planned_seconds=None if phase.seconds is None else float(phase.seconds),
                done_seconds=seconds,
                planned_reps=phase.reps,
                done_reps=phase.reps,
                outcome=Outcome.DONE,
                ended_at=moment,
            )
        )
    record = SessionRecord(
        id=session_id,
        routine=plan.routine.id,
        routine_name=plan.routine.name,
        started_at=at,
        ended_at=moment,
        outcome=Outcome.DONE,
        planned_seconds=float(plan.seconds),
        phases=tuple(phases),
        note=note,
    )
    return replace(record, **changes)  # type: ignore[arg-type]  # a test names the fields it changes


def dump(connection: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    """Everything in a log but the numbers of its rows, in an order of its own."""
    return [sorted((tuple(row) for row in connection.execute(sql)), key=repr) for sql in _DUMPS]


def bytes_of(connection: sqlite3.Connection) -> list[str]:
    """Everything in a log, as SQL."""
    return list(connection.iterdump())


@dataclass(frozen=True)
class Deed:
    """Something the user does to the session `session_id`; what cannot be done then is left."""

    what: str
    session_id: str
    at: datetime
    note: str = ""


class Computer:
    """One computer and its log, in a folder of its own."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.plan = folder, plan
        self._open = ExitStack()
        self.connection = open_database(folder / "acutimer.db", NOW)
        self.history = History(self.connection)
        self._open.callback(self.connection.close)
        self._open.callback(self.history.claims.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def live(self, deeds: Iterable[Deed]) -> None:
        for deed in deeds:
            with suppress(KeyError):
                self._do(deed)

    def export(self, name: str = "log.json") -> Path:
        target = self.folder / name
        for _ in export_json(self.connection, target, NOW):
            pass
        return target

    def bring(self, source: Path) -> Imported:
        *_, last = import_file(self.connection, source, NOW)
        assert isinstance(last, Imported)
        return last

    def dump(self) -> list[list[tuple[object, ...]]]:
        return dump(self.connection)

    def _do(self, deed: Deed) -> None:
        history, record = self.history, self.history.session(deed.session_id)
        match deed.what:
            case "live" | "add":
                if record is None:
                    self._begin(deed)
            case "annotate":
                said = {"discomfort_before": len(deed.note) % 11, "discomfort_after": None, "note": deed.note}
                if record is not None:
                    history.annotate(deed.session_id, at=deed.at, **said)  # type: ignore[arg-type]
            case "correct":
                if record is not None:
                    history.corrections.correct(replace(record, note=deed.note, phases=record.phases[1:]), deed.at)
            case "delete":
                history.corrections.delete(deed.session_id, deed.at)
            case "undo":
                history.corrections.restore(deed.session_id, deed.at)

    def _begin(self, deed: Deed) -> None:
        """A session is lived on one computer once; what was deleted is not lived again."""
        known = "SELECT 1 FROM past WHERE session = ?1 UNION SELECT 1 FROM deleted WHERE session = ?1"
        if self.connection.execute(known, (deed.session_id,)).fetchone():
            return
        begun = lived(self.plan, deed.session_id, deed.at - timedelta(hours=1), deed.note)
        if deed.what == "add":
            self.history.corrections.add(begun, self.plan, deed.at)
        else:
            self.history.begin(begun, self.plan)
