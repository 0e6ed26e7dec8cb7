"""What is wrong in an export, in words for the user who holds the file: which item, where in it, how to mend it."""

from collections.abc import Mapping
from typing import Any

from acutimer.core.errors import InputError
from acutimer.language.catalogue import marked, tr
from acutimer.language.retelling import retold
from acutimer.store.json_stream import Item
from acutimer.store.saying import place_in, quoted

_ITEMS = {
    "plans": marked("plan {0} (line {1})"),
    "sessions": marked("session {0} (line {1})"),
    "past": marked("past version {0} (line {1})"),
    "deleted": marked("deletion {0} (line {1})"),
    "routines": marked("routine {0} (line {1})"),
    "past_routines": marked("past routine {0} (line {1})"),
    "favourites": marked("favourite {0} (line {1})"),
}

_MENDING = marked("Export it again, or mend the file.")
_SAID = {
    "missing": marked("this is missing."),
    "unexpected_keyword_argument": marked("nothing of this name belongs here."),
    "string_too_short": marked("this is empty."),
    "json_invalid": marked("this is not sound JSON: half a character, or brackets too deep inside each other."),
}
_WANTED = {
    "string_type": marked("this must be text in double quotes, not {0}."),
    "int_type": marked("this must be a whole number, not {0}."),
    "int_from_float": marked("this must be a whole number, not {0}."),
    "int_parsing_size": marked("this must be an ordinary number, not {0}."),
    "float_type": marked("this must be a number, not {0}."),
    "finite_number": marked("this must be an ordinary number, not {0}."),
    "bool_type": marked("this must be true or false, not {0}."),
    "tuple_type": marked("this must be a list in square brackets, not {0}."),
    "list_type": marked("this must be a list in square brackets, not {0}."),
    "dataclass_type": marked("this must be an object in braces, not {0}."),
    "dataclass_exact_type": marked("this must be an object in braces, not {0}."),
}
_LIMITS = {
    "greater_than_equal": marked("{0} cannot be; it must be {1} or more."),
    "less_than_equal": marked("{0} cannot be; it must be {1} or less."),
    "greater_than": marked("{0} cannot be; it must be {1} or more, but not that itself."),
    "less_than": marked("{0} cannot be; it must be {1} or less, but not that itself."),
}

# What a moment of a file cannot be; the door that reads it says so in English.
FLAWS = (
    marked("no clock is farther than 14 hours from UTC"),
    marked("this is before {0}"),
    marked("this is in the future. Check the clocks of both computers"),
)


def named(item: Item) -> str:
    """An item of a list as one speaks of it: "session 12 (line 15)"."""
    return tr(_ITEMS[item.name]).format(item.number, item.line)


def refusal(item: Item, place: tuple[str | int, ...], words: str) -> InputError:
    """What is wrong at a place in an item."""
    where = place_in(place)
    full = tr("{0}, {1}: {2}") if where else tr("{0}: {2}")
    return InputError(full.format(named(item), where, words))


def words_for(error: Mapping[str, Any]) -> str:
    """One of pydantic's errors as a sentence that says how to mend it."""
    return tr("{0} {1}", "two sentences").format(_what(error["type"], error), tr(_MENDING))


def _what(kind: str, error: Mapping[str, Any]) -> str:
    value, given = error.get("input"), error.get("ctx", {})
    if kind in _SAID:
        return tr(_SAID[kind])
    if kind in _WANTED:
        return tr(_WANTED[kind]).format(quoted(value))
    if kind in _LIMITS:
        return tr(_LIMITS[kind]).format(quoted(value), next(iter(given.values())))
    return _of_text(kind, value, given) or f"{error['msg']}."


def _of_text(kind: str, value: object, given: Mapping[str, Any]) -> str:
    words = ""
    if kind in ("enum", "literal_error"):
        words = tr("{0} cannot stand here; use one of {1}.").format(quoted(value), given["expected"].replace("'", ""))
    elif kind == "string_pattern_mismatch":
        is_time = "T[0-9]" in given["pattern"]
        words = tr("{0} is no time with its offset.") if is_time else tr("{0} has a control character.")
        words = words.format(quoted(value))
    elif kind in ("string_too_long", "too_long"):
        words = tr("this is longer than {0}.").format(given["max_length"])
    elif kind == "value_error":
        told = retold(str(given["error"]), FLAWS)
        words = tr("{0}: {1}.").format(quoted(value), told) if isinstance(value, str) else tr("{0}.").format(told)
    return words
