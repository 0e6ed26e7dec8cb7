"""The log as a person uses it: a real window on a real X server, by a mouse and again by the keyboard alone.

What is shown is read as a screen reader reads it; what is kept is asked of the log's file.
"""

import os
import signal
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.settings import Settings
from tests.real_window_desk import Desk, Seen, desk, missing_eyes, missing_hands, program, screen
from tests.ui.practice import make_context, practise

PATIENCE_MS = 30_000
WHOLE_YEAR = 1000  # parts of the calendar that are looked at
MOST_TABS = 40

BUTTON, RADIO, LABEL, CELL, PANEL = "push button", "radio button", "label", "table cell", "panel"
YEAR = "Minutes a day in 2025"
YESTERDAY = "Knee-pain press, "
IN_PART = "Morning balance, 12 Jun 2025, 09:00, 4 min of 8, done in part"
WITH_NOTE = "Knee-pain press, 10 Jun 2025, 07:00, 12 min, done"

MISSING = missing_hands() or missing_eyes()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)


@pytest.fixture
def lived() -> list[str]:
    """Three sessions of a June and one of yesterday, in the log before the program starts; their ids, oldest first."""
    folder = data()
    folder.mkdir(parents=True)
    context = make_context(folder)
    begun = [datetime(2025, 6, day, hour).astimezone() for day, hour in ((10, 7), (12, 7), (12, 9))]
    today = datetime.now().astimezone() - timedelta(hours=Settings().day_begins_hour)  # until then it is the day before
    begun.append((today - timedelta(days=1)).replace(hour=12, minute=0))
    routines = ("knee-pain-press", "balance-points", "morning-balance", "knee-pain-press")
    ids = [practise(context, routine, at) for routine, at in zip(routines[:2], begun[:2], strict=True)]
    ids.append(practise(context, routines[2], begun[2], until=7))
    ids.append(practise(context, routines[3], begun[3]))
    noted = begun[0].replace(hour=20)
    context.history.annotate(ids[0], discomfort_before=5, discomfort_after=3, note="Easier on the stairs", at=noted)
    context.figures.close()
    context.history.ledger.connection.close()
    return ids


@pytest.fixture
def window(lived: list[str]) -> Iterator[Desk]:
    """The program with that log. How it ends is looked at, too: its file is whole then."""
    with desk() as it:
        yield it
    assert rows("PRAGMA integrity_check") == [("ok",)]


def data() -> Path:
    return Path(os.environ["XDG_DATA_HOME"]) / "acutimer"


def rows(query: str, *values: object) -> list[tuple[object, ...]]:
    """What the log's file says at this moment."""
    with closing(sqlite3.connect(f"file:{data() / 'acutimer.db'}?mode=ro", uri=True)) as connection:
        return connection.execute(query, values).fetchall()


def kept() -> list[object]:
    """The ids of the sessions in the log's file, oldest first."""
    return [session_id for (session_id,) in rows("SELECT id FROM session ORDER BY started_moment")]


def plain(name: str) -> str:
    """A name with spaces at which a line may break: easier to write down."""
    return name.replace("\N{NO-BREAK SPACE}", " ")


def listed(seen: Sequence[Seen]) -> list[str]:
    """The sessions that are to be seen in the list."""
    return [plain(it.name) for it in seen if it.role == CELL]


def is_chosen(seen: Sequence[Seen], session: str) -> bool:
    return any(it.role == CELL and it.is_("selected") and plain(it.name).startswith(session) for it in seen)


def has(seen: Sequence[Seen], role: str, name: str) -> bool:
    return any(it.role == role and plain(it.name) == name for it in seen)


def wait_for_chosen(window: Desk, session: str, day: str) -> None:
    """It is chosen in the list, and the calendar stands on its day."""
    window.wait_until(
        lambda seen: is_chosen(seen, session) and any(it.role == LABEL and plain(it.name) == day for it in seen),
        f"{session!r} chosen, {day!r} in the calendar",
    )


def wait_for_list(window: Desk, *beginnings: str) -> None:
    """These sessions are listed and no others."""

    def is_listed(seen: Sequence[Seen]) -> bool:
        names = listed(seen)
        return len(names) == len(beginnings) and all(map(str.startswith, names, beginnings))

    window.wait_until(is_listed, f"a list of {beginnings}")


def click_day(window: Desk, name: str) -> None:
    """Click a day of the calendar that a screen reader calls so."""
    days = [it for it in window.look(WHOLE_YEAR) if it.role == CELL and plain(it.name) == name]
    assert len(days) == 1, name
    window.click(days[0])


def tab_to(window: Desk, role: str, beginning: str, key: str = "Tab") -> None:
    """Press Tab until the keyboard is there."""

    def at() -> list[tuple[str, str]]:
        return [(it.role, plain(it.name)) for it in window.look() if it.is_("focused") and it.role != CELL and it.name]

    for _ in range(MOST_TABS):
        here = at()
        if any(it[0] == role and it[1].startswith(beginning) for it in here):
            return
        window.key(key)
        window.wait_until(lambda _, here=here: at() != here, f"the keyboard elsewhere than {here}")  # type: ignore[misc]
    raise AssertionError(f"{key} never came to the {role} {beginning!r}")


def test_a_mouse_looks_deletes_undoes_filters_and_turns_the_pages(window: Desk, lived: list[str]) -> None:
    window.click_on(RADIO, "Log")
    wait_for_list(window, YESTERDAY, IN_PART, "Balance points, ", WITH_NOTE)
    window.click_on(CELL, "Balance points, ")
    window.wait_for("table", YEAR)
    click_day(window, "Tuesday 10 June 2025: one session, 12 min")
    wait_for_chosen(window, WITH_NOTE, "Tuesday 10 June: one session, 12 min")
    window.wait_for(LABEL, "Easier on the stairs")
    window.click_on(CELL, "Morning balance, ")
    wait_for_chosen(window, IN_PART, "Thursday 12 June: two sessions, 10 min")

    window.click_on(BUTTON, "Delete this session")
    window.wait_for(PANEL, "Deleted: Morning balance, ")
    assert is_chosen(window.look(), "Balance points, 12 Jun 2025")
    assert kept() == [lived[0], lived[1], lived[3]]
    assert rows("SELECT session FROM deleted") == [(lived[2],)]
    window.click_on(BUTTON, "Undo")
    wait_for_chosen(window, IN_PART, "Thursday 12 June: two sessions, 10 min")
    assert kept() == lived
    assert rows("SELECT session FROM deleted") == []

    window.click_on(BUTTON, "Filter")
    window.click_on("combo box", "Any outcome")
    window.click_on("list item", "Done in part")
    wait_for_list(window, IN_PART)
    click_day(window, "Tuesday 10 June 2025: nothing found")
    window.click_on(BUTTON, "Clear")
    wait_for_list(window, YESTERDAY, IN_PART, "Balance points, ", WITH_NOTE)

    window.click_on(RADIO, "Body")
    window.wait_for("list item", "ST36, Leg Three Miles: left leg 2 minutes, yesterday")
    window.click_on(RADIO, "Trends")
    window.wait_for("chart", "Minutes a week, ")
    window.click_on(BUTTON, "Export")
    window.wait_for(LABEL, "Export, import and backups")
    window.click_on(BUTTON, "Back to the log")
    wait_for_list(window, YESTERDAY, IN_PART, "Balance points, ", WITH_NOTE)
    assert kept() == lived


def test_the_keyboard_alone_looks_deletes_undoes_adds_and_searches(window: Desk, lived: list[str]) -> None:
    window.wait_for(RADIO, "Log")
    window.key("ctrl+3")
    wait_for_list(window, YESTERDAY, IN_PART, "Balance points, ", WITH_NOTE)
    tab_to(window, "table", "Sessions")
    window.key("End")
    wait_for_chosen(window, WITH_NOTE, "Tuesday 10 June: one session, 12 min")
    tab_to(window, "table", YEAR, "shift+Tab")
    window.key("Down", "Down")
    window.wait_for(LABEL, "Thursday 12\N{NO-BREAK SPACE}June: two sessions")
    window.key("Return")
    wait_for_chosen(window, IN_PART, "Thursday 12 June: two sessions, 10 min")

    window.key("Delete")
    window.wait_for(PANEL, "Deleted: Morning balance, ")
    wait_for_chosen(window, "Balance points, 12 Jun 2025", "Thursday 12 June: one session, 6 min")
    assert kept() == [lived[0], lived[1], lived[3]]
    window.key("ctrl+z")
    wait_for_chosen(window, IN_PART, "Thursday 12 June: two sessions, 10 min")
    assert kept() == lived

    window.key("ctrl+n")
    window.wait_for("combo box", "Morning balance", "focused")
    window.key("ctrl+Return")
    wait_for_list(window, YESTERDAY, "Morning balance, 12 Jun 2025, 12:00", IN_PART, "Balance points, ", WITH_NOTE)
    ((added, is_by_hand),) = rows("SELECT id, by_hand FROM session WHERE id NOT IN (?, ?, ?, ?)", *lived)
    assert is_by_hand
    assert kept() == [*lived[:3], added, lived[3]]

    window.key("ctrl+f")
    window.wait_for("text", "Words in your notes", "focused")
    window.key(*"stairs")
    wait_for_list(window, WITH_NOTE)
    window.key("Escape")
    wait_for_list(window, YESTERDAY, "Morning balance, ", IN_PART, "Balance points, ", WITH_NOTE)

    window.key("ctrl+e")
    window.wait_for(LABEL, "Export, import and backups")
    window.key("Escape")
    wait_for_list(window, YESTERDAY, "Morning balance, ", IN_PART, "Balance points, ", WITH_NOTE)
    assert kept() == [*lived[:3], added, lived[3]]


def test_a_start_backs_the_log_up_and_another_start_on_that_day_does_not(lived: list[str], qtbot: QtBot) -> None:
    days = {date.today()}  # noqa: DTZ011 - the user's day
    with screen() as environment, program(environment) as child:
        qtbot.waitUntil(lambda: bool(backups()), timeout=PATIENCE_MS)
        child.send_signal(signal.SIGTERM)
        assert child.wait(timeout=90) == 0
    days.add(date.today())  # noqa: DTZ011 - it may have begun since
    (made,) = backups()
    assert made.name in {f"acutimer-{day}.db" for day in days}
    with closing(sqlite3.connect(f"file:{made}?mode=ro", uri=True)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert copy.execute("SELECT id FROM session ORDER BY started_moment").fetchall() == [(it,) for it in lived]
    before = made.stat()
    with desk() as window:
        window.key("ctrl+3", "ctrl+e")
        window.wait_for(BUTTON, "Today, Backup of the day, 4 sessions")
    if len(days) == 1 and date.today() in days:  # noqa: DTZ011 - no midnight came between
        assert backups() == [made]
        assert (made.stat().st_ino, made.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def backups() -> list[Path]:
    """What lies in the folder of the copies, whole or not."""
    return sorted((data() / "backups").glob("*"))
