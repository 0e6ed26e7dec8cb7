"""`acutimer routines` and `acutimer play` with a safety profile: what it changed, and why."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from acutimer import cli, paths
from acutimer.cli import opening
from acutimer.cli.routines import written_places
from acutimer.core.conditions import Condition
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices
from tests.cli.routine_files import a_routine, written


def have(*conditions: str) -> None:
    paths.config_dir().mkdir(parents=True, exist_ok=True)
    paths.settings_file().write_text(json.dumps({"conditions": conditions}))


def told(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    assert cli.main(["routines", *argv, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def test_without_a_profile_nothing_is_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "knee-pain-press")["changes"] == []
    assert cli.main(["routines", "knee-pain-press"]) == 0
    assert "Changed for you" not in capsys.readouterr().out


def test_every_change_names_its_step_its_place_and_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    have("varicose_veins", "osteoporosis")
    routine = told(capsys, "knee-pain-press")
    first, second, third = routine["changes"]
    assert (first["step"], first["subject"], first["place"], first["change"]) == (1, "SP9", None, "removed")
    assert (second["step"], second["subject"], second["place"], second["change"]) == (2, "GB34", 1, "lighter")
    assert (third["step"], third["place"], third["because"]) == (3, 2, ["osteoporosis"])
    assert first["words"] == "SP9 Yin Mound Spring: taken out, because you have varicose veins."
    assert all(change["why"] for change in routine["changes"])
    assert [step.get("point") for step in routine["steps"]] == [None, "GB34", "ST36"]
    assert [step.get("pressure") for step in routine["steps"]] == [None, "light", "light"]
    assert "SP9" not in {phase["subject"] for phase in routine["phases"]}


def test_the_description_tells_the_changes_before_what_to_take_care_of(capsys: pytest.CaptureFixture[str]) -> None:
    have("pregnant")
    assert cli.main(["routines", "balance-points"]) == 0
    shown = on_one_line(capsys.readouterr().out)
    assert "BL23 Kidney Transporter: taken out, because you are pregnant." in shown
    assert shown.index("Changed for you") < shown.index("Take care")


def test_the_list_says_where_nothing_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    have("poor_balance")
    assert cli.main(["routines"]) == 0
    (line,) = [it for it in capsys.readouterr().out.splitlines() if it.startswith("backward-treadmill")]
    assert "not for you" in line


def test_what_nothing_is_left_of_is_not_played_and_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    have("poor_balance")
    assert cli.main(["play", "backward-treadmill", "--yes"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert "Backward treadmill: your safety profile leaves nothing of it." in line
    assert "unsteady on your feet" in line


def test_a_session_in_the_terminal_says_what_was_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    have("blood_thinners")
    settings = {"conditions": ["blood_thinners"], "get_ready_seconds": 0}
    paths.settings_file().write_text(json.dumps(settings))
    routine = a_routine()
    routine["steps"][0]["pressure"] = "firm"
    assert cli.main(["play", str(written(tmp_path, routine)), "--yes"]) == 0
    shown = on_one_line(capsys.readouterr().out)
    assert "ST36 Leg Three Miles: pressed lightly, not firmly, because you take blood thinners" in shown
    assert "Press lightly, no harder (Press lightly: you take blood thinners or bleed easily)" in shown


def test_a_step_that_comes_twice_is_told_in_both_its_places() -> None:
    library = opening.library()
    step = library.routines["knee-pain-press"].steps[1]
    squats = library.routines["daily-strength"].steps[2]
    steps = (step, squats, step, squats)
    safety = library.safety((Condition.OSTEOPOROSIS, Condition.POOR_BALANCE, Condition.KNEE_REPLACEMENT))
    changes = plan(replace(library.routines["knee-pain-press"], steps=steps), Choices(), safety).changes
    assert list(written_places(changes, steps)) == [0, 1, 1, 2, 3, 3]
