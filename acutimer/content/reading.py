"""Reads a JSON file that anyone may have written, and says in words what is wrong with it and where."""

import errno
import json
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from acutimer.core.errors import InputError, WorldError

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_ITEMS = 100
MAX_CHARACTERS = 500
MAX_NUMBER = 1_000_000_000
MAX_LINES = 20
_NO_SUCH_FILE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL)
_HIDDEN = ("Cc", "Cs", "Zl", "Zp")  # control characters, halves of characters, ends of lines

Part = str | int
Place = tuple[Part, ...]

# The beginnings of Python's own messages, and how to mend what they mean.
_MENDING = {
    "Expecting ',' delimiter": "a comma or a closing bracket is missing",
    "Expecting ':' delimiter": "a colon is missing after the name",
    "Expecting property name": "a name in double quotes is expected, or there is a comma too many",
    "Illegal trailing comma": "there is a comma too many; take it out",
    "Expecting value": "a value is expected; text needs double quotes, and no comma stands before a closing bracket",
    "Unterminated string": "a text does not end; its closing quote is missing",
    "Invalid control character": "a text runs over the end of its line; write a line break as \\n",
    "Invalid \\": "a backslash is followed by something it cannot stand before; write \\\\ for a backslash",
    "Extra data": "there is more after the end; keep one value in the file",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: its place in the file, and what it is and how to mend it, in words."""

    place: Place
    what: str


class Object(dict[str, object]):
    """A JSON object that remembers which names stood in it twice."""

    twice: tuple[str, ...] = ()


def read_json(path: Path) -> object:
    """The value in a JSON file, sound in its form: UTF-8, no name twice, nothing too large, too deep or not a number.

    Raises:
        InputError: the file is missing or is not such a file; a line for each problem.
        WorldError: it is there but cannot be read.
    """
    value = _parse(path, _text(path))
    refuse(path, _flaws(value))
    return value


def refuse(path: Path, problems: Iterable[Problem]) -> None:
    """Raise an InputError with one line for each problem (the first 20); without a problem do nothing."""
    lines = [f"{shown_place(problem.place)}: {problem.what}".removeprefix(": ") for problem in problems]
    if not lines:
        return
    rest = len(lines) - MAX_LINES
    more = [f"and {rest} more like these"] if rest > 0 else []
    name = printable(str(path))
    raise InputError("\n".join(f"{name}: {line}" for line in lines[:MAX_LINES] + more))


def shown_place(place: Place) -> str:
    """A place as one writes it: steps[2].dose.seconds. Items count from 0."""
    words = ""
    for part in place:
        if isinstance(part, int):
            words += f"[{part}]"
        elif part.isidentifier() and part.isascii():
            words += f".{part}"
        else:
            words += f"[{quoted(part)}]"
    return words.removeprefix(".")


def quoted(value: object) -> str:
    """A value as the file has it, short enough for a line and safe to print."""
    words = json.dumps(value, ensure_ascii=False)
    return printable(words if len(words) <= 40 else words[:37] + "...")


def printable(text: str) -> str:
    """The text on one line, whatever is in it; what cannot be printed is written as an escape."""
    if text.isprintable():
        return text
    return "".join(it if it.isprintable() else it.encode("unicode_escape").decode("ascii") for it in text)


def _refusal(path: Path, words: str) -> InputError:
    return InputError(f"{printable(str(path))}: {words}")


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except IsADirectoryError:
        raise _refusal(path, "this is a folder. Name a file in it.") from None
    except (OSError, ValueError) as error:  # a ValueError: the name itself cannot be one
        if isinstance(error, OSError) and error.errno not in _NO_SUCH_FILE:
            raise WorldError(f"{printable(str(path))}: cannot be read ({error.strerror}).") from error
        raise _refusal(path, "there is no such file. Check the name.") from None
    if len(data) > MAX_BYTES:
        raise _refusal(path, "it is larger than 1\u00a0MB, too large for a routine. Is it the right file?")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        guess = "it looks like UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else f"see line {line}"
        raise _refusal(path, f"it is not UTF-8 text ({guess}). Save it as UTF-8.") from None


def _parse(path: Path, text: str) -> object:
    if not text.strip():
        raise _refusal(path, "it is empty.")
    try:
        # A constant such as NaN becomes a number that is none, and is found with its place below.
        return cast("object", json.loads(text, object_pairs_hook=_object, parse_constant=lambda _: math.nan))
    except json.JSONDecodeError as error:
        mending = next((words for start, words in _MENDING.items() if error.msg.startswith(start)), error.msg)
        raise _refusal(path, f"line {error.lineno}, column {error.colno}: {mending}.") from None
    except RecursionError:
        raise _refusal(path, "brackets stand too deep inside each other.") from None
    except ValueError:  # Python reads no number of thousands of digits
        raise _refusal(path, "a number in it has too many digits.") from None


def _object(pairs: list[tuple[str, object]]) -> Object:
    read = Object(pairs)
    if len(read) < len(pairs):
        names = [name for name, _ in pairs]
        read.twice = tuple(name for name in read if names.count(name) > 1)
    return read


def _flaws(value: object) -> Iterator[Problem]:
    """What is wrong with a value whatever it should be; a loop of its own, for depth must not exhaust the stack."""
    waiting: list[tuple[Place, object]] = [((), value)]
    while waiting:
        place, value = waiting.pop()
        flaw = _flaw(value, len(place))
        if flaw:
            yield Problem(place, flaw)
            continue
        if isinstance(value, Object):
            yield from (Problem((*place, name), "this stands twice. Keep one of the two.") for name in value.twice)
            waiting.extend(((*place, name), inner) for name, inner in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend(((*place, index), value[index]) for index in reversed(range(len(value))))


def _flaw(value: object, depth: int) -> str:
    if depth > MAX_DEPTH:
        return "brackets stand too deep inside each other."
    if isinstance(value, dict | list) and len(value) > MAX_ITEMS:
        return f"it has {len(value)} items; {MAX_ITEMS} is the most."
    if isinstance(value, dict):
        names = [name for name in value if _text_flaw(name)]
        return "" if not names else f"the name {quoted(names[0])} {_text_flaw(names[0])}"
    if isinstance(value, str) and _text_flaw(value):
        return f"the text {_text_flaw(value)}"
    if isinstance(value, int | float) and not abs(value) <= MAX_NUMBER:  # false for NaN, too
        return "this is not a number one can use. Write an ordinary number."
    return ""


def _text_flaw(text: str) -> str:
    if len(text) > MAX_CHARACTERS:
        return f"has {len(text)} characters; {MAX_CHARACTERS} is the most."
    hidden = [it for it in text if unicodedata.category(it) in _HIDDEN]
    return f"has a character that cannot be shown ({printable(hidden[0])}). Take it out." if hidden else ""
