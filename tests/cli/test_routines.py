import json
from pathlib import Path
from typing import Any

import pytest

from acutimer import cli, paths
from acutimer.cli import opening
from tests.cli.routine_files import a_routine, written


def told(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    assert cli.main(["routines", *argv, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_all_routines_are_told_with_their_length(capsys: pytest.CaptureFixture[str]) -> None:
    ids = list(opening.library().routines)
    assert [routine["id"] for routine in told(capsys)] == ids
    assert all(routine["seconds"] > 0 for routine in told(capsys))
    assert cli.main(["routines"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == ids


def test_one_routine_comes_with_its_steps_and_its_plan(capsys: pytest.CaptureFixture[str]) -> None:
    routine = told(capsys, "morning-balance")
    steps = opening.library().routines["morning-balance"].steps
    assert [step["kind"] for step in routine["steps"]] == [step.kind for step in steps]
    for phase in routine["phases"]:
        assert {"kind", "step", "side", "seconds", "reps"} <= set(phase)
    assert {phase["step"] for phase in routine["phases"]} == set(range(len(steps)))
    reps = [phase["reps"] for phase in routine["phases"] if phase["kind"] == "reps"]
    assert reps == [20, 10]


def test_a_wait_has_no_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    waits = [phase for phase in told(capsys, "walk-and-soak")["phases"] if phase["kind"] == "wait"]
    assert waits
    assert all(phase["seconds"] is None for phase in waits)


def test_the_plan_follows_the_users_settings(capsys: pytest.CaptureFixture[str]) -> None:
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text('{"get_ready_seconds": 3, "first_side": "right"}')
    phases = told(capsys, "circulation-and-joints")["phases"]
    assert (phases[0]["kind"], phases[0]["seconds"], phases[0]["side"]) == ("get_ready", 3, "right")


def test_a_routine_is_described_with_its_cautions(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["routines", "morning-balance"]) == 0
    shown = capsys.readouterr().out
    for words in ("Morning balance (morning-balance)", "Heel raises", "20 times", "Take care", "each side"):
        assert words in shown


def test_a_file_is_described_like_any_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, a_routine())
    assert told(capsys, str(file))["id"] == "mine"
    assert cli.main(["routines", str(file)]) == 0
    assert "Mine (mine)" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["{", "[]", '{"id": "mine"}', "\x00\xff"])
def test_a_broken_file_is_1_with_one_line_that_names_it(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "broken.acutimer.json"
    file.write_text(text)
    for command in ("routines", "play"):
        assert cli.main([command, str(file)]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        (line,) = err.splitlines()
        assert "broken.acutimer.json" in line


def test_a_file_that_is_not_there_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["routines", str(tmp_path / "none.acutimer.json")]) == 1
    assert "none.acutimer.json" in capsys.readouterr().err
