"""What pydantic finds wrong, in words for the author of a file: one problem each, at its place."""

import difflib
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from itertools import pairwise
from types import UnionType
from typing import Any

from acutimer.content.library import STEPS
from acutimer.content.reading import Part, Place, Problem, quoted

_KIND_OF = {step.__name__: kind for kind, step in STEPS.items()}
_WANTED = {
    "string_type": "text in double quotes",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list in square brackets",
    "list_type": "a list in square brackets",
    "dict_type": "an object in braces",
    "dataclass_type": "an object in braces",
    "dataclass_exact_type": "an object in braces",
}


def explain(errors: Sequence[Mapping[str, Any]], kind: type, value: list[object]) -> Iterator[Problem]:
    """The problems in a list of `kind`.

    `errors` is pydantic's list. It tries a step as every kind of step there is: only what it says of the kind the
    step names is of use, and a step that names none is told so here.
    """
    yield from _unkind_steps(value)
    for error in errors:
        place = _place(error["loc"], value)
        if place is not None:
            yield _explain(error, place, _record_at(kind, error["loc"]))


def _unkind_steps(value: list[object]) -> Iterator[Problem]:
    for number, record in enumerate(value):
        steps = record.get("steps") if isinstance(record, dict) else None
        for index, step in enumerate(steps if isinstance(steps, list) else ()):
            place: Place = (number, "steps", index)
            if not isinstance(step, dict):
                yield Problem(place, f"this must be an object in braces, not {quoted(step)}.")
            elif "kind" not in step:
                yield Problem((*place, "kind"), f"this is missing. Use one of {', '.join(STEPS)}.")
            elif not _is_kind(step["kind"]):
                yield Problem((*place, "kind"), _choose(step["kind"], tuple(STEPS)))


def _is_kind(kind: object) -> bool:
    return isinstance(kind, str) and kind in STEPS


def _place(loc: tuple[Part, ...], value: object) -> Place | None:
    """Where an error stands in the file, or None when it speaks of another kind of step than the file's."""
    place: list[Part] = []
    is_step_named = False
    for part in loc:
        if part in _KIND_OF and place[-2:-1] == ["steps"] and not is_step_named:
            is_step_named = True
            if not isinstance(value, dict) or value.get("kind") != _KIND_OF[str(part)]:
                return None
        else:
            place.append(part)
            value = _inside(value, part)
    return tuple(place)


def _inside(value: object, part: Part) -> object:
    if isinstance(value, dict):
        return value.get(part)
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _record_at(kind: type, loc: tuple[Part, ...]) -> type:
    """The type of the record an error stands in."""
    for part in loc:
        if part in _KIND_OF:
            kind = STEPS[_KIND_OF[str(part)]]
        elif isinstance(part, str):
            kind = _record_in(typing.get_type_hints(kind).get(part)) or kind
    return kind


def _record_in(hint: object) -> type | None:
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    inner = [] if isinstance(hint, UnionType) and len(hint.__args__) > 2 else typing.get_args(hint)
    return next((found for found in map(_record_in, inner) if found), None)


def _explain(error: Mapping[str, Any], place: Place, record: type) -> Problem:
    kind, value = error["type"], error["input"]
    if kind == "missing":
        return Problem(place, "this is missing. Add it.")
    if kind == "unexpected_keyword_argument":
        near = difflib.get_close_matches(str(place[-1]), [field.name for field in fields(record)], n=1)
        mending = f"Did you mean {near[0]}?" if near else "Take it out."
        return Problem(place, f"nothing of this name belongs here. {mending}")
    if kind == "enum":
        hint = typing.get_type_hints(record).get(next(part for part in reversed(place) if isinstance(part, str)))
        return Problem(place, _choose(value, _choices(hint)))
    if kind == "value_error":
        return _explain_limit(str(error["ctx"]["error"]), place, record, value)
    if kind in _WANTED:
        return Problem(place, f"this must be {_WANTED[kind]}, not {quoted(value)}.")
    return Problem(place, f"{error['msg']}.")


def _explain_limit(words: str, place: Place, record: type, value: Mapping[str, Any]) -> Problem:
    """The type's own words; where they name the values they compare, with the field that breaks the order."""
    chain = re.search(r"\w+(?: <= \w+)+", words)
    for low, high in pairwise(chain[0].split(" <= ") if chain else ()):
        least, most = (int(name) if name.isdigit() else value.get(name, 0) for name in (low, high))
        if least > most and low.isdigit():
            return Problem((*place, high), f"{most} is too little. Make it {low} or more; {words}.")
        if least > most:
            limit = high if high.isdigit() else f"{high}, {most}"
            return Problem((*place, low), f"{least} is more than {limit}. Make it less; {words}.")
    first = words.split(" ", maxsplit=1)[0]
    is_named = first in {field.name for field in fields(record)}
    return Problem((*place, first) if is_named else place, f"{words}.")


def _choices(hint: object) -> tuple[str, ...]:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return tuple(hint)
    return tuple(choice for inner in typing.get_args(hint) for choice in _choices(inner))


def _choose(value: object, choices: Sequence[str]) -> str:
    near = difflib.get_close_matches(value, choices, n=1) if isinstance(value, str) else []
    mending = f"Did you mean {near[0]}?" if near else f"Use one of {', '.join(choices)}."
    return f"{quoted(value)} cannot stand here. {mending}"
