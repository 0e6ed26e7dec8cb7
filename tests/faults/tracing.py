"""Calls of the system that fail in a child, by strace."""

import contextlib
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

CALLS = (
    *("openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2"),
    *("unlink", "unlinkat", "mkdir", "pread64", "mmap"),
)
"""What the disk is asked for. Locks are left out: one whose release fails is held for ever, as on no real system."""
_NAME = re.compile(r"^(?:\d+ +)?(\w+)\(")


@contextlib.contextmanager
def traced(pid: int, *options: str) -> Iterator[None]:
    """Look on at a child that waits, until it is gone. Skips the test where nobody can."""
    strace = shutil.which("strace")
    if strace is None:
        yield
        pytest.skip("strace is not installed")
    tracer = subprocess.Popen([strace, *options, "-p", str(pid)], stderr=subprocess.PIPE, text=True)
    assert tracer.stderr is not None
    line = tracer.stderr.readline()
    yield
    tracer.wait()
    tracer.stderr.close()
    if "attached" not in line:
        pytest.skip(f"nobody can be traced here: {line.strip()}")


@contextlib.contextmanager
def counting(pid: int, trace: Path, counts: Counter[str]) -> Iterator[None]:
    """Count the calls of a child."""
    with traced(pid, "-o", str(trace), "-e", f"trace={','.join(f'?{call}' for call in CALLS)}"):
        yield
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        told = _NAME.match(line)
        if told:
            counts[told[1]] += 1


def failing(pid: int, call: str, error: str, number: int, *, goes_on: bool) -> contextlib.AbstractContextManager[None]:
    """Let that call fail, which is the one of its name with that number; `goes_on`: and every one after it."""
    inject = f"inject={call}:error={error}:when={number}{'+' if goes_on else ''}"
    return traced(pid, "-o", "/dev/null", "-e", f"trace={call}", "-e", inject)
