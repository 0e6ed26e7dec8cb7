from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.correcting import moved
from acutimer.core.errors import WorldError
from acutimer.core.filtering import LogFilter
from acutimer.core.fitting import plan
from acutimer.core.history import SessionRecord, SessionSummary
from acutimer.core.planning import Choices, Plan
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.ui.after.table import DoneRow
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.focus import FocusRing
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.tokens import DARK, LIGHT, Tokens, palette
from acutimer.ui.log.days.model import PAGE, SessionRow
from acutimer.ui.log.days.overview import LOW_CHART_PX
from acutimer.ui.log.days.page import DaysPage
from acutimer.ui.messages import Message
from tests.ui.practice import NOW, practise, resized, shown
from tests.unprofiled import UNPROFILED


def texts(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget)]


def a_page(context: Context, qtbot: QtBot) -> DaysPage:
    page = DaysPage(context)
    page.refresh()
    return shown(page, qtbot)


def row_at(page: DaysPage, number: int) -> SessionRow:
    row = page.listing.row(number)
    assert row is not None
    return row


def current(page: DaysPage) -> SessionSummary:
    return row_at(page, page.listing.list.currentIndex().row()).record


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> DaysPage:
    """A done session of today, and a part of one yesterday."""
    practise(context, "knee-pain-press", NOW - timedelta(days=1), until=10)
    practise(context, "morning-balance", NOW - timedelta(hours=1))
    return a_page(context, qtbot)


def test_an_empty_log_says_kindly_what_will_be_here(context: Context, qtbot: QtBot) -> None:
    page = a_page(context, qtbot)
    assert page.empty.isVisible()
    assert not page.listing.list.isVisible()
    assert "Nothing here yet" in texts(page)


def test_the_first_session_fills_the_empty_log(context: Context, qtbot: QtBot) -> None:
    page = a_page(context, qtbot)
    practise(context, "balance-points")
    page.refresh()
    assert not page.empty.isVisible()
    assert page.listing.list.isVisible()
    assert "Balance points" in texts(page.picked.detail)


def test_sessions_are_listed_newest_first_and_the_newest_is_told(page: DaysPage) -> None:
    assert [row_at(page, number).name for number in range(2)] == ["Morning balance", "Knee-pain press"]
    assert current(page).routine == "morning-balance"
    told = texts(page.picked.detail)
    assert told[0] == "Morning balance"
    assert told[1].startswith("Today, 08:30 to ")


def test_the_keyboard_walks_the_sessions(page: DaysPage) -> None:
    page.listing.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.listing.list, Qt.Key.Key_Down)
    assert current(page).routine == "knee-pain-press"
    assert "You stopped at ST36, left leg, after 9\u00a0min of 12\u00a0min." in texts(page.picked.detail)
    QTest.keyClick(page.listing.list, Qt.Key.Key_Home)
    assert current(page).routine == "morning-balance"


def test_the_keyboards_ring_goes_round_the_current_row(page: DaysPage) -> None:
    page.listing.list.clearFocus()
    page.listing.list.setFocus(Qt.FocusReason.TabFocusReason)
    ring = page.window().findChild(FocusRing)
    assert ring is not None
    first = ring.geometry()
    QTest.keyClick(page.listing.list, Qt.Key.Key_Down)
    assert ring.geometry().top() == first.top() + 64
    row = page.listing.list.visualRect(page.listing.list.currentIndex())
    QTest.mouseClick(page.listing.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert not ring.isVisible()


def test_a_click_chooses_a_session(page: DaysPage) -> None:
    row = page.listing.list.visualRect(page.listing.model.index(1, 0))
    QTest.mouseClick(page.listing.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert current(page).routine == "knee-pain-press"


def test_what_was_done_and_not_done_stands_under_left_and_right(page: DaysPage) -> None:
    page.listing.list.choose(1)
    sides = {
        row.words.code: row.words.sides for row in page.picked.detail.findChildren(DoneRow) if row.isVisibleTo(page)
    }
    assert {code: (it[Side.LEFT].done, it[Side.RIGHT].done) for code, it in sides.items()} == {
        "SP9": (120, 120),
        "GB34": (120, 120),
        "ST36": (60, 0),
    }


def test_every_phase_of_the_session_can_be_read(page: DaysPage) -> None:
    page.listing.list.choose(1)
    page.picked.detail.phases.fold.click()
    names = [widget.accessibleName() for widget in page.picked.detail.findChildren(QWidget) if widget.isVisibleTo(page)]
    lines = [name for name in names if name.startswith(("Get ready", "Change sides", "SP9,", "GB34,", "ST36,"))]
    assert lines == [
        *("Get ready, 0:08", "SP9, left leg, 2:00", "Change sides, 0:08", "SP9, right leg, 2:00"),
        *("Get ready, 0:08", "GB34, left leg, 2:00", "Change sides, 0:08", "GB34, right leg, 2:00"),
        *("Get ready, 0:08", "ST36, left leg, 1:00 of 2:00"),
    ]


def test_discomfort_and_note_are_told_where_they_were_given(page: DaysPage, context: Context) -> None:
    assert not [text for text in texts(page.picked.detail) if text.startswith("Discomfort")]
    context.history.annotate(
        current(page).id, discomfort_before=6, discomfort_after=None, note="Stairs were easier", at=NOW
    )
    page.refresh()
    told = texts(page.picked.detail)
    assert told[told.index("Discomfort before") :][:2] == ["Discomfort before", "6"]
    assert told[told.index("Note") :] == ["Note", "Stairs were easier"]
    context.history.annotate(current(page).id, discomfort_before=6, discomfort_after=4, note="", at=NOW)
    page.refresh()
    told = texts(page.picked.detail)
    assert told[told.index("Discomfort") :][:3] == ["Discomfort", "6", "4"]
    assert "Note" not in told
    assert page.picked.detail.story.discomfort.accessibleName() == "Discomfort: 6 of 10 before, 4 of 10 after"


def test_looking_again_keeps_what_was_chosen_until_there_is_something_new(page: DaysPage, context: Context) -> None:
    page.listing.list.choose(1)
    page.refresh()
    assert current(page).routine == "knee-pain-press"
    practise(context, "balance-points", NOW)
    page.refresh()
    assert current(page).routine == "balance-points"


def test_looking_again_keeps_a_session_far_down_the_list(
    page: DaysPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acutimer.ui.log.days.model.PAGE", 2)
    for day in range(2, 6):
        practise(context, "balance-points", NOW - timedelta(days=day))
    page.refresh()
    page.listing.list.choose(5)
    page.refresh()
    assert current(page).started_at == NOW - timedelta(days=5)


def test_the_week_and_today_count_what_was_done(page: DaysPage) -> None:
    assert "Wednesday: 9\u00a0min; Thursday: 8\u00a0min" in page.overview.week.accessibleName()
    assert "Friday" not in page.overview.week.accessibleName()
    assert page.overview.goals["heel-raises"].accessibleName() == "Heel raises: 20 of 100, in one set"
    assert page.overview.goals["chair-squats"].accessibleName() == "Chair squats: 10 of 100, in one set"
    assert "17\u00a0min" in texts(page)


def said_in(context: Context) -> list[str]:
    said: list[str] = []
    context.messages.said.connect(lambda message: said.append(message.text))
    return said


def test_today_stands_out_in_the_week(page: DaysPage) -> None:
    page.window().setPalette(palette(LIGHT))
    image = page.overview.week.grab().toImage()
    step, low = page.overview.week.width() / 7, image.height() - 40
    bars = [image.pixelColor(round((number + 0.5) * step), low).name() for number in (2, 3)]  # Wednesday, Thursday
    assert bars == [LIGHT.heat2.lower(), LIGHT.ember.lower()]


@pytest.mark.parametrize("what", ["finder.find", "totals.days", "totals.counted_on"])
def test_a_fault_of_the_disk_is_said_once_and_what_was_shown_stays(
    page: DaysPage, context: Context, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    page.listing.list.choose(1)
    said = said_in(context)
    part, name = what.split(".")
    monkeypatch.setattr(getattr(context.history, part), name, _broken)
    page.refresh()
    assert said == ["The disk reports a fault."]
    assert page.listing.list.isVisible()
    assert current(page).routine == "knee-pain-press"


def test_a_log_that_cannot_be_read_is_not_called_empty(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    practise(context, "balance-points")
    said = said_in(context)
    with monkeypatch.context() as patched:
        patched.setattr(context.history, "sessions", _broken)
        page = a_page(context, qtbot)
    assert said == ["The disk reports a fault."]
    assert "Nothing here yet" not in texts(page)
    assert "Your sessions cannot be shown right now" in texts(page)
    page.refresh()
    assert page.listing.list.isVisible()


def test_rows_that_cannot_be_read_are_said_and_stay_blank(
    page: DaysPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acutimer.ui.log.days.model.PAGE", 1)
    page.refresh()
    said = said_in(context)
    page.listing.model.start(2, _broken_after_the_first(page))
    assert page.listing.row(1) is None
    assert said == ["The disk reports a fault."]
    assert page.listing.model.index(1, 0).data() is None


def _broken_after_the_first(page: DaysPage) -> Callable[[int, int], list[SessionRow]]:
    first = row_at(page, 0)
    return lambda skip, _limit: [first] if skip == 0 else _broken()


def _broken(*_: object, **_named: object) -> Any:
    raise WorldError("The disk reports a fault.")


def test_a_session_of_another_version_is_told_without_its_plan(page: DaysPage, context: Context) -> None:
    context.history.ledger.connection.execute("""UPDATE plan SET text = '{"phases": [' || number || ']}'""")
    page.refresh()
    page.listing.list.choose(1)
    assert current(page).outcome is Outcome.PARTIAL
    assert next(row.words.code for row in page.picked.detail.findChildren(DoneRow) if row.isVisibleTo(page)) == "SP9"


@pytest.mark.parametrize(("width", "height"), [(1068, 800), (1708, 1080), (872, 640)])
def test_nothing_is_cut_off_at_any_size(page: DaysPage, width: int, height: int) -> None:
    resized(page, width, height - 86)
    parts: list[QWidget] = [page.listing.list, page.picked.detail]
    if width > 1000:
        parts += [page.overview.week, *page.overview.goals.values()]
    for part in parts:
        corner = part.mapTo(page, QPoint(part.width(), part.height()))
        assert corner.x() <= width
        assert corner.y() <= height - 86
        assert part.height() >= part.minimumSizeHint().height()
    assert page.listing.list.height() >= 3 * 64


def test_enter_goes_into_a_long_session_and_escape_comes_back(page: DaysPage) -> None:
    resized(page, 1068, 560)
    reading = page.picked.detail.reading
    page.listing.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.listing.list, Qt.Key.Key_Return)
    assert reading.hasFocus()
    QTest.keyClick(reading, Qt.Key.Key_PageDown)
    assert reading.verticalScrollBar().value() > 0
    QTest.keyClick(reading, Qt.Key.Key_Escape)
    assert page.listing.list.hasFocus()


def test_phases_that_are_opened_come_into_sight(page: DaysPage) -> None:
    resized(page, 1068, 560)
    page.listing.list.choose(1)
    page.picked.detail.phases.fold.click()
    seen = page.picked.detail.reading.viewport()
    top = page.picked.detail.phases.mapTo(seen, QPoint(0, 0)).y()
    bottom = top + page.picked.detail.phases.height()
    assert top == 0 or bottom <= seen.height()
    assert page.picked.detail.phases.height() == 44 + 11 * 30


def test_enter_stays_in_the_list_where_all_can_be_read(page: DaysPage) -> None:
    resized(page, 1068, 1200)
    page.listing.list.choose(1)
    page.listing.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.listing.list, Qt.Key.Key_Return)
    assert page.listing.list.hasFocus()


def test_a_thousand_sessions_are_read_page_by_page_as_they_come_into_sight(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1000):
        keep(context, number)
    asked: list[int] = []
    read = context.history.finder.page

    def counted(first: int, limit: int) -> list[SessionSummary]:
        asked.append(first)
        return read(first, limit)

    monkeypatch.setattr(context.history.finder, "page", counted)
    page = a_page(context, qtbot)
    page.listing.list.grab()
    assert page.listing.model.rowCount() == 1000
    assert asked == [0]
    page.listing.list.scrollToBottom()
    page.listing.list.grab()
    assert asked[1:]
    assert min(asked[1:]) >= 1000 - 3 * PAGE
    at_the_end = len(asked)
    assert page.listing.model.index(999, 0).data() == "Balance points"
    page.listing.list.verticalScrollBar().setValue(page.listing.list.verticalScrollBar().maximum() // 2)
    page.listing.list.grab()
    assert asked[at_the_end:]
    assert all(400 <= first <= 520 for first in asked[at_the_end:])


def keep(context: Context, number: int) -> None:
    """A short session without phases, `number` hours ago."""
    begun = NOW - timedelta(hours=number)
    record = SessionRecord(
        id=str(number),
        routine="balance-points",
        routine_name="Balance points",
        started_at=begun,
        ended_at=begun + timedelta(minutes=1),
        outcome=Outcome.SKIPPED,
        planned_seconds=60,
    )
    context.history.begin(record, a_plan(context))


def a_plan(context: Context) -> Plan:
    return plan(context.library.routines["balance-points"], Choices(), UNPROFILED)


def test_a_day_begins_at_the_hour_the_settings_say(page: DaysPage, context: Context) -> None:
    context.preferences.update(day_begins_hour=9)  # the session of half past eight was last night's
    page.refresh()
    assert row_at(page, 0).when == "Yesterday, 08:30"
    assert page.overview.week.accessibleName().endswith("Thursday: 0\u00a0min")
    assert page.overview.goals["heel-raises"].accessibleName() == "Heel raises: 0 of 100"


def test_a_session_that_is_not_finished_is_shown_as_such(page: DaysPage, context: Context) -> None:
    session_id = practise(context, "knee-pain-press", NOW, until=10)
    context.history.ledger.connection.execute(
        "UPDATE session SET ended_at = NULL, outcome = NULL WHERE id = ?", (session_id,)
    )
    page.refresh()
    assert row_at(page, 0).below == "Today, 09:30, not finished"
    assert "Not finished: 9\u00a0min of 12\u00a0min." in texts(page.picked.detail)


def test_wide_enough_the_phases_stand_beside_the_story_and_the_figure_in_it(page: DaysPage) -> None:
    page.listing.list.choose(1)
    assert page.picked.detail.phases.fold.isVisible()
    assert not page.picked.detail.story.figure.isVisible()
    resized(page, 1708, 1080)
    assert not page.picked.detail.phases.fold.isVisible()
    assert page.picked.detail.phases.x() > page.picked.detail.story.x()
    assert "SP9, left leg" in texts(page.picked.detail.phases)
    assert page.picked.detail.story.figure.isVisible()
    resized(page, 1708, 560)
    assert not page.picked.detail.story.figure.isVisible()


def test_another_theme_repaints_everything(page: DaysPage) -> None:
    page.window().setPalette(palette(LIGHT))
    light = [part.grab().toImage() for part in (page.listing.list, page.overview, page.picked.detail)]
    page.window().setPalette(palette(DARK))
    dark = [part.grab().toImage() for part in (page.listing.list, page.overview, page.picked.detail)]
    for before, after in zip(light, dark, strict=True):
        grounds = [image.pixelColor(image.width() // 2, image.height() - 30).lightness() for image in (before, after)]
        assert grounds[0] > 200
        assert grounds[1] < 60


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_marks_of_done_and_part_differ_in_shape(page: DaysPage, theme: Tokens) -> None:
    page.window().setPalette(palette(theme))
    image = QImage(page.listing.list.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.bg))
    page.listing.list.viewport().render(image)
    centers = [page.listing.list.visualRect(page.listing.model.index(number, 0)).center() for number in range(2)]
    inside = [{QColor(image.pixel(32, center.y() + y)).name() for y in (-7, 8)} for center in centers]
    assert inside == [{theme.ember.lower()}, {theme.bg.lower()}]


# -- the calendar, the list and the card together --------------------------------------------------


def test_a_day_opened_in_the_calendar_chooses_its_newest_session(page: DaysPage, context: Context) -> None:
    practise(context, "daily-strength", NOW - timedelta(days=1, hours=-2))
    page.refresh()
    page.calendar.opened.emit((NOW - timedelta(days=1)).date())
    assert current(page).routine == "daily-strength"
    assert page.listing.list.hasFocus()


def test_a_session_chosen_in_the_list_stands_on_its_day_and_in_its_year(page: DaysPage, context: Context) -> None:
    then = NOW - timedelta(days=400)
    practise(context, "balance-points", then)
    page.refresh()
    page.listing.list.choose(2)
    assert page.calendar.chosen == then.date()
    assert "Week of" in " ".join(texts(page.overview))
    page.listing.list.choose(0)
    assert page.calendar.chosen == NOW.date()
    assert "This week" in texts(page.overview)


def test_walking_the_calendar_shows_that_week_and_leaves_the_session(page: DaysPage) -> None:
    before = current(page)
    page.calendar.walked.emit((NOW - timedelta(days=21)).date())
    assert any(words.startswith("Week of") for words in texts(page.overview))
    assert current(page) == before


def test_a_day_of_rest_offers_to_add_a_session(page: DaysPage, context: Context) -> None:
    offers: list[Message] = []
    context.messages.said.connect(offers.append)
    day = (NOW - timedelta(days=5)).date()
    page.calendar.opened.emit(day)
    (offer,) = offers
    assert (offer.text, offer.action) == ("Nothing is kept of this day.", "Add a session")
    assert offer.do is not None
    offer.do()
    assert page.picked.is_editing


def only_partial(page: DaysPage) -> None:
    QTest.keyClick(page.filters.outcome, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(page.filters.outcome.list.options, key)
    assert page.filters.wanted == LogFilter(outcome=Outcome.PARTIAL)


def test_a_filter_narrows_the_list_and_the_year(page: DaysPage) -> None:
    page.show_filters()
    assert page.listing.model.rowCount() == 2
    only_partial(page)
    assert [row_at(page, number).name for number in range(page.listing.model.rowCount())] == ["Knee-pain press"]
    assert "1 found" in texts(page.listing)
    day = (NOW - timedelta(days=1)).date()
    assert page.calendar.model.done(day) == "one session, 9\u00a0min"
    assert page.calendar.model.done(NOW.date()) == "nothing found"


def test_a_filter_that_nothing_fits_says_so_and_can_be_cleared(page: DaysPage) -> None:
    page.show_filters()
    QTest.keyClicks(page.filters.words.line, "nowhere")
    assert "No session fits: \u201cnowhere\u201d." in texts(page.listing)
    assert not page.picked.detail.isVisible()
    next(button for button in page.listing.findChildren(Button) if button.text() == "Clear the filter").click()
    assert page.listing.model.rowCount() == 2
    assert page.picked.detail.isVisible()


def test_putting_the_filters_away_lets_everything_through_again(page: DaysPage) -> None:
    page.show_filters()
    only_partial(page)
    page.show_filters()
    assert not page.filters.isVisible()
    assert page.listing.model.rowCount() == 2


# -- what can be done with a session -----------------------------------------------------------------


def test_delete_takes_the_session_away_and_undo_brings_it_back(page: DaysPage, context: Context) -> None:
    offers: list[Message] = []
    context.messages.said.connect(offers.append)
    gone = current(page)
    page.listing.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.listing.list, Qt.Key.Key_Delete)
    assert page.listing.model.rowCount() == 1
    assert current(page).routine == "knee-pain-press"
    (offer,) = offers
    assert offer.text.startswith("Deleted: Morning balance, Today, 08:30")
    assert offer.do is not None
    offer.do()
    assert current(page).id == gone.id
    assert page.listing.model.rowCount() == 2


def test_deleting_the_only_session_leaves_the_empty_log(context: Context, qtbot: QtBot) -> None:
    practise(context, "balance-points")
    page = a_page(context, qtbot)
    page.picked.detail.delete_button.click()
    assert page.empty.isVisible()


def test_a_session_that_is_not_over_can_be_neither_edited_nor_deleted(page: DaysPage, context: Context) -> None:
    session_id = practise(context, "knee-pain-press", NOW, until=10)
    context.history.ledger.connection.execute(
        "UPDATE session SET ended_at = NULL, outcome = NULL WHERE id = ?", (session_id,)
    )
    page.refresh()
    assert not page.picked.detail.edit_button.isEnabled()
    QTest.keyClick(page.listing.list, Qt.Key.Key_Delete)
    assert page.listing.model.rowCount() == 3


def test_the_rest_of_a_broken_off_session_can_be_done(page: DaysPage) -> None:
    plans: list[Plan] = []
    page.start.connect(plans.append)
    assert not page.picked.detail.rest_button.isVisible()
    page.listing.list.choose(1)
    page.picked.detail.rest_button.click()
    (rest,) = plans
    assert {(phase.subject, phase.side) for phase in rest.phases if phase.kind.is_practice} == {
        ("ST36", Side.LEFT),
        ("ST36", Side.RIGHT),
    }


def test_a_fault_of_the_disk_leaves_the_session_where_it_is(
    page: DaysPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = said_in(context)
    monkeypatch.setattr(context.history.corrections, "delete", _broken)
    page.picked.detail.delete_button.click()
    assert said == ["The disk reports a fault."]
    assert page.listing.model.rowCount() == 2


def test_what_was_corrected_says_so(page: DaysPage, context: Context) -> None:
    record = page.picked.record
    assert record is not None
    context.history.annotate(record.id, discomfort_before=None, discomfort_after=None, note="Stiff", at=NOW)
    page.refresh()
    assert not any("corrected" in words for words in texts(page.picked.detail))
    record = context.history.session(record.id)
    assert record is not None
    context.history.corrections.correct(moved(record, NOW - timedelta(hours=3), now=NOW), NOW)
    page.refresh()
    assert "Today, 06:30 to 06:39, corrected" in texts(page.picked.detail)


def test_deleting_far_down_the_list_stays_there(page: DaysPage, context: Context) -> None:
    for days in range(2, 6):
        practise(context, "balance-points", NOW - timedelta(days=days))
    page.refresh()
    page.listing.list.choose(3)
    after = row_at(page, 4).record.id
    page.picked.delete()
    assert (page.listing.list.currentIndex().row(), current(page).id) == (3, after)
    page.listing.list.choose(4)
    page.picked.delete()
    assert page.listing.list.currentIndex().row() == 3


def test_a_form_stays_open_whatever_came_into_the_log_meanwhile(page: DaysPage, context: Context) -> None:
    page.picked.edit()
    practise(context, "balance-points", NOW)
    page.refresh()
    assert page.picked.is_editing
    assert current(page).routine == "morning-balance"


def test_the_form_of_a_session_that_is_deleted_goes_with_it(context: Context, qtbot: QtBot) -> None:
    practise(context, "balance-points")
    page = a_page(context, qtbot)
    page.picked.edit()
    page.picked.delete()
    assert not page.picked.is_editing
    assert page.empty.isVisible()


def test_a_session_whose_story_cannot_be_read_is_not_the_one_that_buttons_are_for(
    page: DaysPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_id: str) -> tuple[SessionRecord, ...]:
        raise WorldError("The disk is gone.")

    before = page.picked.record
    monkeypatch.setattr(context.history.corrections, "originals", broken)
    page.listing.list.choose(1)
    assert page.picked.record is before


def test_what_a_filter_hides_is_said_when_it_was_kept(page: DaysPage, context: Context) -> None:
    said: list[Message] = []
    context.messages.said.connect(said.append)
    kept = current(page).id
    page.show_filters()
    QTest.keyClicks(page.filters.words.line, "nowhere")
    page.picked.changed.emit(kept)
    assert said[-1].text.startswith("It is kept.")


def test_escape_puts_the_filter_away_and_only_then_leaves(page: DaysPage) -> None:
    page.show_filters()
    QTest.keyClick(page.filters.words.line, Qt.Key.Key_Escape)
    assert not page.filters.isVisible()
    assert page.listing.list.hasFocus()


def test_there_is_nothing_to_filter_in_an_empty_log(context: Context, qtbot: QtBot) -> None:
    page = a_page(context, qtbot)
    page.show_filters()
    practise(context, "balance-points")
    page.refresh()
    assert not page.filters.isVisible()


def test_a_low_window_scrolls_the_week_and_a_high_one_gives_it_room(page: DaysPage) -> None:
    resized(page, 1040, 470)
    assert page.overview.week.height() == LOW_CHART_PX
    resized(page, 1040, 900)
    assert page.overview.week.height() > LOW_CHART_PX
    parts = [page.overview.week, *page.overview.goals.values()]
    assert all(part.height() >= part.minimumSizeHint().height() for part in parts)


def test_what_is_shown_already_is_not_told_again(page: DaysPage, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(page.picked.detail, "show_session", lambda *_, **__: told.append(1))
    page.refresh()
    assert told == []
    page.listing.list.choose(1)
    assert told == [1]
