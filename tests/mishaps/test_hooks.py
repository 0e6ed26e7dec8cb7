import gc
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from acutimer.core.errors import WorldError
from acutimer.mishaps.fault import Fault
from acutimer.mishaps.going_on import going_on
from acutimer.mishaps.hooks import MOST_KINDS, Hooks
from acutimer.mishaps.notebook import Notebook

NOW = datetime(2025, 11, 20, 9, 30, tzinfo=UTC)


class Watched:
    """Hooks that are installed, and what they told."""

    def __init__(self, path: Path) -> None:
        self.told: list[Fault] = []
        self.came_again = 0
        self.notebook = Notebook(path, lambda: NOW)
        self.hooks = Hooks(self.notebook, self.told.append, lambda: NOW, self.count)

    def count(self) -> None:
        self.came_again += 1

    @property
    def written(self) -> str:
        return self.notebook.path.read_text(encoding="utf-8")


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    watched = Watched(tmp_path / "acutimer.log")
    watched.hooks.install()
    yield watched
    watched.hooks.take_back()


def fail(words: str) -> None:
    raise RuntimeError(words)


def hand_over(words: str) -> None:
    with going_on():
        fail(words)


def test_what_was_installed_is_taken_back(watched: Watched) -> None:
    ours = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    watched.hooks.take_back()
    assert not set(ours) & {sys.excepthook, threading.excepthook, sys.unraisablehook}


def test_what_a_step_raises_is_told_and_the_next_one_is_done(watched: Watched) -> None:
    hand_over("the needle")
    (fault,) = watched.told
    assert "RuntimeError: the needle" in watched.written
    assert "in fail" in watched.written
    assert "main thread" in watched.written
    assert "needle" not in fault.shared
    assert "in fail" in fault.shared
    assert fault.at == NOW
    assert fault.told == ""


def test_what_a_thread_raises_is_told_with_its_name(watched: Watched) -> None:
    thread = threading.Thread(target=fail, args=("in a thread",), name="voice")
    thread.start()
    thread.join()
    (fault,) = watched.told
    assert "thread voice" in fault.shared
    assert "RuntimeError: in a thread" in watched.written


def test_what_is_raised_as_something_is_put_away_is_told(watched: Watched) -> None:
    class Falling:
        def __del__(self) -> None:
            fail("falling")

    Falling()
    gc.collect()
    (fault,) = watched.told
    assert "Falling.__del__" in fault.shared


def test_the_same_at_every_tick_is_told_once_and_does_not_flood_the_log(watched: Watched) -> None:
    for number in range(5000):
        hand_over(f"tick {number}")
    assert len(watched.told) == 1
    assert watched.came_again == 4999
    assert len(watched.written) < 3000
    assert "1000 times by now" in watched.written


def test_a_fault_elsewhere_is_another_one(watched: Watched) -> None:
    hand_over("one")
    with going_on():
        raise ValueError("two")
    assert len(watched.told) == 2


def test_there_is_an_end_to_telling(watched: Watched) -> None:
    for number in range(MOST_KINDS + 20):
        with going_on():
            raise type(f"Kind{number}Error", (Exception,), {})
    assert len(watched.told) == MOST_KINDS


def test_an_error_that_has_words_for_people_brings_them(watched: Watched) -> None:
    with going_on():
        raise WorldError("The disk is full.")
    assert watched.told[0].told == "The disk is full."


def test_a_wish_to_end_is_no_fault(watched: Watched) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not watched.told
    assert "KeyboardInterrupt" in watched.written


def test_a_fault_in_telling_a_fault_goes_no_further(tmp_path: Path) -> None:
    watched = Watched(tmp_path / "acutimer.log")

    def tell(_fault: Fault) -> None:
        watched.came_again += 1
        hand_over("and again")
        fail("telling")

    hooks = Hooks(watched.notebook, tell, lambda: NOW)
    hooks.install()
    try:
        hand_over("the first")
        hand_over("the first")
    finally:
        hooks.take_back()
    assert watched.came_again == 1
    assert "RuntimeError: the first" in watched.written
    assert "of telling it RuntimeError" in watched.written


def test_an_error_that_cannot_be_written_as_text_is_told_all_the_same(watched: Watched) -> None:
    class UnspeakableError(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    with going_on():
        raise UnspeakableError
    assert len(watched.told) == 1
    assert "UnspeakableError" in watched.written
