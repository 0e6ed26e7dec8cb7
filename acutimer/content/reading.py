"""Reads a JSON file that anyone may have written, and says in words what is wrong with it and where."""

import errno
import json
import math
import os
import re
import stat
from collections import Counter
from collections.abc import Iterator
from io import RawIOBase
from pathlib import Path
from typing import cast

from acutimer.content.problems import Place, Problem, named, quoted, refuse
from acutimer.core.errors import InputError, WorldError
from acutimer.core.legible import hidden_in, printable
from acutimer.core.limits import MOST_IN_TEXT
from acutimer.language.catalogue import marked, tr

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_ITEMS = 100
MAX_VALUES = 20_000
MAX_DIGITS = 20
MAX_NUMBER = 1_000_000_000
_NO_SUCH_FILE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL)

_DEEP = marked("brackets stand too deep inside each other.")
_NO_FILE = marked("this is a device and no file.")

# The beginnings of Python's own messages, and how to mend what they mean.
_MENDING = {
    "Expecting ',' delimiter": marked("a comma or a closing bracket is missing"),
    "Expecting ':' delimiter": marked("a colon is missing after the name"),
    "Expecting property name": marked("a name in double quotes is expected, or there is a comma too many"),
    "Illegal trailing comma": marked("there is a comma too many; take it out"),
    "Expecting value": marked(
        "a value is expected; text needs double quotes, and no comma stands before a closing bracket"
    ),
    "Unterminated string": marked("a text does not end; its closing quote is missing"),
    "Invalid control character": marked("a text runs over the end of its line; end it with a double quote before"),
    "Invalid \\": marked("a backslash is followed by something it cannot stand before; write \\\\ for a backslash"),
    "Extra data": marked("there is more after the end; keep one value in the file"),
}


class Object(dict[str, object]):
    """A JSON object in which names stood twice, and which."""

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


def _refusal(path: Path, words: str) -> InputError:
    return InputError(f"{printable(str(path))}: {words}")


def _text(path: Path) -> str:
    try:
        data = _bytes(path)
    except (OSError, ValueError) as error:  # a ValueError: the name itself cannot be one
        if isinstance(error, OSError) and error.errno not in _NO_SUCH_FILE:
            raise WorldError(tr("{0}: cannot be read ({1}).").format(printable(str(path)), error.strerror)) from error
        raise _refusal(path, tr("there is no such file. Check the name.")) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refusal(path, _not_utf8(data, line)) from None
    if "\0" in text:  # how letters of the first 128 look in UTF-16 and UTF-32: each is sound UTF-8 for itself
        raise _refusal(path, _not_utf8(data, text.count("\n", 0, text.index("\0")) + 1))
    return text


def _bytes(path: Path) -> bytes:
    """What is in a plain file: nothing is read of a pipe or a device, which may never end, and nothing too large."""
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        raise _refusal(path, tr("this is a folder. Name a file in it."))
    if not stat.S_ISREG(kind):
        raise _refusal(path, tr(_NO_FILE))
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb", buffering=0) as file:
        told = os.fstat(handle)
        if not stat.S_ISREG(told.st_mode):  # it was replaced a moment ago
            raise _refusal(path, tr(_NO_FILE))
        data = b"" if told.st_size > MAX_BYTES else _read(file)
    if max(told.st_size, len(data)) > MAX_BYTES:
        raise _refusal(path, tr("it is larger than 1\u00a0MB, too large for a routine. Is it the right file?"))
    return data


def _read(file: RawIOBase) -> bytes:
    """At most one byte more than a file may have: one that grows meanwhile is found out, too."""
    data = bytearray()
    while len(data) <= MAX_BYTES and (more := file.read(MAX_BYTES + 1 - len(data))):
        data += more
    return bytes(data)


def _not_utf8(data: bytes, line: int) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4].count(0) >= 2:
        return tr("it is not UTF-8 text (it looks like UTF-16). Save it as UTF-8.")
    return tr("it is not UTF-8 text (see line {0}). Save it as UTF-8.").format(line)


def _parse(path: Path, text: str) -> object:
    if not text.strip():
        raise _refusal(path, tr("it is empty."))
    try:
        # What is no number becomes one that is none, and is found with its place below.
        return cast("object", json.loads(text, object_pairs_hook=_object, parse_constant=_no_number, parse_int=_int))
    except json.JSONDecodeError as error:
        mending = next((words for start, words in _MENDING.items() if error.msg.startswith(start)), error.msg)
        words = tr("line {0}, column {1}: {2}.")
        raise _refusal(path, words.format(error.lineno, error.colno, tr(mending))) from None
    except RecursionError:
        line, column = _too_deep(text)
        words = tr("line {0}, column {1}: brackets stand too deep inside each other.")
        raise _refusal(path, words.format(line, column)) from None


def _no_number(_: str) -> float:
    return math.nan


def _int(digits: str) -> int | float:
    return int(digits) if len(digits) <= MAX_DIGITS else math.nan


def _too_deep(text: str) -> tuple[int, int]:
    """Line and column, from 1, where brackets first stand deeper inside each other than they may."""
    depth = 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*+"|[\[{\]}]', text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > MAX_DEPTH:
            before = text[: found.start()]
            return before.count("\n") + 1, len(before) - before.rfind("\n")
    return 1, 1


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read = dict(pairs)
    if len(read) == len(pairs):
        return read
    doubtful = Object(read)
    doubtful.twice = tuple(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
    return doubtful


def _flaws(value: object) -> Iterator[Problem]:
    """What is wrong with a value whatever it should be; a loop of its own, for depth must not exhaust the stack."""
    waiting: list[tuple[Place, object]] = [((), value)]
    values = 0
    while waiting:
        place, value = waiting.pop()
        values += 1
        too_many = tr("it has more than {0} values.")
        flaw = _flaw(value, len(place)) if values <= MAX_VALUES else too_many.format(MAX_VALUES)
        if flaw:
            yield Problem(place, flaw)
            if values > MAX_VALUES:
                return
            continue
        if isinstance(value, Object):
            words = tr("this stands twice. Keep one of the two.")
            yield from (Problem((*place, name), words) for name in value.twice)
        if isinstance(value, dict):
            waiting.extend(((*place, name), inner) for name, inner in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend(((*place, index), value[index]) for index in reversed(range(len(value))))


def _flaw(value: object, depth: int) -> str:
    if depth > MAX_DEPTH:
        return tr(_DEEP)
    if isinstance(value, dict | list) and len(value) > MAX_ITEMS:
        return tr("it has {0} items; {1} is the most.").format(len(value), MAX_ITEMS)
    if isinstance(value, dict):
        flaws = (_name_flaw(name) for name in value)
        return next((flaw for flaw in flaws if flaw), "")
    if isinstance(value, str):
        return _text_flaw(value)
    if isinstance(value, int | float) and not abs(value) <= MAX_NUMBER:  # false for NaN, too
        return tr("this is not a number one can use. Write an ordinary number.")
    return ""


def _name_flaw(name: str) -> str:
    if len(name) > MOST_IN_TEXT:
        words = tr("the name {0} has {1} characters; {2} is the most.")
        return words.format(quoted(name), len(name), MOST_IN_TEXT)
    hidden = hidden_in(name)
    if not hidden:
        return ""
    words = tr("the name {0} has a character that cannot be shown ({1}). Take it out.")
    return words.format(quoted(name), named(hidden))


def _text_flaw(text: str) -> str:
    if len(text) > MOST_IN_TEXT:
        return tr("the text has {0} characters; {1} is the most.").format(len(text), MOST_IN_TEXT)
    hidden = hidden_in(text)
    if not hidden:
        return ""
    return tr("the text has a character that cannot be shown ({0}). Take it out.").format(named(hidden))
