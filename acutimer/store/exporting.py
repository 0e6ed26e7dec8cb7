"""Everything the user made as one file: JSON, which import reads again, or the log as CSV, for spreadsheets.

Both are written session by session from one state of the log, however long it takes and whatever is recorded
meanwhile, and both are in place only when the iteration has come to its end.
"""

import json
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TextIO

from acutimer.store.ledger import Ledger, take_back
from acutimer.store.progress import Progress
from acutimer.store.sheet import Sheet, shown_seconds
from acutimer.store.whole_file import refuse_own_files, whole_file

FORMAT = "acutimer.history"
VERSION = 2
STEP = 256  # sessions between two tellings of the progress

_ORDER = "FROM session WHERE outcome IS NOT NULL ORDER BY started_moment, id"
_COUNT = "SELECT count(*) FROM session WHERE outcome IS NOT NULL"
_PLANS = """
    SELECT number, text FROM plan
    WHERE EXISTS (SELECT 1 FROM session WHERE plan = plan.number AND outcome IS NOT NULL)
        OR EXISTS (SELECT 1 FROM past WHERE plan = plan.number)
    ORDER BY text
"""
_SESSIONS = f"""
    SELECT number, plan, id, routine, routine_name, started_at, ended_at, outcome, planned_seconds, practice_seconds,
        discomfort_before, discomfort_after, note, by_hand, changed_at
    {_ORDER}
"""
_PHASES = """
    SELECT place, kind, subject, side, planned_seconds, done_seconds, planned_reps, done_reps, outcome, ended_at
    FROM phase WHERE session = ? ORDER BY ordinal
"""
_PAST = "SELECT plan, record FROM past ORDER BY session, record"
_DELETED = "SELECT session, at FROM deleted ORDER BY session"
_ROUTINES = "SELECT changed_at, is_deleted, text FROM own_routine ORDER BY id"
_PAST_ROUTINES = "SELECT changed_at, text FROM past_routine ORDER BY id, text"
_FAVOURITES = "SELECT routine, changed_at, is_chosen FROM favourite ORDER BY routine"
_SHEET_SESSIONS = f"""
    SELECT number, id, routine, started_at, ended_at, outcome, discomfort_before, discomfort_after, note {_ORDER}
"""
_SHEET_PHASES = """
    SELECT kind, subject, side, planned_seconds, done_seconds, planned_reps, done_reps, outcome
    FROM phase WHERE session = ? ORDER BY ordinal
"""


def export_json(connection: sqlite3.Connection, target: Path, made_at: datetime) -> Generator[Progress, None, None]:
    """Write all sessions that are over and all own routines, with past versions and what was deleted; iterate to do it.

    Closing the iteration before its end leaves everything as it was. Until then `connection` is inside a transaction
    that reads, and of no use for anything else.

    Raises:
        InputError: `target` is no place for a file, or is the log itself.
        WorldError: the disk is full, or a permission is missing, or the log cannot be read.
    """
    with _reading(connection, target) as (file, cursor):
        total = _total(cursor)
        yield Progress(0, total)
        made = json.dumps(made_at.isoformat())
        file.write(f'{{"format":"{FORMAT}","version":{VERSION},"made_at":{made},\n"plans":[')
        plans: dict[int, int] = {}
        for place, (number, text) in enumerate(cursor.execute(_PLANS)):
            plans[number] = place
            file.write(f"{_comma(place)}{text}")
        file.write('\n],\n"sessions":[')
        phases = _beside(cursor)
        for done, (number, plan, *session) in enumerate(cursor.execute(_SESSIONS)):
            told = _session(plans[plan], session, phases.execute(_PHASES, (number,)).fetchall())
            file.write(f"{_comma(done)}{told}")
            if done % STEP == STEP - 1:
                yield Progress(done + 1, total)
        file.write('\n],\n"past":[')
        for place, (plan, record) in enumerate(cursor.execute(_PAST)):
            file.write(f'{_comma(place)}{{"plan":{plans[plan]},{record[1:]}')
        file.write('\n],\n"deleted":[')
        for place, (session_id, at) in enumerate(cursor.execute(_DELETED)):
            file.write(f'{_comma(place)}{{"session":{_text(session_id)},"at":"{at}"}}')
        file.write("\n]")
        _write_own(file, cursor)
        file.write("}\n")
        yield Progress(total, total)


def export_csv(connection: sqlite3.Connection, target: Path) -> Generator[Progress, None, None]:
    """Write a row for each phase of each session that is over. All else is as with `export_json`."""
    with _reading(connection, target) as (file, cursor):
        total = _total(cursor)
        yield Progress(0, total)
        sheet = Sheet(file)
        phases = _beside(cursor)
        for done, (number, *session) in enumerate(cursor.execute(_SHEET_SESSIONS)):
            rows = [(*row[:4], shown_seconds(row[4]), *row[5:]) for row in phases.execute(_SHEET_PHASES, (number,))]
            sheet.add(session[:5], rows, session[5:])
            if done % STEP == STEP - 1:
                yield Progress(done + 1, total)
        yield Progress(total, total)


@contextmanager
def _reading(connection: sqlite3.Connection, target: Path) -> Iterator[tuple[TextIO, sqlite3.Cursor]]:
    """The file to write, and a cursor over plain rows that sees one state of the log."""
    cursor = connection.cursor()
    cursor.row_factory = None  # tuples: a million rows are read
    name = cursor.execute("PRAGMA database_list").fetchone()[2]
    if name:
        refuse_own_files(Path(name), target)
    with Ledger(connection).rows(), whole_file(target) as file:
        cursor.execute("BEGIN")
        try:
            yield file, cursor
        finally:
            with suppress(sqlite3.ProgrammingError):  # closed already
                cursor.close()
            take_back(connection)


def _beside(cursor: sqlite3.Cursor) -> sqlite3.Cursor:
    other = cursor.connection.cursor()
    other.row_factory = None
    return other


def _total(cursor: sqlite3.Cursor) -> int:
    return int(cursor.execute(_COUNT).fetchone()[0])


def _comma(place: int) -> str:
    """What stands before an item of a list: each has a line of its own."""
    return ",\n" if place else "\n"


def _write_own(file: TextIO, cursor: sqlite3.Cursor) -> None:
    """The user's own routines, their past versions and the favourites."""
    file.write(',\n"routines":[')
    for place, (at, is_deleted, text) in enumerate(cursor.execute(_ROUTINES)):
        file.write(f'{_comma(place)}{{"changed_at":"{at}","is_deleted":{_bool(is_deleted)},"routine":{text}}}')
    file.write('\n],\n"past_routines":[')
    for place, (at, text) in enumerate(cursor.execute(_PAST_ROUTINES)):
        file.write(f'{_comma(place)}{{"changed_at":"{at}","routine":{text}}}')
    file.write('\n],\n"favourites":[')
    for place, (routine, at, is_chosen) in enumerate(cursor.execute(_FAVOURITES)):
        told = f'"routine":{_text(routine)},"is_chosen":{_bool(is_chosen)},"changed_at":"{at}"'
        file.write(f"{_comma(place)}{{{told}}}")
    file.write("\n]")


def _bool(value: object) -> str:
    return "true" if value else "false"


def _session(plan: int, session: list[object], phases: list[tuple[object, ...]]) -> str:
    """A session on one line, as `portable.told` has it; the text is built here, for that takes a third of the time."""
    session_id, routine, name, started_at, ended_at, outcome, planned, practice, before, after, note, by_hand, at = (
        session
    )
    lived = ",".join(map(_phase, phases))
    return (
        f'{{"plan":{plan},"id":{_text(session_id)},"routine":{_text(routine)},"routine_name":{_text(name)},'
        f'"started_at":"{started_at}","ended_at":"{ended_at}","outcome":"{outcome}",'
        f'"planned_seconds":{planned!r},"practice_seconds":{practice!r},'
        f'"discomfort_before":{_level(before)},"discomfort_after":{_level(after)},"note":{_text(note)},'
        f'"by_hand":{_bool(by_hand)},"changed_at":"{at}","phases":[{lived}]}}'
    )


def _phase(phase: tuple[object, ...]) -> str:
    place, kind, subject, side, planned, done, planned_reps, done_reps, outcome, ended_at = phase
    head = _head(place, kind, subject, side, planned)
    reps = "" if planned_reps is None else f',"planned_reps":{planned_reps}'
    if done_reps is not None:
        reps += f',"done_reps":{done_reps}'
    return f'{{{head},"done_seconds":{done!r}{reps},"outcome":"{outcome}","ended_at":"{ended_at}"}}'


@lru_cache(maxsize=4096)
def _head(place: object, kind: object, subject: object, side: object, planned: object) -> str:
    """What phases of the same plan have in common."""
    words = f'"index":{place},"kind":"{kind}"'
    if subject is not None:
        words += f',"subject":{_text(subject)}'
    if side is not None:
        words += f',"side":"{side}"'
    return words if planned is None else f'{words},"planned_seconds":{planned!r}'


def _level(level: object) -> object:
    return "null" if level is None else level


def _text(text: object) -> str:
    return json.dumps(text, ensure_ascii=False)
