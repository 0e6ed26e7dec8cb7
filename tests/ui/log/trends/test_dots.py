from itertools import pairwise

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.tokens import LIGHT, palette
from acutimer.ui.log.trends.axis import Mark
from acutimer.ui.log.trends.dots import DotChart, Pair
from tests.ui.practice import resized, shown

MARKS = [Mark(0, "0"), Mark(5, "5"), Mark(10, "10")]


def dots(qtbot: QtBot, pairs: list[Pair], shares: list[float]) -> DotChart:
    chart = shown(DotChart(), qtbot, 440, 240)
    chart.window().setPalette(palette(LIGHT))
    chart.show_pairs(pairs, shares, words=["a session"] * len(pairs), idle="", marks=MARKS, ticks=[])
    return chart


def lightness(chart: DotChart, image: QImage, place: int, value: float, down: int = 0) -> int:
    x = chart.along(chart.share_of(place))
    return image.pixelColor(round(x), round(chart.up(value)) + down).lightness()


def test_before_is_hollow_and_after_is_filled(qtbot: QtBot) -> None:
    chart = dots(qtbot, [(8, 2)], [0.5])
    image = chart.grab().toImage()
    # the middle of the diamond is on the line between the two, so look beside it
    x = round(chart.along(0.5))
    assert image.pixelColor(x + 3, round(chart.up(8))).name() == LIGHT.bg.lower()
    assert image.pixelColor(x + 3, round(chart.up(2))).name() == LIGHT.ink.lower()
    assert lightness(chart, image, 0, 5, down=3) < 225  # joined


def test_what_was_rated_once_is_one_mark_alone(qtbot: QtBot) -> None:
    chart = dots(qtbot, [(8, None), (None, 2), (None, None)], [0.2, 0.5, 0.8])
    image = chart.grab().toImage()
    assert lightness(chart, image, 0, 8, down=7) < 200
    assert lightness(chart, image, 1, 2) < 60
    assert all(lightness(chart, image, place, 6, down=3) > 225 for place in range(3))
    assert all(lightness(chart, image, 2, value, down=5) > 225 for value in range(1, 10))


def test_the_same_before_and_after_shows_both_marks_one_within_the_other(qtbot: QtBot) -> None:
    chart = dots(qtbot, [(7, 7)], [0.5])
    image = chart.grab().toImage()
    x, y = round(chart.along(0.5)), round(chart.up(7))
    column = [image.pixelColor(x, y + down).lightness() < 128 for down in range(-9, 10)]
    changes = sum(before != after for before, after in pairwise(column))
    assert changes == 6  # edge, gap, disc, gap, edge


def test_two_sessions_of_one_hour_do_not_lie_on_each_other(qtbot: QtBot) -> None:
    chart = dots(qtbot, [(5, 4), (5, 4)], [0.5, 0.5])
    assert chart.along(chart.share_of(1)) - chart.along(chart.share_of(0)) >= 13.9


def test_they_find_their_places_anew_in_another_width(qtbot: QtBot) -> None:
    chart = dots(qtbot, [(5, 4)] * 3, [0.1, 0.1, 0.9])
    before = [chart.along(chart.share_of(place)) for place in range(3)]
    resized(chart, 640, 240)
    after = [chart.along(chart.share_of(place)) for place in range(3)]
    assert after[2] > before[2] + 150
    assert after[1] - after[0] >= 13.9


def test_ten_and_zero_lie_within_the_chart(qtbot: QtBot) -> None:
    chart = dots(qtbot, [(10, 0)], [0.5])
    assert chart.up(10) >= 7
    assert chart.up(0) <= chart.height() - 20
