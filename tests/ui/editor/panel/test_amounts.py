import pytest

from acutimer.ui.editor.panel.amounts import length_read, length_shown, range_shown, tenths_read, tenths_shown


@pytest.mark.parametrize(
    ("seconds", "words"), [(8, "8\u00a0s"), (59, "59\u00a0s"), (60, "1:00"), (90, "1:30"), (3600, "1:00:00")]
)
def test_a_length_is_shown_as_people_say_it_and_read_back(seconds: int, words: str) -> None:
    assert length_shown(seconds) == words
    assert length_read(words) == seconds


@pytest.mark.parametrize(("words", "tenths"), [("2.5", 25), ("2,5 s", 25), ("4", 40), ("4\u00a0s", 40), (" 0.7 s ", 7)])
def test_short_times_are_read_in_tenths(words: str, tenths: int) -> None:
    assert tenths_read(words) == tenths


@pytest.mark.parametrize("words", ["", "soon", "-1", "1e3", "1:30", "99999"])
def test_what_is_no_short_time_is_none(words: str) -> None:
    assert tenths_read(words) is None


@pytest.mark.parametrize("tenths", [1, 7, 10, 25, 300])
def test_tenths_are_shown_and_read_back(tenths: int) -> None:
    assert tenths_read(tenths_shown(tenths)) == tenths


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (60, 120, "1 to 2\u00a0min"),
        (30, 60, "30 to 60\u00a0s"),
        (30, 120, "30\u00a0s to 2\u00a0min"),
        (60, 60, "1\u00a0min"),
        (600, 900, "10 to 15\u00a0min"),
        (12, 126, "12\u00a0s to 2:06"),
    ],
)
def test_a_range_is_told_in_the_fewest_words(low: int, high: int, words: str) -> None:
    assert range_shown(low, high) == words
