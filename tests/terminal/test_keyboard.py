import io
import os
import sys
from collections.abc import Iterator

import pytest

from acutimer.terminal.keyboard import Key, NoKeys, keys_in, keys_of

if sys.platform == "win32":
    pytest.skip("consoles have no pseudo-terminals", allow_module_level=True)

import pty
import termios


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        (" ", [Key.GO]),
        ("\n", [Key.GO]),
        ("\x1b[C", [Key.SKIP]),
        ("\x1bOD", [Key.BACK]),
        ("\x1b[A+=", [Key.MORE] * 3),
        ("rR", [Key.REDO] * 2),
        ("wsqu", [Key.WAIT, Key.SAY, Key.STOP, Key.UNDO]),
        ("\x1b[B?x", []),
    ],
)
def test_what_a_terminal_sends_is_understood(sent: str, keys: list[Key]) -> None:
    assert keys_in(sent) == keys


def test_without_a_terminal_waiting_is_sleeping() -> None:
    slept: list[float] = []
    for stream in (None, io.StringIO()):
        with keys_of(stream, slept.append) as keys:
            assert isinstance(keys, NoKeys)
            assert not keys.can_answer
            assert keys.wait(0.25) is None
    assert slept == [0.25, 0.25]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, io.TextIOWrapper]]:
    ours, theirs = pty.openpty()
    monkeypatch.setattr(os, "tcgetpgrp", lambda _: os.getpgrp())
    with os.fdopen(theirs, "r", encoding="utf-8") as stream:
        yield ours, stream
    os.close(ours)


def test_keys_come_without_enter_and_the_terminal_is_set_back(terminal: tuple[int, io.TextIOWrapper]) -> None:
    ours, stream = terminal
    before = termios.tcgetattr(stream.fileno())
    with keys_of(stream) as keys:
        assert keys.can_answer
        assert termios.tcgetattr(stream.fileno())[3] & termios.ICANON == 0
        os.write(ours, b" \x1b[C")
        assert [keys.wait(5), keys.wait(5)] == [Key.GO, Key.SKIP]
        assert keys.wait(0) is None
    assert termios.tcgetattr(stream.fileno()) == before


def test_the_terminal_is_set_back_after_a_failure(terminal: tuple[int, io.TextIOWrapper]) -> None:
    _, stream = terminal
    before = termios.tcgetattr(stream.fileno())
    with pytest.raises(ZeroDivisionError), keys_of(stream):
        raise ZeroDivisionError
    assert termios.tcgetattr(stream.fileno()) == before


def test_a_job_in_the_background_takes_no_keys(
    terminal: tuple[int, io.TextIOWrapper], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "tcgetpgrp", lambda _: os.getpgrp() + 1)
    with keys_of(terminal[1]) as keys:
        assert not keys.can_answer
