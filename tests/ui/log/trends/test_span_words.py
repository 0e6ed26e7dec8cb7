from collections.abc import Callable
from datetime import date

import pytest

from acutimer.core.trends import Spans, Unit, month_spans, week_spans
from acutimer.ui.log.trends.span_words import from_to, now_words, span_words, ticks, time_marks


def labels(spans: Spans, now: int = -1) -> list[list[str]]:
    return [[tick.text for tick in some] for some in ticks(spans, now)]


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        (week_spans(date(2025, 11, 20), date(2025, 11, 20), 1), "Week of 17\u00a0Nov"),
        (week_spans(date(2024, 12, 30), date(2025, 1, 7), 1), "Week of 30\u00a0Dec\u00a02024"),
        (week_spans(date(2025, 11, 20), date(2025, 11, 20), 7), "Week of 16\u00a0Nov"),
        (month_spans(date(2025, 11, 20), date(2025, 11, 20), Unit.MONTH), "November 2025"),
        (month_spans(date(2025, 11, 20), date(2025, 11, 20), Unit.QUARTER), "October to December 2025"),
        (month_spans(date(2025, 11, 20), date(2025, 11, 20), Unit.YEAR), "2025"),
    ],
)
def test_a_span_has_the_name_people_give_it(spans: Spans, words: str) -> None:
    assert span_words(spans, 0) == words


def test_all_the_time_is_told_from_its_first_day_to_its_last() -> None:
    assert from_to(week_spans(date(2025, 9, 4), date(2025, 11, 20), 1)) == "from 1\u00a0Sep to 23\u00a0Nov\u00a02025"
    over_the_year = week_spans(date(2025, 12, 30), date(2026, 1, 7), 7)
    assert from_to(over_the_year) == "from 28\u00a0Dec\u00a02025 to 10\u00a0Jan\u00a02026"


def test_dates_and_months_are_those_of_the_language(speak: Callable[[str], None]) -> None:
    speak("de_DE")
    spans = month_spans(date(2025, 3, 1), date(2025, 3, 1), Unit.MONTH)
    assert span_words(spans, 0) == "März 2025"
    assert labels(spans)[0] == ["Mär"]


def test_few_weeks_are_labelled_by_their_first_days_and_this_one_by_its_name() -> None:
    some = labels(week_spans(date(2025, 10, 30), date(2025, 11, 20), 1), now=3)
    assert some[0] == ["27\u00a0Oct", "3\u00a0Nov", "10\u00a0Nov", "This week"]
    assert some[1] == ["3\u00a0Nov", "This week"]
    assert some[2] == ["27\u00a0Oct", "This week"]


def test_a_year_of_weeks_is_labelled_by_months_and_january_by_its_year() -> None:
    some = labels(week_spans(date(2024, 11, 25), date(2025, 11, 20), 1))
    assert some[0][:3] == ["Dec", "2025", "Feb"]
    assert some[1][:3] == ["2025", "Mar", "May"]
    assert some[4] == ["2025"]


def test_months_are_labelled_likewise_and_years_by_some_of_them() -> None:
    months = labels(month_spans(date(2022, 11, 1), date(2025, 11, 20), Unit.MONTH))
    assert months[0][:4] == ["Nov", "Dec", "2023", "Feb"]
    assert months[2][:4] == ["2023", "Apr", "Jul", "Oct"]
    years = labels(month_spans(date(1995, 3, 1), date(2025, 11, 20), Unit.YEAR))
    assert years[0][:2] == ["1995", "1996"]
    assert years[2] == ["1995", "2000", "2005", "2010", "2015", "2020", "2025"]
    quarters = labels(month_spans(date(2023, 5, 1), date(2025, 11, 20), Unit.QUARTER))
    assert quarters[0] == ["2024", "2025"]


def test_what_goes_on_is_called_so() -> None:
    assert [now_words(unit) for unit in Unit] == ["This week", "This month", "This quarter", "This year"]


def test_time_is_marked_in_minutes_or_in_whole_hours() -> None:
    assert [mark.text for mark in time_marks(1000)] == ["0", "5\u00a0min", "10\u00a0min", "15\u00a0min", "20\u00a0min"]
    assert [mark.text for mark in time_marks(6000)] == [
        "0",
        "30\u00a0min",
        "60\u00a0min",
        "90\u00a0min",
        "120\u00a0min",
    ]
    marks = time_marks(10_000)
    assert [mark.text for mark in marks] == ["0", "1\u00a0h", "2\u00a0h", "3\u00a0h"]
    assert [mark.value for mark in marks] == [0, 3600, 7200, 10_800]
