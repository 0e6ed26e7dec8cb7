"""Makes children that run the program's commands, each in a process of its own, without loading it anew.

    python -m tests.faults.serving

reads jobs on its standard input, a line of JSON each, and says "child PID"; the child waits for a line before it
begins. At its end comes "gone STATUS". A child has the streams, folders, limits and user its job names, and is the
command from its first line to its exit code. Its clocks are its own: a session passes in no time.
"""

import gc
import json
import os
import resource
import sys
import traceback
from contextlib import redirect_stdout, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypedDict

from acutimer import __main__, cli
from acutimer.cli import bring_in, check, export, log, places, play, points, routines
from acutimer.content import checking
from acutimer.store import corrections, exporting, importing, mending, merging, reading, salvaging
from acutimer.terminal.player import Clocks

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "desk-break.acutimer.json"
LOADED = (
    *(bring_in, check, checking, corrections, export, exporting, importing, log, mending, merging, places, points),
    *(reading, routines, salvaging),
)
"""What a command would load when it is asked for: a fault is to find the command, not Python loading it."""


class Job(TypedDict):
    """What a child is. `streams` are files for the standard input, output and error output; None is a closed one."""

    arguments: list[str]
    variables: dict[str, str]
    folder: str
    streams: list[str | None]
    user: int | None
    most_bytes: int | None
    starts_at: str


class Clock:
    """Both clocks of a child: sleeping moves them, and nothing else."""

    def __init__(self, starts_at: datetime) -> None:
        self._starts_at, self._seconds = starts_at, 0.0

    def sleep(self, seconds: float) -> None:
        self._seconds += seconds

    def monotonic(self) -> float:
        return 5000.0 + self._seconds

    def wall(self) -> datetime:
        return self._starts_at + timedelta(seconds=self._seconds)


def serve() -> None:
    """Read jobs until there are no more."""
    _load()
    while line := _line():
        job: Job = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _be(job)
        _tell(f"child {pid}")
        _, status = os.waitpid(pid, 0)
        _tell(f"gone {os.waitstatus_to_exitcode(status)}")


def _load() -> None:
    """Let Python read what the commands only load as they go."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        for arguments in (["check", str(EXAMPLE)], ["points", "--json"]):
            assert cli.main(arguments) == 0
    gc.freeze()


def _be(job: Job) -> None:
    """Become the command, and never return."""
    code = 255
    try:
        control = os.dup(0)
        _open_streams(job["streams"])
        _wear(job)
        _line(control)
        os.close(control)
        if job["most_bytes"] is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (job["most_bytes"], resource.RLIM_INFINITY))
        code = _run(job)
    except BaseException:  # noqa: BLE001 - told by the exit code, and in full where somebody looks
        with suppress(OSError):
            if sys.stderr is not None:
                traceback.print_exc()
    os._exit(code)


def _wear(job: Job) -> None:
    os.environ.clear()
    os.environ.update(job["variables"])
    os.chdir(job["folder"])
    sys.argv = ["acutimer", *job["arguments"]]
    if job["user"] is not None:
        os.setgroups([])
        os.setgid(job["user"])
        os.setuid(job["user"])


def _run(job: Job) -> int:
    clock = Clock(datetime.fromisoformat(job["starts_at"]))
    defaults = play.run.__kwdefaults__
    assert defaults is not None
    defaults.update(clocks=Clocks(clock.monotonic, clock.wall), sleep=clock.sleep)
    try:
        code = __main__.main()
    except SystemExit as end:
        code = int(end.code or 0)
    if sys.stdout is not None and not os.path.samestat(os.fstat(1), Path(os.devnull).stat()):
        sys.stdout.flush()  # as Python does at its end; what the other stream cannot write it says nothing of
    return code


def _open_streams(streams: list[str | None]) -> None:
    """The command's own standard streams; the server's stay with the server."""
    flags = (os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for number, (name, flag) in enumerate(zip(streams, flags, strict=True)):
        if name is None:
            os.close(number)
            continue
        handle = os.open(name, flag, 0o600)
        if handle != number:
            os.dup2(handle, number)
            os.close(handle)
    sys.stdin = None if streams[0] is None else os.fdopen(0, encoding="utf-8")
    sys.stdout = None if streams[1] is None else os.fdopen(1, "w", encoding="utf-8")
    errors = "backslashreplace"
    sys.stderr = None if streams[2] is None else os.fdopen(2, "w", encoding="utf-8", buffering=1, errors=errors)


def _line(handle: int = 0) -> bytes:
    """A line of the server's input, and not a byte more: the rest is for the server or for its child."""
    line = b""
    while (letter := os.read(handle, 1)) and letter != b"\n":
        line += letter
    return line


def _tell(words: str) -> None:
    os.write(1, words.encode() + b"\n")


if __name__ == "__main__":
    serve()
