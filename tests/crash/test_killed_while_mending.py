"""Killed at each system call while a damaged log is mended: the next start finishes that, and says so."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from acutimer.core.errors import AcutimerError
from acutimer.store.recovering import open_or_recover
from tests.crash.judging import LostError, check
from tests.crash.serving import Child, Server
from tests.crash.tracing import boundaries, killed_at
from tests.crash.user import NOW, User, with_backup
from tests.store.log_files import damage
from tests.trusting import amount


def test_killed_while_a_damaged_log_is_mended_the_next_start_has_what_could_be_saved(
    children: Server, chance: random.Random, tmp_path: Path, tally: Callable[[str, int, int], None]
) -> None:
    template = User(tmp_path / "template")
    with_backup(template, 60)
    damage(template.database, 9 * 4096)
    damaged = template.database.read_bytes()
    user = _copy(template, tmp_path / "undisturbed")
    every = boundaries(children, user, "mending", tmp_path / "trace")
    _, wanted = _started(user)
    assert len(wanted) > 50, "little was saved"
    lost = []
    chosen = chance.sample(every, min(len(every), amount(4, 150)))
    for call, number in chosen:
        user = _copy(template, tmp_path / "user")
        child = killed_at(children, user, "mending", call, number)
        assert child.was_killed, f"no {call} number {number} this time"
        try:
            _see_that_it_was_mended(user, child, wanted, damaged)
        except (LostError, AcutimerError) as error:
            lost.append(f"{call} {number}: {error!r}")
        shutil.rmtree(user.home)
    tally("killed at a system call while a damaged log is mended", len(chosen), len(lost))
    assert not lost, "\n".join(lost)


def _see_that_it_was_mended(user: User, child: Child, wanted: set[str], damaged: bytes) -> None:
    told, found = _started(user)
    if found != wanted:
        raise LostError(f"{len(wanted - found)} sessions are missing, {len(found - wanted)} too many")
    if not told and not child.ended:
        raise LostError("nobody was told")
    if _started(user)[0]:
        raise LostError("it is mended again at every start")
    kept = [it for it in user.backups.glob("*damaged*.db") if it.read_bytes() == damaged]
    if not 1 <= len(kept) <= 2:
        raise LostError(f"the damaged log is kept {len(kept)} times")


def _started(user: User) -> tuple[tuple[str, ...], set[str]]:
    """What the next start tells, and the sessions it has."""
    connection, told = open_or_recover(user.database, NOW)
    with closing(connection):
        check(connection)
        return told, {row[0] for row in connection.execute("SELECT id FROM session")}


def _copy(user: User, home: Path) -> User:
    shutil.copytree(user.home, home)
    return User(home)
