"""A routine that is written is read again as the same one, and equal routines are written alike."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from fuzz_routines import routines
from hypothesis import HealthCheck, given, settings

from acutimer.content.checking import read_routine
from acutimer.content.library import Library
from acutimer.content.reading import MAX_BYTES
from acutimer.content.writing import SCHEMA, SUFFIX, text_of
from acutimer.core.routines import RepsStep, Routine, Tempo

ONCE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / f"mine{SUFFIX}"


def read(path: Path, text: str, library: Library) -> Routine:
    path.write_text(text, encoding="utf-8")
    return read_routine(path, library)


def test_every_shipped_routine_is_read_again_as_it_was(path: Path, library: Library) -> None:
    for routine in library.routines.values():
        assert read(path, text_of(routine), library) == routine


@ONCE
@given(routine=routines())
def test_any_routine_is_read_again_as_it_was(path: Path, library: Library, routine: Routine) -> None:
    text = text_of(routine)
    again = read(path, text, library)
    assert again == routine
    assert text_of(again) == text
    assert len(text.encode()) <= MAX_BYTES


def test_equal_routines_have_one_text() -> None:
    def a_routine(up: float) -> Routine:
        step = RepsStep(
            say="Rise",
            source="own",
            exercise="heel-raises",
            reps=5,
            min_reps=1,
            max_reps=5,
            tempo=Tempo(up, 0, 1.5),
        )
        return Routine(
            id="a", name="A", summary="", postures=(), equipment=(), source="own", steps=(step,), cautions=()
        )

    assert a_routine(2) == a_routine(2.0)
    assert text_of(a_routine(2)) == text_of(a_routine(2.0))


def test_the_text_names_its_schema_and_says_only_what_was_chosen(library: Library) -> None:
    routine = next(iter(library.routines.values()))
    text = text_of(replace(routine, name="Knees 膝"))
    assert text.endswith("}\n")
    assert "膝" in text
    told = json.loads(text)
    assert next(iter(told)) == "$schema"
    assert told["$schema"] == SCHEMA
    assert all(next(iter(step)) == "kind" for step in told["steps"])
    assert not any("waits" in step for step in told["steps"] if not step.get("waits", True))
    assert "null" not in text
