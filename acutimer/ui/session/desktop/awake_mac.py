"""Keeping the screen on in macOS: a power assertion. The kernel drops it when the program ends."""

import ctypes
from typing import Any

CORE_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
IO_KIT = "/System/Library/Frameworks/IOKit.framework/IOKit"
UTF_8 = 0x08000100  # kCFStringEncodingUTF8
LEVEL_ON = 255  # kIOPMAssertionLevelOn
KEEP_DISPLAY_ON = "PreventUserIdleDisplaySleep"  # kIOPMAssertPreventUserIdleDisplaySleep
SUCCESS = 0  # kIOReturnSuccess

Library = Any  # what ctypes loads, or what a test puts in its place


class MacKeeper:
    """Holds one assertion at a time; `pmset -g assertions` shows it with its reason."""

    def __init__(self, core_foundation: Library = None, io_kit: Library = None) -> None:
        """Both libraries are found when they are needed, unless they are given."""
        self._foundation, self._io_kit = core_foundation, io_kit
        self._assertion: int | None = None

    def hold(self, why: str) -> None:
        """Keep the screen on until `release`; `why` names the assertion."""
        if self._assertion is not None or not self._has_libraries():
            return
        kind, name = self._string(KEEP_DISPLAY_ON), self._string(why)
        assertion = ctypes.c_uint32()
        if kind and name:
            done = self._io_kit.IOPMAssertionCreateWithName(kind, LEVEL_ON, name, ctypes.byref(assertion))
            self._assertion = assertion.value if done == SUCCESS else None
        for string in filter(None, (kind, name)):
            self._foundation.CFRelease(string)

    def release(self) -> None:
        """Let the screen go off as it always would."""
        if self._assertion is not None:
            self._io_kit.IOPMAssertionRelease(self._assertion)
            self._assertion = None

    def close(self) -> None:
        """The same as to release: nothing else was taken."""
        self.release()

    def _string(self, text: str) -> int | None:
        """A string of macOS, to be released by us."""
        pointer: int | None = self._foundation.CFStringCreateWithCString(None, text.encode(), UTF_8)
        return pointer

    def _has_libraries(self) -> bool:
        if self._io_kit is not None:
            return True
        try:
            self._foundation, self._io_kit = ctypes.CDLL(CORE_FOUNDATION), ctypes.CDLL(IO_KIT)
        except OSError:
            return False
        declare(self._foundation, self._io_kit)
        return True


def declare(foundation: Library, io_kit: Library) -> None:
    """Tell ctypes the types of what is called, for pointers have more bits than it assumes."""
    pointer, number = ctypes.c_void_p, ctypes.c_uint32
    foundation.CFStringCreateWithCString.argtypes = [pointer, ctypes.c_char_p, number]
    foundation.CFStringCreateWithCString.restype = pointer
    foundation.CFRelease.argtypes, foundation.CFRelease.restype = [pointer], None
    io_kit.IOPMAssertionCreateWithName.argtypes = [pointer, number, pointer, ctypes.POINTER(number)]
    io_kit.IOPMAssertionCreateWithName.restype = ctypes.c_int
    io_kit.IOPMAssertionRelease.argtypes, io_kit.IOPMAssertionRelease.restype = [number], ctypes.c_int
