"""A child seen, and killed, at its system calls, by strace."""

import contextlib
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.serving import Child, Server
from tests.crash.user import User

CALLS = (
    *("write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2"),
    *("unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "link", "linkat", "sendfile", "copy_file_range"),
)
"""Every call by which a file, a name or what of it is on the disk becomes another one."""
_NAME = re.compile(r"^(?:\d+ +)?(\w+)\(")


@contextlib.contextmanager
def strace(child: Child, *options: str) -> Iterator[None]:
    """Look on while the block runs. Skips the test where nobody can."""
    program = shutil.which("strace")
    if program is None:
        _let_it_end(child)
        pytest.skip("strace is not installed")
    tracer = subprocess.Popen([program, *options, "-p", str(child.pid)], stderr=subprocess.PIPE, text=True)
    assert tracer.stderr is not None
    line = tracer.stderr.readline()
    if "attached" not in line:
        tracer.wait()
        tracer.stderr.close()
        _let_it_end(child)
        pytest.skip(f"nobody can be traced here: {line.strip()}")
    try:
        yield
    finally:
        tracer.wait()
        tracer.stderr.close()


def boundaries(made: Server, user: User, deed: str, trace: Path) -> list[tuple[str, int]]:
    """Every call of a deed that is done to its end: its name and, from 1, which of that name it is."""
    child = made.begin(user, deed)
    with strace(child, "-o", str(trace), "-e", f"trace={_expression(CALLS)}"):
        child.go()
        assert child.hear_all() == 0, f"{deed} failed by itself"
    counts: dict[str, int] = {}
    found = []
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        told = _NAME.match(line)
        if told:
            counts[told[1]] = counts.get(told[1], 0) + 1
            found.append((told[1], counts[told[1]]))
    return found


def killed_at(made: Server, user: User, deed: str, call: str, number: int) -> Child:
    """A child that was killed as it went into that call, which it did not do any more, if it came so far."""
    child = made.begin(user, deed)
    kill = f"inject={call}:signal=KILL:when={number}"
    with strace(child, "-o", "/dev/null", "-e", f"trace={call}", "-e", kill):
        child.go()
        child.hear_all()
    return child


def recorded(made: Server, user: User, deed: str, trace: Path) -> list[str]:
    """What a deed did to files, done to its end: every call with all its bytes, and what the child told."""
    child = made.begin(user, deed)
    calls = _expression((*CALLS, "openat", "writev"))
    with strace(child, "-y", "-xx", "-s", "10000000", "-o", str(trace), "-e", f"trace={calls}"):
        child.go()
        assert child.hear_all() == 0, f"{deed} failed by itself"
    return trace.read_text(encoding="ascii").splitlines()


def _let_it_end(child: Child) -> None:
    child.go()
    child.hear_all()


def _expression(calls: tuple[str, ...]) -> str:
    """For strace; a call this machine does not have is left out."""
    return ",".join(f"?{call}" for call in calls)
