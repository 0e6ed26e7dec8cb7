import json
import sys

import pytest

from acutimer.cli.printing import say, say_json, say_table
from acutimer.core.legible import harmless

# A colour, a title, a bell, a colour in one byte, a line over this one, a turned direction, a letter of nobody's.
STEERING = (
    "\x1b[31m",
    "\x1b]0;owned\x07",
    "\x07",
    "\x9b31m",
    "\rgone",
    "\x08",
    "\x7f",
    "\u202ecba",
    "\u2066",
    "\ue000",
)


@pytest.mark.parametrize("code", STEERING)
def test_nothing_that_is_printed_steers_a_terminal(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    say(f"My knees {code}\n")
    printed = capsys.readouterr().out
    assert not set(code) & set(printed) or all(letter.isprintable() for letter in printed.strip())
    assert printed.startswith("My knees ")
    assert printed.endswith("\n")


@pytest.mark.parametrize("code", STEERING)
def test_json_means_the_same_and_steers_no_terminal_either(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    value = {"note": f"Kniebeuge 深蹲 {code} \U0001f600\U000e0041"}
    say_json(value)
    printed = capsys.readouterr().out
    assert json.loads(printed) == value
    assert harmless(printed) == printed
    assert "Kniebeuge 深蹲" in printed


def test_a_table_goes_into_a_file_as_it_is_and_onto_a_terminal_harmlessly(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    say_table("a,\x1b[31m\r\n")
    assert capsys.readouterr().out == "a,\x1b[31m\r\n"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    say_table("a,\x1b[31m\r\n")
    assert capsys.readouterr().out == "a,\\x1b[31m\n"


def test_what_can_be_read_is_left_as_it_is() -> None:
    words = "90\u00a0s · 足三里 · Zú Sān Lǐ · \U0001f9d8\u200d\u2640\ufe0f\nnext"
    assert harmless(words) == words
