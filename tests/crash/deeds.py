"""What a child does until it is killed: a deed is a row of steps, each told before and after on the standard output.

    python -m tests.crash.deeds

waits for lines "HOME DEED ROUNDS" on its standard input and does each in a process of its own, which waits for a byte
before it begins. A child tells "begins N" and "ended N" of every step; the server "child PID" and "gone STATUS".
"""

import ctypes
import importlib
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from acutimer.core.drafting import draft_of
from acutimer.core.session import Session
from acutimer.store.backup_files import BackupKind
from acutimer.store.backups import Backups
from acutimer.store.copying import open_to_write
from acutimer.store.database import open_database
from acutimer.store.draft_text import draft_text
from acutimer.store.drafts import Drafts
from acutimer.store.exporting import export_json
from acutimer.store.history import History
from acutimer.store.own import OwnRoutines
from acutimer.store.recording import Recorder
from acutimer.store.recovering import open_or_recover
from acutimer.store.settings import SettingsFile
from tests.crash.user import NOW, OWN, User, routine, settings, small_plan

Steps = Iterator[Callable[[], object]]
GO = "\a"
"""The byte a child waits for; it stands in no line."""
PAUSED = "paused"
"""Said after the rounds: the child waits for a byte before and after every step, too."""


def saving_settings(user: User, rounds: int) -> Steps:
    file = SettingsFile(user.settings)
    for number in range(1, rounds + 1):
        yield partial(file.save, settings(number))


def saving_drafts(user: User, rounds: int) -> Steps:
    """As the editor does: after every change, and let go of when the routine itself is saved."""
    with user.history() as history:
        drafts, own = Drafts(history.ledger), OwnRoutines(history.ledger)
        for number in range(1, rounds + 1):
            at = NOW + timedelta(seconds=number)
            yield partial(drafts.keep, "own", draft_text(draft_of(routine(number))), at)
            if number % 4 == 0:
                yield partial(own.save, routine(number), at)
                yield partial(drafts.drop, "own")


def editing(user: User, rounds: int) -> Steps:
    """The editor itself."""
    from tests.crash import editing as desk

    yield from desk.editing(user, rounds)


def saving_routines(user: User, rounds: int) -> Steps:
    """Three at a time, which come in together or not at all."""
    with user.history() as history:
        own = OwnRoutines(history.ledger)
        for number in range(2, rounds + 2):
            at = NOW + timedelta(seconds=number)
            yield partial(own.save_all, [routine(number, name) for name in OWN], at)
            yield partial(own.set_favourite, "own", number % 2 == 0, at)


def recording(user: User, rounds: int) -> Steps:
    """Sessions on a clock of our own, stopped by mistake, taken up again and ended."""
    with user.history() as history:
        for number in range(rounds):
            yield from _session(history, f"r{number}", NOW + timedelta(hours=number))


def _session(history: History, name: str, start: datetime) -> Steps:
    plan = small_plan()
    recorder = Recorder(history, name)
    yield partial(recorder.begin, plan, start)
    now, session = 0.0, Session(plan).start(0.0)
    while session.phase is not None:
        yield partial(recorder.follow, session, now, start + timedelta(seconds=now))
        now += 8.0
        session = session.advance(now)
        yield partial(recorder.checkpoint, session, now, start + timedelta(seconds=now))
        if 40 <= now < 48:
            stopped = session.stop(now)
            yield partial(recorder.follow, stopped, now, start + timedelta(seconds=now))
            yield partial(recorder.undo_stop, session)
            session = session.skip(now)
    yield partial(history.annotate, name, discomfort_before=5, discomfort_after=2, note="Good.", at=NOW)


def correcting(user: User, rounds: int) -> Steps:
    with user.history() as history:
        for number in range(rounds):
            name, at = f"s{number % 3}", NOW + timedelta(seconds=number)
            before, note = number % 11, f"Note {number}"
            yield partial(history.annotate, name, discomfort_before=before, discomfort_after=None, note=note, at=at)


def opening(user: User, rounds: int) -> Steps:
    """The next start: makes a log that is not there, and brings an old one up to date."""

    def start() -> None:
        open_database(user.database, NOW).close()

    yield start


def mending(user: User, rounds: int) -> Steps:
    """The next start on a damaged log; what it has to tell is told when the second step begins."""
    with ExitStack() as opened:

        def start() -> None:
            opened.enter_context(closing(open_or_recover(user.database, NOW).connection))

        yield start
        yield opened.close


def backing_up(user: User, rounds: int) -> Steps:
    yield partial(Backups(user.database, user.backups).make, NOW)


def importing(user: User, rounds: int) -> Steps:
    """`acutimer import FILE` itself."""
    from acutimer.cli import bring_in

    yield partial(bring_in.run, str(user.export))


def restoring(user: User, rounds: int) -> Steps:
    backups = Backups(user.database, user.backups)
    file = next(it for it in backups.files() if it.kind is BackupKind.DAILY)
    with closing(open_database(user.database, NOW)) as connection:
        yield partial(backups.restore, file, connection, NOW)


def exporting(user: User, rounds: int) -> Steps:
    def export() -> None:
        with closing(open_to_write(user.database)) as connection:
            for _ in export_json(connection, user.export, NOW):
                pass

    yield export


DEEDS: dict[str, Callable[[User, int], Steps]] = {
    deed.__name__: deed
    for deed in (
        *(saving_settings, saving_drafts, editing, saving_routines, recording, correcting),
        *(opening, mending, backing_up, importing, restoring, exporting),
    )
}


def _tell(line: str) -> None:
    os.writev(1, [f"{line}\n".encode()])  # `write` is counted where children are killed at their calls


def _wait() -> None:
    if not os.read(0, 1):
        os._exit(1)


def _do(home: str, name: str, rounds: str, is_paused: bool) -> None:
    user = User(Path(home))
    os.environ.update(user.environment)
    with ExitStack() as open_files:  # a command may say what it likes
        nowhere = open_files.enter_context(Path(os.devnull).open("w", encoding="utf-8"))
        sys.stdout = nowhere
        sys.stderr = nowhere
        _wait()
        for number, step in enumerate(DEEDS[name](user, int(rounds))):
            _tell(f"begins {number}")
            step()
            _tell(f"ended {number}")
            if is_paused:
                _wait()


def _serve(line: str) -> None:
    home, name, rounds, *paused = line.split("\t")
    child = os.fork()
    if child == 0:
        status = 1
        try:
            _let_be_traced()
            _do(home, name, rounds, is_paused=bool(paused))
            status = 0
        except BaseException:  # noqa: BLE001 - whatever it is, the test is to show it
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(status)
    _tell(f"child {child}")
    _, status = os.waitpid(child, 0)
    _tell(f"gone {os.waitstatus_to_exitcode(status)}")


def _let_be_traced() -> None:
    """Some systems let nobody but a parent look on, unless it is allowed."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(0x59616D61, -1, 0, 0, 0)  # PR_SET_PTRACER, to anybody


def main() -> None:
    """Serve until the standard input ends."""
    for name in ("acutimer.cli.bring_in", "acutimer.store.portable_door", "tests.crash.editing"):
        importlib.import_module(name)  # once, for all children

    while True:
        line = b""
        while not line.endswith(b"\n"):  # byte by byte: what follows the line is the child's
            letter = os.read(0, 1)
            if not letter:
                return
            line += letter
        # what stands before it was meant for a child that was killed before it read it
        _serve(line.decode().rpartition(GO)[2].rstrip("\n"))


if __name__ == "__main__":
    main()
