"""Problems become lines that name the file and the place, however many they are and whatever the file is called."""

from pathlib import Path

import pytest

from acutimer.content.problems import MAX_LINES, Problem, quoted, refuse, shown_place
from acutimer.core.errors import InputError


def test_words_that_are_not_told_are_not_looked_for() -> None:
    def never() -> str:
        raise AssertionError

    told = [Problem(("a",), "bad.")] * MAX_LINES
    with pytest.raises(InputError, match="and 5 more like these"):
        refuse(Path("f"), [*told, *([Problem(("b",), never)] * 5)])


def test_a_long_list_of_problems_is_cut_short() -> None:
    with pytest.raises(InputError) as error:
        refuse(Path("f"), (Problem(("a", number), "bad.") for number in range(25)))
    lines = str(error.value).splitlines()
    assert len(lines) == 21
    assert lines[0] == "f: a[0]: bad."
    assert lines[-1] == "f: and 5 more like these"


def test_a_file_name_with_odd_characters_stays_on_one_line() -> None:
    with pytest.raises(InputError) as error:
        refuse(Path("a\nb\udcff"), [Problem((), "bad.")])
    assert str(error.value) == "a\\nb\\udcff: bad."


def test_places_and_values_are_written_as_in_the_file() -> None:
    assert shown_place(("steps", 2, "dose", "seconds")) == "steps[2].dose.seconds"
    assert shown_place((0, "a b", "c")) == '[0]["a b"].c'
    assert quoted({"a": None}) == '{"a": null}'
    assert len(quoted("x" * 1000)) <= 40
