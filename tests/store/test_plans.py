import json
from dataclasses import asdict
from typing import Any

import pytest
from pydantic import TypeAdapter

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.conditions import Condition
from acutimer.core.errors import WorldError
from acutimer.core.fitting import plan as fitted
from acutimer.core.planning import Choices, Plan
from acutimer.core.press_now import press_now
from acutimer.core.safety import kept_safe
from acutimer.core.sides import Side
from acutimer.store.plans import read_plan
from acutimer.store.rows import plan_text
from tests.unprofiled import UNPROFILED

LIBRARY = load_library(paths.resources() / "content" / "en")
CHOICES = (Choices(), Choices(minutes=5), Choices(side=Side.RIGHT, get_ready_seconds=0, first_side=Side.RIGHT))


@pytest.mark.parametrize("routine", LIBRARY.routines.values(), ids=lambda routine: routine.id)
def test_every_plan_comes_back_as_it_was_written(routine: Any) -> None:
    for choices in CHOICES:
        laid_out = fitted(routine, choices, UNPROFILED)
        assert read_plan(plan_text(laid_out)) == laid_out
        assert read_plan(plan_text(laid_out)) == TypeAdapter(Plan).validate_json(plan_text(laid_out))


@pytest.mark.parametrize("routine", LIBRARY.routines.values(), ids=lambda routine: routine.id)
def test_what_a_safety_profile_changed_comes_back_with_its_reasons(routine: Any) -> None:
    laid_out = fitted(routine, Choices(), LIBRARY.safety(Condition))
    assert laid_out.changes
    again = read_plan(plan_text(laid_out))
    assert again == laid_out
    assert kept_safe(again, LIBRARY.safety(Condition)) == laid_out, "it can be taken up again"


def test_a_pressed_points_plan_comes_back() -> None:
    laid_out = fitted(press_now(LIBRARY.points["BL23"], 90), Choices(), UNPROFILED)
    assert read_plan(plan_text(laid_out)) == laid_out


def changed(plan: Plan, change: Any) -> str:
    told = asdict(plan)
    change(told)
    return json.dumps(told)


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.pop("phases"),
        lambda told: told.update(mood="calm"),
        lambda told: told["phases"][0].update(kind="dance"),
        lambda told: told["phases"][0].update(seconds="8"),
        lambda told: told["phases"][0].update(step=True),
        lambda told: told["phases"][0].update(side="top"),
        lambda told: told["phases"][0].pop("kind"),
        lambda told: told["routine"]["steps"][0].update(sweat=1),
        lambda told: told["routine"]["steps"][0]["dose"].update(seconds=-1),
        lambda told: told.update(phases={}),
        lambda told: told.update(routine=None),
    ],
)
def test_a_plan_that_another_version_wrote_is_told_in_words(plan: Plan, change: Any) -> None:
    with pytest.raises(WorldError, match="another version"):
        read_plan(changed(plan, change))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", "[" * 100_000])
def test_what_is_no_plan_at_all_is_told_in_words(text: str) -> None:
    with pytest.raises(WorldError, match="another version"):
        read_plan(text)


def test_names_with_a_default_may_be_missing_as_an_older_version_left_them(plan: Plan) -> None:
    told = asdict(plan)
    for phase in told["phases"]:
        phase.pop("half_seconds")
        phase.pop("cadence")
    assert read_plan(json.dumps(told)) == plan
