"""The window in front, as an X11 window manager tells it (EWMH), asked through libxcb.

libxcb answers an error with nothing, where Xlib would end the program for it: the window asked of may be gone by then.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

LIBRARY = "libxcb.so.1"
ANY_TYPE = 0
MOST_WORDS = 64


class _Roots(ctypes.Structure):
    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Atom(ctypes.Structure):
    _fields_ = (("head", ctypes.c_uint32 * 2), ("atom", ctypes.c_uint32))


class _Property(ctypes.Structure):
    _fields_ = (("kind", ctypes.c_uint8), ("format", ctypes.c_uint8), ("rest", ctypes.c_uint8 * 30))


def is_front_window_full() -> bool:
    """Whether it fills its screen; False where nobody tells."""
    with _connected() as (xcb, connection):
        if connection is None:
            return False
        root = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection)).data[0]
        full = _atom(xcb, connection, b"_NET_WM_STATE_FULLSCREEN")
        front = _words(xcb, connection, root, b"_NET_ACTIVE_WINDOW")
        return bool(full and front and front[0]) and full in _words(xcb, connection, front[0], b"_NET_WM_STATE")


@contextmanager
def _connected() -> Iterator[tuple[Any, int | None]]:
    """The library, and a connection to the display of this process, or None."""
    try:
        xcb = ctypes.CDLL(LIBRARY)
    except OSError:
        yield None, None
        return
    _declare(xcb)
    connection = xcb.xcb_connect(None, None)
    try:
        yield xcb, None if xcb.xcb_connection_has_error(connection) else connection
    finally:
        xcb.xcb_disconnect(connection)


def _declare(xcb: Any) -> None:
    pointer, word = ctypes.c_void_p, ctypes.c_uint32
    kinds: dict[str, tuple[Any, tuple[Any, ...]]] = {
        "xcb_connect": (pointer, (ctypes.c_char_p, pointer)),
        "xcb_connection_has_error": (ctypes.c_int, (pointer,)),
        "xcb_disconnect": (None, (pointer,)),
        "xcb_get_setup": (pointer, (pointer,)),
        "xcb_setup_roots_iterator": (_Roots, (pointer,)),
        "xcb_intern_atom": (_Cookie, (pointer, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_char_p)),
        "xcb_intern_atom_reply": (ctypes.POINTER(_Atom), (pointer, _Cookie, pointer)),
        "xcb_get_property": (_Cookie, (pointer, ctypes.c_uint8, word, word, word, word, word)),
        "xcb_get_property_reply": (ctypes.POINTER(_Property), (pointer, _Cookie, pointer)),
        "xcb_get_property_value": (pointer, (ctypes.POINTER(_Property),)),
        "xcb_get_property_value_length": (ctypes.c_int, (ctypes.POINTER(_Property),)),
    }
    for name, (result, arguments) in kinds.items():
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments


def _atom(xcb: Any, connection: int, name: bytes) -> int:
    """The number the display has for a name; 0 if nobody has used it yet."""
    reply = xcb.xcb_intern_atom_reply(connection, xcb.xcb_intern_atom(connection, 1, len(name), name), None)
    if not reply:
        return 0
    found = int(reply.contents.atom)
    _free(reply)
    return found


def _words(xcb: Any, connection: int, window: int, name: bytes) -> list[int]:
    """A property of a window that is a list of numbers of 32 bits; empty where it is not, or the window is gone."""
    asked = xcb.xcb_get_property(connection, 0, window, _atom(xcb, connection, name), ANY_TYPE, 0, MOST_WORDS)
    reply = xcb.xcb_get_property_reply(connection, asked, None)
    if not reply:
        return []
    found: list[int] = []
    if reply.contents.format == 32:
        length = xcb.xcb_get_property_value_length(reply) // 4
        values = ctypes.cast(xcb.xcb_get_property_value(reply), ctypes.POINTER(ctypes.c_uint32))
        found = [int(values[place]) for place in range(length)]
    _free(reply)
    return found


def _free(reply: Any) -> None:
    free = ctypes.CDLL(None).free
    free.argtypes = (ctypes.c_void_p,)
    free.restype = None
    free(ctypes.cast(reply, ctypes.c_void_p))
