import ctypes
from types import SimpleNamespace
from typing import Any

import pytest

from acutimer.ui.session.desktop.awake_mac import MacKeeper, declare

WHY = "A session is running"
UTF_8 = 0x08000100
LEVEL_ON = 255
REFUSED = -536870199


class CoreFoundation:
    """Makes strings whose addresses are 1000, 1001 and so on, and remembers which live."""

    def __init__(self) -> None:
        self.living: dict[int, str] = {}
        self.made = 0

    def CFStringCreateWithCString(self, allocator: None, text: bytes, encoding: int) -> int:  # noqa: N802 - macOS' name
        assert allocator is None
        assert encoding == UTF_8
        self.made += 1
        self.living[999 + self.made] = text.decode()
        return 999 + self.made

    def CFRelease(self, string: int) -> None:  # noqa: N802 - macOS' name
        del self.living[string]


class IOKit:
    """Remembers what was asserted and released."""

    def __init__(self, foundation: CoreFoundation, answer: int = 0) -> None:
        self._foundation, self._answer = foundation, answer
        self.asked: list[tuple[object, ...]] = []

    def IOPMAssertionCreateWithName(self, kind: int, level: int, name: int, assertion: Any) -> int:  # noqa: N802 - the same
        living = self._foundation.living
        self.asked.append((living[kind], level, living[name]))
        if self._answer == 0:
            ctypes.cast(assertion, ctypes.POINTER(ctypes.c_uint32)).contents.value = 3_000_000_007
        return self._answer

    def IOPMAssertionRelease(self, assertion: int) -> int:  # noqa: N802 - the same
        self.asked.append(("release", assertion))
        return 0


@pytest.fixture
def foundation() -> CoreFoundation:
    return CoreFoundation()


def test_the_display_is_kept_on_under_the_reason_until_released(foundation: CoreFoundation) -> None:
    io_kit = IOKit(foundation)
    keeper = MacKeeper(foundation, io_kit)
    keeper.hold(WHY)
    keeper.hold(WHY)
    assert io_kit.asked == [("PreventUserIdleDisplaySleep", LEVEL_ON, WHY)]
    keeper.release()
    keeper.release()
    assert io_kit.asked[1:] == [("release", 3_000_000_007)]


def test_no_string_is_left_behind(foundation: CoreFoundation) -> None:
    MacKeeper(foundation, IOKit(foundation)).hold(WHY)
    assert foundation.made == 2
    assert not foundation.living


def test_what_was_refused_is_not_released(foundation: CoreFoundation) -> None:
    io_kit = IOKit(foundation, REFUSED)
    keeper = MacKeeper(foundation, io_kit)
    keeper.hold(WHY)
    keeper.close()
    assert len(io_kit.asked) == 1
    assert not foundation.living


def test_ctypes_is_told_the_size_of_pointers_and_numbers() -> None:
    foundation = SimpleNamespace(CFStringCreateWithCString=SimpleNamespace(), CFRelease=SimpleNamespace())
    io_kit = SimpleNamespace(IOPMAssertionCreateWithName=SimpleNamespace(), IOPMAssertionRelease=SimpleNamespace())
    declare(foundation, io_kit)
    assert foundation.CFStringCreateWithCString.restype is ctypes.c_void_p
    assert foundation.CFRelease.argtypes == [ctypes.c_void_p]
    assert io_kit.IOPMAssertionRelease.argtypes == [ctypes.c_uint32]


def test_without_macos_it_does_nothing() -> None:
    keeper = MacKeeper()
    keeper.hold(WHY)
    keeper.close()
