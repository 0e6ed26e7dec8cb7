"""The lock of a folder of data, between real processes."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from acutimer.ui.instance import lock as locks
from acutimer.ui.instance.lock import NAME, NOTE, Held, WindowLock

ROOT = Path(__file__).resolve().parents[3]
CHILD = """
import sys
from pathlib import Path
from acutimer.ui.instance.lock import WindowLock
lock = WindowLock(Path(sys.argv[1]))
print(lock.take().value, flush=True)
sys.stdin.readline()
"""
# Takes it, becomes another program, and that one tries to take it.
HANDING_ON = """
import os, sys
from pathlib import Path
from acutimer.ui.instance.lock import WindowLock
lock = WindowLock(Path(sys.argv[1]))
if len(sys.argv) == 3:
    print("between", flush=True)
    sys.stdin.readline()
print(lock.take().value, flush=True)
if len(sys.argv) == 2:
    lock.tell_address("left")
    lock.hand_on()
    os.execv(sys.executable, [*sys.orig_argv, "again"])
print(lock.address, flush=True)
sys.stdin.readline()
"""


@contextmanager
def holder(folder: Path, script: str = CHILD) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-c", script, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        yield child
        child.kill()


def said(child: "subprocess.Popen[str]") -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


@pytest.fixture
def lock(tmp_path: Path) -> Iterator[WindowLock]:  # not taken yet
    lock = WindowLock(tmp_path / "data")
    yield lock
    lock.close()


def test_one_process_has_it_and_a_killed_one_no_more(lock: WindowLock) -> None:
    with holder(lock.folder) as first:
        assert said(first) == "here"
        assert lock.take() is Held.ELSEWHERE
        assert not lock.is_ours
        with holder(lock.folder) as second:
            assert said(second) == "elsewhere"
        first.send_signal(signal.SIGKILL)
        first.wait()
        assert lock.take() is Held.HERE
        assert lock.is_ours
        assert lock.take() is Held.HERE


def test_another_folder_has_a_lock_of_its_own(lock: WindowLock, tmp_path: Path) -> None:
    assert lock.take() is Held.HERE
    with holder(tmp_path / "other") as other:
        assert said(other) == "here"


def test_its_holder_says_where_it_listens_and_nobody_else_can(lock: WindowLock) -> None:
    assert lock.address == ""
    assert not lock.tell_address("too early")
    lock.take()
    assert lock.address == ""
    assert lock.tell_address("/run/user/1000/acutimer-a very long name")
    assert lock.tell_address("/run/ü")
    assert lock.address == "/run/ü"
    with holder(lock.folder) as other:
        assert said(other) == "elsewhere"
    (lock.folder / NAME).write_bytes(b"cut sho")
    assert lock.address == ""
    (lock.folder / NAME).write_bytes(b"\xff" * 5000)
    assert lock.address == ""


@pytest.mark.skipif(os.name != "posix", reason="elsewhere another process is started")
def test_a_program_that_takes_the_process_over_has_the_lock_without_a_gap(lock: WindowLock) -> None:
    with holder(lock.folder, HANDING_ON) as child:
        assert said(child) == "here"
        assert said(child) == "between"
        assert lock.take() is Held.ELSEWHERE
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
        assert said(child) == "here"
        assert said(child) == "left"
        assert lock.take() is Held.ELSEWHERE
        child.kill()
        child.wait()
        assert lock.take() is Held.HERE


@pytest.mark.skipif(os.name != "posix", reason="elsewhere another process is started")
def test_a_program_that_is_started_does_not_inherit_it(lock: WindowLock) -> None:
    lock.take()
    lock.hand_on()
    sleeper = [sys.executable, "-c", "import sys; print(flush=True); sys.stdin.read()"]
    with subprocess.Popen(
        sleeper, stdin=subprocess.PIPE, stdout=subprocess.PIPE, close_fds=False, text=True
    ) as started:
        said(started)
        lock.close()
        with holder(lock.folder) as other:
            assert said(other) == "here"
        started.kill()
    os.environ.pop(NOTE)


@pytest.mark.parametrize("note", ["", "x", "-1", "99999999999999999999", "{other}"])
def test_a_file_that_is_not_the_locks_is_left_alone(
    lock: WindowLock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, note: str
) -> None:
    with (tmp_path / "other").open("w") as other:
        monkeypatch.setenv(NOTE, note.format(other=other.fileno()))
        assert lock.take() is Held.HERE
        assert NOTE not in os.environ
        lock.close()
        other.write("still open")
        other.flush()


def test_where_no_lock_can_be_had_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "under"):
        assert WindowLock(folder).take() is Held.NOWHERE

    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(locks, "_lock", refuse)
    lock = WindowLock(tmp_path / "data")
    assert lock.take() is Held.NOWHERE
    assert not lock.tell_address("x")
    lock.close()


@pytest.mark.skipif(os.name != "posix", reason="modes of a file are POSIX")
def test_its_file_is_the_users_alone(lock: WindowLock) -> None:
    before = os.umask(0)
    try:
        lock.take()
    finally:
        os.umask(before)
    assert lock.folder.stat().st_mode & 0o777 == 0o700
    assert (lock.folder / NAME).stat().st_mode & 0o777 == 0o600
