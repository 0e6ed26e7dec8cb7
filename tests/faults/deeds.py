"""What commands do to somebody's log, and what of it may not be lost, whatever fails meanwhile."""

import json
from pathlib import Path
from typing import NamedTuple

from tests.faults.children import FAULTS_OF_THE_WORLD, Home, Outcome

DAYS = 3
PHASES = 6
"""How many sessions somebody has done, and how many phases each has."""


class Deed(NamedTuple):
    """A command; `with_log`: whether it begins with somebody's log, or with none."""

    name: str
    arguments: tuple[str, ...]
    with_log: bool = True


DEEDS = (
    Deed("log", ("log",)),
    Deed("log as json", ("log", "--json")),
    Deed("export", ("export", "out.json")),
    Deed("export a table", ("export", "out.csv")),
    Deed("import", ("import", "all.json"), with_log=False),
    Deed("import again", ("import", "all.json")),
    Deed("play", ("play", "mine.acutimer.json", "--yes")),
    Deed("first play", ("play", "mine.acutimer.json", "--yes"), with_log=False),
    Deed("check", ("check", "mine.acutimer.json")),
    Deed("routines", ("routines",)),
)


def lost(
    home: Home, deed: Deed, before: dict[str, tuple[str | None, int]], done: Outcome, *, is_mute: bool = False
) -> str:
    """What a fault took that it must not take, in words; empty where it took nothing.

    `is_mute`: nothing could be written any more, so that the exit code alone tells of it.
    """
    if not (done.is_calm or (is_mute and (done.code, done.err) == (FAULTS_OF_THE_WORLD, ""))):
        return f"it ended with {done.code}: {done.err}{home.notes()}"
    if not home.is_sound():
        return "the log is damaged"
    now = home.sessions()
    if any(now.get(session) != kept for session, kept in before.items()):
        return f"sessions changed: {before} are now {now}"
    return _done_wrong(home, deed, [now[session] for session in now.keys() - before.keys()], done)


def _done_wrong(home: Home, deed: Deed, came: list[tuple[str | None, int]], done: Outcome) -> str:
    """What the deed did by halves, or says it did and did not."""
    if deed.name == "import" and (len(came) not in (0, DAYS) or (done.code == 0 and not came)):
        return f"{len(came)} of {DAYS} sessions came in, and it ended with {done.code}"
    if "play" in deed.name and done.code == 0 and came != [("done", PHASES)]:
        return f"a session that was done is not there: {came}"
    if deed.name.startswith("export"):
        target = home.folder / deed.arguments[1]
        if (done.code == 0 or target.exists()) and not _is_whole(target):
            return f"what was exported is not whole, and it ended with {done.code}"
    return ""


def _is_whole(target: Path) -> bool:
    text = target.read_bytes()
    if target.suffix == ".json":
        return len(json.loads(text)["sessions"]) == DAYS
    return text.count(b"\r\n") == DAYS * PHASES + 1


def begun(practised: Home, deed: Deed, folder: Path) -> Home:
    home = practised.copied(folder)
    if not deed.with_log:
        for file in home.data.rglob("*"):
            if file.is_file():
                file.unlink()
    return home
