import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from acutimer.mishaps.deadly import MOST_BYTES, Deadly

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = """
import faulthandler, os, signal, sys
from pathlib import Path
from acutimer.mishaps.deadly import Deadly
deadly = Deadly(Path(sys.argv[1]))
deadly.arm()
def hit():
    os.kill(os.getpid(), int(sys.argv[2]))
if sys.argv[2] != "0":
    hit()
deadly.disarm()
print(faulthandler.is_enabled())
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "log" / "acutimer.ended"


def ended(file: Path, number: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", SCRIPT, str(file), str(number)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.skipif(os.name != "posix", reason="signals are of POSIX")
@pytest.mark.parametrize("name", ["SIGSEGV", "SIGABRT", "SIGBUS", "SIGFPE", "SIGILL"])
def test_what_a_signal_ends_is_told_once_at_the_next_start(file: Path, name: str) -> None:
    done = ended(file, getattr(signal, name))
    assert done.returncode == -getattr(signal, name)
    assert done.stderr == ""
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    report = Deadly(file).take()
    assert report is not None
    assert " in hit" in report.text
    assert Deadly(file).take() is None


def test_an_end_in_good_order_leaves_nothing(file: Path) -> None:
    done = ended(file, 0)
    assert (done.returncode, done.stdout, done.stderr) == (0, "False\n", "")
    assert not file.exists()


@pytest.mark.skipif(os.name != "posix", reason="signals are of POSIX")
def test_one_that_was_killed_tells_nothing(file: Path) -> None:
    ended(file, signal.SIGKILL)
    assert file.exists()
    assert Deadly(file).take() is None


def test_where_the_file_cannot_be_nothing_is_lost_but_the_file(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("in the way", encoding="utf-8")
    deadly = Deadly(tmp_path / "log" / "acutimer.ended")
    assert deadly.take() is None
    deadly.arm()
    deadly.disarm()


def test_a_file_of_any_size_and_content_is_taken(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\x00" * MOST_BYTES)
    report = Deadly(file).take()
    assert report is not None
    assert len(report.text) <= MOST_BYTES
    assert file.read_bytes() == b""
