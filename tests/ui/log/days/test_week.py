from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.tokens import LIGHT, palette
from acutimer.ui.log.days.week import Day, WeekChart, week_of
from tests.ui.practice import shown


@pytest.fixture
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("name", "first"), [("C", date(2025, 11, 17)), ("en_US", date(2025, 11, 16)), ("de_DE", date(2025, 11, 17))]
)
def test_a_week_begins_as_the_system_has_it(locale: None, name: str, first: date) -> None:
    QLocale.setDefault(QLocale(name))
    week = week_of(date(2025, 11, 20))
    assert len(week) == 7
    assert week[0] == first
    assert date(2025, 11, 20) in week


@pytest.mark.parametrize(("seconds", "minutes"), [(None, 0), (0.0, 0), (5.0, 1), (89.0, 1), (90.0, 2), (600.0, 10)])
def test_a_day_has_at_least_a_minute_where_there_was_anything(seconds: float | None, minutes: int) -> None:
    assert Day("Mon", "Monday", seconds, is_today=False).minutes == minutes


def test_the_chart_tells_the_days_so_far_in_words(qtbot: QtBot) -> None:
    chart = shown(WeekChart(), qtbot, 280, 190)
    chart.show_days(
        [Day("Mon", "Monday", 0.0, False), Day("Tue", "Tuesday", 720.0, True), Day("Wed", "Wednesday", None, False)]
    )
    assert chart.accessibleName() == "Monday: 0\u00a0min; Tuesday: 12\u00a0min"


def test_today_is_ember_and_a_day_of_rest_is_flat(qtbot: QtBot) -> None:
    chart = shown(WeekChart(), qtbot, 280, 190)
    chart.window().setPalette(palette(LIGHT))
    chart.show_days(
        [Day("Mon", "Monday", 1200.0, False), Day("Tue", "Tuesday", 1200.0, True), Day("Wed", "Wednesday", 0.0, False)]
    )
    image = chart.grab().toImage()
    middles = [image.pixelColor(round((place + 0.5) * 280 / 3), 100).name() for place in range(3)]
    assert middles == [LIGHT.heat2.lower(), LIGHT.ember.lower(), LIGHT.bg.lower()]
