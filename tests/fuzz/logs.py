"""A log with something of everything in it, and everyone who reads one."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from pathlib import Path

from fuzz_routines import LIBRARY

from acutimer.core.drafting import draft_of
from acutimer.core.filtering import LogFilter
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices
from acutimer.core.session import Outcome
from acutimer.store.database import open_in_memory, scripts
from acutimer.store.draft_text import draft_text, read_draft
from acutimer.store.drafts import Drafts
from acutimer.store.exporting import export_csv, export_json
from acutimer.store.finder import Finder
from acutimer.store.history import History
from acutimer.store.own import OwnRoutines
from tests.store.computers import NOW, lived
from tests.unprofiled import UNPROFILED

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
ROUTINES = ("balance-points", "knee-pain-press", "morning-balance")
FILTERS = (
    LogFilter(),
    LogFilter(subjects=frozenset({"ST36", "heel-raises"}), outcome=Outcome.DONE),
    LogFilter(routine="balance-points", words="膝"),
)


@cache
def full_log() -> sqlite3.Connection:
    """Sessions lived, corrected, deleted and cut off, own routines, favourites and drafts, in memory. Only to read."""
    connection = open_in_memory()
    connection.execute(f"PRAGMA user_version = {scripts()[-1][0]}")
    fill(connection)
    return connection


def copied() -> sqlite3.Connection:
    """A log like that, to be spoilt."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    full_log().backup(connection)
    connection.row_factory = sqlite3.Row
    return connection


def fill(connection: sqlite3.Connection) -> None:
    """Put something of everything into an empty log."""
    history = History(connection)
    for number, name in enumerate(ROUTINES):
        laid_out = plan(LIBRARY.routines[name], Choices(minutes=3), UNPROFILED)
        at = NOW - timedelta(days=2 * number + 1)
        for session_id in (f"{name} a", f"{name} b"):
            history.begin(lived(laid_out, session_id, at, "膝 note"), laid_out)
    cut_off = lived(laid_out, "cut off", NOW - timedelta(hours=1), ended_at=None, outcome=None)
    history.begin(replace(cut_off, phases=cut_off.phases[:2]), laid_out)
    history.annotate(f"{ROUTINES[0]} a", discomfort_before=6, discomfort_after=2, note="better", at=NOW)
    first = history.session(f"{ROUTINES[0]} b")
    assert first is not None
    history.corrections.correct(replace(first, note="mended", phases=first.phases[1:]), NOW)
    history.corrections.delete(f"{ROUTINES[1]} b", NOW)
    own, drafts = OwnRoutines(history.ledger), Drafts(history.ledger)
    for number, routine in enumerate(LIBRARY.routines.values()):
        mine = replace(routine, id=f"own-{number}", name=f"Mine {number}")
        own.save(mine, NOW)
        drafts.keep(mine.id, draft_text(draft_of(mine)), NOW)
    own.save(replace(mine, id="own-0", name="Another"), NOW)
    own.delete("own-1", NOW)
    own.set_favourite("own-0", on=True, at=NOW)
    own.set_favourite("balance-points", on=False, at=NOW)


def readers(connection: sqlite3.Connection, folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Everyone who reads a log, by name; what they write goes to `folder`."""
    history = History(connection)
    totals, finder, ledger = history.totals, history.finder, history.ledger
    ids = [it for (it,) in connection.execute("SELECT CAST(id AS BLOB) FROM session") if it is not None]
    ids = [it.decode() for it in ids if it.decode(errors="ignore").encode() == it]
    yield "sessions", history.sessions
    yield "unfinished", history.unfinished
    yield "last done", history.last_done
    yield "times done", history.times_done
    for session_id in ids:
        yield "session", partial(history.session, session_id)
        yield "running", partial(history.running_ordinal, session_id)
        yield "plan", partial(history.plan_of, session_id)
        yield "originals", partial(history.corrections.originals, session_id)
        yield "place", partial(finder.place_of, session_id)
    yield "corrected", lambda: history.corrections.corrected(ids)
    for wanted in FILTERS:
        yield "found", partial(_page, finder, wanted)
        yield "days", partial(totals.days, FIRST, LAST, 3, wanted)
        yield "rated", partial(totals.rated, FIRST, LAST, 3, wanted)
    yield "place at", lambda: finder.place_at(LAST, 3)
    yield "seconds by day", lambda: totals.seconds_by_day(FIRST, LAST, 3)
    yield "counted", lambda: totals.counted_on("heel-raises", LAST, 3)
    yield "subjects", lambda: totals.subjects(FIRST, LAST, 3)
    yield "sides", lambda: totals.sides_by_day(FIRST, LAST, 3)
    yield "between", lambda: totals.sessions_between(FIRST, LAST, 3)
    yield "span", lambda: totals.span(3)
    yield "routines", totals.routines
    yield "own", lambda: OwnRoutines(ledger).all()
    yield "own ids", lambda: OwnRoutines(ledger).ids()
    yield "favourites", lambda: OwnRoutines(ledger).favourites()
    yield "drafts", lambda: Drafts(ledger).all()
    for (told,) in connection.execute("SELECT CAST(text AS BLOB) FROM draft"):
        text = told.decode(errors="replace")
        yield "draft", partial(read_draft, text)
    moment = datetime(2026, 11, 21, tzinfo=UTC)
    yield "export", lambda: list(export_json(connection, folder / "log.json", moment))
    yield "sheet", lambda: list(export_csv(connection, folder / "log.csv"))


def _page(finder: Finder, wanted: LogFilter) -> object:
    return finder.page(0, finder.find(wanted))
