from dataclasses import replace
from datetime import date

import pytest

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.estimating import Change, TooFew
from acutimer.core.report import Outcomes
from acutimer.ui.log.report import words
from tests.ui.log.report.reports import made_report

LIBRARY = load_library(paths.resources() / "content" / "en")


@pytest.mark.parametrize(
    ("change", "value", "detail"),
    [
        (TooFew(0), "Not rated", "no session was rated before and after"),
        (TooFew(1), "Too few to tell", "1 session rated before and after; it takes 8"),
        (Change(21, -1.2, -1.8, -0.6), "1.2\u00a0lower", "0.6\u00a0to\u00a01.8\u00a0lower"),
        (Change(21, 1.2, 0.6, 1.8), "1.2\u00a0higher", "0.6\u00a0to\u00a01.8\u00a0higher"),
        (Change(21, -0.3, -0.9, 0.2), "0.3\u00a0lower", "0.9\u00a0lower to 0.2\u00a0higher, so it may be chance"),
        (Change(21, -0.3, -0.9, -0.04), "0.3\u00a0lower", "0.9\u00a0lower to no change, so it may be chance"),
        (Change(21, -0.01, -0.3, 0.3), "no change", "0.3\u00a0lower to 0.3\u00a0higher, so it may be chance"),
        (Change(9, -2.0, -2.0, -2.0), "2.0\u00a0lower", "after than before, mean of 9 sessions"),
    ],
)
def test_a_change_is_told_with_how_sure_it_is(change: Change | TooFew, value: str, detail: str) -> None:
    assert words.change_value(change) == value
    assert words.change_detail(change).endswith(detail)


def test_only_ways_to_end_that_happened_are_told() -> None:
    assert words.outcomes(Outcomes(31, 3, 0, 0)) == "31\u00a0in\u00a0full, 3\u00a0in\u00a0part"
    assert words.outcomes(Outcomes(0, 0, 1, 1)) == "1\u00a0skipped, 1\u00a0not\u00a0finished"
    assert words.outcomes(Outcomes()) == ""


def test_a_period_names_a_year_twice_only_where_there_are_two() -> None:
    report = made_report(LIBRARY)
    assert words.period(report) == "29\u00a0August to 20\u00a0November\u00a02026, 84\u00a0days"
    older = replace(report, first=date(2025, 11, 21))
    assert words.period(older) == "21\u00a0November\u00a02025 to 20\u00a0November\u00a02026, 365\u00a0days"
    assert words.period(replace(report, first=report.last)) == "20\u00a0November\u00a02026"


def test_what_was_entered_and_what_was_corrected_by_hand_are_told_apart() -> None:
    report = made_report(LIBRARY)
    assert words.by_hand(replace(report, by_hand=0)) == ""
    assert words.by_hand(replace(report, by_hand=2, corrected=1)) == (
        "entered by hand: 2 of 34 sessions; corrected by hand: 1 of 34 sessions"
    )


def test_an_unknown_id_is_cut_where_it_is_too_long_to_be_one() -> None:
    assert words.name_of("XX1", LIBRARY) == "XX1"
    assert len(words.name_of("x" * 500, LIBRARY)) == words.LONGEST_ID
    assert words.name_of("walking", LIBRARY) == "Walking"
