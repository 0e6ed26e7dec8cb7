"""The examples in docs are routines as one may write them, and the page beside them tells the truth."""

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from acutimer.content.checking import read_routine
from acutimer.content.library import STEPS, Library
from acutimer.core.planning import Choices, lay_out
from acutimer.core.routines import Routine

DOCS = Path(__file__).resolve().parents[2] / "docs"
EXAMPLES = sorted((DOCS / "examples").glob("*.acutimer.json"))
PAGE = (DOCS / "routine-files.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_read_and_can_be_laid_out(path: Path, library: Library) -> None:
    routine = read_routine(path, library)
    assert path.name == f"{routine.id}.acutimer.json"
    assert routine.source == "own"
    assert all(len(step.say) <= 34 for step in routine.steps)
    assert lay_out(routine, Choices())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_names_the_published_schema_and_keeps_to_it(path: Path) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    schema = json.loads((path.parent / value["$schema"]).resolve().read_text(encoding="utf-8"))
    assert set(schema["required"]) <= set(value) <= set(schema["properties"])
    by_kind = {found["properties"]["kind"]["const"]: found for found in schema["$defs"].values() if _is_step(found)}
    for step in value["steps"]:
        wanted = by_kind[step["kind"]]
        assert set(wanted["required"]) <= set(step) <= set(wanted["properties"])


def _is_step(schema: dict[str, Any]) -> bool:
    return "kind" in schema.get("properties", {})


def test_every_kind_of_step_has_its_example(library: Library) -> None:
    shown = {step.kind for path in EXAMPLES for step in read_routine(path, library).steps}
    assert shown == set(STEPS)


def test_the_page_tells_every_field_and_no_other() -> None:
    told = set(re.findall(r"`([a-z_]+)`", PAGE))
    for kind in (Routine, *STEPS.values()):
        assert {field.name for field in fields(kind)} - {"kind"} - told - {"optional", "waits"} == set()
    for name in re.findall(r"\((examples/[^)]+)\)", PAGE):
        assert (DOCS / name).exists()
