"""A routine as the text of a *.acutimer.json file, which the strict door reads again as the same routine."""

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from acutimer.core.routines import Routine

SUFFIX = ".acutimer.json"
SCHEMA = "routine.schema.json"


def text_of(routine: Routine) -> str:
    """The file's text: equal routines have the same one, byte for byte.

    What is as it is by default is left out, so that a file says what its author chose. The text ends with a line
    break and is to be written as UTF-8.
    """
    told = {"$schema": SCHEMA, **_record(routine)}
    return json.dumps(told, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _record(record: Any) -> dict[str, object]:
    told = {field.name: _plain(getattr(record, field.name)) for field in fields(record) if _is_told(record, field)}
    return {"kind": told.pop("kind"), **told} if "kind" in told else told


def _is_told(record: Any, field: "Field[Any]") -> bool:
    return field.name == "kind" or field.default is MISSING or getattr(record, field.name) != field.default


def _plain(value: object) -> object:
    if is_dataclass(value):
        return _record(value)
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)  # 2 and 2.0 are the same number, and so the same text
    return value
