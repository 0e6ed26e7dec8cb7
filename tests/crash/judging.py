"""What is found after a kill: by the next start, in the log, the settings, the backups and the export."""

import contextlib
import math
import shutil
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from acutimer.core.errors import AcutimerError
from acutimer.core.settings import Settings
from acutimer.store.draft_text import read_draft
from acutimer.store.drafts import Drafts
from acutimer.store.history import History
from acutimer.store.own import OwnRoutines
from acutimer.store.recording import Recorder
from acutimer.store.settings import SettingsFile
from tests.crash.serving import Child, Server, after_each_step
from tests.crash.user import User

Log = tuple[str, ...]
"""Everything in a log, as SQL."""


class LostError(Exception):
    """Something is not as it may be after a kill."""


@dataclass(frozen=True, slots=True)
class State:
    """What a user has, seen from outside. `backups` are by the name of their file."""

    log: Log
    settings: Settings
    backups: Mapping[str, Log]
    export: str | None


def look(user: User) -> State:
    """Start the program on these files, and see that everything can be read and used.

    Raises:
        LostError: it cannot.
    """
    try:
        with user.history() as history:
            _see_that_it_can_be_used(history)
            log = tuple(history.ledger.connection.iterdump())
        settings, problems = SettingsFile(user.settings).load()
    except (AcutimerError, sqlite3.Error) as error:
        raise LostError(f"the next start fails: {error!r}") from error
    if problems:
        raise LostError(f"the settings cannot be read: {problems}")
    backups = {file.name: _backup(file) for file in sorted(user.backups.glob("*.db"))}
    export = user.export.read_text(encoding="utf-8") if user.export.exists() else None
    return State(log, settings, backups, export)


def check(connection: sqlite3.Connection) -> None:
    """See that a database is sound.

    Raises:
        LostError: it is not.
    """
    found = [tuple(row) for row in connection.execute("PRAGMA integrity_check")]
    if found != [("ok",)]:
        raise LostError(f"the log is not sound: {found[:3]}")
    strays = [tuple(row) for row in connection.execute("PRAGMA foreign_key_check")]
    if strays:
        raise LostError(f"rows without what they belong to: {strays[:3]}")


def see_that_it_can_be_taken_up(history: History) -> None:
    """See that every session that was cut off can be gone on with, and has each phase once.

    Raises:
        LostError: one cannot, or has not.
    """
    for record in history.sessions():
        if [phase.ordinal for phase in record.phases] != list(range(len(record.phases))):
            raise LostError(f"phases twice, or none where one should be: {record}")
        if record.outcome is None:
            recorder, session = Recorder.restored(history, record)
            recorder.leave()
            seconds = sum(it.done_seconds for it in session.lived) + session.elapsed(0)
            if not math.isclose(seconds, sum(phase.done_seconds for phase in record.phases), abs_tol=1e-6):
                raise LostError(f"taken up again it has other seconds: {record}")
    if history.unfinished() is None and any(record.outcome is None for record in history.sessions()):
        raise LostError("a session that was cut off is not offered")


def litter(user: User) -> list[Path]:
    """What was begun under another name and never came to its own."""
    return [it for it in user.home.rglob(".*") if it.parent.name[:1] != "."]


class Judge:
    """Knows every state there is on the way through a deed, and says whether what a kill left is one of them.

    `between` says whether the last argument may be found between two states, beyond these two themselves; `children`
    made the child that did the deed undisturbed.
    """

    def __init__(
        self,
        children: Server,
        template: User,
        states: Sequence[State],
        between: Callable[[State, State, State], bool],
    ) -> None:
        self.children, self.template, self._states, self._between = children, template, states, between

    def fresh(self, home: Path) -> User:
        """A user as the deed finds them."""
        shutil.copytree(self.template.home, home)
        return User(home)

    def judge(self, user: User, child: Child) -> None:
        """See that the files are as before the step that was under way, or as after it.

        Raises:
            LostError: they are not.
        """
        if child.begun - child.ended not in (0, 1):
            raise LostError("a step is missing")
        self.judge_after(user, child.ended, child.begun)

    def judge_after(self, user: User, first: int, last: int) -> None:
        """As `judge`, where so many steps had ended, and so many begun."""
        found = look(user)
        old, new = self._states[first], self._states[last]
        if found in (old, new) or self._between(old, new, found):
            return
        raise LostError(f"neither the state {first} nor {last}: {_difference(new, found)}")


def judge_of(
    made: Server, template: User, deed: str, rounds: int, between: Callable[[State, State, State], bool] | None = None
) -> Judge:
    """Do the deed once without a kill, and look at the files before it and after each of its steps."""
    scratch = template.home.with_name(f"{template.home.name}-undisturbed")
    seen = template.home.with_name(f"{template.home.name}-seen")
    states: list[State] = []

    def look_at_a_copy(home: Path) -> None:
        shutil.copytree(home, seen)
        states.append(look(User(seen)))
        shutil.rmtree(seen)

    look_at_a_copy(template.home)
    shutil.copytree(template.home, scratch)
    after_each_step(made, User(scratch), deed, rounds, lambda: look_at_a_copy(scratch))
    shutil.rmtree(scratch)
    assert deed == "opening" or states[0] != states[-1], f"{deed} changed nothing: nothing would be tried"
    return Judge(made, template, states, between or (lambda _old, _new, _found: False))


# -- what may be found between two states --------------------------------------------------------


def a_session_before_its_end(old: State, new: State, found: State) -> bool:
    """The last phase is kept, and that the session is over not yet: it can be taken up, and is over then."""
    lines = set(found.log) - set(new.log)
    return (
        replace(found, log=old.log) == old
        and len(found.log) == len(new.log)
        and all(line.startswith('INSERT INTO "session"') for line in lines)
        and all(_is_one_of(line, old.log) for line in lines)
    )


def a_backup_more(old: State, new: State, found: State) -> bool:
    """The log as it was, and nothing but whole copies of it beside it; or the new one, and the old one is kept."""
    copies = [log for name, log in found.backups.items() if name not in old.backups]
    kept = all(found.backups.get(name) == log for name, log in old.backups.items())
    is_rest_alike = replace(found, log=old.log, backups=old.backups) == old
    return kept and is_rest_alike and all(log == old.log for log in copies) and found.log in (old.log, new.log)


def saved_and_still_a_draft(old: State, new: State, found: State) -> bool:
    """The routine is saved, and its draft, which says the same, not yet let go of."""
    drafts = [[line for line in it.log if line.startswith('INSERT INTO "draft"')] for it in (old, found)]
    others = [[line for line in it.log if not line.startswith('INSERT INTO "draft"')] for it in (new, found)]
    return drafts[0] == drafts[1] and others[0] == others[1] and replace(found, log=new.log) == new


def brought_up_to_date(old: State, new: State, found: State) -> bool:
    """The log of today, whatever was done of it before the kill, and the copy that was made of the old one."""
    return replace(found, backups=new.backups) == new and all(
        found.backups.get(name) == log for name, log in old.backups.items()
    )


def _is_one_of(line: str, log: Log) -> bool:
    """Whether a session's row has its beginning from an older state: number, id and name."""
    head = line.split(",")[:3]
    return any(other.split(",")[:3] == head for other in log)


def _see_that_it_can_be_used(history: History) -> None:
    check(history.ledger.connection)
    see_that_it_can_be_taken_up(history)
    own = OwnRoutines(history.ledger)
    if len(own.all()) != len(own.ids()):
        raise LostError("an own routine cannot be read")
    for kept in Drafts(history.ledger).all().values():
        read_draft(kept.text)


def _backup(file: Path) -> Log:
    try:
        with contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            check(connection)
            return tuple(connection.iterdump())
    except sqlite3.Error as error:
        raise LostError(f"a backup under its own name cannot be read: {file.name}: {error}") from error


def _difference(wanted: State, found: State) -> str:
    parts = []
    if found.log != wanted.log:
        more = [line[:200] for line in found.log if line not in wanted.log]
        less = [line[:200] for line in wanted.log if line not in found.log]
        parts.append(f"log: found {more[:3]}, wanted {less[:3]} ({len(found.log)} lines, {len(wanted.log)})")
    if found.settings != wanted.settings:
        parts.append(f"settings: volume {found.settings.volume}, not {wanted.settings.volume}")
    if found.backups != wanted.backups:
        parts.append(f"backups: {[*found.backups]}, not {[*wanted.backups]}, or another content")
    if found.export != wanted.export:
        parts.append(f"export: {len(found.export or '')} letters, not {len(wanted.export or '')}")
    return "; ".join(parts)
