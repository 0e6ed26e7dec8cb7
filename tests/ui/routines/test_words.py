from datetime import UTC, datetime, timedelta, timezone

import pytest

from acutimer.core.fitting import plan
from acutimer.core.planning import Choices
from acutimer.core.points import Dose
from acutimer.core.routines import Posture, PressStep, Routine, Step, WaitStep
from acutimer.ui.routines.words import clock, joined, last_done, length, minutes, needs
from tests.unprofiled import UNPROFILED

NOW = datetime(2025, 11, 20, 9, 30, tzinfo=UTC)
PRESS = PressStep(
    say="Press", source="balance", point="KI3", dose=Dose(seconds=90, min_seconds=60, max_seconds=120, source="balance")
)


def routine(*steps: Step, postures: tuple[Posture, ...] = (), equipment: tuple[str, ...] = ()) -> Routine:
    return Routine(
        id="r", name="R", summary="", postures=postures, equipment=equipment, steps=steps or (PRESS,), source="balance"
    )


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (90, "1:30"), (59.6, "1:00"), (3900, "1:05:00")])
def test_a_clock_shows_minutes_and_seconds(seconds: float, text: str) -> None:
    assert clock(seconds) == text


@pytest.mark.parametrize(("seconds", "text"), [(20, "1\u00a0min"), (90, "2\u00a0min"), (760, "13\u00a0min")])
def test_a_length_is_told_to_the_nearest_minute(seconds: float, text: str) -> None:
    assert minutes(seconds) == text


def test_a_walk_that_waits_for_the_user_is_at_their_pace() -> None:
    walk = WaitStep(say="Walk", source="balance", technique="walking")
    settle = WaitStep(say="Sit", source="balance", technique="settle")
    assert length(plan(routine(walk, PRESS), Choices(), UNPROFILED)) == "Your pace"
    assert length(plan(routine(settle, PRESS), Choices(), UNPROFILED)) == "3\u00a0min"


def test_a_list_reads_as_a_sentence_does() -> None:
    assert joined([]) == ""
    assert joined(["wall"]) == "wall"
    assert joined(["wall", "chair"]) == "wall and chair"
    assert joined(["wall", "chair", "basin"]) == "wall, chair and basin"


def test_postures_come_before_equipment() -> None:
    both = routine(postures=(Posture.SEATED, Posture.STANDING), equipment=("wall", "chair"))
    assert needs(both) == "Seated and standing, wall and chair"
    assert needs(routine(postures=(Posture.WALKING,))) == "Walking"


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (timedelta(hours=2), "Today"),
        (timedelta(hours=8), "Yesterday"),
        (timedelta(days=3), "3 days ago"),
        (timedelta(days=13), "13 days ago"),
        (timedelta(days=14), "6\u00a0Nov"),
        (timedelta(days=400), "16\u00a0Oct\u00a02024"),
    ],
)
def test_the_day_it_was_last_done_is_told_from_today(ago: timedelta, text: str) -> None:
    assert last_done(NOW - ago, NOW, day_begins_hour=3) == text


def test_a_routine_never_done_is_not_yet_done() -> None:
    assert last_done(None, NOW, 3) == "Not yet"


def test_what_was_begun_today_goes_before_what_was_done_earlier() -> None:
    assert last_done(None, NOW, 3, in_part=True) == "Today, in part"
    assert last_done(NOW - timedelta(days=1), NOW, 3, in_part=True) == "Today, in part"


def test_a_moment_in_another_zone_falls_on_the_users_own_day() -> None:
    late_in_tokyo = datetime(2025, 11, 20, 8, 0, tzinfo=timezone(timedelta(hours=9)))  # 23:00 the day before, UTC
    assert last_done(late_in_tokyo, NOW, 3) == "Yesterday"
