import json
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from acutimer.core.errors import InputError
from acutimer.mishaps.sharing import (
    MOST_CHARACTERS,
    bounded,
    place,
    shared_report,
    shared_trace,
    without_home,
)

WORDS = "Oma Gertrud's 'hip' \"pain\""
NAMES: dict[str, int] = {}


def shared(fault: Callable[[], object]) -> str:
    with pytest.raises(Exception) as caught:  # noqa: PT011  whichever it is
        fault()
    return shared_trace(caught.value, caught.value.__traceback__)


def raise_quoted() -> None:
    raise ValueError(f"this note is too long: {WORDS}")


def raise_worldly() -> None:
    raise InputError(f"There is no routine called {WORDS}")


def raise_noted() -> None:
    error = ValueError("our own words")
    error.add_note(WORDS)
    raise error


def lead_to_another() -> None:
    try:
        int(WORDS)
    except ValueError as error:
        raise RuntimeError("it went on") from error


def assert_it() -> None:
    assert len(WORDS) < 3, f"found {WORDS}"


class UnspeakableError(Exception):
    """An error that fails when it is asked what it is."""

    def __str__(self) -> str:
        raise RuntimeError(WORDS)


def raise_unspeakable() -> None:
    raise UnspeakableError


@pytest.mark.parametrize(
    "fault",
    [
        raise_quoted,
        raise_worldly,
        raise_noted,
        raise_unspeakable,
        lead_to_another,
        assert_it,
        lambda: NAMES[WORDS],
        lambda: int(WORDS),
        lambda: float(WORDS),
        lambda: datetime.fromisoformat(WORDS),
        lambda: datetime.strptime(f"2025 {WORDS}", "%Y").astimezone(),
        lambda: Path("/nowhere", WORDS).read_text(encoding="utf-8"),
        lambda: Path(f"/nowhere/{WORDS}").mkdir(),
        lambda: json.loads(WORDS),
        lambda: [].index(WORDS),  # type: ignore[arg-type]
        lambda: WORDS.encode("ascii") + "ä".encode("ascii"),
        lambda: sqlite3.connect(":memory:").execute(f"SELECT '{WORDS}"),
        lambda: WORDS.missing,  # type: ignore[attr-defined]
        lambda: WORDS + 1,  # type: ignore[operator]
    ],
    ids=lambda fault: getattr(fault, "__name__", "")[:12],
)
def test_no_word_of_the_users_is_shared(fault: Callable[[], object]) -> None:
    told = shared(fault)
    for word in ("Oma", "Gertrud", "hip", "pain"):
        assert word not in told.replace("WORDS", "")
    assert "test_sharing.py" in told


def test_what_a_fault_was_is_still_to_be_read() -> None:
    assert "AttributeError: 'str' object has no attribute 'missing'" in shared(lambda: WORDS.missing)  # type: ignore[attr-defined]
    assert "ZeroDivisionError: division by zero" in shared(lambda: 1 // 0)
    assert "ValueError: this note is too long: {WORDS}" not in shared(raise_quoted)
    assert "ValueError: this note is too long: ..." in shared(raise_quoted)
    assert shared(lambda: NAMES[WORDS]).endswith("KeyError: ...")
    assert "[Errno 2] No such file" in shared(lambda: Path("/nowhere").read_text(encoding="utf-8"))
    assert "which led to" in shared(lead_to_another)
    assert "invalid literal for int() with base 10: ..." in shared(lead_to_another)


def test_of_what_qt_for_python_says_before_an_error_nothing_is_left() -> None:
    def fault() -> None:
        int("x")

    with pytest.raises(ValueError, match="invalid") as caught:
        fault()
    prefix = "Error calling Python override of QWidget::event(): "
    error = ValueError(prefix * 5 + str(caught.value))
    assert "override" not in shared_trace(error, caught.value.__traceback__)


def test_files_are_told_without_the_folders_of_this_computer() -> None:
    import acutimer.mishaps.sharing as module

    assert module.__file__ is not None
    assert place(module.__file__) == "acutimer/mishaps/sharing.py"
    assert place("/who/anna/.venv/lib/python3.11/site-packages/PySide6/a.py") == "PySide6/a.py"
    assert place("/usr/lib/python3.11/json/decoder.py") == "json/decoder.py"
    assert place("/who/anna/secret/plan.py") == "plan.py"
    assert place("<string>") == "<string>"


def test_a_recursion_without_end_is_told_in_few_lines() -> None:
    def deeper(depth: int) -> int:
        return deeper(depth + 1) + 1

    assert len(shared(lambda: deeper(0)).splitlines()) < 200


def test_a_long_text_keeps_its_beginning_and_its_end() -> None:
    short = bounded("a" * MOST_CHARACTERS + "b" * MOST_CHARACTERS)
    assert len(short) <= MOST_CHARACTERS
    assert short.startswith("aaa")
    assert short.endswith("bbb")
    assert bounded("as it is") == "as it is"


def test_the_home_folder_is_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/who/anna")
    assert without_home("/who/anna/x '/who/anna' /who/annabel") == "~/x '~' /who/annabel"
    monkeypatch.setenv("HOME", "/")
    assert without_home("/usr/lib") == "/usr/lib"


def test_of_what_a_signal_left_only_places_are_told() -> None:
    report = (
        'Fatal Python error: Aborted\n\n  File "/who/anna/a/b.py", line 3 in f\n\nExtension modules: a, b (total: 2)\n'
    )
    assert shared_report(report) == 'Fatal Python error: Aborted\n\n  File "b.py", line 3 in f\n\n'
