"""Clocks that are set while a session runs, zones that change, and days that are lived twice."""

import json
import random
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.content.library import load_library
from acutimer.core.fitting import plan
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Choices, Plan
from acutimer.core.session import Held, Over
from acutimer.paths import resources
from acutimer.store.backups import Backups
from acutimer.store.database import open_database
from acutimer.store.exporting import export_json
from acutimer.store.history import History
from acutimer.store.importing import import_file
from acutimer.ui.session.player import Player
from tests.faults.children import STARTS_AT, Home, Server
from tests.trusting import amount
from tests.ui.session.conftest import Clocks
from tests.unprofiled import UNPROFILED

Tell = Callable[[str, int, int], None]
START = datetime.fromisoformat(STARTS_AT)
ROW = "clock set back or forward, or another time zone, in a session"
ZONES = ("UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu", "Pacific/Kiritimati")
MOST_HOURS = 24 * 40


@pytest.fixture(scope="module")
def laid_out() -> Plan:
    library = load_library(resources() / "content" / "en")
    return plan(library.routines["balance-points"], Choices(), UNPROFILED)


def a_session(history: History, laid_out: Plan, chance: random.Random, at: datetime) -> str:
    """What is wrong with a session in which the clock on the wall is set now and then; the other one goes on."""
    clocks = Clocks()
    clocks.wall = at
    player = Player(history, lambda: clocks.seconds, lambda: clocks.wall)
    player.begin(laid_out)
    jumps = {chance.randrange(300): chance.uniform(-MOST_HOURS, MOST_HOURS) for _ in range(chance.randrange(4))}
    lived = 0
    for second in range(2000):
        if second in jumps:
            clocks.wall += timedelta(hours=jumps[second])
            if chance.random() < 0.5:
                clocks.wall = clocks.wall.astimezone(timezone(timedelta(hours=chance.randint(-12, 14))))
        assert player.session is not None
        if isinstance(player.session.state, Held):
            player.resume()
        clocks.run(player, 1.0)
        lived += 1
        if isinstance(player.session.state, Over):
            break
        if player.session.phase is not None and player.session.phase.seconds is None:
            player.toggle()
    player.finish()
    player.leave()
    return wrong(history.session(player.session_id), at, lived, f"jumps {jumps}")


def wrong(record: SessionRecord | None, at: datetime, lived: float, told: str) -> str:
    """What is wrong with a session that took so many seconds."""
    if record is None or record.outcome is None:
        return f"{told}: it is not in the log, or has no end"
    if [it.ordinal for it in record.phases] != list(range(len(record.phases))):
        return f"{told}: its phases are not in order"
    done = sum(it.done_seconds for it in record.phases)
    if not all(it.done_seconds <= (it.planned_seconds or 1e9) + 0.001 for it in record.phases) or done > lived:
        return f"{told}: it has {done} s of {lived} s that passed"
    if record.started_at != at:
        return f"{told}: it began at {record.started_at}, not {at}"
    return ""


def test_whatever_the_clock_on_the_wall_does_a_session_is_as_it_was_lived_and_can_be_carried(
    laid_out: Plan, tmp_path: Path, chance: random.Random, tally: Tell, qtbot: QtBot
) -> None:
    tries = amount(10, 300)
    found = []
    with closing(open_database(tmp_path / "one.db", START)) as connection:
        history = History(connection)
        at = START
        for _ in range(tries):
            at += timedelta(hours=chance.uniform(-48, 72))
            problem = a_session(history, laid_out, chance, at)
            found += [problem] if problem else []
        list(export_json(connection, tmp_path / "all.json", START))
        told = [it.started_at for it in history.finder.page(0, history.finder.find())]
        if told != sorted(told, reverse=True) or len(told) != tries:
            found.append("the list does not follow true time")
        history.claims.close()
    with closing(open_database(tmp_path / "two.db", START)) as other:
        # A clock that was ahead has left sessions in what is the future by now: that time has come when they are read.
        *_, last = import_file(other, tmp_path / "all.json", START + timedelta(days=10_000))
        came = len(History(other).sessions())
    if came != tries:
        found.append(f"{came} of {tries} sessions came to another computer: {last}")
    tally(ROW, tries, len(found))
    assert not found, "\n".join(found)


def test_sessions_under_many_zones_are_in_one_order_and_each_on_its_day(
    children: Server, home: Home, chance: random.Random, tally: Tell
) -> None:
    if not Path("/usr/share/zoneinfo/Europe/Berlin").exists():
        pytest.skip("needs the data of zones (Debian: tzdata)")
    at = START.astimezone(UTC)
    days = {}
    tries = amount(4, 60)
    for _ in range(tries):
        at += timedelta(hours=chance.uniform(1, 40))
        home.variables["TZ"] = chance.choice(ZONES)
        before = home.sessions()
        moment = at.astimezone(timezone(timedelta(hours=chance.randint(-11, 13))))
        done = children.run(
            home, "play", "mine.acutimer.json", "--yes", folder=home.folder, starts_at=moment.isoformat()
        )
        assert done.code == 0, done.err
        (came,) = home.sessions().keys() - before.keys()
        days[came] = f"{moment:%Y-%m-%d %H:%M}"
    home.variables["TZ"] = chance.choice(ZONES)
    listed = children.run(home, "log", folder=home.folder).out.splitlines()
    told = json.loads(children.run(home, "log", "--json", folder=home.folder).out)
    newest_first = [days[it["id"]] for it in told if it["id"] in days]
    should = list(reversed(days.values()))
    is_lost = newest_first != should or [line[:16] for line in listed[:tries]] != should
    tally(ROW, tries, tries if is_lost else 0)
    assert not is_lost, (listed, should)


def test_a_clock_that_is_set_back_and_forward_lets_the_newest_backup_stay(
    practised: Home, tmp_path: Path, chance: random.Random, tally: Tell
) -> None:
    tries = amount(2, 20)
    found = []
    for number in range(tries):
        home = practised.copied(tmp_path / f"{number}")
        backups = Backups(home.database, home.backups)
        now, jumps = START, []
        for day in range(30):
            now += timedelta(days=1)
            if chance.random() < 0.15:
                jumps.append((day, chance.randrange(-400, 400)))
                now += timedelta(days=jumps[-1][1])
            with closing(open_database(home.database, now)) as connection:
                connection.execute("UPDATE session SET note = ? WHERE number = 1", (f"{day}",))
            made = backups.make(now)
            there = backups.files()
            if made is None or made.path not in [it.path for it in there] or len(there) > 14:
                found.append(f"jumps {jumps}: on day {day} the newest is gone, or {len(there)} are left")
    tally("clock set back or forward between backups", tries * 30, len(found))
    assert not found, "\n".join(found)
