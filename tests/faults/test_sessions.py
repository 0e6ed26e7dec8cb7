"""A session in the window while the log cannot be written: nothing stands still, and afterwards nothing is missing."""

import contextlib
import random
import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from acutimer.content.library import load_library
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, Plan
from acutimer.core.session import Over
from acutimer.paths import resources
from acutimer.store.database import open_database
from acutimer.store.history import History
from acutimer.ui.session.player import Player
from tests.faults.children import STARTS_AT
from tests.faults.conftest import Disk
from tests.trusting import amount
from tests.ui.session.conftest import Clocks
from tests.unprofiled import UNPROFILED

Tell = Callable[[str, int, int], None]
Fault = Callable[[Path], "contextlib.AbstractContextManager[object]"]
LONGEST_SECONDS = 400
CONTROLS = ("pause", "toggle", "skip", "back", "redo", "extend", "stop", "undo_stop")


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program writes, and does not come to an end."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextlib.contextmanager
def no_more_bytes(path: Path) -> Iterator[None]:
    """No file of this process may grow, or be written at all."""
    del path
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextlib.contextmanager
def moved_away(path: Path) -> Iterator[None]:
    """Somebody moves the folder, and puts it back."""
    path.parent.rename(path.parent.with_name("moved"))
    yield
    path.parent.with_name("moved").rename(path.parent)


class Happening(NamedTuple):
    """At which second what is pressed, or from when to when the log cannot be written."""

    at: float
    until: float
    control: str


class Walk:
    """A session from its beginning to its end on clocks moved by hand, with all that happens to it."""

    def __init__(self, folder: Path, laid_out: Plan) -> None:
        folder.mkdir()
        self.path = folder / "acutimer.db"
        self.connection = open_database(self.path, datetime.fromisoformat(STARTS_AT))
        self.history = History(self.connection)
        self.clocks = Clocks()
        self.player = Player(self.history, lambda: self.clocks.seconds, lambda: self.clocks.wall)
        self.failures: list[str] = []
        self.caught_up = 0
        self.player.failed.connect(self.failures.append)
        self.player.caught_up.connect(self._count)
        self._laid_out = laid_out

    def _count(self) -> None:
        self.caught_up += 1

    def go(self, presses: list[Happening], outages: list[Happening], fault: Fault) -> None:
        """Walk; the fault goes when its time is over, at the latest some time after the end."""
        with ExitStack() as now:
            second = 0.0
            has_begun = False
            while second < LONGEST_SECONDS:
                for outage in outages:
                    if outage.at == second:
                        now.enter_context(fault(self.path))
                    if outage.until == second:
                        now.close()
                if not has_begun:
                    self.player.begin(self._laid_out)
                    has_begun = True
                for press in presses:
                    if press.at == second:
                        getattr(self.player, press.control)()
                self.clocks.run(self.player, 1.0)
                second += 1.0
            if not isinstance(getattr(self.player.session, "state", None), Over):
                self.player.stop()
            self.player.finish()
        self.player._keeping.retry()  # as its timer does

    def lived(self) -> object:
        """What the log has of it."""
        record = self.history.session(self.player.session_id)
        if record is None:
            return None
        told = [(it.ordinal, it.index, it.outcome, round(it.done_seconds, 3), it.done_reps) for it in record.phases]
        return told, record.outcome, record.started_at, record.ended_at, record.planned_seconds

    def close(self) -> None:
        self.player.leave()
        self.history.claims.close()
        self.connection.close()


@pytest.fixture(scope="module")
def laid_out() -> Plan:
    library = load_library(resources() / "content" / "en")
    return plan(library.routines["balance-points"], Choices(), UNPROFILED)


def some_presses(chance: random.Random) -> list[Happening]:
    """What a person does on the way, and most press nothing."""
    count = chance.choice((0, 0, 1, 3, 6))
    return [Happening(float(chance.randrange(LONGEST_SECONDS)), 0, chance.choice(CONTROLS)) for _ in range(count)]


def some_outages(chance: random.Random) -> list[Happening]:
    """One or two, one after the other; the second may last beyond the end of the session."""
    moments = sorted(chance.sample(range(LONGEST_SECONDS), 4))
    first = 0 if chance.random() < 0.3 else moments[0]
    last = LONGEST_SECONDS + 1 if chance.random() < 0.3 else moments[3]
    outages = [Happening(float(first), float(moments[1]), ""), Happening(float(moments[2]), float(last), "")]
    return outages[: chance.choice((1, 2))]


FAULTS = {
    "log locked by another program in a session": (locked, 1, 20),
    "disk full in a session (no file may grow)": (no_more_bytes, 3, 80),
    "folder of the log moved away in a session, and put back": (moved_away, 2, 40),
}


@pytest.mark.parametrize("name", FAULTS, ids=lambda name: name.split(" in a")[0])
def test_a_session_goes_on_while_its_log_cannot_be_written_and_is_there_whole_afterwards(  # noqa: PLR0917  fixtures
    name: str, laid_out: Plan, tmp_path: Path, chance: random.Random, tally: Tell, qtbot: QtBot
) -> None:
    fault, short, long = FAULTS[name]
    tries = amount(short, long)
    found = [problem for number in range(tries) if (problem := a_walk(tmp_path / f"{number}", laid_out, chance, fault))]
    tally(name, tries, len(found))
    assert not found, "\n".join(found)


def test_a_session_goes_on_on_a_full_disk_and_is_there_whole_once_there_is_room(
    laid_out: Plan, disk: Disk, chance: random.Random, tally: Tell, qtbot: QtBot
) -> None:
    @contextlib.contextmanager
    def full(path: Path) -> Iterator[None]:
        del path
        disk.fill()
        yield
        disk.free()

    tries = amount(2, 60)
    found = []
    for number in range(tries):
        problem = a_walk(disk.folder / f"{number}", laid_out, chance, full)
        found += [problem] if problem else []
        for file in (disk.folder / f"{number}").rglob("*.db*"):
            file.unlink()
    tally("disk full in a session (a small disk)", tries, len(found))
    assert not found, "\n".join(found)


def a_walk(folder: Path, laid_out: Plan, chance: random.Random, fault: Fault) -> str:
    """What is missing after a session with a fault, against the same one without; empty where nothing is."""
    presses, outages = some_presses(chance), some_outages(chance)
    folder.mkdir()
    undisturbed, walk = Walk(folder / "undisturbed", laid_out), Walk(folder / "disturbed", laid_out)
    try:
        undisturbed.go(presses, [], fault)
        walk.go(presses, outages, fault)
        should, lived = undisturbed.lived(), walk.lived()
        told = f"presses {presses}, outages {outages}"
        if lived != should:
            return f"{told}: the log has {lived}, it should be {should}"
        if len(walk.failures) > len(outages) or walk.caught_up != len(walk.failures):
            return f"{told}: told {len(walk.failures)} times that it fails, {walk.caught_up} times that it goes again"
    finally:
        undisturbed.close()
        walk.close()
    return ""
