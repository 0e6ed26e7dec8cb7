"""Command lines of any words: each ends with a code of its own and words one can read, never with a traceback."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from fuzz_files import ODD_TEXTS
from fuzz_routines import LIBRARY
from hypothesis import strategies as st

from acutimer import app, cli, paths
from acutimer.cli import play
from acutimer.store.exporting import export_json
from tests.cli.routine_files import a_routine, written
from tests.fuzz.logs import full_log
from tests.fuzz.trying import Tell, try_all
from tests.store.computers import NOW
from tests.terminal.by_hand import HandClock

ROOT = Path(__file__).resolve().parents[2]
CODES = (0, 1, 2, 3)
COMMANDS = ("points", "routines", "play", "check", "log", "export", "import", "paths")
OPTIONS = (
    "--json",
    "--csv",
    "--since",
    "--minutes",
    "--side",
    "--yes",
    "--start",
    "--background",
    "--version",
    "-h",
    "--",
)
VALUES = (
    *("left", "right", "each", "both", "5", "0", "-5", "1e3", "nan", "0.001", "1440", "1440.5", "٣"),
    *("2026-11-20", "0001-01-01", "9999-12-31", "1969-12-31", "2026-02-30", "2026-1-1", "now"),
    *("ST36", "st-36", "zusanli", "膝", "mine", "own-0", *sorted(LIBRARY.routines)),
)
FILES = (
    *(
        "mine.acutimer.json",
        "bad.acutimer.json",
        "log.json",
        "log.csv",
        "new.json",
        "folder",
        "folder/",
        "folder/no/new.json",
    ),
    *(
        "pipe",
        "loop",
        "link.json",
        ".",
        "..",
        "/",
        "/dev/null",
        "/dev/full",
        "/dev/zero",
        "/dev/null/x.json",
        "x" * 300,
    ),
    *("home/data/acutimer/acutimer.db", "home/data/acutimer/acutimer.db-wal", "home/config/acutimer/settings.json"),
    *("x" * 4000, "~", "~/a.json", "a\nb.json", "-", "--json=", "--side=left", "--minutes=5", "--start="),
)
# What is not UTF-8 comes as the halves of letters; nothing on a command line has a zero in it.
ODD = st.binary(max_size=8).map(os.fsdecode) | st.text(max_size=12) | st.sampled_from(ODD_TEXTS)
WORDS = st.one_of(
    st.sampled_from(OPTIONS), st.sampled_from(VALUES), st.sampled_from(VALUES), st.sampled_from(FILES), ODD
).filter(lambda word: "\0" not in word and (not word.startswith("/") or word in FILES) and _can_be_passed(word))
LINES = st.one_of(
    st.tuples(st.sampled_from(COMMANDS), st.lists(WORDS, max_size=3)).map(lambda it: [it[0], *it[1]]),
    st.tuples(st.sampled_from(("check", "import", "export", "play")), st.sampled_from(FILES)).map(list),
    st.lists(WORDS, max_size=5),
)


def _can_be_passed(word: str) -> bool:
    try:
        return os.fsdecode(os.fsencode(word)) == word
    except UnicodeEncodeError:
        return False


@dataclass(frozen=True)
class Done:
    """What came of a command line."""

    code: int
    out: str
    err: str
    has_window: bool = False


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands run: deep enough that no name among those above leads out of it."""
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / "home" / name.lower()))
    monkeypatch.setenv("HOME", str(folder / "home"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(autouse=True)
def no_input(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        yield


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The windows that were asked for, which are not opened."""
    opened: list[str | None] = []

    def run(start: str | None, *, in_background: bool = False) -> int:
        assert isinstance(in_background, bool)
        opened.append(start)
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setattr(cli, "_drop_output", lambda: None)  # the streams here have no number
    return opened


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the time of a practice pass by hand."""
    clock = HandClock()
    by_hand = {"clocks": clock.clocks, "sleep": clock.pass_by}
    monkeypatch.setattr(play.run, "__kwdefaults__", by_hand)


def furnish(folder: Path) -> None:
    """Files of every kind to name, and a log with something in it."""
    for thing in folder.iterdir():
        if thing.is_dir() and not thing.is_symlink():
            shutil.rmtree(thing)
        else:
            thing.unlink()
    written(folder, a_routine())
    (folder / "bad.acutimer.json").write_text('{"id": 7}', encoding="utf-8")
    (folder / "log.json").write_bytes(_export(folder))
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to("loop")
    (folder / "link.json").symlink_to("log.json")
    paths.data_dir().mkdir(parents=True)
    paths.database_file().write_bytes(full_log().serialize())


_MADE: list[bytes] = []


def _export(folder: Path) -> bytes:
    if not _MADE:
        list(export_json(full_log(), folder / "log.json", NOW))
        _MADE.append((folder / "log.json").read_bytes())
    return _MADE[0]


def run(line: list[str], windows: list[str | None]) -> Done:
    """The command in this process, with streams as a shell gives them."""
    windows.clear()
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace")
    with redirect_stdout(out), redirect_stderr(err):
        code = cli.main(line)
    texts = []
    for stream in (out, err):
        stream.flush()
        buffer = stream.buffer
        assert isinstance(buffer, io.BytesIO)
        texts.append(buffer.getvalue().decode())
    return Done(code, texts[0], texts[1], has_window=bool(windows))


def see_to(done: Done) -> None:
    """What holds for every command line."""
    assert done.code in CODES
    lines = done.err.split("\n")
    assert "Traceback" not in done.err
    assert "[Errno" not in done.err
    assert bool(done.err) == (done.code != 0)
    assert lines[-1] == ""
    if done.code == 2:
        assert "acutimer" in lines[-2]
    elif done.code:
        assert len(lines) <= 110
    for text in lines:
        assert text.replace("\N{NO-BREAK SPACE}", " ").isprintable()


def test_every_command_line_ends_with_a_code_and_clear_words(
    place: Path, windows: list[str | None], no_waiting: None, tally: Tell
) -> None:
    def check(line: list[str]) -> None:
        furnish(place)
        see_to(run(line, windows))

    try_all(tally, "command lines", check, LINES, short=40, long=2000)


def test_so_does_every_process(place: Path, windows: list[str | None], no_waiting: None, tally: Tell) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    started = 0

    def check(line: list[str]) -> None:
        nonlocal started
        furnish(place)
        here = run(line, windows)
        if here.has_window or not line or "play" in line:
            return  # a process of its own would stay, or take its time
        furnish(place)
        started += 1
        command = [sys.executable, "-m", "acutimer", *line]
        nothing = subprocess.DEVNULL
        there = subprocess.run(command, env=environment, stdin=nothing, capture_output=True, check=False, timeout=60)
        see_to(Done(there.returncode, there.stdout.decode(), there.stderr.decode()))
        assert there.returncode == here.code

    def tell(fault: str, _tried: int, lost: int) -> None:
        tally(fault, max(started, lost), lost)

    try_all(tell, "command lines, each a process", check, LINES, short=4, long=50)
