"""What anyone on a bus may say: types and values of every kind, calls, answers and signals."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from jeepney import DBusAddress, HeaderFields, Message, MessageFlag, new_method_call

from acutimer.ui.session.desktop.mpris import METHODS, PATH, PLAYER, PROGRAM, PROPERTIES

Signed = tuple[str, Any]  # a signature of one type, and a value of it

_WHOLE = {"y": (0, 8), "n": (1, 16), "q": (0, 16), "i": (1, 32), "u": (0, 32), "x": (1, 64), "t": (0, 64)}
LARGE = "x" * 300_000
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "",
        "Rate",
        "Volume",
        "Position",
        "Metadata",
        PLAYER,
        PROGRAM,
        "</b>\n\x1b[2J",
        "\u202ename",
        LARGE,
        "file:///etc/passwd",
    ]
)
PATHS = st.sampled_from([PATH, "/", "/org", "/org/mpris", "/acutimer/phase/3", "/x" * 100, "/a_1/b"])
NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,10}(\.[A-Za-z_][A-Za-z0-9_]{0,10}){1,3}", fullmatch=True)
MEMBERS = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,40}", fullmatch=True)


def _plain(kind: str) -> st.SearchStrategy[Any]:
    if kind in _WHOLE:
        is_signed, bits = _WHOLE[kind]
        low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if is_signed else (0, (1 << bits) - 1)
        return st.integers(low, high) | st.sampled_from([low, high])
    other: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
        "b": st.booleans,
        "d": st.floats,
        "s": lambda: TEXTS,
        "o": lambda: PATHS,
        "g": lambda: st.sampled_from(["", "s", "a{sv}", "(ii)", "aas"]),
    }
    return other[kind]()


@st.composite
def signed(draw: st.DrawFn, depth: int = 3) -> Signed:
    """A value of any type, with containers up to `depth` deep."""
    kinds = [*_WHOLE, *"bdsog", "s", "x", *(["a", "r", "e", "v"] if depth else [])]
    match draw(st.sampled_from(kinds)):
        case "a":
            kind, value = draw(signed(depth - 1))
            return f"a{kind}", [value] * draw(st.integers(0, 3))
        case "r":
            parts = draw(st.lists(signed(depth - 1), min_size=1, max_size=3))
            return f"({''.join(kind for kind, _ in parts)})", tuple(value for _, value in parts)
        case "e":
            kind, value = draw(signed(depth - 1))
            return f"a{{s{kind}}}", dict.fromkeys(draw(st.lists(TEXTS, max_size=2)), value)
        case "v":
            return "v", draw(signed(depth - 1))
        case kind:
            return kind, draw(_plain(kind))


def bodies() -> st.SearchStrategy[tuple[str, tuple[Any, ...]]]:
    """What a message carries: its signature and its values."""
    return st.lists(signed(), max_size=4).map(
        lambda parts: ("".join(kind for kind, _ in parts), tuple(value for _, value in parts))
    )


@st.composite
def fitting(draw: st.DrawFn, signature: str) -> tuple[Any, ...]:
    """Values for a signature in which every type is one letter."""
    return tuple(draw(signed(2) if kind == "v" else _plain(kind)) for kind in signature)


@st.composite
def calls(draw: st.DrawFn, name: str) -> Message:
    """A call of the player at `name`: as it should be, nearly so, or of anything else."""
    if draw(st.integers(0, 2)):
        (interface, member), signature = draw(st.sampled_from(sorted(METHODS.items())))
        if draw(st.integers(0, 3)):
            body = draw(fitting(signature))
        else:
            signature, body = draw(bodies())
    else:
        interface = draw(st.sampled_from([PLAYER, PROGRAM, PROPERTIES]) | NAMES)
        member, (signature, body) = draw(MEMBERS), draw(bodies())
    path = draw(st.sampled_from([PATH, PATH, PATH]) | PATHS)
    call = new_method_call(DBusAddress(path, name, interface), member, signature or None, body)
    if draw(st.integers(0, 9)) == 0:
        call.header.flags |= MessageFlag.no_reply_expected
    if draw(st.integers(0, 9)) == 0:
        del call.header.fields[HeaderFields.interface]
    return call
