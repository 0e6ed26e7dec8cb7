"""Everything the program does with a log, done once, as on a day of use; and what is told meanwhile."""

import contextlib
import sqlite3
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from acutimer.core.errors import AcutimerError
from acutimer.core.filtering import LogFilter
from acutimer.core.fitting import plan as laid_out
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Choices, Plan
from acutimer.core.session import Outcome
from acutimer.store.backups import Backups
from acutimer.store.draft_text import read_draft
from acutimer.store.drafts import Drafts
from acutimer.store.exporting import export_csv, export_json
from acutimer.store.history import History
from acutimer.store.own import OwnRoutines
from acutimer.store.portable import text_of
from acutimer.store.recording import Recorder
from acutimer.store.recovering import open_or_recover
from tests.faults.damaged_logs import Texts, library

LONG_AGO, LATER = date(2015, 1, 1), date(2040, 1, 1)


@dataclass(slots=True)
class Lived:
    """A day of use: what was told at its beginning, what could not be done, and the sessions at its end."""

    told: tuple[str, ...] = ()
    refused: list[str] = field(default_factory=list)
    sessions: Texts = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    began: str = ""

    @property
    def was_good(self) -> bool:
        """Whether everything could be done."""
        return not self.refused


def live_on(path: Path, now: datetime) -> Lived:
    """Open the log as the program does, and use everything. What the program would say to people is collected.

    Anything else it raises goes through: it would have been a crash.
    """
    day = Lived()
    try:
        connection, day.told = open_or_recover(path, now)
    except AcutimerError as error:
        day.refused.append(str(error))
        return day
    with contextlib.closing(connection):
        history = History(connection)
        try:
            for step in (*_reading(history), *_writing(history, day, now), *_copying(history, path, now)):
                _attempt(day, step)
            _attempt(day, lambda: day.sessions.update({it.id: text_of(it) for it in history.sessions()}))
            _attempt(day, lambda: _look_at_own(history, day))
        finally:
            history.claims.close()
    return day


def _attempt(day: Lived, step: Callable[[], object]) -> None:
    try:
        step()
    except AcutimerError as error:
        _refuse(day, str(error))
    except KeyError:  # "no such session": the window takes it for one that another window deleted
        day.refused.append("It is not there any more.")


def _refuse(day: Lived, words: str) -> None:
    assert "\n" not in words, "it is said in one line"
    day.refused.append(words)


def _reading(history: History) -> Iterable[Callable[[], object]]:
    totals, finder = history.totals, history.finder
    words = (
        LogFilter(),
        LogFilter(words="stairs"),
        LogFilter(outcome=Outcome.DONE),
        LogFilter(routine="morning-balance"),
        LogFilter(subjects=frozenset({"ST36", "heel-raises"})),
    )
    for wanted in words:
        yield partial(_look_for, history, wanted)
    yield lambda: finder.place_at(date(2026, 11, 1), 3)
    yield lambda: totals.seconds_by_day(LONG_AGO, LATER, 3)
    yield lambda: totals.subjects(LONG_AGO, LATER, 3)
    yield lambda: totals.sides_by_day(LONG_AGO, LATER, 3)
    yield lambda: totals.sessions_between(LONG_AGO, LATER, 3)
    yield lambda: totals.span(3)
    yield totals.routines
    yield lambda: totals.counted_on("heel-raises", date(2026, 11, 19), 3)
    yield history.last_done
    yield history.times_done
    yield lambda: _look_at_sessions(history)
    yield lambda: _resume(history)


def _look_for(history: History, wanted: LogFilter) -> None:
    history.finder.page(0, history.finder.find(wanted))
    history.totals.days(LONG_AGO, LATER, 3, wanted)
    history.totals.rated(LONG_AGO, LATER, 3, wanted)


def _look_at_sessions(history: History) -> None:
    found = history.sessions(limit=40)
    for record in (*found[:3], *found[-3:]):
        history.session(record.id)
        history.corrections.originals(record.id)
        history.plan_of(record.id)
    history.corrections.corrected([record.id for record in found])


def _resume(history: History) -> None:
    """As the window does with a session that was cut off."""
    record = history.unfinished()
    if record is not None:
        Recorder.restored(history, record)
        history.claims.release(record.id)


def _look_at_own(history: History, day: Lived) -> None:
    own = OwnRoutines(history.ledger)
    own.all(), own.favourites()
    day.own = own.ids()  # what another version might have written is left out by `all`
    for draft in Drafts(history.ledger).all().values():
        with contextlib.suppress(AcutimerError):  # one that cannot be followed is told of by the editor, and left
            read_draft(draft.text)


def _writing(history: History, day: Lived, now: datetime) -> Iterable[Callable[[], object]]:
    plan = laid_out(library().routines["balance-points"], Choices(), library().safety(()))
    session_id = day.began = str(uuid.uuid4())
    own, drafts = OwnRoutines(history.ledger), Drafts(history.ledger)
    routine = plan.routine
    yield lambda: _record(history, session_id, plan, now)
    yield lambda: history.annotate(session_id, discomfort_before=4, discomfort_after=2, note="膝", at=now)
    yield lambda: _delete_and_restore(history, session_id, now)
    yield lambda: own.save(replace(routine, id="mine-later", name=f"Later {now}"), now)
    yield lambda: own.delete("mine-2", now)
    yield lambda: own.restore("mine-2", now + timedelta(seconds=1))
    yield lambda: own.set_favourite(routine.id, False, now)
    yield lambda: drafts.keep("mine-later", "{}", now)
    yield lambda: drafts.drop("mine-later")


def _record(history: History, session_id: str, plan: Plan, now: datetime) -> None:
    record = SessionRecord(
        id=session_id,
        routine=plan.routine.id,
        routine_name=plan.routine.name,
        started_at=now,
        ended_at=None,
        outcome=None,
        planned_seconds=plan.seconds,
    )
    history.begin(record, plan)
    history.end(session_id, now + timedelta(minutes=1), Outcome.PARTIAL)


def _delete_and_restore(history: History, session_id: str, now: datetime) -> None:
    if history.session(session_id) is not None:
        history.corrections.delete(session_id, now + timedelta(minutes=2))
        history.corrections.restore(session_id, now + timedelta(minutes=3))


def _copying(history: History, path: Path, now: datetime) -> Iterable[Callable[[], object]]:
    backups = Backups(path, path.parent / "backups")
    target = path.parent.with_name(f"{path.parent.name}-out")
    target.mkdir(exist_ok=True)
    yield lambda: list(export_json(history.ledger.connection, target / "all.json", now))
    yield lambda: list(export_csv(history.ledger.connection, target / "all.csv"))
    yield lambda: backups.make(now)
    yield lambda: [backups.look(file) for file in backups.files()]


def sound(path: Path) -> str:
    """What SQLite itself says of the file; "ok" where nothing is wrong."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
