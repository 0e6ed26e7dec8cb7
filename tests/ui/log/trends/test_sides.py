from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.totals import SideSeconds
from acutimer.ui.log.trends.sides import SidesCard
from tests.ui.log.trends.made_up import TODAY, a_reading
from tests.ui.practice import shown


@pytest.fixture
def card(qtbot: QtBot) -> SidesCard:
    return shown(SidesCard(), qtbot, 500, 340)


def test_both_sides_are_summed_and_told_week_by_week(card: SidesCard) -> None:
    card.show_reading(
        a_reading(sides={TODAY: SideSeconds(3600.0, 1800.0), date(2025, 11, 10): SideSeconds(7800.0, 6900.0)}, weeks=3)
    )
    assert (card.left.text, card.right.text) == ("Left 3\u00a0h\u00a010\u00a0min", "Right 2\u00a0h\u00a025\u00a0min")
    assert card.chart.words == (
        "Week of 3\u00a0Nov: none",
        "Week of 10\u00a0Nov: left 2\u00a0h\u00a010\u00a0min, right 1\u00a0h\u00a055\u00a0min",
        "This week so far: left 1\u00a0h, right 30\u00a0min",
    )
    assert card.words.text() == "Your right side had a quarter less than your left."
    assert card.chart.accessibleName() == (
        "Left and right, from 3\u00a0Nov to 23\u00a0Nov\u00a02025. Left 3\u00a0h\u00a010\u00a0min · Right 2\u00a0h"
        "\u00a025\u00a0min. Your right side had a quarter less than your left."
    )


def test_the_left_sides_key_stands_on_the_left(card: SidesCard) -> None:
    card.show_reading(a_reading(sides={TODAY: SideSeconds(600.0, 600.0)}))
    card.grab()
    assert card.left.mapTo(card, card.left.rect().center()).x() < card.right.mapTo(card, card.right.rect().center()).x()


def test_without_practice_of_a_side_there_are_words_and_no_chart(card: SidesCard) -> None:
    card.show_reading(a_reading({TODAY: 600.0}))
    assert not card.chart.isVisible()
    assert not card.left.isVisible()
    assert card.words.text() == "Nothing was practised on one side alone or on both in this time."


def test_the_chart_comes_back_with_the_first_practice(card: SidesCard) -> None:
    card.show_reading(a_reading({TODAY: 600.0}))
    card.show_reading(a_reading(sides={TODAY: SideSeconds(600.0, 600.0)}))
    assert card.chart.isVisible()
    assert card.left.isVisible()


def test_pairs_too_thin_to_tell_apart_are_summed_by_the_month(card: SidesCard) -> None:
    card.show_reading(a_reading(sides={TODAY: SideSeconds(600.0, 600.0)}, weeks=70))
    assert card.chart.words[-1] == "This month so far: left 10\u00a0min, right 10\u00a0min"
