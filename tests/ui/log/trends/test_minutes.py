from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from acutimer.ui.log.trends.minutes import MinutesCard
from tests.ui.log.trends.made_up import TODAY, a_reading
from tests.ui.practice import shown


@pytest.fixture
def card(qtbot: QtBot) -> MinutesCard:
    return shown(MinutesCard(), qtbot, 500, 340)


def test_each_week_is_told_and_this_one_as_going_on(card: MinutesCard) -> None:
    card.show_reading(a_reading({TODAY: 600.0, date(2025, 11, 10): 1800.0, date(2025, 11, 12): 1800.0}, weeks=3))
    assert card.chart.words == (
        "Week of 3\u00a0Nov: none",
        "Week of 10\u00a0Nov: 1\u00a0h on 2\u00a0days",
        "This week so far: 10\u00a0min on 1\u00a0day",
    )
    assert card.told.text() == "This week so far: 10\u00a0min on 1\u00a0day"
    assert card.title.text() == "Minutes a week"


def test_what_is_told_stands_above_the_chart(card: MinutesCard) -> None:
    card.show_reading(a_reading({TODAY: 600.0}, weeks=3))
    card.chart.choose(0)
    assert card.told.text() == "Week of 3\u00a0Nov: none"


def test_the_mean_is_of_the_weeks_that_are_over_from_the_first_one_on(card: MinutesCard) -> None:
    seconds = {date(2025, 11, 4): 3000.0, date(2025, 11, 12): 600.0, TODAY: 6000.0}
    card.show_reading(a_reading(seconds, weeks=12))
    assert card.words.text() == (
        "On average 30\u00a0min a week, this week not counted. You practised on 1 of the last 7 days."
    )


def test_a_rest_before_the_first_week_shown_counts_where_one_had_begun(card: MinutesCard) -> None:
    card.show_reading(a_reading({date(2025, 11, 12): 6600.0}, weeks=12, began=date(2024, 1, 1)))
    assert card.words.text().startswith("On average 10\u00a0min a week")


def test_in_the_first_week_there_is_no_mean_yet(card: MinutesCard) -> None:
    card.show_reading(a_reading({TODAY: 900.0, TODAY - timedelta(days=1): 900.0}))
    assert card.words.text() == "You practised on 2 of the last 7 days."


def test_a_time_without_practice_is_told_without_reproach(card: MinutesCard) -> None:
    card.show_reading(a_reading(began=date(2024, 1, 1)))
    assert card.words.text() == "Nothing was practised in this time. The last 7 days were for rest."
    assert "none" in card.told.text()


def test_the_name_tells_what_the_picture_does(card: MinutesCard) -> None:
    card.show_reading(a_reading({date(2025, 11, 4): 3000.0, date(2025, 11, 12): 600.0, TODAY: 900.0}, weeks=3))
    assert card.chart.accessibleName() == (
        "Minutes a week, from 3\u00a0Nov to 23\u00a0Nov\u00a02025. Most: Week of 3\u00a0Nov: 50\u00a0min on 1\u00a0day."
        " Least: Week of 10\u00a0Nov: 10\u00a0min on 1\u00a0day. This week so far: 15\u00a0min on 1\u00a0day."
        " On average 30\u00a0min a week, this week not counted."
    )


@pytest.mark.parametrize(
    ("weeks", "title", "mean"),
    [
        (180, "Time a month", "a month, this month"),
        (700, "Time a quarter", "a quarter, this"),
        (1600, "Time a year", "a y"),
    ],
)
def test_many_years_are_told_in_longer_spans_of_time(card: MinutesCard, weeks: int, title: str, mean: str) -> None:
    card.show_reading(a_reading({TODAY - timedelta(days=3 * ago): 600.0 for ago in range(weeks * 2)}, weeks=weeks))
    assert card.title.text() == title
    assert mean in card.words.text()
    assert len(card.chart.words) <= 110
