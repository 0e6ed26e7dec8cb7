"""Ways through the content, for the tests that look at all of it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from acutimer.content.library import Library
from acutimer.core.points import Claim
from acutimer.core.routines import (
    PressStep,
    Routine,
    Step,
)


def everything(value: object, way: str = "") -> Iterator[tuple[str, object]]:
    """Every value inside a record, with the way to it."""
    yield way, value
    if is_dataclass(value):
        for field in fields(value):
            yield from everything(getattr(value, field.name), f"{way}.{field.name}")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from everything(inner, f"{way}.{key}")
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from everything(inner, f"{way}[{index}]")


def texts(library: Library) -> list[tuple[str, str]]:
    """Every text for people; the titles of sources are others' words."""
    found = [(way, value) for way, value in everything(library) if isinstance(value, str)]
    return [(way, text) for way, text in found if not way.startswith(".sources")]


def words_of(claims: tuple[Claim, ...]) -> str:
    return " ".join(claim.text for claim in claims)


def presses(routine: Routine) -> list[PressStep]:
    return [step for step in routine.steps if isinstance(step, PressStep)]


def all_steps(library: Library) -> list[Step]:
    return [step for routine in library.routines.values() for step in routine.steps]
