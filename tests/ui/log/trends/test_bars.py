import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.tokens import LIGHT, Tokens, palette
from acutimer.ui.log.trends.axis import Mark
from acutimer.ui.log.trends.bars import BarChart
from tests.ui.practice import shown

MARKS = [Mark(0, "0"), Mark(100, "100")]


def bars(qtbot: QtBot, chart: BarChart, values: list[tuple[float, ...] | None], now: int) -> BarChart:
    shown(chart, qtbot, 440, 170)
    chart.window().setPalette(palette(LIGHT))
    chart.show_bars(values, now, words=["a week"] * len(values), idle="", marks=MARKS, ticks=[])
    return chart


def colour(chart: BarChart, place: float, value: float) -> str:
    """What is painted at a height, `place` being a column and a part of one."""
    x = chart.along((place + 0.5) / len(chart.words))
    return chart.grab().toImage().pixelColor(round(x), round(chart.up(value))).name()


def test_the_bar_that_goes_on_is_ember_and_the_others_are_warm(qtbot: QtBot) -> None:
    chart = bars(qtbot, BarChart(("time",)), [(80.0,), (80.0,), (40.0,)], now=2)
    assert [colour(chart, place, 20) for place in range(3)] == [
        LIGHT.heat2.lower(),
        LIGHT.heat2.lower(),
        LIGHT.ember.lower(),
    ]
    assert [colour(chart, place, 70) for place in range(3)] == [
        LIGHT.heat2.lower(),
        LIGHT.heat2.lower(),
        LIGHT.bg.lower(),
    ]


def test_a_week_of_nothing_is_low_and_grey_and_one_before_the_beginning_is_not_there(qtbot: QtBot) -> None:
    chart = bars(qtbot, BarChart(("time",)), [None, (0.0,), (80.0,)], now=-1)
    image = chart.grab().toImage()
    at = [image.pixelColor(round(chart.along((place + 0.5) / 3)), round(chart.up(0)) - 2) for place in range(3)]
    assert at[0].name() == LIGHT.bg.lower()
    assert at[1].name() not in (LIGHT.bg.lower(), LIGHT.heat2.lower())
    assert colour(chart, 1, 20) == LIGHT.bg.lower()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_left_sides_bar_stands_on_the_left_in_every_language(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    chart = BarChart(("left", "right"))
    chart.setLayoutDirection(direction)
    bars(qtbot, chart, [(80.0, 80.0)], now=0)
    middle, y = round(chart.along(0.5)), round(chart.up(40))
    image = chart.grab().toImage()
    assert image.pixelColor(middle - 20, y).name() == LIGHT.heat4.lower()
    assert image.pixelColor(middle + 20, y).name() == LIGHT.heat2.lower()


def test_a_hundred_columns_still_have_a_gap_between_them(qtbot: QtBot) -> None:
    chart = bars(qtbot, BarChart(("time",)), [(100.0,)] * 110, now=-1)
    image, y = chart.grab().toImage(), round(chart.up(50))
    row = [image.pixelColor(x, y) for x in range(round(chart.plot().left()), round(chart.plot().right()))]
    lightness = [it.lightness() for it in row]
    darker = sum(
        before >= this < after for before, this, after in zip(lightness, lightness[1:], lightness[2:], strict=False)
    )
    assert darker >= 100


def test_an_empty_chart_is_painted_as_well(qtbot: QtBot) -> None:
    theme: Tokens = LIGHT
    chart = bars(qtbot, BarChart(("time",)), [], now=-1)
    assert chart.grab().toImage().pixelColor(200, 60).name() == theme.bg.lower()
