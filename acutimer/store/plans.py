"""Reads plans and routines back from the log: quickly, and strictly enough to tell what another version wrote."""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from acutimer.core.errors import WorldError
from acutimer.core.planning import Plan
from acutimer.core.routines import Routine
from acutimer.language.catalogue import tr

Reader = Callable[[Any], Any]


def read_plan(text: str) -> Plan:
    """A plan from its JSON. Every name must be known, every value of its type; limits are the records' own.

    pydantic would do, but loading it takes longer than all else the log does when it opens.

    Raises:
        WorldError: another version wrote it and this one cannot follow it.
    """
    try:
        plan: Plan = _reader(Plan)(json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        line = tr(
            "This session was begun by another version of acutimer and cannot be resumed; it can be kept as it is."
        )
        raise WorldError(line) from error
    return plan


def read_routine(text: str) -> Routine:
    """A routine from the JSON it is kept as, read as plans are.

    Raises:
        WorldError: another version wrote it and this one cannot follow it.
    """
    try:
        routine: Routine = _reader(Routine)(json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        line = tr("One of your routines was written by another version of acutimer; it is kept, and left out for now.")
        raise WorldError(line) from error
    return routine


@cache
def _reader(kind: Any) -> Reader:
    """What makes a value of that kind out of what JSON has for it, or raises ValueError."""
    if is_dataclass(kind):
        return _record_reader(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _either_reader(tuple(_reader(one) for one in inner))
    if origin is Literal:
        return _literal_reader(inner)
    if origin is tuple and inner[1:] == (Ellipsis,):
        return _list_reader(_reader(inner[0]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (str, bool, int, float, NoneType):
        return _plain_reader(kind)
    raise TypeError(f"plans hold no {kind}")


def _record_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    needed = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}

    def read(value: Any) -> Any:
        if not isinstance(value, Mapping) or not needed <= value.keys() <= readers.keys():
            raise ValueError("another record")
        return kind(**{name: readers[name](part) for name, part in value.items()})

    return read


def _either_reader(readers: tuple[Reader, ...]) -> Reader:
    """The first that fits: a record tells itself by its names and its kind."""

    def read(value: Any) -> Any:
        for reader in readers:
            try:
                return reader(value)
            except (ValueError, TypeError):
                continue
        raise ValueError("none of these")

    return read


def _literal_reader(allowed: tuple[str, ...]) -> Reader:
    def read(value: Any) -> Any:
        if value not in allowed:
            raise ValueError("another word")
        return value

    return read


def _list_reader(reader: Reader) -> Reader:
    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise ValueError("no list")
        return tuple(map(reader, value))

    return read


def _plain_reader(kind: type) -> Reader:
    allowed = {float: (float, int), NoneType: (NoneType,)}.get(kind, (kind,))

    def read(value: Any) -> Any:
        if type(value) not in allowed:
            raise ValueError(f"no {kind.__name__}")
        return value

    return read
