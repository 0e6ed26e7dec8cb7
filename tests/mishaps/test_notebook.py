import os
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from acutimer.mishaps.notebook import LONGEST_ENTRY, MOST_BYTES, OLD_ONES, Notebook

NOW = datetime(2025, 11, 20, 9, 30, tzinfo=UTC)
ROOT = Path(__file__).resolve().parent.parent.parent


class Wall:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def notebook(tmp_path: Path, wall: Wall) -> Notebook:
    return Notebook(tmp_path / "acutimer" / "log" / "acutimer.log", wall)


def written(notebook: Notebook) -> str:
    return notebook.path.read_text(encoding="utf-8") if notebook.path.exists() else ""


def lines(notebook: Notebook) -> list[str]:
    return [line.partition(" ")[2] for line in written(notebook).splitlines()]


def old(notebook: Notebook, number: int) -> Path:
    return notebook.path.with_suffix(f".{number}.log")


def test_nothing_is_made_until_there_is_something_to_note(notebook: Notebook) -> None:
    assert not notebook.path.parent.exists()
    assert notebook.note("first\nsecond\n")
    assert written(notebook) == "2025-11-20T09:30:00+00:00 first\nsecond\n"


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_it_is_the_users_alone_also_where_an_older_one_was_open_to_others(notebook: Notebook) -> None:
    notebook.path.parent.mkdir(mode=0o755, parents=True)
    notebook.path.write_text("x" * MOST_BYTES, encoding="utf-8")
    notebook.path.chmod(0o644)
    old(notebook, 1).touch(0o600)
    notebook.note("new")
    notebook.note("newer")
    assert old(notebook, 1).stat().st_size == MOST_BYTES
    for file in notebook.path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    assert stat.S_IMODE(notebook.path.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="there are no links to follow here")
def test_a_link_in_its_place_is_not_followed(notebook: Notebook, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("dear", encoding="utf-8")
    notebook.path.parent.mkdir(parents=True)
    notebook.path.symlink_to(victim)
    assert not notebook.note("a fault")
    assert victim.read_text(encoding="utf-8") == "dear"


def test_the_same_again_is_counted_and_not_repeated(notebook: Notebook) -> None:
    for _ in range(1000):
        notebook.note("some trace\nValueError: bad")
        notebook.note("Qt: other")
    assert lines(notebook)[:3] == ["some trace", "bad", "Qt: other"]
    assert [line for line in lines(notebook) if "times" in line] == [
        f"{times} times by now: {what}" for times in (10, 100, 1000) for what in ("ValueError: bad", "Qt: other")
    ]
    assert len(written(notebook).splitlines()) == 9


def test_what_differs_only_in_its_numbers_is_the_same(notebook: Notebook) -> None:
    for number in range(9):
        notebook.note(f"Qt: no place {number} at {hex(id(notebook) + number)}")
    assert len(lines(notebook)) == 1


def test_after_an_hour_or_a_clock_set_back_it_is_written_anew(notebook: Notebook, wall: Wall) -> None:
    notebook.note("one")
    wall.now += timedelta(minutes=59)
    notebook.note("one")
    assert len(lines(notebook)) == 1
    wall.now += timedelta(minutes=1)
    notebook.note("one")
    assert len(lines(notebook)) == 2
    wall.now -= timedelta(days=1)
    notebook.note("one")
    assert lines(notebook) == ["one"] * 3


def test_it_never_grows_without_end(notebook: Notebook) -> None:
    for number in range(OLD_ONES + 3):
        notebook.path.parent.mkdir(parents=True, exist_ok=True)
        notebook.path.write_text(f"{number}" * MOST_BYTES, encoding="utf-8")
        notebook.note(f"new{'!' * number}")
    files = sorted(notebook.path.parent.iterdir())
    assert files == sorted([notebook.path, *(old(notebook, number) for number in range(1, OLD_ONES + 1))])
    assert [old(notebook, number).read_text(encoding="utf-8")[0] for number in (1, 2, 3)] == ["5", "4", "3"]
    assert lines(notebook) == ["new!!!!!"]


def test_where_nothing_can_be_set_aside_it_begins_anew_rather_than_to_grow(notebook: Notebook) -> None:
    (old(notebook, 1) / "in the way").mkdir(parents=True)
    notebook.path.write_text("0" * MOST_BYTES, encoding="utf-8")
    assert notebook.note("new")
    assert lines(notebook) == ["new"]


def test_a_long_entry_is_shortened_and_control_characters_do_not_reach_a_terminal(notebook: Notebook) -> None:
    notebook.note(f"begin \x1b[2J \udce4 {'x' * 3 * LONGEST_ENTRY} end")
    assert len(written(notebook)) < LONGEST_ENTRY + 100
    assert "begin ?[2J \\udce4" in written(notebook)
    assert written(notebook).endswith(" end\n")


def test_a_disk_that_will_not_have_it_harms_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert not Notebook(tmp_path / "file" / "acutimer.log", lambda: NOW).note("lost")


def test_nor_does_a_clock_that_fails(tmp_path: Path) -> None:
    def broken() -> datetime:
        raise RuntimeError

    assert not Notebook(tmp_path / "acutimer.log", broken).note("lost")


def test_threads_may_write_at_once(notebook: Notebook) -> None:
    def write(word: str) -> None:
        for number in range(50):
            notebook.note(word * (number + 1))

    threads = [threading.Thread(target=write, args=(word,)) for word in "ghijkl"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(lines(notebook)) == sorted(word * (number + 1) for word in "ghijkl" for number in range(50))


@pytest.mark.skipif(os.name != "posix", reason="files are locked so on POSIX only")
def test_while_another_process_sets_it_aside_it_is_left_to_that_one(notebook: Notebook) -> None:
    import fcntl

    notebook.path.parent.mkdir(parents=True)
    notebook.path.write_text("0" * MOST_BYTES, encoding="utf-8")
    with notebook.path.open() as theirs:
        fcntl.flock(theirs, fcntl.LOCK_EX)
        assert notebook.note("meanwhile")
        assert not old(notebook, 1).exists()
    assert notebook.note("after")
    assert lines(notebook) == ["after"]
    assert old(notebook, 1).read_text(encoding="utf-8").endswith("meanwhile\n")


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from acutimer.mishaps.notebook import Notebook
notebook = Notebook(Path(sys.argv[1]), lambda: datetime(2025, 11, 20, tzinfo=UTC))
for number in range(60):
    assert notebook.note(f"{sys.argv[2]}-{number} " + "xyzuvw"[number % 6] * 19_000, f"{number}")
"""


def test_processes_may_write_at_once_and_nothing_is_torn(notebook: Notebook) -> None:
    command = [sys.executable, "-c", WRITER, str(notebook.path)]
    started = [subprocess.Popen([*command, name], cwd=ROOT) for name in ("one", "two")]
    assert [process.wait() for process in started] == [0, 0]
    files = sorted(notebook.path.parent.iterdir())
    found = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(found) == 120
    assert {len(line.rpartition(" ")[2]) for line in found} == {19_000}
    assert all(file.stat().st_size <= MOST_BYTES for file in files)
