"""Lines in a terminal, where some letters are two cells wide."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from acutimer.terminal.cells import cells, lines, shortened

COMMA, STOP, OPENS, CLOSES = "\uff0c", "\u3002", "\uff08", "\uff09"


def test_chinese_breaks_between_signs_and_never_before_a_closing_mark() -> None:
    assert lines(f"屈膝{COMMA}在膝盖骨下{STOP}", 8) == [f"屈膝{COMMA}在", "膝盖骨", f"下{STOP}"]


def test_what_opens_goes_with_what_follows() -> None:
    assert lines(f"这是{OPENS}一{CLOSES}", 6) == ["这是", f"{OPENS}一{CLOSES}"]


def test_a_latin_word_among_signs_stays_whole() -> None:
    assert lines("按压 ST36 一分钟", 10) == ["按压 ST36", "一分钟"]


def test_english_breaks_as_it_always_did() -> None:
    words = "four fingers below the outer knee-eye, just outside the shin"
    assert lines(words, 20) == textwrap.wrap(words, 20)
    assert lines("", 20) == []


@given(st.text(f"一二三{COMMA}{STOP}{OPENS}{CLOSES} abc", max_size=60), st.integers(8, 40))
def test_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    assert "".join("".join(lines(text, width)).split()) == "".join(text.split())


@given(st.text("一二三四 ", max_size=60), st.integers(4, 40))
def test_no_line_is_wider_than_it_may_be(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in lines(text, width))


def test_a_line_is_cut_before_a_sign_that_would_not_fit() -> None:
    assert shortened("剩余 1:30", 5) == "剩余 "
    assert shortened("剩余", 3) == "剩"
    assert shortened("left", 10) == "left"
