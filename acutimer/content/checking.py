"""The strict door: files checked against core's types by pydantic, which takes 100 ms to load. Import it late."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from types import GenericAlias
from typing import Any, cast

from pydantic import ConfigDict, TypeAdapter, ValidationError

from acutimer.content.explaining import explain
from acutimer.content.library import Library, nearest
from acutimer.content.reading import Place, Problem, quoted, read_json, refuse
from acutimer.content.wording import unfilled, worded
from acutimer.core.codes import canonical, folded
from acutimer.core.errors import InputError
from acutimer.core.points import Area, Claim, Guidance, Point, Shows
from acutimer.core.practices import Complaint, Exercise, GuideCard, Source, Technique
from acutimer.core.routines import PressStep, Routine, Step

KINDS: dict[str, type] = {
    "sources": Source,
    "points": Point,
    "techniques": Technique,
    "exercises": Exercise,
    "guide": GuideCard,
    "complaints": Complaint,
    "routines": Routine,
}
# The files that only give words for a name.
NAMES = ("landmarks", "measures", "pronunciation")
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
    refuse(path, _wrong_in_routine(routine, (), library))
    return replace(routine, steps=tuple(_with_code(step, library) for step in routine.steps))


def read_library(folder: Path) -> Library:
    """All content through the strict door; names that point from one file to another are not looked at.

    Raises:
        InputError: a line for each problem in the first file that has some.
    """
    read: dict[str, Any] = {name: _texts(folder / f"{name}.json") for name in NAMES}
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
            records = [worded(point, read["landmarks"], read["measures"]) for point in records]
        read[name] = dict(zip(keys, records, strict=True))
    return Library(**read)


def check_content(folder: Path) -> None:
    """Check all content strictly: every file by its type, and every name that one record uses of another.

    Raises:
        InputError: a line for each problem in the first file that has some.
    """
    library = read_library(folder)
    refuse(folder / "pronunciation.json", _wrong_in_pronunciation(library))
    for name in KINDS:
        records = getattr(library, name)
        refuse(folder / f"{name}.json", _wrong_in_records(tuple(records.values()), library))


def schemas() -> dict[str, dict[str, Any]]:
    """A JSON Schema by name: "routine" for anyone's *.acutimer.json, and one for each content file."""
    found = {name: _schema(kind) for name, kind in KINDS.items()}
    whole = _schema(Routine)
    routine = whole["$defs"].pop("Routine")
    routine["properties"]["$schema"] = {"type": "string"}
    found["routine"] = {**routine, "title": "A routine for acutimer", "$defs": whole["$defs"]}
    found |= {name: {"type": "object", "additionalProperties": {"type": "string"}} for name in NAMES}
    start = "https://json-schema.org/draft/2020-12/schema"
    return {name: {"$schema": start, **schema} for name, schema in sorted(found.items())}


# -- types -----------------------------------------------------------------------------------------


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    # A configuration reaches a standard dataclass only through a type that is none itself, such as a list of it.
    return TypeAdapter(cast("Any", GenericAlias(list, (kind,))), config=_CONFIG)


def _typed(kind: type, value: list[object]) -> tuple[list[Any], list[Problem]]:
    """The records, or what is wrong. JSON text goes in, for only from JSON does strict pydantic read enums."""
    errors: list[Any] = []
    records: list[Any] = []
    try:
        records = _adapter(kind).validate_json(json.dumps(value))
    except ValidationError as error:
        errors = error.errors(include_url=False)
    return records, list(explain(errors, kind, value))


def _texts(path: Path) -> Mapping[str, str]:
    value = read_json(path)
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value.values()):
        refuse(path, [Problem((), "this must be an object of names in double quotes.")])
    return cast("Mapping[str, str]", value)


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
            yield from _wrong_in_routine(record, (index,), library)
            continue
        yield from _wrong_sources(record, (index,), library)
        if isinstance(record, Point):
            yield from _wrong_in_point(record, (index,), library)
        elif isinstance(record, GuideCard):
            yield from _unknown(record.about, _subjects(library), (index, "about"))
        elif isinstance(record, Complaint):
            yield from _unknown(record.points, library.points, (index, "points"))
            yield from _unknown(record.routines, library.routines, (index, "routines"))


def _subjects(library: Library) -> dict[str, object]:
    """What a guide card can be about."""
    areas = dict.fromkeys(area.value for area in Area)
    practices = {**library.techniques, **library.exercises, **library.routines}
    return {**areas, **library.points, **practices, **library.complaints}


def _wrong_in_pronunciation(library: Library) -> Iterator[Problem]:
    for written, sound in library.pronunciation.items():
        if not re.fullmatch("[a-z]+( [a-z]+)*", sound):
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
    yield from _unknown(point.members, library.points, (*place, "members"))
    others = [other for other in library.points.values() if other is not point]
    taken = {folded(name) for other in others for name in (other.code, other.english, other.pinyin, *other.aliases)}
    for index, alias in enumerate(point.aliases):
        if folded(alias) in taken:
            yield Problem((*place, "aliases", index), f"{alias} is a name of another point, too.")


def _wrong_in_finding(point: Point, place: Place, library: Library) -> Iterator[Problem]:
    """Words that do not say what the rule says: each step names what it shows."""
    measure = point.rule.measure
    wanted = {
        Shows.LANDMARK: library.landmarks.get(point.rule.landmark),
        Shows.MEASURE: None if measure is None else library.measures.get(measure.name, measure.name),
    }
    for index, step in enumerate(point.find.steps):
        name = wanted.get(step.shows)
        if name is not None and name not in step.words.lower():
            words = f"this step must name the {step.shows}: write {{{step.shows}}} where {quoted(name)} belongs."
            yield Problem((*place, "find", "steps", index, "words"), words)
        for left in unfilled(step.words):
            yield Problem((*place, "find", "steps", index, "words"), f"{left} stands for nothing the rule has.")
    for left in unfilled(point.short):
        yield Problem((*place, "short"), f"{left} stands for nothing the rule has.")
    if (measure is not None) != any(step.shows is Shows.MEASURE for step in point.find.steps):
        words = "a step that shows the measure goes with 1, 1.5, 2 or 3 cun, which a hand can lay, and only with them."
        yield Problem((*place, "find", "steps"), words)


def _wrong_in_routine(routine: Routine, place: Place, library: Library) -> Iterator[Problem]:
    if not routine.postures:
        yield Problem((*place, "postures"), "name at least one: seated, standing or walking.")
    schedule = routine.schedule
    if schedule and not 1 <= schedule.times_a_day_min <= schedule.times_a_day_max <= 24:
        yield Problem((*place, "schedule"), "it needs 1 <= times_a_day_min <= times_a_day_max <= 24.")
    if schedule and schedule.for_hours is not None and not 1 <= schedule.for_hours <= 1000:
        yield Problem((*place, "schedule", "for_hours"), "this must be between 1 and 1000.")
    yield from _unknown(routine.guide, library.guide, (*place, "guide"))
    yield from _wrong_sources(routine, place, library)
    for index, step in enumerate(routine.steps):
        yield from _wrong_in_step(step, (*place, "steps", index), library)


def _wrong_in_step(step: Step, place: Place, library: Library) -> Iterator[Problem]:
    if isinstance(step, PressStep):
        try:
            if library.point(step.point).professional:
                yield Problem((*place, "point"), f"{step.point} is for a professional. Choose another point.")
        except InputError as error:
            yield Problem((*place, "point"), str(error))
    technique, exercise = getattr(step, "technique", None), getattr(step, "exercise", None)
    if technique is not None and technique not in library.techniques:
        words = f"there is no technique {quoted(technique)} here. {nearest(technique, library.techniques)}"
        yield Problem((*place, "technique"), words)
    if exercise is not None and exercise not in library.exercises:
        words = f"there is no exercise {quoted(exercise)} here. {nearest(exercise, library.exercises)}"
        yield Problem((*place, "exercise"), words)


def _with_code(step: Step, library: Library) -> Step:
    return replace(step, point=library.point(step.point).code) if isinstance(step, PressStep) else step


def _unknown(names: tuple[str, ...], known: Mapping[str, object], place: Place) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name not in known:
            yield Problem((*place, index), f"there is no {quoted(name)} here. {nearest(name, known)}")


def _wrong_sources(value: object, place: Place, library: Library) -> Iterator[Problem]:
    """Sources that are not in the list, wherever in a record they are cited."""
    if isinstance(value, Claim | Guidance):
        yield from _unknown(value.sources, library.sources, (*place, "sources"))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _wrong_sources(inner, (*place, index), library)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name == "source" and inner not in library.sources:
                words = f"there is no source {quoted(inner)} here. {nearest(inner, library.sources)}"
                yield Problem((*place, "source"), words)
            yield from _wrong_sources(inner, (*place, field.name), library)
