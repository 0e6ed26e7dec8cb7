"""Routine files nobody should have to write: sound ones spoilt in their JSON, in their bytes and altogether."""

import copy
import json
from collections.abc import Callable
from typing import Any

from fuzz_routines import LIBRARY, routines
from hypothesis import strategies as st

from acutimer.content.writing import text_of

Json = Any  # what json.loads gives

SHIPPED = [json.loads(text_of(routine)) for routine in LIBRARY.routines.values()]
ODD_TEXTS = [
    *("", " ", "\n", "\0", "\x1b[2J\x1b]0;x\x07", "\u202ereversed", "a\u200bb", "\ufeff", "\ud800", "\u2028", "\ufffe"),
    *("<b onclick=x()>", "<img src=//a.b>", "{0} %s ${x}", "../../etc/passwd", "=1+1", "'; DROP TABLE x;--", "\\", '"'),
    *("x" * 501, "a\u0301\u0301\u0301\u0301\u0301\u0301", "膝" * 81, "NaN", "null", "ST36", "press", "each", "own"),
]
ODD_NUMBERS = [0, -1, 1e-9, 0.5, 10**9, 10**9 + 1, 36_000, 2**63, 10**30, 1e308, -0.0, float("nan"), float("inf")]
ODD: st.SearchStrategy[Json] = st.sampled_from(
    [None, True, False, [], {}, [[]], {"kind": "press"}, *ODD_NUMBERS, *ODD_TEXTS]
)
ANY = st.recursive(
    ODD | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
NAMES = st.sampled_from(["kind", "say", "steps", "dose", "$schema", "id", "__class__", "seconds", "sides", "PressStep"])
TOKENS = [b"null", b"-1", b"1e400", b"NaN", b"-Infinity", b'""', b"{}", b"[]", b"true", b"\\u0000", b"\\ud834", b'"']
TOKENS += [
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"9" * 400,
    b",",
    b":",
    b"\0",
    b"\xef\xbb\xbf",
    b"// no",
    b"\r",
    b"[" * 30,
]
ENCODINGS = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "utf-8-sig", "cp500", "shift_jis", "latin-1"]


def files() -> st.SearchStrategy[bytes]:
    """Bytes as a file may have them; about one in six is a sound routine."""
    return st.one_of(sound(), spoilt(), spoilt(), damaged(), damaged(), any_json(), encoded(), st.binary(max_size=300))


def sound() -> st.SearchStrategy[bytes]:
    """A routine as it is written, or as another program would write it."""
    return st.builds(_written, _values(), st.sampled_from([None, 1, "\t"]), st.booleans())


def spoilt() -> st.SearchStrategy[bytes]:
    """A routine with up to four values replaced, taken out, put in, or told twice."""
    return spoilt_values(_values()).map(dumped)


def any_json() -> st.SearchStrategy[bytes]:
    """Any JSON, or something that looks like it."""
    return ANY.map(dumped)


def encoded() -> st.SearchStrategy[bytes]:
    """A routine in another encoding."""
    return st.builds(lambda value, name: dumped(value).decode().encode(name, "replace"), _values(), _one_of(ENCODINGS))


def damaged() -> st.SearchStrategy[bytes]:
    """The bytes of a routine, up to four times flipped, cut, doubled or overwritten."""
    return damaged_bytes(sound())


@st.composite
def damaged_bytes(draw: st.DrawFn, whole: st.SearchStrategy[bytes]) -> bytes:
    """The same of any bytes."""
    data = draw(whole)
    for _ in range(draw(st.integers(1, 4))):
        if not data:
            break
        first, last = sorted(draw(st.tuples(*[st.integers(0, len(data) - 1)] * 2)))
        how: Callable[[bytes, int, int], bytes] = draw(_one_of([_cut, _doubled, _ended]))
        match draw(st.integers(0, 2)):
            case 0:
                data = data[:first] + bytes([data[first] ^ 1 << draw(st.integers(0, 7))]) + data[first + 1 :]
            case 1:
                data = data[:first] + draw(_one_of(TOKENS)) + data[first + draw(st.integers(0, 6)) :]
            case _:
                data = how(data, first, last)
    return data


def _cut(data: bytes, first: int, last: int) -> bytes:
    return data[:first] + data[last:]


def _doubled(data: bytes, first: int, last: int) -> bytes:
    return data[:last] + data[first:last] + data[last:]


def _ended(data: bytes, first: int, _: int) -> bytes:
    return data[:first]


def _one_of(choices: list[Any]) -> st.SearchStrategy[Any]:
    return st.sampled_from(choices)


def _values() -> st.SearchStrategy[Json]:
    return st.sampled_from(SHIPPED) | routines(3).map(text_of).map(json.loads)


def _written(value: Json, indent: int | str | None, is_ascii: bool) -> bytes:
    return json.dumps(value, indent=indent, ensure_ascii=is_ascii).encode()


def dumped(value: Json) -> bytes:
    """The JSON of a value, also of one that holds half a character."""
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a character: only an escape can tell it
        return json.dumps(value).encode()


@st.composite
def spoilt_values(draw: st.DrawFn, values: st.SearchStrategy[Json]) -> Json:
    """A value with up to four of those in it replaced, taken out, put in, moved, or told many times."""
    value = copy.deepcopy(draw(values))
    for _ in range(draw(st.integers(1, 4))):
        found = _places(value)
        if not found:
            break
        container, key = draw(st.sampled_from(found))
        match draw(st.sampled_from(["replace", "replace", "remove", "add", "move"])):
            case "replace":
                container[key] = copy.deepcopy(draw(ODD | ANY))
            case "remove":
                del container[key]
            case "move":
                container[key] = copy.deepcopy(draw(st.sampled_from(found))[0])
            case "add" if isinstance(container, dict):
                container[draw(NAMES | st.sampled_from(ODD_TEXTS) | st.text(max_size=8))] = copy.deepcopy(
                    draw(ODD | ANY)
                )
            case _ if isinstance(container, list):
                container.extend([copy.deepcopy(container[key])] * draw(st.sampled_from([1, 3, 150])))
    return value


def _places(value: Json) -> list[tuple[Json, Any]]:
    """Every container in a value with each of its keys."""
    keys: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
    inner = [place for key in keys if isinstance(value[key], dict | list) for place in _places(value[key])]
    return [(value, key) for key in keys] + inner
