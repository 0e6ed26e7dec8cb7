"""A person's computer: folders of its own, and commands begun there in processes of their own."""

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from acutimer.store.database import scripts

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
STARTS_AT = "2026-03-01T07:30:00+01:00"
FAULTS_OF_THE_WORLD = 3


class Outcome(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def is_calm(self) -> bool:
        """Whether it ended well, or as the world's fault told in one line, and never by a fault of its own."""
        if "Traceback" in self.err or "Exception ignored" in self.err:
            return False
        if self.code == 0:
            return all(line.startswith("acutimer: ") for line in self.err.splitlines())
        lines = self.err.splitlines()
        # settings that could not be read are a fault of their own, told before
        faults = [line for line in lines if not line.startswith("acutimer: The settings cannot be read: ")]
        return self.code == FAULTS_OF_THE_WORLD and len(faults) == 1 and faults[0].startswith("acutimer: ")


Before = Callable[[int], "contextlib.AbstractContextManager[object]"]


@dataclass
class Home:
    """A home folder and what lies in it; `variables` are the environment of what is begun there."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "LC_ALL", "TZ") if name in os.environ}
        places = {f"XDG_{name}_HOME": str(self.folder / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
        self.variables = {**kept, "HOME": str(self.folder), **places, **self.variables}

    @property
    def data(self) -> Path:
        return self.folder / "data" / "acutimer"

    @property
    def database(self) -> Path:
        return self.data / "acutimer.db"

    @property
    def settings(self) -> Path:
        return self.folder / "config" / "acutimer" / "settings.json"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    def give_to(self, user: int) -> None:
        """Let it belong to an ordinary user, who can reach it."""
        for place in (self.folder, *self.folder.rglob("*")):
            os.chown(place, user, user, follow_symlinks=False)

    def copied(self, folder: Path) -> "Home":
        """The same in another folder, which is made anew."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder, symlinks=True)
        return Home(folder)

    def notes(self) -> str:
        """What the program noted of its own troubles."""
        return "".join(it.read_text(encoding="utf-8") for it in (self.folder / "state").rglob("*.log"))

    def sessions(self) -> dict[str, tuple[str | None, int]]:
        """Of every session in the log its outcome and how many phases it has; one that is not made yet has none."""
        if not self.database.exists():
            return {}
        with closing(sqlite3.connect(self.database)) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] < scripts()[-1][0]:
                return {}
            rows = connection.execute(
                "SELECT id, outcome, (SELECT count(*) FROM phase WHERE session = number) FROM session"
            )
            return {row[0]: (row[1], row[2]) for row in rows}

    def is_sound(self) -> bool:
        """Whether the log is whole as SQLite sees it; one that was never made is."""
        if not self.database.exists():
            return True
        with closing(sqlite3.connect(self.database)) as connection:
            found: str = connection.execute("PRAGMA integrity_check").fetchone()[0]
            return found == "ok"


class Server:
    """Makes the children, one after the other."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.serving"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def run(
        self,
        home: Home,
        *arguments: str,
        before: Before = lambda _pid: contextlib.nullcontext(),
        user: int | None = None,
        most_bytes: int | None = None,
        out: str | None = "",
        err: str | None = "",
        taking: str | None = os.devnull,
        folder: Path | None = None,
        starts_at: str = STARTS_AT,
    ) -> Outcome:
        """Do a command to its end. `out` and `err` name other files than those that are read, or None for none.

        `before` gets the child's number before it begins, and is left when it is gone.
        """
        streams = {"out": self._scratch / "out", "err": self._scratch / "err"}
        for stream in streams.values():
            stream.write_bytes(b"")
            stream.chmod(0o666)
        job: dict[str, Any] = {
            "arguments": arguments,
            "variables": home.variables,
            "folder": str(folder or self._scratch),
            "streams": [taking, str(streams["out"]) if out == "" else out, str(streams["err"]) if err == "" else err],
            "user": user,
            "most_bytes": most_bytes,
            "starts_at": starts_at,
        }
        self._write(json.dumps(job))
        word, pid = self._read()
        assert word == "child"
        with before(pid):
            self._write("go")
            word, code = self._read()
        assert word == "gone"
        texts = [stream.read_text(encoding="utf-8", errors="replace") for stream in streams.values()]
        return Outcome(code, *texts)

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()

    def _write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def _read(self) -> tuple[str, int]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().decode()
        assert line, "the children's server ended"
        word, number = line.split()
        return word, int(number)


@contextlib.contextmanager
def server(scratch: Path) -> Iterator[Server]:
    """A server, for as long as it is wanted."""
    made = Server(scratch)
    try:
        yield made
    finally:
        made.close()
