"""What holds for every command: exit codes, one line of complaint, no traceback."""

import io
import sys
from pathlib import Path

import pytest

from acutimer import __version__, app, cli, paths
from acutimer.cli import points

COMMANDS = ("points", "routines", "play", "check", "log", "export", "import", "paths")


def complaint(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line on stderr, with nothing on stdout."""
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    return line


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    shown = capsys.readouterr().out
    for command in (*COMMANDS, "--start", "--version"):
        assert command in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: acutimer {command}")


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"acutimer {__version__}\n"


@pytest.mark.parametrize(
    "argv",
    [
        ["dance"],
        ["--nonsense"],
        ["check"],
        ["export"],
        ["import"],
        ["export", "a.json", "b.json"],
        ["log", "--since", "20260131"],
        ["log", "--since", "2026-1-31"],
        ["log", "--since", "2026-02-30"],
        ["log", "--since", "2026-W05-6"],
        ["log", "--json", "--csv"],
        ["play", "balance-points", "--minutes", "0"],
        ["play", "balance-points", "--minutes", "-5"],
        ["play", "balance-points", "--minutes", "nan"],
        ["play", "balance-points", "--minutes", "1e400"],
        ["play", "balance-points", "--side", "both"],
        ["play"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(argv) == 2
    assert "acutimer" in complaint_at_the_end(capsys)


def test_wrong_usage_is_told_in_words_that_a_terminal_does_not_obey(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["points", "-\x1b[2J\u202e"]) == 2
    assert complaint_at_the_end(capsys) == "acutimer: error: unrecognized arguments: -\\x1b[2J\\u202e"


def complaint_at_the_end(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()[-1]


@pytest.mark.parametrize(
    ("argv", "nearest"),
    [
        (["routines", "morning-balanc"], "morning-balance"),
        (["play", "knee-press"], "knee-pain-press"),
        (["--start", "balance-point"], "balance-points"),
        (["play", "balance-point" + "x" * 300], "balance-points"),
        (["points", "ST3"], "ST36"),
    ],
)
def test_a_name_no_one_knows_is_1_and_names_the_nearest(
    argv: list[str], nearest: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(argv) == 1
    assert nearest in complaint(capsys)


def test_a_file_where_the_data_folder_should_be_is_3(capsys: pytest.CaptureFixture[str]) -> None:
    paths.data_dir().parent.mkdir(parents=True)
    paths.data_dir().write_text("not a folder")
    for argv in (["log"], ["play", "balance-points", "--yes"]):
        assert cli.main(argv) == 3
        assert str(paths.data_dir()) in complaint(capsys)


def test_a_data_folder_without_permission_is_3(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("acutimer.store.files.make_folder", refuse)
    assert cli.main(["play", "balance-points", "--yes"]) == 3
    assert "Permission denied" in complaint(capsys)


def test_a_log_from_a_newer_version_is_3_and_left_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    import sqlite3
    from contextlib import closing

    from acutimer.cli import opening

    with opening.history():
        pass
    with closing(sqlite3.connect(paths.database_file())) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = paths.database_file().read_bytes()
    for argv in (["log"], ["play", "balance-points", "--yes"]):
        assert cli.main(argv) == 3
        assert "newer acutimer" in complaint(capsys)
    assert paths.database_file().read_bytes() == before


def test_damaged_settings_are_told_and_stop_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text('{"get_ready_seconds": 5, "volume": "loud"}')
    assert cli.main(["routines"]) == 0
    out, err = capsys.readouterr()
    assert "morning-balance" in out
    assert "volume" in err
    assert cli.main(["routines"]) == 0
    assert capsys.readouterr().err == ""


def test_a_reader_who_has_seen_enough_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def leave(text: str) -> int:
        raise BrokenPipeError

    dropped: list[bool] = []
    monkeypatch.setattr(sys.stdout, "write", leave)
    monkeypatch.setattr(cli, "_drop_output", lambda: dropped.append(True))
    assert cli.main(["points"]) == 0
    assert dropped


def test_a_full_disk_behind_the_output_is_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(text: str) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys.stdout, "write", fail)
    monkeypatch.setattr(cli, "_drop_output", lambda: None)
    assert cli.main(["points"]) == 3
    assert "No space left on device" in complaint(capsys)


def test_ctrl_c_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(points, "run", interrupt)
    assert cli.main(["points"]) == 130


def test_our_own_mistakes_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(points, "run", fail)
    assert cli.main(["points"]) == 70
    assert "ZeroDivisionError" in paths.log_file().read_text(encoding="utf-8")


def test_han_and_tone_marks_reach_a_pipe_as_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", pipe)
    assert cli.main(["points", "ST36"]) == 0
    assert "足三里" in pipe.buffer.getvalue().decode("utf-8")


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        ([], (None, False)),
        (["--start", "balance-points"], ("balance-points", False)),
        (["--background"], (None, True)),
    ],
)
def test_without_a_command_the_window_opens(
    argv: list[str], told: tuple[str | None, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str | None, bool]] = []

    def run(start: str | None = None, *, in_background: bool = False) -> int:
        opened.append((start, in_background))
        return 0

    monkeypatch.setattr(app, "run", run)
    assert cli.main(argv) == 0
    assert opened == [told]


def test_paths_tells_where_everything_is_and_makes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["paths"]) == 0
    told = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert told == {
        "data": str(paths.database_file()),
        "settings": str(paths.settings_file()),
        "log": str(paths.log_file()),
        "backups": str(paths.backups_dir()),
    }
    assert not paths.data_dir().exists()
