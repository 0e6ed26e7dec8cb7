from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.errors import WorldError
from acutimer.ui.context import Context
from acutimer.ui.kit.text import Text
from acutimer.ui.log.trends.chart import Chart
from acutimer.ui.log.trends.page import TrendsPage
from tests.ui.log.trends.made_up import TODAY, MadeUp, rated, with_totals
from tests.ui.practice import NOW, practise, resized, shown


def texts(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget)]


def chosen(page: TrendsPage, index: int) -> None:
    QTest.mouseClick(page.period.segments[index], Qt.MouseButton.LeftButton)


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> Callable[[], TrendsPage]:
    def show(of: Context = context) -> TrendsPage:
        page = shown(TrendsPage(of), qtbot, 1048, 705)
        page.refresh()
        return page

    return show


def many_years(years: int) -> MadeUp:
    days = [TODAY - timedelta(days=ago) for ago in range(years * 365, -1, -1)]
    return MadeUp(dict.fromkeys(days, 600.0), tuple(rated(day, 5, 4) for day in days))


def test_an_empty_history_is_one_kind_sentence(page: Callable[[], TrendsPage]) -> None:
    empty = page()
    assert texts(empty) == [
        "Once you have practised, you see here how it goes week by week: your minutes, left and right, and your"
        " discomfort if you rate it."
    ]
    assert not any(chart.isVisible() for chart in empty.findChildren(Chart))


def test_what_was_practised_and_rated_is_shown(context: Context, page: Callable[[], TrendsPage]) -> None:
    for ago in (0, 1, 9, 10):
        at = NOW - timedelta(days=ago)
        session = practise(context, "knee-pain-press", at, until=6 if ago == 9 else None)
        context.history.annotate(session, discomfort_before=6, discomfort_after=4, note="", at=at + timedelta(hours=1))
    found = page()
    assert found.minutes.chart.words[-2:] == (
        "Week of 10\u00a0Nov: 17\u00a0min on 2\u00a0days",
        "This week so far: 24\u00a0min on 2\u00a0days",
    )
    assert found.minutes.words.text().endswith("You practised on 2 of the last 7 days.")
    assert found.sides.left.text.startswith("Left ")
    assert found.sides.chart.isVisible()
    assert found.discomfort.words.text().startswith("Too few to tell: 4 of the 8")
    assert len(found.discomfort.chart.words) == 4


def test_the_first_session_brings_the_charts(context: Context, page: Callable[[], TrendsPage]) -> None:
    found = page()
    practise(context, "morning-balance")
    found.refresh()
    assert found.minutes.isVisible()
    assert found.minutes.told.text().startswith("This week so far: ")


def test_the_switch_looks_further_back(context: Context, page: Callable[[Context], TrendsPage]) -> None:
    found = page(with_totals(context, many_years(3)))
    assert [len(card.chart.words) for card in (found.minutes, found.sides)] == [12, 12]
    chosen(found, 1)
    assert [len(card.chart.words) for card in (found.minutes, found.sides)] == [52, 52]
    assert found.minutes.chart.words[0].startswith("Week of 25\u00a0Nov\u00a02024: ")
    chosen(found, 2)
    assert found.minutes.title.text() == "Time a month"
    assert found.minutes.chart.words[0].startswith("November 2022: ")
    assert len(found.discomfort.chart.words) == 37


def test_thirty_years_are_a_few_marks_and_no_more_widgets(
    context: Context, page: Callable[[Context], TrendsPage]
) -> None:
    found = page(with_totals(context, many_years(30)))
    widgets = len(found.findChildren(QWidget))
    chosen(found, 2)
    assert found.minutes.title.text() == "Time a year"
    assert [len(card.chart.words) for card in (found.minutes, found.sides, found.discomfort)] == [31, 31, 31]
    assert len(found.findChildren(QWidget)) == widgets


def test_weeks_begin_as_the_system_has_it(
    context: Context, page: Callable[[Context], TrendsPage], speak: Callable[[str], None]
) -> None:
    speak("en_US")
    totals = MadeUp({date(2025, 11, 15): 600.0, date(2025, 11, 16): 1200.0, TODAY: 0.0})
    found = page(with_totals(context, totals))
    assert found.minutes.chart.words[-2:] == (
        "Week of 9\u00a0Nov: 10\u00a0min on 1\u00a0day",
        "This week so far: 20\u00a0min on 1\u00a0day",
    )
    assert totals.asked[0] == (date(2025, 8, 31), TODAY, 3)


def test_the_night_the_clocks_go_back_counts_once_and_for_its_day(
    context: Context, page: Callable[[], TrendsPage]
) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(2025, 10, 26, 2, 5, tzinfo=berlin)  # summer time still; the day begins at three
    for at in (first, first.replace(fold=1), datetime(2025, 10, 26, 12, 0, tzinfo=berlin)):
        offset_kept = datetime.fromisoformat(at.isoformat())
        practise(context, "morning-balance", offset_kept)
    found = page()
    weeks = [words for words in found.minutes.chart.words if "none" not in words]
    assert len(weeks) == 1
    assert weeks[0].startswith("Week of 20\u00a0Oct: ")
    assert weeks[0].endswith("on 2\u00a0days")


def test_a_session_dated_ahead_is_shown_with_all_the_rest(
    context: Context, page: Callable[[Context], TrendsPage]
) -> None:
    found = page(with_totals(context, MadeUp({TODAY: 600.0, TODAY + timedelta(days=20): 600.0})))
    chosen(found, 2)
    assert found.minutes.chart.words[0].startswith("This week so far: 10\u00a0min")
    assert found.minutes.chart.words[-1].startswith("Week of 8\u00a0Dec: 10\u00a0min")


def test_only_a_session_ahead_is_no_fault(context: Context, page: Callable[[Context], TrendsPage]) -> None:
    found = page(with_totals(context, MadeUp({TODAY + timedelta(days=400): 600.0})))
    assert found.minutes.words.text() == "Nothing was practised in this time. The last 7 days were for rest."


def test_a_fault_of_the_disk_is_said_and_what_was_shown_stays(
    context: Context, page: Callable[[Context], TrendsPage]
) -> None:
    said: list[str] = []
    context.messages.said.connect(lambda message: said.append(message.text))
    totals = many_years(1)
    found = page(with_totals(context, totals))
    before = found.minutes.chart.words
    totals.fault = WorldError("The disk does not answer.")
    chosen(found, 1)
    assert said == ["The disk does not answer."]
    assert found.minutes.chart.words == before
    assert found.minutes.isVisible()
    assert found.period.index == 0


def test_a_fault_at_the_first_look_is_told_in_place_of_the_charts(
    context: Context, page: Callable[[Context], TrendsPage]
) -> None:
    totals = many_years(1)
    totals.fault = WorldError("The disk does not answer.")
    found = page(with_totals(context, totals))
    assert texts(found) == ["The log could not be read. Come back to this place to try again."]
    totals.fault = None
    found.refresh()
    assert found.minutes.isVisible()


def test_the_cards_stand_beside_each_other_where_there_is_room(
    context: Context, page: Callable[[Context], TrendsPage]
) -> None:
    found = page(with_totals(context, many_years(1)))
    assert found.minutes.y() == found.sides.y()
    assert found.minutes.x() < found.sides.x()
    assert (
        found.minutes.chart.mapTo(found, QPoint(0, found.minutes.chart.height())).y()
        == found.sides.chart.mapTo(found, QPoint(0, found.sides.chart.height())).y()
    )
    resized(found, 852, 545)
    assert found.minutes.y() < found.sides.y() < found.discomfort.y()
    assert found.minutes.x() == found.sides.x() == found.discomfort.x()


@pytest.mark.parametrize("size", [(1048, 705), (852, 545), (1500, 1000)])
def test_every_word_has_its_room_at_any_size(
    context: Context, page: Callable[[Context], TrendsPage], size: tuple[int, int]
) -> None:
    found = page(with_totals(context, many_years(3)))
    resized(found, *size)
    for index in (0, 1, 2):
        chosen(found, index)
        resized(found, *size)
        for text in found.findChildren(Text):
            if text.isVisible():
                assert text.height() >= text.heightForWidth(text.width()) or not text.hasHeightForWidth()
                assert text.width() >= text.minimumSizeHint().width()
    area = found.findChild(QScrollArea)
    assert area is not None
    cards = area.widget()
    assert cards is not None
    assert cards.width() <= area.viewport().width()


def test_tab_goes_from_the_switch_through_the_charts_and_shows_them(
    context: Context, page: Callable[[Context], TrendsPage], qtbot: QtBot
) -> None:
    found = page(with_totals(context, many_years(1)))
    qtbot.waitUntil(found.window().isActiveWindow)
    resized(found, 852, 545)
    found.period.segments[0].setFocus(Qt.FocusReason.TabFocusReason)
    area = found.findChild(QScrollArea)
    assert area is not None
    for card in (found.minutes, found.sides, found.discomfort):
        QTest.keyClick(found.window().focusWidget() or found, Qt.Key.Key_Tab)
        assert found.window().focusWidget() is card.chart
        top = card.chart.mapTo(area.viewport(), QPoint(0, 0)).y()
        assert top >= 0
        assert top + card.chart.height() <= area.viewport().height()


def test_nothing_is_too_wide_for_a_small_window(context: Context, page: Callable[[Context], TrendsPage]) -> None:
    found = page(with_totals(context, many_years(1)))
    hint = found.minimumSizeHint()
    assert hint.width() <= 840
    assert hint.height() <= 545


def test_the_page_asks_for_the_days_as_the_settings_begin_them(
    context: Context, page: Callable[[Context], TrendsPage]
) -> None:
    totals = MadeUp({TODAY: 600.0})
    page(with_totals(context, totals))
    assert {hour for _, _, hour in totals.asked} == {context.preferences.value.day_begins_hour}
    assert NOW.tzinfo is UTC
