from datetime import timedelta
from itertools import groupby, pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.planning import Plan
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Chip
from acutimer.ui.messages import Message
from acutimer.ui.routines.detail_head import StarButton
from acutimer.ui.routines.filters import Filter
from acutimer.ui.routines.guide import Fold
from acutimer.ui.routines.place import RoutinesPlace
from acutimer.ui.routines.row import RoutineRow
from tests.ui.practice import NOW, practise, resized, shown


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> RoutinesPlace:
    place = RoutinesPlace(context)
    return shown(place, qtbot)


def rows(place: RoutinesPlace) -> list[RoutineRow]:
    return [row for row in place.findChildren(RoutineRow) if row.isVisible()]


def started(place: RoutinesPlace) -> list[Plan]:
    plans: list[Plan] = []
    place.start.connect(plans.append)
    return plans


def press_chip(place: RoutinesPlace, kind: Filter) -> None:
    place.catalogue.head.chips[kind].click()


def test_nine_routines_are_in_sight_without_scrolling(context: Context, place: RoutinesPlace) -> None:
    assert [row.id for row in rows(place)] == list(context.library.routines)
    assert all(row.visibleRegion().boundingRect() == row.rect() for row in rows(place)[:9])
    assert place.catalogue.width() == 452


def test_no_row_has_words_that_run_into_each_other(context: Context, place: RoutinesPlace) -> None:
    for routine in context.library.routines:
        practise(context, routine, NOW - timedelta(hours=1), until=1)
    place.refresh()
    for row in rows(place):
        assert row.words.last == "Today, in part"
        assert row.sizeHint().width() <= row.width()
    said = {row.id: row.needs_in(row.width()) for row in rows(place)}
    assert said["backward-treadmill"] == "Walking"
    assert said["walk-and-soak"] == "Walking and seated, warm basin"


def test_a_row_tells_a_screen_reader_everything(place: RoutinesPlace) -> None:
    row = next(row for row in rows(place) if row.id == "knee-pain-press")
    assert row.accessibleName() == "Knee-pain press, 13\u00a0min, Seated, chair, Not yet"


def test_the_chips_narrow_the_list(context: Context, place: RoutinesPlace) -> None:
    press_chip(place, Filter.STANDING)
    assert [row.id for row in rows(place)] == ["morning-balance", "daily-strength"]
    press_chip(place, Filter.SHORT)
    assert "walk-and-soak" not in [row.id for row in rows(place)]
    press_chip(place, Filter.ALL)
    assert len(rows(place)) == len(context.library.routines)


def test_what_a_chip_hides_is_not_what_is_shown(place: RoutinesPlace) -> None:
    place.show_routine("knee-pain-press")
    press_chip(place, Filter.STANDING)
    assert place.catalogue.current == "morning-balance"
    assert place.detail.shown == "morning-balance"


def test_a_routine_asked_for_by_name_comes_out_of_hiding(place: RoutinesPlace) -> None:
    press_chip(place, Filter.STANDING)
    place.show_routine("knee-pain-press")
    assert place.catalogue.current == "knee-pain-press"
    assert place.detail.shown == "knee-pain-press"


def test_a_routine_asked_for_by_name_is_one_key_from_its_start(place: RoutinesPlace) -> None:
    plans = started(place)
    place.show_routine("knee-pain-press")
    assert place.detail.start_button.hasFocus()
    QTest.keyClick(place.detail.start_button, Qt.Key.Key_Return)
    assert [plan.routine.id for plan in plans] == ["knee-pain-press"]


def test_an_unknown_routine_is_said_and_changes_nothing(context: Context, place: RoutinesPlace) -> None:
    said: list[Message] = []
    context.messages.said.connect(said.append)
    place.show_routine("knee-pain-pres")
    assert "knee-pain-press" in said[0].text
    assert place.detail.shown == "morning-balance"


def test_the_arrows_walk_the_list_and_enter_starts(place: RoutinesPlace) -> None:
    plans = started(place)
    first, second, *_ = rows(place)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert place.detail.shown == second.id
    QTest.keyClick(first, Qt.Key.Key_Up)  # nothing above the first
    assert place.detail.shown == second.id
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert [plan.routine.id for plan in plans] == [second.id]


def test_tab_goes_from_the_chips_to_the_list_and_then_to_the_routine(context: Context, qtbot: QtBot) -> None:
    place = shown(RoutinesPlace(context), qtbot)
    place.catalogue.head.new.setFocus()
    came: list[type[QWidget]] = []
    while StarButton not in came:
        QTest.keyClick(place.focusWidget(), Qt.Key.Key_Tab)
        came.append(type(place.focusWidget()))
    assert [kind for kind, _ in groupby(came)] == [Chip, RoutineRow, StarButton]


def test_the_length_chosen_is_the_one_that_starts(place: RoutinesPlace) -> None:
    plans = started(place)
    place.show_routine("knee-pain-press")
    place.detail.switch.segments[0].click()
    place.detail.start_button.click()
    assert 270 < plans[0].seconds <= 300
    assert len(place.detail.steps.rows) == len(plans[0].routine.steps)
    assert place.detail.dropped.isVisible()
    place.detail.switch.segments[-1].click()
    place.detail.start_button.click()
    assert plans[1].dropped == ()
    assert not place.detail.dropped.isVisible()


def test_the_plan_follows_the_settings_and_keeps_the_length(context: Context, place: RoutinesPlace) -> None:
    plans = started(place)
    place.show_routine("knee-pain-press")
    place.detail.switch.segments[1].click()
    context.preferences.update(first_side=Side.RIGHT)
    place.detail.start_button.click()
    assert next(phase.side for phase in plans[0].phases if phase.side) is Side.RIGHT
    assert place.detail.switch.index == 1


def test_cautions_and_guide_cards_stand_with_the_routine(context: Context, place: RoutinesPlace) -> None:
    place.show_routine("knee-pain-press")
    titles = [fold.header.text() for fold in place.detail.findChildren(Fold)]
    wanted = [context.library.guide[id_].title for id_ in context.library.routines["knee-pain-press"].guide]
    assert titles == ["What to watch for, step by step", *wanted]
    fold = place.detail.findChildren(Fold)[0]
    assert not fold.body.isVisible()
    QTest.keyClick(fold.header, Qt.Key.Key_Space)
    assert fold.body.isVisible()


def test_what_was_counted_today_stands_with_its_step(context: Context, place: RoutinesPlace) -> None:
    practise(context, "daily-strength", NOW - timedelta(hours=1))
    place.refresh()
    place.show_routine("daily-strength")
    assert place.detail.steps.rows[0].accessibleName().endswith("40 of 100 today, in 2 sets")


def test_a_narrow_window_shows_the_list_or_the_routine(context: Context, qtbot: QtBot) -> None:
    place = RoutinesPlace(context)
    shown(place, qtbot, 748, 640)
    assert place.catalogue.isVisible()
    assert not place.detail.isVisible()
    QTest.mouseClick(rows(place)[2], Qt.MouseButton.LeftButton)
    assert place.detail.isVisible()
    assert not place.catalogue.isVisible()
    QTest.keyClick(place.browsing, Qt.Key.Key_Escape)
    assert place.catalogue.isVisible()
    assert not place.detail.isVisible()
    resized(place, 1068, 800)
    assert place.catalogue.isVisible()
    assert place.detail.isVisible()


def test_a_low_window_scrolls_the_list_and_squeezes_nothing(place: RoutinesPlace) -> None:
    resized(place, 748, 640)
    tops = [row.y() for row in rows(place)]
    assert {lower - upper for upper, lower in pairwise(tops)} == {67}
    QTest.keyClick(rows(place)[-2], Qt.Key.Key_Down)
    last = rows(place)[-1]
    assert last.visibleRegion().boundingRect() == last.rect()


def test_nothing_is_wider_than_the_narrowest_place(place: RoutinesPlace, context: Context) -> None:
    assert place.minimumSizeHint().width() <= 748
    for routine in context.library.routines:
        place.show_routine(routine)
        assert place.detail.minimumSizeHint().width() <= 604, routine


def step(place: RoutinesPlace, times: int) -> None:
    button = place.detail.minutes.more if times > 0 else place.detail.minutes.less
    for _ in range(abs(times)):
        button.click()


def test_any_number_of_minutes_can_be_chosen_and_says_what_it_leaves_out(place: RoutinesPlace) -> None:
    place.show_routine("knee-pain-press")
    assert place.detail.minutes.value == 13
    assert not place.detail.dropped.isVisible()
    step(place, -9)
    assert place.detail.switch.index == -1
    assert place.detail.dropped.text() == "To fit 4\u00a0min this does without: Yin Mound Spring and Yang Mound Spring."
    step(place, 1)
    assert place.detail.switch.index == 0
    place.detail.switch.segments[-1].click()
    assert place.detail.minutes.value == 13


def test_the_length_a_routine_was_started_with_is_offered_again(context: Context, place: RoutinesPlace) -> None:
    plans = started(place)
    place.show_routine("knee-pain-press")
    step(place, -6)
    place.detail.start_chosen()
    assert context.preferences.value.minutes == {"knee-pain-press": 7}
    assert plans[-1].seconds <= 7 * 60
    place.show_routine("balance-points")
    place.show_routine("knee-pain-press")
    assert place.detail.minutes.value == 7
    row = next(row for row in rows(place) if row.id == "knee-pain-press")
    assert row.accessibleName().startswith("Knee-pain press, 7\u00a0min")


def test_the_full_length_is_not_written_down(context: Context, place: RoutinesPlace) -> None:
    context.preferences.update(minutes={"knee-pain-press": 5, "walk-and-soak": 12})
    place.show_routine("knee-pain-press")
    assert place.detail.switch.index == 0
    place.detail.switch.segments[-1].click()
    place.detail.start_chosen()
    assert context.preferences.value.minutes == {"walk-and-soak": 12}
