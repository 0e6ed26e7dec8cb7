"""Looks on while a packaged program starts and runs, from outside: there is no Python to ask."""

import json
import re
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

PATIENCE_SECONDS = 90.0
LOOK_AGAIN_SECONDS = 0.2
PRESSED = "SELECT 1 FROM phase WHERE kind = 'press' AND done_seconds > 1"
SHORT_ROUTINE = """{"id": "short-one", "name": "A short one", "summary": "", "postures": ["seated"], "equipment": [],
"source": "own", "steps": [{"kind": "press", "say": "Press below the knee", "source": "own", "point": "ST36",
"sides": "left", "pressure": "gentle",
"dose": {"seconds": 2, "min_seconds": 2, "max_seconds": 60, "source": "own"}}]}"""


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Look again and again until it is so, but not for ever."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end, f"never came: {what}"
        time.sleep(LOOK_AGAIN_SECONDS)


def has_settled(pid: int) -> bool:
    """Whether the first place of the window stands: from then on the program hears a request to end."""
    caught = re.search(r"SigCgt:\s*(\w+)", Path(f"/proc/{pid}/status").read_text())
    return caught is not None and bool(int(caught[1], 16) & 1 << (signal.SIGTERM - 1))


def loaded(maps: str) -> set[Path]:
    """Every library in a process's memory, where it was then; `maps` is the text of its /proc/PID/maps."""
    names = ("/" + line.partition("/")[2] for line in maps.splitlines())
    return {Path(name) for name in names if ".so" in name}


def pressed_seconds(log: str) -> list[float]:
    """How long each point was pressed, in the sessions of a log as JSON."""
    phases = (phase for session in json.loads(log) for phase in session["phases"])
    return [phase["done_seconds"] for phase in phases if phase["kind"] == "press"]


def is_pressing(database: Path, aside: Path) -> bool:
    """Whether the log says that a point was pressed for some seconds, in a session that may be running.

    It is looked at in a copy in the folder `aside`: SQLite does not open a file under /proc.
    """
    for name in (database.name, f"{database.name}-wal"):
        if (database.parent / name).exists():
            shutil.copyfile(database.parent / name, aside / name)
    with closing(sqlite3.connect(aside / database.name)) as connection:
        try:
            return bool(connection.execute(PRESSED).fetchall())
        except sqlite3.DatabaseError:  # it is being made
            return False
