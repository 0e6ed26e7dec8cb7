"""Names that one record uses of another: the points, texts and sources it cites must be there."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import partial

from acutimer.content.library import Library, nearest
from acutimer.content.problems import Place, Problem, quoted
from acutimer.core.points import Claim, Guidance
from acutimer.language.catalogue import tr


def unknown(names: tuple[str, ...], known: Mapping[str, object], place: Place) -> Iterator[Problem]:
    """Those of `names`, a list at `place`, that are not known."""
    for index, name in enumerate(names):
        if name not in known:
            yield Problem((*place, index), partial(none_such, "", name, known))


def none_such(kind: str, name: str, known: Mapping[str, object]) -> str:
    """That there is none of this name, and the nearest ones there are: there is no technique "walk" here."""
    match kind:
        case "technique":
            words = tr("there is no technique {0} here. {1}")
        case "exercise":
            words = tr("there is no exercise {0} here. {1}")
        case "source":
            words = tr("there is no source {0} here. {1}")
        case _:
            words = tr("there is no {0} here. {1}")
    return words.format(quoted(name), nearest(name, known))


def wrong_sources(value: object, place: Place, library: Library) -> Iterator[Problem]:
    """Sources that are not in the list, wherever in a record they are cited."""
    if isinstance(value, Claim | Guidance):
        yield from unknown(value.sources, library.sources, (*place, "sources"))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from wrong_sources(inner, (*place, index), library)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from wrong_sources(inner, (*place, name), library)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name == "source" and inner not in library.sources:
                yield Problem((*place, "source"), partial(none_such, "source", inner, library.sources))
            yield from wrong_sources(inner, (*place, field.name), library)
