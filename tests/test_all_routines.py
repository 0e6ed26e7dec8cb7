"""Every routine we ship, played from start to finish by a clock that needs no time."""

import json
from typing import Any

import pytest

from acutimer import cli, paths
from acutimer.cli import play
from acutimer.content.library import load_library
from acutimer.core.history import counts
from acutimer.core.planning import PhaseKind
from tests.terminal.by_hand import HandClock

ROUTINES = load_library(paths.resources() / "content" / "en").routines


def said_by(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    assert cli.main(argv) == 0
    return json.loads(capsys.readouterr().out)


def played(routine: str, *, minutes: float | None = None, side: str = "each") -> float:
    """Play it, and tell how long it took."""
    clock = HandClock()
    code = play.run(routine, minutes=minutes, side=side, yes=True, clocks=clock.clocks, sleep=clock.pass_by)
    assert code == 0
    return clock.ran


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_routine_runs_from_start_to_finish_and_the_log_shows_every_phase(
    routine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    planned = said_by(capsys, "routines", routine, "--json")
    took = played(routine)
    told = capsys.readouterr().out.splitlines()
    (session,) = said_by(capsys, "log", "--json")
    assert (session["routine"], session["outcome"]) == (routine, "done")
    assert took == pytest.approx(planned["seconds"], abs=0.01)
    assert len(session["phases"]) == len(planned["phases"])
    for lived, phase in zip(session["phases"], planned["phases"], strict=True):
        assert lived["outcome"] == "done"
        assert {lived[name] == phase[name] for name in ("kind", "subject", "side")} == {True}
        assert lived["planned_seconds"] == phase["seconds"]
        assert lived["done_seconds"] == pytest.approx(phase["seconds"] or 0)
        assert lived["planned_reps"] == lived["done_reps"] == phase["reps"]
    assert len(told) >= len(planned["phases"])
    assert told[-1].startswith("Done: ")


@pytest.mark.parametrize("routine", ROUTINES)
def test_both_sides_are_logged_apart_and_alike(routine: str, capsys: pytest.CaptureFixture[str]) -> None:
    played(routine)
    capsys.readouterr()
    (session,) = said_by(capsys, "log", "--json")
    lived = [phase for phase in session["phases"] if counts(PhaseKind(phase["kind"]), phase["subject"])]
    for subject in {phase["subject"] for phase in lived}:
        sides = {
            side: [phase["done_seconds"] for phase in lived if (phase["subject"], phase["side"]) == (subject, side)]
            for side in ("left", "right")
        }
        assert sides["left"] == sides["right"]


@pytest.mark.parametrize("routine", ROUTINES)
def test_five_minutes_are_five_minutes_or_the_shortest_there_is(
    routine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    took = played(routine, minutes=5)
    told = capsys.readouterr().out
    assert took <= 300 or "this is its shortest" in told
    (session,) = said_by(capsys, "log", "--json")
    assert session["outcome"] == "done"


def test_one_side_alone_is_practised_alone(capsys: pytest.CaptureFixture[str]) -> None:
    played("balance-points", side="right")
    capsys.readouterr()
    (session,) = said_by(capsys, "log", "--json")
    assert {phase["side"] for phase in session["phases"]} <= {"right", "both"}
