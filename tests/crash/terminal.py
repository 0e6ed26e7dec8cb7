"""`acutimer play` in a terminal of its own, killed at an instant; what it had shown by then is the witness."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.crash.serving import ROOT
from tests.crash.user import User

PATIENCE_SECONDS = 180.0
_LEFT = re.compile(r"\(((?:\d+:)?\d+:\d\d) in all\)")
_BEGUN = re.compile(r"^(Get ready: |Change to the |ST36 )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a session had shown when it was killed.

    `left_seconds` to go in all, the last that stood on the screen, in whole seconds rounded up (None: nothing did yet);
    `begun` counts the phases that had been told before that. It shows the time only after it has kept what ended and,
    where that was due, the running phase: so everything shown is in the record, but for the seconds since.
    """

    left_seconds: int | None
    begun: int
    lived_seconds: float
    """How long the process lived."""

    @classmethod
    def read(cls, text: str, lived_seconds: float) -> "Shown":
        """From all that came out of the terminal."""
        shown = list(_LEFT.finditer(text))
        if not shown:
            return cls(None, 0, lived_seconds)
        last = shown[-1]
        left = 0
        for part in last[1].split(":"):
            left = left * 60 + int(part)
        said = text[: last.start()].replace("\r", "\n")
        return cls(left, len(_BEGUN.findall(said)), lived_seconds)


def played_until_killed(user: User, routine: Path, seconds: float, *, is_seen: bool) -> Shown:
    """Play a file and kill the process (SIGKILL) so many seconds after its start; or, `is_seen`, after it first showed
    how long it will take.
    """
    master, slave = os.openpty()
    since = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "acutimer", "play", str(routine), "--yes"],
        cwd=ROOT,
        env={**os.environ, **user.environment, "COLUMNS": "200", "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    text = ""
    until = since + (PATIENCE_SECONDS if is_seen else seconds)
    try:
        while (left := until - time.monotonic()) > 0:
            if not select.select([master], [], [], left)[0]:
                break
            piece = _read(master)
            if not piece:
                break  # it ended by itself
            text += piece
            if is_seen and _LEFT.search(text):
                is_seen, until = False, time.monotonic() + seconds
        process.kill()
        code = process.wait()
        lived = time.monotonic() - since
        while piece := _read(master):
            text += piece
    finally:
        os.close(master)
    assert code == -signal.SIGKILL, f"it ended by itself: {text}"
    assert not is_seen, f"it showed nothing: {text}"
    return Shown.read(text, lived)


def _read(handle: int) -> str:
    """What came out; nothing any more when the other end is closed, which Linux tells as an error."""
    try:
        return os.read(handle, 65536).decode("utf-8", "replace")
    except OSError:
        return ""
