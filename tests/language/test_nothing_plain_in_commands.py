"""In a language nobody speaks the commands, and a session in the terminal, have no plain word left either."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from acutimer import cli
from acutimer.cli import opening, play
from tests.cli.routine_files import a_routine, written
from tests.language.plainness import plain_words, spelt, words_of_nobody
from tests.pseudo import pseudo_library, speaking_pseudo
from tests.terminal.by_hand import HandClock

COMMANDS = ("points", "routines", "play", "check", "log", "export", "import", "paths")
# What one types stays as it is in every language.
TYPED = spelt("h help version start json csv minutes side left right each yes since background NAME st ST N", *COMMANDS)


@pytest.fixture(autouse=True)
def pseudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "words"
    folder.mkdir()
    library = pseudo_library(folder)
    monkeypatch.setattr(opening, "library", lambda: library)
    monkeypatch.setattr(cli, "_choose_language", lambda: None)
    with speaking_pseudo():
        yield


@pytest.fixture
def allowed(pseudo: None) -> frozenset[str]:
    return TYPED | words_of_nobody(opening.library())


def test_the_help_has_no_plain_word(capsys: pytest.CaptureFixture[str], allowed: frozenset[str]) -> None:
    for argv in (["--help"], *([command, "--help"] for command in COMMANDS)):
        assert cli.main(argv) == 0
        assert plain_words(capsys.readouterr().out, allowed) == [], argv


@pytest.mark.parametrize(
    "argv",
    [
        ["dance"],
        ["--nonsense"],
        ["check"],
        ["log", "--since", "2026-1-31"],
        ["log", "--json", "--csv"],
        ["play", "balance-points", "--minutes", "0"],
        ["play", "balance-points", "--side", "both"],
        ["play"],
    ],
)
def test_what_is_wrong_with_a_command_line_is_told_without_a_plain_word(
    argv: list[str], capsys: pytest.CaptureFixture[str], allowed: frozenset[str]
) -> None:
    assert cli.main(argv) == 2
    assert plain_words(capsys.readouterr().err, allowed | spelt("dance nonsense both balance")) == []


@pytest.mark.parametrize(
    "argv",
    [
        ["points"],
        *(["points", code] for code in ("ST36", "BL23", "GB34", "EX-LE5")),
        ["routines"],
        ["log"],
        ["paths"],
    ],
)
def test_a_command_tells_nothing_in_plain_words(
    argv: list[str], capsys: pytest.CaptureFixture[str], allowed: frozenset[str]
) -> None:
    assert cli.main(argv) == 0
    ids = spelt(*opening.library().routines)
    assert plain_words(capsys.readouterr().out, allowed | ids) == []


def test_every_routine_is_told_without_a_plain_word(
    capsys: pytest.CaptureFixture[str], allowed: frozenset[str]
) -> None:
    for routine in opening.library().routines:
        assert cli.main(["routines", routine]) == 0
        assert plain_words(capsys.readouterr().out, allowed | spelt(routine)) == [], routine


def _broken(**changes: Any) -> dict[str, Any]:
    return {**a_routine(), **changes}


@pytest.mark.parametrize(
    "routine",
    [
        _broken(steps=[]),
        _broken(id="no id"),
        _broken(name="", more=1),
        _broken(postures=["lying"]),
        _broken(postures=[]),
        _broken(steps=[{"kind": "press"}, {"kind": "dance"}, 7]),
        _broken(steps=[{**a_routine()["steps"][0], "point": "ST63"}]),
        _broken(steps=[{**a_routine()["steps"][0], "changeover_seconds": 9999}]),
        _broken(schedule={"times_a_day_min": 5, "times_a_day_max": 2}),
    ],
    ids=lambda routine: str(len(json.dumps(routine))),
)
def test_what_is_wrong_in_a_routine_file_is_told_without_a_plain_word(
    routine: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str], allowed: frozenset[str]
) -> None:
    file = written(tmp_path, routine)
    assert cli.main(["check", str(file)]) == 1
    told = [line.partition(": ")[2].partition(": ")[2] for line in capsys.readouterr().err.splitlines()]
    names = spelt(
        "seated standing walking press technique pats reps breaths rest wait lying dance id more ways no"
        " times a day min max changeover seconds or source"
    )
    assert [plain_words(line, allowed | names) for line in told] == [[] for _ in told]


def test_a_file_that_is_no_json_is_refused_without_a_plain_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], allowed: frozenset[str]
) -> None:
    for text in ("", "{", '{"a": 1,}', "[" * 30, '{"a" 1}', '{"a": 1, "a": 2}', '"\x00"', '{"a": "b}', "nothing"):
        file = tmp_path / "it.acutimer.json"
        file.write_text(text)
        assert cli.main(["check", str(file)]) == 1
        assert plain_words(capsys.readouterr().err, allowed | spelt("a b")) == [], text


def test_a_session_in_the_terminal_has_no_plain_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, allowed: frozenset[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    for routine in opening.library().routines:
        clock = HandClock()
        assert play.run(routine, minutes=None, side="each", yes=True, clocks=clock.clocks, sleep=clock.pass_by) == 0
    assert plain_words(capsys.readouterr().out, allowed) == []
