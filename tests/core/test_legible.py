"""What cannot be seen, or makes other words be seen wrongly, is found; every script stays as it is written."""

import pytest

from acutimer.core.legible import hidden_in, printable


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Press gently, 1:30 - 100 %",
        "Zúsānlǐ 足三里",
        "Z\u0075\u0301sa\u0304nli\u030c",
        "שלום مرحبا नमस्ते ไทย",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # a word of Persian that is written with a joiner
        "क्\u200dष",
        "👩\u200d👩\u200d👧 🦵🏽 ❤️\u200d🩹",
        "a\u00a0b",
    ],
)
def test_what_people_write_is_let_through(text: str) -> None:
    assert hidden_in(text) == ""


@pytest.mark.parametrize(
    "letter",
    [
        *("\x00", "\t", "\n", "\x1b", "\x7f", "\x9b"),
        *("\u00ad", "\u061c", "\u200b", "\u200e", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff"),
        *("\u2028", "\u2029", "\ud800", "\udfff", "\ue000", "\ufffe", "\ufdd0", "\U0010ffff", "\U000e0041"),
        *("\u034f", "\u115f", "\u180e", "\u2800", "\u3164", "\uffa0"),
    ],
)
def test_what_nobody_sees_is_found(letter: str) -> None:
    assert hidden_in(f"ab{letter}cd") == letter
    assert hidden_in(letter) == letter


@pytest.mark.parametrize("text", ["ad\u200dmin", "\u200dא", "א\u200c", "\u200c", "x\u200cא", "א\u200d\u200dא"])
def test_a_joiner_that_joins_nothing_is_found(text: str) -> None:
    assert hidden_in(text) in ("\u200c", "\u200d")


def test_a_pile_of_marks_is_found() -> None:
    assert hidden_in("a" + "\u0301" * 4) == ""
    assert hidden_in("a" + "\u0301" * 5) == "\u0301"


def test_whatever_a_text_holds_it_is_printed_on_one_line() -> None:
    assert printable("Z\u00fas\u0101nl\u01d0 \u8db3") == "Z\u00fas\u0101nl\u01d0 \u8db3"
    assert printable("a\nb\x1b[2J\udcff\u202e") == r"a\nb\x1b[2J\udcff\u202e"
