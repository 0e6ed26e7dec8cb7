from datetime import date, datetime, timedelta, timezone

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.totals import Rated
from acutimer.ui.log.trends.discomfort import DiscomfortCard
from tests.ui.log.trends.made_up import TODAY, a_reading, rated
from tests.ui.practice import shown


@pytest.fixture
def card(qtbot: QtBot) -> DiscomfortCard:
    return shown(DiscomfortCard(), qtbot, 1030, 320)


def some(count: int, before: int = 5, after: int = 4) -> tuple[Rated, ...]:
    """A session a day, the last one yesterday."""
    return tuple(rated(TODAY - timedelta(days=ago), before, after - ago % 2) for ago in range(count, 0, -1))


def test_without_ratings_it_is_told_how_to_rate(card: DiscomfortCard) -> None:
    card.show_reading(a_reading())
    assert not card.has_chart
    assert not card.chart.isVisible()
    assert not card.note.isVisible()
    assert "from 0 (none) to 10 (worst imaginable)" in card.words.text()


def test_few_sessions_are_shown_and_nothing_is_claimed(card: DiscomfortCard) -> None:
    card.show_reading(a_reading(rated=(*some(5), rated(TODAY, 6, None))))
    assert card.has_chart
    assert len(card.chart.words) == 6
    assert card.words.text() == ("Too few to tell: 5 of the 8 sessions this needs were rated before and after.")
    assert "as you remembered it" in card.note.text()
    assert "95" not in card.note.text()


def test_each_session_is_told_with_its_day_and_what_was_not_rated(card: DiscomfortCard) -> None:
    card.show_reading(
        a_reading(rated=(rated(date(2024, 11, 3), 4, 2), rated(date(2025, 11, 18), None, 3), rated(TODAY, 6, None, 21)))
    )
    assert card.chart.words == (
        "3\u00a0Nov\u00a02024, 09:30: before 4, after 2",
        "18\u00a0Nov, 09:30: before not rated, after 3",
        "20\u00a0Nov, 21:30: before 6, after not rated",
    )
    assert card.told.text() == "On average 4.0 before and 2.0 after"


def test_where_no_session_was_rated_twice_the_scale_is_told(card: DiscomfortCard) -> None:
    card.show_reading(a_reading(rated=(rated(TODAY, 6, None),)))
    assert card.told.text() == "0 = none, 10 = worst imaginable"
    assert card.words.text().startswith("Too few to tell: none")


def test_from_eight_sessions_on_the_change_and_its_interval_are_told(card: DiscomfortCard) -> None:
    card.show_reading(a_reading(rated=some(20)))
    assert card.words.text() == (
        "In 20 sessions you rated both. Afterwards it was 1.5 lower on average; the true mean change is likely between"
        " 1.3 and 1.7 lower. Many things can change how you feel; this does not show what did."
    )
    assert "95" in card.note.text()
    name = card.chart.accessibleName()
    assert name.startswith("Discomfort before and after, 0 to 10, from 27\u00a0Oct to 23\u00a0Nov\u00a02025.")
    assert "On average 5.0 before and 3.5 after. In 20 sessions" in name


def test_up_to_sixty_sessions_are_shown_one_by_one_and_more_by_their_means(card: DiscomfortCard) -> None:
    card.show_reading(a_reading(rated=some(60)))
    assert len(card.chart.words) == 60
    card.show_reading(a_reading(rated=some(61)))
    assert len(card.chart.words) == 10
    assert card.chart.words[-1] == "Week of 17\u00a0Nov: before 5.0, after 3.3 on average in 3 sessions"


def test_a_week_with_one_session_or_none_is_told_as_that(card: DiscomfortCard) -> None:
    gap = tuple(rated(TODAY - timedelta(days=ago), 5, 4) for ago in range(60, 14, -1))
    card.show_reading(
        a_reading(rated=(*gap, *[rated(date(2025, 11, 6), 2, 2, hour) for hour in range(4, 23)], rated(TODAY, 7, 4)))
    )
    assert card.chart.words[-2:] == (
        "Week of 10\u00a0Nov: not rated before and after",
        "Week of 17\u00a0Nov: before 7.0, after 4.0 in 1 session",
    )


def test_sessions_stand_in_the_order_of_their_days_even_after_a_journey(card: DiscomfortCard) -> None:
    auckland, honolulu = timezone(timedelta(hours=13)), timezone(timedelta(hours=-10))
    there = Rated("there", datetime(2025, 11, 21, 8, 0, tzinfo=auckland), 6, 4)
    back = Rated("back", datetime(2025, 11, 20, 16, 0, tzinfo=honolulu), 3, 2)  # later, and the day before
    assert there.started_at < back.started_at
    card.show_reading(a_reading(rated=(there, back)))
    assert [words[:6] for words in card.chart.words] == ["20\u00a0Nov", "21\u00a0Nov"]


def test_a_session_after_midnight_lies_in_the_week_of_its_evening(card: DiscomfortCard) -> None:
    monday_night = rated(date(2025, 11, 17), 5, 4, hour=1)  # before the day begins at three
    card.show_reading(a_reading(rated=(monday_night,)))
    assert "from 10\u00a0Nov to 16\u00a0Nov\u00a02025" in card.chart.accessibleName()
    assert 0.9 < card.chart.share_of(0) < 1


def test_a_day_begins_at_its_hour_along_the_time_too(card: DiscomfortCard) -> None:
    card.show_reading(a_reading(rated=(rated(TODAY, 5, 4, hour=14),)))  # a Thursday; 11.5 h into it
    assert card.chart.share_of(0) == pytest.approx((3 + 11.5 / 24) / 7, abs=0.001)
