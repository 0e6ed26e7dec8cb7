"""The strict door: files checked against core's types by pydantic, which takes 100 ms to load. Import it late."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import GenericAlias
from typing import Any, cast

from pydantic import ConfigDict, TypeAdapter, ValidationError

from acutimer.content.checking_routines import wrong_in_routine
from acutimer.content.citing import unknown, wrong_sources
from acutimer.content.explaining import explain, is_kind, unkind
from acutimer.content.library import STEPS, Library, nearest
from acutimer.content.problems import Place, Problem, quoted, refuse
from acutimer.content.reading import read_json
from acutimer.content.safety_words import SafetyWords
from acutimer.content.wording import Forms, forms, plain, unfilled, worded
from acutimer.core.codes import canonical, folded
from acutimer.core.limits import MOST_IN_NAME, ROUTINE_ID
from acutimer.core.points import Area, Point, Shows
from acutimer.core.practices import Complaint, Exercise, GuideCard, Source, Technique
from acutimer.core.routines import MOST_STEPS, PressStep, Routine, Step

KINDS: dict[str, type] = {
    "sources": Source,
    "points": Point,
    "techniques": Technique,
    "exercises": Exercise,
    "guide": GuideCard,
    "complaints": Complaint,
    "routines": Routine,
}
# The file that is one record.
RECORDS: dict[str, type] = {"safety": SafetyWords}
# The files that only give words for a name.
NAMES = ("landmarks", "measures", "pronunciation")
# Those of them that may have a form for each place in a sentence.
WORDED = ("landmarks", "measures")
# How the sound of a word is written in English.
SOUND = "[a-z]+( [a-z]+)*"
_CONFIG = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


def read_routine(path: Path, library: Library) -> Routine:
    """A routine from anyone's file. A point may be spelt in any way; the routine has its WHO code.

    Raises:
        InputError: a line for each problem: file: place: what is wrong and how to mend it.
        WorldError: the file is there but cannot be read.
    """
    value = read_json(path)
    if isinstance(value, dict) and isinstance(value.get("$schema"), str):
        del value["$schema"]  # editors look there for the schema
    routines, problems = _typed(Routine, [value])
    refuse(path, (Problem(problem.place[1:], problem.what) for problem in problems))
    routine: Routine = routines[0]
    refuse(path, wrong_in_routine(routine, (), library))
    return replace(routine, steps=tuple(_with_code(step, library) for step in routine.steps))


def read_library(folder: Path) -> Library:
    """All content through the strict door; names that point from one file to another are not looked at.

    Raises:
        InputError: a line for each problem in the first file that has some.
    """
    read: dict[str, Any] = {"pronunciation": _texts(folder / "pronunciation.json")}
    words = {name: _words(folder / f"{name}.json") for name in WORDED}
    for name, kind in KINDS.items():
        path = folder / f"{name}.json"
        value = read_json(path)
        if not isinstance(value, list):
            refuse(path, [Problem((), "this must be a list in square brackets.")])
        records, problems = _typed(kind, cast("list[object]", value))
        keys = [record.code if kind is Point else record.id for record in records]
        twice = (Problem((index,), f"{key} stands twice.") for index, key in enumerate(keys) if key in keys[:index])
        refuse(path, problems or twice)
        if kind is Point:
            records = [worded(point, words["landmarks"], words["measures"]) for point in records]
        read[name] = dict(zip(keys, records, strict=True))
    read |= {name: plain(words[name]) for name in WORDED}
    read["forms"] = forms({**words["landmarks"], **words["measures"]})
    return Library(**read, safety_words=_safety_words(folder))


def check_content(folder: Path, sound: str = SOUND) -> None:
    """Check all content strictly: every file by its type, and every name that one record uses of another.

    `sound` is a pattern for how its language writes the sound of a word.

    Raises:
        InputError: a line for each problem in the first file that has some.
    """
    library = read_library(folder)
    refuse(folder / "pronunciation.json", _wrong_in_pronunciation(library, sound))
    refuse(folder / "safety.json", wrong_sources(library.safety_words, (), library))
    for name in KINDS:
        records = getattr(library, name)
        refuse(folder / f"{name}.json", _wrong_in_records(tuple(records.values()), library))


def schemas() -> dict[str, dict[str, Any]]:
    """A JSON Schema by name: "routine" for anyone's *.acutimer.json, and one for each content file."""
    found = {name: _schema(kind) for name, kind in KINDS.items()}
    found |= {name: _record_schema(kind) for name, kind in RECORDS.items()}
    routine = _record_schema(Routine)
    routine["properties"]["$schema"] = {"type": "string"}
    routine["properties"]["id"]["pattern"] = f"^{ROUTINE_ID}$"
    routine["properties"]["name"] |= {"minLength": 1, "maxLength": MOST_IN_NAME}
    routine["properties"]["postures"] |= {"minItems": 1, "uniqueItems": True}
    routine["properties"]["steps"] |= {"minItems": 1, "maxItems": MOST_STEPS}
    found["routine"] = {**routine, "title": "A routine for acutimer", "$defs": routine.pop("$defs")}
    found |= {name: {"type": "object", "additionalProperties": {"type": "string"}} for name in NAMES}
    start = "https://json-schema.org/draft/2020-12/schema"
    return {name: {"$schema": start, **schema} for name, schema in sorted(found.items())}


# -- types -----------------------------------------------------------------------------------------


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    # A configuration reaches a standard dataclass only through a type that is none itself, such as a list of it.
    return TypeAdapter(cast("Any", GenericAlias(list, (kind,))), config=_CONFIG)


def _typed(kind: type, values: list[object]) -> tuple[list[Any], list[Problem]]:
    """The records, or what is wrong."""
    return _routines(values) if kind is Routine else _validated(kind, values)


def _validated(kind: type, values: list[object], place: Place = ()) -> tuple[list[Any], list[Problem]]:
    """The same, of a list at `place`. JSON text goes in, for only from JSON does strict pydantic read enums."""
    try:
        return _adapter(kind).validate_json(json.dumps(values)), []
    except ValidationError as error:
        return [], list(explain(error.errors(include_url=False), kind, place))


def _routines(values: list[object]) -> tuple[list[Any], list[Problem]]:
    """Each step goes through the door of its own kind: pydantic would try all kinds, and blame it for all of them."""
    told = [value["steps"] if isinstance(value, dict) and "steps" in value else [] for value in values]
    lists = [steps if isinstance(steps, list) else [] for steps in told]
    heads = [
        {**cast("dict[str, object]", value), "steps": []} if steps else value
        for value, steps in zip(values, lists, strict=True)
    ]
    routines, problems = _validated(Routine, heads)
    for number, steps in enumerate(lists):
        read, wrong = _steps(steps, (number, "steps"))
        problems += wrong
        if not problems:
            routines[number] = replace(routines[number], steps=read)
    return routines, problems


def _steps(values: list[object], place: Place) -> tuple[tuple[Step, ...], list[Problem]]:
    problems = list(unkind(values, place))
    steps: list[Step] = []
    for index, value in enumerate(values):
        if isinstance(value, dict) and is_kind(value.get("kind")):
            read, wrong = _validated(STEPS[value["kind"]], [value])
            steps += read
            problems += (Problem((*place, index, *problem.place[1:]), problem.what) for problem in wrong)
    return tuple(steps), problems


def _texts(path: Path) -> Mapping[str, str]:
    value = read_json(path)
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value.values()):
        refuse(path, [Problem((), "this must be an object of names in double quotes.")])
    return cast("Mapping[str, str]", value)


def _words(path: Path) -> Mapping[str, Forms]:
    """Names, or the forms of each, of which the plain one is called ""."""
    value = read_json(path)
    is_sound = isinstance(value, dict) and all(isinstance(it, str) or _is_forms(it) for it in value.values())
    if not is_sound:
        told = 'this must be an object of names in double quotes, or of their forms with one for "".'
        refuse(path, [Problem((), told)])
    return cast("Mapping[str, Forms]", value)


def _is_forms(value: object) -> bool:
    return isinstance(value, dict) and "" in value and all(isinstance(form, str) for form in value.values())


def _safety_words(folder: Path) -> SafetyWords:
    path = folder / "safety.json"
    records, problems = _typed(SafetyWords, [read_json(path)])
    refuse(path, (Problem(problem.place[1:], problem.what) for problem in problems))
    words: SafetyWords = records[0]
    return words


def _record_schema(kind: type) -> dict[str, Any]:
    """The schema of one record, not of a list of them."""
    whole = _schema(kind)
    record: dict[str, Any] = whole["$defs"].pop(kind.__name__)
    return {**record, "$defs": whole["$defs"]}


def _schema(kind: type) -> dict[str, Any]:
    schema = _adapter(kind).json_schema()
    for record in schema["$defs"].values():
        if "kind" in record.get("properties", ()):
            record["required"] = ["kind", *record["required"]]
    return schema


# -- names -----------------------------------------------------------------------------------------


def _wrong_in_records(records: tuple[Any, ...], library: Library) -> Iterator[Problem]:
    for index, record in enumerate(records):
        if isinstance(record, Routine):
            yield from wrong_in_routine(record, (index,), library)
            continue
        yield from wrong_sources(record, (index,), library)
        if isinstance(record, Point):
            yield from _wrong_in_point(record, (index,), library)
        elif isinstance(record, GuideCard):
            yield from unknown(record.about, _subjects(library), (index, "about"))
        elif isinstance(record, Complaint):
            yield from unknown(record.points, library.points, (index, "points"))
            yield from unknown(record.routines, library.routines, (index, "routines"))


def _subjects(library: Library) -> dict[str, object]:
    """What a guide card can be about."""
    areas = dict.fromkeys(area.value for area in Area)
    practices = {**library.techniques, **library.exercises, **library.routines}
    return {**areas, **library.points, **practices, **library.complaints}


def _wrong_in_pronunciation(library: Library, pattern: str) -> Iterator[Problem]:
    for written, sound in library.pronunciation.items():
        if not re.fullmatch(pattern, sound):
            yield Problem((written,), "how it sounds is written in small letters from a to z, with single spaces.")
    known = {folded(written) for written in library.pronunciation}
    for point in library.points.values():
        if folded(point.pinyin) not in known:
            yield Problem((), f"{point.pinyin} is missing. Add how it sounds.")


def _wrong_in_point(point: Point, place: Place, library: Library) -> Iterator[Problem]:
    if canonical(point.code) != point.code:
        yield Problem((*place, "code"), f"{point.code} is written {canonical(point.code)}.")
    for key in ("landmark", "toward"):
        landmark = getattr(point.rule, key)
        if landmark is not None and landmark not in library.landmarks:
            words = f"there is no landmark {quoted(landmark)} here. {nearest(landmark, library.landmarks)}"
            yield Problem((*place, "rule", key), words)
    yield from _wrong_in_finding(point, place, library)
    yield from unknown(point.members, library.points, (*place, "members"))
    others = [other for other in library.points.values() if other is not point]
    taken = {folded(name) for other in others for name in (other.code, other.name, other.pinyin, *other.aliases)}
    for index, alias in enumerate(point.aliases):
        if folded(alias) in taken:
            yield Problem((*place, "aliases", index), f"{alias} is a name of another point, too.")


def _wrong_in_finding(point: Point, place: Place, library: Library) -> Iterator[Problem]:
    """Words that do not say what the rule says: each step names what it shows."""
    measure = point.rule.measure
    wanted = {
        Shows.LANDMARK: library.forms.get(point.rule.landmark, ()),
        Shows.MEASURE: () if measure is None else library.forms.get(measure.name, (measure.name,)),
    }
    for index, step in enumerate(point.find.steps):
        names = wanted.get(step.shows, ())
        if names and not any(name.lower() in step.words.lower() for name in names):
            words = f"this step must name the {step.shows}: write {{{step.shows}}} where {quoted(names[0])} belongs."
            yield Problem((*place, "find", "steps", index, "words"), words)
        for left in unfilled(step.words):
            yield Problem((*place, "find", "steps", index, "words"), f"{left} stands for nothing the rule has.")
    for left in unfilled(point.short):
        yield Problem((*place, "short"), f"{left} stands for nothing the rule has.")
    if (measure is not None) != any(step.shows is Shows.MEASURE for step in point.find.steps):
        words = "a step that shows the measure goes with 1, 1.5, 2 or 3 cun, which a hand can lay, and only with them."
        yield Problem((*place, "find", "steps"), words)


def _with_code(step: Step, library: Library) -> Step:
    return replace(step, point=library.point(step.point).code) if isinstance(step, PressStep) else step
