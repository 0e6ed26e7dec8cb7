"""What is wrong in an export, in words for the user who holds the file: which item, where in it, how to mend it."""

from collections.abc import Mapping
from typing import Any

from acutimer.core.errors import InputError
from acutimer.store.json_stream import Item
from acutimer.store.saying import place_in, quoted

_ITEMS = {
    "plans": "plan",
    "sessions": "session",
    "past": "past version",
    "deleted": "deletion",
    "routines": "routine",
    "past_routines": "past routine",
    "favourites": "favourite",
}

_MENDING = "Export it again, or mend the file."
_SAID = {
    "missing": "this is missing.",
    "unexpected_keyword_argument": "nothing of this name belongs here.",
    "string_too_short": "this is empty.",
    "json_invalid": "this is not sound JSON: half a character, or brackets too deep inside each other.",
}
_WANTED = {
    "string_type": "text in double quotes",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing_size": "an ordinary number",
    "float_type": "a number",
    "finite_number": "an ordinary number",
    "bool_type": "true or false",
    "tuple_type": "a list in square brackets",
    "list_type": "a list in square brackets",
    "dataclass_type": "an object in braces",
    "dataclass_exact_type": "an object in braces",
}
_LIMITS = {
    "greater_than_equal": "or more",
    "less_than_equal": "or less",
    "greater_than": "or more, but not that itself",
    "less_than": "or less, but not that itself",
}


def named(item: Item) -> str:
    """An item of a list as one speaks of it: "session 12 (line 15)"."""
    return f"{_ITEMS[item.name]} {item.number} (line {item.line})"


def refusal(item: Item, place: tuple[str | int, ...], words: str) -> InputError:
    """What is wrong at a place in an item."""
    where = place_in(place)
    return InputError(f"{named(item)}, {where}: {words}" if where else f"{named(item)}: {words}")


def words_for(error: Mapping[str, Any]) -> str:
    """One of pydantic's errors as a sentence that says how to mend it."""
    return f"{_what(error['type'], error)} {_MENDING}"


def _what(kind: str, error: Mapping[str, Any]) -> str:
    value, given = error.get("input"), error.get("ctx", {})
    if kind in _SAID:
        return _SAID[kind]
    if kind in _WANTED:
        return f"this must be {_WANTED[kind]}, not {quoted(value)}."
    if kind in _LIMITS:
        return f"{quoted(value)} cannot be; it must be {next(iter(given.values()))} {_LIMITS[kind]}."
    return _of_text(kind, value, given) or f"{error['msg']}."


def _of_text(kind: str, value: object, given: Mapping[str, Any]) -> str:
    words = ""
    if kind in ("enum", "literal_error"):
        words = f"{quoted(value)} cannot stand here; use one of {given['expected'].replace(chr(39), '')}."
    elif kind == "string_pattern_mismatch":
        is_time = "T[0-9]" in given["pattern"]
        words = f"{quoted(value)} " + ("is no time with its offset." if is_time else "has a control character.")
    elif kind in ("string_too_long", "too_long"):
        words = f"this is longer than {given['max_length']}."
    elif kind == "value_error":
        words = f"{quoted(value)}: {given['error']}." if isinstance(value, str) else f"{given['error']}."
    return words
