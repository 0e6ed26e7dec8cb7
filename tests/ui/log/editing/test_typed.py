import pytest

from acutimer.ui.log.editing.typed import (
    count_read,
    daytime_read,
    daytime_shown,
    minutes_read,
    minutes_shown,
    seconds_read,
    seconds_shown,
)


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("1:30", 90),
        (" 01:30 ", 90),
        ("90", 90),
        ("0", 0),
        ("90 s", 90),
        ("90s", 90),
        ("2 min", 120),
        ("2 min 5 s", 125),
        ("2m", 120),
        ("1 h 5 min", 3900),
        ("1:05:00", 3900),
        ("2:", 120),
        ("65:00", 3900),
    ],
)
def test_times_are_read_as_people_write_them(typed: str, seconds: int) -> None:
    assert seconds_read(typed) == seconds


@pytest.mark.parametrize("typed", ["", "   ", "abc", "1:2:3:4", "-5", "1.5.2", "min", ":", "½", "1:30 pm"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert seconds_read(typed) is None


@pytest.mark.parametrize("seconds", [0, 38, 90, 600, 3600, 86400])
def test_what_is_shown_is_understood(seconds: int) -> None:
    assert seconds_read(seconds_shown(seconds)) == seconds
    assert minutes_read(minutes_shown(seconds // 60)) == seconds // 60


@pytest.mark.parametrize(("typed", "number"), [("18", 18), (" 0 ", 0), ("x", None), ("-1", None), ("", None)])
def test_a_count_is_a_whole_number(typed: str, number: int | None) -> None:
    assert count_read(typed) == number


@pytest.mark.parametrize(
    ("typed", "minutes"), [("13", 13), ("13 min", 13), ("1 h", 60), ("soon", None), ("", None), ("13\u00a0min", 13)]
)
def test_minutes_go_with_their_word_or_without(typed: str, minutes: int | None) -> None:
    assert minutes_read(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("7:31", 7, 31),
        ("07:31", 7, 31),
        ("7.31", 7, 31),
        ("7h31", 7, 31),
        ("731", 7, 31),
        ("1931", 19, 31),
        ("7", 7, 0),
        ("0:00", 0, 0),
        ("7 pm", 19, 0),
        ("7:31 PM", 19, 31),
        ("7:31\u202fp.m.", 19, 31),
        ("12:05 am", 0, 5),
        ("12 pm", 12, 0),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(typed: str, hour: int, minute: int) -> None:
    assert daytime_read(typed) == hour * 60 + minute


@pytest.mark.parametrize("typed", ["", "24:00", "7:60", "13 pm", "0 am", "noon", "7:3:1", "77777"])
def test_what_no_clock_shows_is_none(typed: str) -> None:
    assert daytime_read(typed) is None


@pytest.mark.parametrize("minutes", [0, 1, 451, 720, 1439])
def test_the_clock_understands_what_it_shows(minutes: int) -> None:
    assert daytime_read(daytime_shown(minutes)) == minutes
