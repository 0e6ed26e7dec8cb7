"""What can be searched for, each with the words it is found by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from acutimer.content.library import Library
from acutimer.core.points import Area, Point
from acutimer.core.practices import Complaint
from acutimer.core.routines import Routine


class Kind(StrEnum):
    """What a hit is; of equally good ones, they come in this order."""

    COMPLAINT = "complaint"
    AREA = "area"
    POINT = "point"
    ROUTINE = "routine"


@dataclass(frozen=True, slots=True)
class Record:
    """One thing to find. `key` is a point's code, an area's value, or an id.

    `names` are what it is called, `places` where it lies or what it consists of, `texts` what is said of it.
    `shown` are the names everybody sees beside the title.
    """

    kind: Kind
    key: str
    title: str
    detail: str
    names: tuple[str, ...]
    shown: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def records_of(library: Library, areas: Mapping[Area, str]) -> tuple[Record, ...]:
    """Everything in the library that can be opened. `areas` has the areas' names in the user's language."""
    return (
        *(_complaint(complaint, library) for complaint in library.complaints.values()),
        *(Record(Kind.AREA, area.value, name, "", (name,), (name,)) for area, name in areas.items()),
        *(_point(point, library, areas) for point in library.points.values()),
        *(_routine(routine, library) for routine in library.routines.values()),
    )


def _complaint(complaint: Complaint, library: Library) -> Record:
    group, name = complaint.group, complaint.name
    shown = (name, f"{group} {name}", f"{name} {group}")
    routines = (library.routines[it].name for it in complaint.routines)
    flags = (flag.text for flag in complaint.red_flags)
    names = (*shown, *complaint.words)
    return Record(Kind.COMPLAINT, complaint.id, name, group, names, shown, texts=(*routines, *flags))


def _point(point: Point, library: Library, areas: Mapping[Area, str]) -> Record:
    number = point.code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
    return Record(
        Kind.POINT,
        point.code,
        point.name,
        point.short,
        tuple(dict.fromkeys((*_shown(point), *point.aliases, f"{point.meridian} {number}"))),
        _shown(point),
        (point.short, library.landmarks.get(point.rule.landmark, ""), areas.get(point.area, "")),
        (point.location.text, *(claim.text for claim in point.tradition)),
    )


def _shown(point: Point) -> tuple[str, ...]:
    return point.name, point.pinyin, point.hanzi


def _routine(routine: Routine, library: Library) -> Record:
    return Record(
        Kind.ROUTINE,
        routine.id,
        routine.name,
        routine.summary,
        (routine.name,),
        (routine.name,),
        (*_parts(routine, library), *routine.equipment),
        (routine.summary,),
    )


def _parts(routine: Routine, library: Library) -> Iterator[str]:
    """What one does in it besides pressing points; a point is found by itself."""
    for step in routine.steps:
        subject = getattr(step, "technique", None) or getattr(step, "exercise", None)
        if subject is not None:
            yield library.name_of(subject)
            yield step.title or ""
