"""What pydantic finds wrong, in words for the author of a file: one problem each, at its place."""

import difflib
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import partial
from itertools import pairwise
from types import UnionType
from typing import Any

from acutimer.content.library import STEPS
from acutimer.content.limit_words import limit_words
from acutimer.content.problems import Part, Place, Problem, quoted
from acutimer.language.catalogue import marked, tr
from acutimer.language.joining import things

_WANTED = {
    "string_type": marked("this must be text in double quotes, not {0}."),
    "int_type": marked("this must be a whole number, not {0}."),
    "int_from_float": marked("this must be a whole number, not {0}."),
    "float_type": marked("this must be a number, not {0}."),
    "bool_type": marked("this must be true or false, not {0}."),
    "tuple_type": marked("this must be a list in square brackets, not {0}."),
    "list_type": marked("this must be a list in square brackets, not {0}."),
    "dict_type": marked("this must be an object in braces, not {0}."),
    "dataclass_type": marked("this must be an object in braces, not {0}."),
    "dataclass_exact_type": marked("this must be an object in braces, not {0}."),
}
# "pats and rounds must be 1 to 50": the names of what has the limits, and the two of them
_LIMITS = re.compile(r"(\w+)(?: and (\w+))?(?: must be)?(?: between)? (\d+(?:\.\d+)?) (?:to|and) (\d+(?:\.\d+)?)")


def explain(errors: Sequence[Mapping[str, Any]], kind: type, place: Place = ()) -> Iterator[Problem]:
    """The problems in a list of `kind` that stands at `place`; `errors` is pydantic's list."""
    for error in errors:
        loc: tuple[Part, ...] = error["loc"]
        at = _limited(error, _record_at(kind, loc)) if error["type"] == "value_error" else ()
        yield Problem((*place, *loc, *at), partial(_words_for, error, kind))


def unkind(steps: Sequence[object], place: Place) -> Iterator[Problem]:
    """What is wrong with steps that are none, or do not say of which kind they are."""
    for index, step in enumerate(steps):
        if not isinstance(step, dict):
            yield Problem((*place, index), tr("this must be an object in braces, not {0}.").format(quoted(step)))
        elif "kind" not in step:
            yield Problem((*place, index, "kind"), tr("this is missing. Use one of {0}.").format(things(STEPS)))
        elif not is_kind(step["kind"]):
            yield Problem((*place, index, "kind"), partial(_choose, step["kind"], tuple(STEPS)))


def is_kind(kind: object) -> bool:
    """Whether there are steps of that kind."""
    return isinstance(kind, str) and kind in STEPS


def _record_at(kind: type, loc: tuple[Part, ...]) -> type:
    """The type of the record an error stands in."""
    for part in loc:
        if isinstance(part, str):
            kind = _record_in(typing.get_type_hints(kind).get(part)) or kind
    return kind


def _record_in(hint: object) -> type | None:
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    inner = [] if isinstance(hint, UnionType) and len(hint.__args__) > 2 else typing.get_args(hint)
    return next((found for found in map(_record_in, inner) if found), None)


def _words_for(error: Mapping[str, Any], listed: type) -> str:
    kind, value, name = error["type"], error["input"], error["loc"][-1]
    record = _record_at(listed, error["loc"])
    if kind == "missing":
        return tr("this is missing. Add it.")
    if kind == "unexpected_keyword_argument":
        return _nothing_of_this_name(str(name), record)
    if kind in ("enum", "literal_error"):
        named = next(part for part in reversed(error["loc"]) if isinstance(part, str))
        return _choose(value, _choices(typing.get_type_hints(record).get(named)))
    if kind == "value_error":
        return _limit(str(error["ctx"]["error"]), value)
    if kind in _WANTED:
        return tr(_WANTED[kind]).format(quoted(value))
    return f"{error['msg']}."


def _nothing_of_this_name(name: str, record: type) -> str:
    near = difflib.get_close_matches(name[:40], [field.name for field in fields(record)], n=1)
    if near:
        return tr("nothing of this name belongs here. Did you mean {0}?").format(near[0])
    return tr("nothing of this name belongs here. Take it out.")


def _limited(error: Mapping[str, Any], record: type) -> Place:
    """The field of a record that its own words are about: the one that breaks the limit they tell."""
    words, value = str(error["ctx"]["error"]), error["input"]
    broken = _out_of_order(words, value)
    if broken is not None:
        return (broken[0],)
    for first, second, low, high in _LIMITS.findall(words):
        for name in (first, second):
            number = value.get(name)
            if isinstance(number, int | float) and not float(low) <= number <= float(high):
                return (name,)
    known = {field.name for field in fields(record)}
    named = [word for word in re.findall(r"\w+", words) if word in known]
    blank = [name for name in named if isinstance(text := value.get(name), str) and not text.strip()]
    return (*blank, *named)[:1]


def _limit(words: str, value: Mapping[str, Any]) -> str:
    """The type's own words; where they name the values they compare, what breaks the order, too."""
    broken = _out_of_order(words, value)
    limit = limit_words(words)
    return tr("{0}.").format(limit) if broken is None else tr("{0}; {1}.").format(broken[1], limit)


def _out_of_order(words: str, value: Mapping[str, Any]) -> tuple[str, str] | None:
    """Which field breaks an order such as "1 <= min_reps <= reps <= 200", and how."""
    chain = re.search(r"\w+(?: <= \w+)+", words)
    for low, high in pairwise(chain[0].split(" <= ") if chain else ()):
        least, most = (int(name) if name.isdigit() else value.get(name, 0) for name in (low, high))
        if least > most and low.isdigit():
            return high, tr("{0} is too little. Make it {1} or more").format(most, low)
        if least > most:
            limit = high if high.isdigit() else f"{high}, {most}"
            return low, tr("{0} is more than {1}. Make it less").format(least, limit)
    return None


def _choices(hint: object) -> tuple[str, ...]:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return tuple(hint)
    return tuple(choice for inner in typing.get_args(hint) for choice in _choices(inner))


def _choose(value: object, choices: Sequence[str]) -> str:
    near = difflib.get_close_matches(value[:40], choices, n=1, cutoff=0.7) if isinstance(value, str) else []
    if near:
        return tr("{0} cannot stand here. Did you mean {1}?").format(quoted(value), near[0])
    return tr("{0} cannot stand here. Use one of {1}.").format(quoted(value), things(choices))
