from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.errors import WorldError
from acutimer.core.fitting import plan
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Choices, Plan
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.ui.after.table import DoneRow
from acutimer.ui.context import Context
from acutimer.ui.kit.focus import FocusRing
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.tokens import DARK, LIGHT, Tokens, palette
from acutimer.ui.log.days.model import PAGE
from acutimer.ui.log.place import LogPlace
from tests.ui.practice import NOW, practise, resized, shown


def texts(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget)]


def current(place: LogPlace) -> SessionRecord:
    return place.model.row(place.list.currentIndex().row()).record


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> LogPlace:
    """A done session of today, and a part of one yesterday."""
    practise(context, "knee-pain-press", NOW - timedelta(days=1), until=10)
    practise(context, "morning-balance", NOW - timedelta(hours=1))
    return shown(LogPlace(context), qtbot)


def test_an_empty_log_says_kindly_what_will_be_here(context: Context, qtbot: QtBot) -> None:
    place = shown(LogPlace(context), qtbot)
    assert place.empty.isVisible()
    assert not place.list.isVisible()
    assert "Nothing here yet" in texts(place)


def test_the_first_session_fills_the_empty_log(context: Context, qtbot: QtBot) -> None:
    place = shown(LogPlace(context), qtbot)
    practise(context, "balance-points")
    place.refresh()
    assert not place.empty.isVisible()
    assert place.list.isVisible()
    assert "Balance points" in texts(place.detail)


def test_sessions_are_listed_newest_first_and_the_newest_is_told(place: LogPlace) -> None:
    assert [place.model.row(number).name for number in range(2)] == ["Morning balance", "Knee-pain press"]
    assert current(place).routine == "morning-balance"
    told = texts(place.detail)
    assert told[0] == "Morning balance"
    assert told[1].startswith("Today, 08:30 to ")


def test_the_keyboard_walks_the_sessions(place: LogPlace) -> None:
    place.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(place.list, Qt.Key.Key_Down)
    assert current(place).routine == "knee-pain-press"
    assert "You stopped at ST36, left leg, after 9\u00a0min of 12\u00a0min." in texts(place.detail)
    QTest.keyClick(place.list, Qt.Key.Key_Home)
    assert current(place).routine == "morning-balance"


def test_the_keyboards_ring_goes_round_the_current_row(place: LogPlace) -> None:
    place.list.clearFocus()
    place.list.setFocus(Qt.FocusReason.TabFocusReason)
    ring = place.window().findChild(FocusRing)
    assert ring is not None
    first = ring.geometry()
    QTest.keyClick(place.list, Qt.Key.Key_Down)
    assert ring.geometry().top() == first.top() + 64
    row = place.list.visualRect(place.list.currentIndex())
    QTest.mouseClick(place.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert not ring.isVisible()


def test_a_click_chooses_a_session(place: LogPlace) -> None:
    row = place.list.visualRect(place.model.index(1))
    QTest.mouseClick(place.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert current(place).routine == "knee-pain-press"


def test_what_was_done_and_not_done_stands_under_left_and_right(place: LogPlace) -> None:
    place.list.choose(1)
    sides = {row.words.code: row.words.sides for row in place.detail.findChildren(DoneRow) if row.isVisibleTo(place)}
    assert {code: (it[Side.LEFT].done, it[Side.RIGHT].done) for code, it in sides.items()} == {
        "SP9": (120, 120),
        "GB34": (120, 120),
        "ST36": (60, 0),
    }


def test_every_phase_of_the_session_can_be_read(place: LogPlace) -> None:
    place.list.choose(1)
    place.detail.phases.fold.click()
    names = [widget.accessibleName() for widget in place.detail.findChildren(QWidget) if widget.isVisibleTo(place)]
    lines = [name for name in names if name.startswith(("Get ready", "Change sides", "SP9,", "GB34,", "ST36,"))]
    assert lines == [
        *("Get ready, 0:08", "SP9, left leg, 2:00", "Change sides, 0:08", "SP9, right leg, 2:00"),
        *("Get ready, 0:08", "GB34, left leg, 2:00", "Change sides, 0:08", "GB34, right leg, 2:00"),
        *("Get ready, 0:08", "ST36, left leg, 1:00 of 2:00"),
    ]


def test_discomfort_and_note_are_told_where_they_were_given(place: LogPlace, context: Context) -> None:
    assert not [text for text in texts(place.detail) if text.startswith("Discomfort")]
    context.history.annotate(
        current(place).id, discomfort_before=6, discomfort_after=None, note="Stairs were easier", at=NOW
    )
    place.refresh()
    told = texts(place.detail)
    assert told[told.index("Discomfort before") :][:2] == ["Discomfort before", "6"]
    assert told[told.index("Note") :] == ["Note", "Stairs were easier"]
    context.history.annotate(current(place).id, discomfort_before=6, discomfort_after=4, note="", at=NOW)
    place.refresh()
    told = texts(place.detail)
    assert told[told.index("Discomfort") :][:3] == ["Discomfort", "6", "4"]
    assert "Note" not in told
    assert place.detail.story.discomfort.accessibleName() == "Discomfort: 6 of 10 before, 4 of 10 after"


def test_looking_again_keeps_what_was_chosen_until_there_is_something_new(place: LogPlace, context: Context) -> None:
    place.list.choose(1)
    place.refresh()
    assert current(place).routine == "knee-pain-press"
    practise(context, "balance-points", NOW)
    place.refresh()
    assert current(place).routine == "balance-points"


def test_looking_again_keeps_a_session_far_down_the_list(
    place: LogPlace, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acutimer.ui.log.days.model.PAGE", 2)
    for day in range(2, 6):
        practise(context, "balance-points", NOW - timedelta(days=day))
    place.refresh()
    while place.model.canFetchMore(QModelIndex()):
        place.model.fetchMore(QModelIndex())
    place.list.choose(5)
    place.refresh()
    assert current(place).started_at == NOW - timedelta(days=5)


def test_the_week_and_today_count_what_was_done(place: LogPlace) -> None:
    assert "Wednesday: 9\u00a0min; Thursday: 8\u00a0min" in place.overview.week.accessibleName()
    assert "Friday" not in place.overview.week.accessibleName()
    assert place.overview.goals["heel-raises"].accessibleName() == "Heel raises: 20 of 100"
    assert place.overview.goals["chair-squats"].accessibleName() == "Chair squats: 10 of 100"
    assert "17\u00a0min" in texts(place)


def said_in(context: Context) -> list[str]:
    said: list[str] = []
    context.messages.said.connect(lambda message: said.append(message.text))
    return said


def test_today_stands_out_in_the_week(place: LogPlace) -> None:
    place.window().setPalette(palette(LIGHT))
    image = place.overview.week.grab().toImage()
    step, low = place.overview.week.width() / 7, image.height() - 40
    bars = [image.pixelColor(round((number + 0.5) * step), low).name() for number in (2, 3)]  # Wednesday, Thursday
    assert bars == [LIGHT.heat2.lower(), LIGHT.ember.lower()]


@pytest.mark.parametrize("what", ["finder.find", "totals.days", "totals.counted_on"])
def test_a_fault_of_the_disk_is_said_once_and_what_was_shown_stays(
    place: LogPlace, context: Context, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    place.list.choose(1)
    said = said_in(context)
    part, name = what.split(".")
    monkeypatch.setattr(getattr(context.history, part), name, _broken)
    place.refresh()
    assert said == ["The disk reports a fault."]
    assert place.list.isVisible()
    assert current(place).routine == "knee-pain-press"


def test_a_log_that_cannot_be_read_is_not_called_empty(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    practise(context, "balance-points")
    said = said_in(context)
    with monkeypatch.context() as patched:
        patched.setattr(context.history, "sessions", _broken)
        place = shown(LogPlace(context), qtbot)
    assert said == ["The disk reports a fault."]
    assert "Nothing here yet" not in texts(place)
    assert "Your sessions cannot be shown right now" in texts(place)
    place.refresh()
    assert place.list.isVisible()


def test_a_page_that_cannot_be_read_is_said(place: LogPlace, context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acutimer.ui.log.days.model.PAGE", 1)
    place.refresh()
    said, rows = said_in(context), place.model.rowCount()
    assert place.model.canFetchMore(QModelIndex())
    monkeypatch.setattr(context.history, "sessions", _broken)
    place.model.fetchMore(QModelIndex())
    assert said == ["The disk reports a fault."]
    assert place.model.rowCount() == rows
    assert not place.model.canFetchMore(QModelIndex())


def _broken(*_: object, **_named: object) -> list[SessionRecord]:
    raise WorldError("The disk reports a fault.")


def test_a_session_of_another_version_is_told_without_its_plan(place: LogPlace, context: Context) -> None:
    context.history.ledger.connection.execute("""UPDATE plan SET text = '{"phases": []}'""")
    place.refresh()
    place.list.choose(1)
    assert current(place).outcome is Outcome.PARTIAL
    assert next(row.words.code for row in place.detail.findChildren(DoneRow) if row.isVisibleTo(place)) == "SP9"


@pytest.mark.parametrize(("width", "height"), [(1068, 800), (1708, 1080), (872, 640)])
def test_nothing_is_cut_off_at_any_size(place: LogPlace, width: int, height: int) -> None:
    resized(place, width, height)
    for part in (place.list, place.overview.week, place.detail, *place.overview.goals.values()):
        corner = part.mapTo(place, QPoint(part.width(), part.height()))
        assert corner.x() <= width
        assert corner.y() <= height
        assert part.height() >= part.minimumSizeHint().height()
    assert place.list.height() >= 3 * 64


def test_enter_goes_into_a_long_session_and_escape_comes_back(place: LogPlace) -> None:
    resized(place, 1068, 560)
    reading = place.detail.reading
    place.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(place.list, Qt.Key.Key_Return)
    assert reading.hasFocus()
    QTest.keyClick(reading, Qt.Key.Key_PageDown)
    assert reading.verticalScrollBar().value() > 0
    QTest.keyClick(reading, Qt.Key.Key_Escape)
    assert place.list.hasFocus()


def test_phases_that_are_opened_come_into_sight(place: LogPlace) -> None:
    resized(place, 1068, 560)
    place.list.choose(1)
    place.detail.phases.fold.click()
    seen = place.detail.reading.viewport()
    top = place.detail.phases.mapTo(seen, QPoint(0, 0)).y()
    bottom = top + place.detail.phases.height()
    assert top == 0 or bottom <= seen.height()
    assert place.detail.phases.height() == 44 + 11 * 30


def test_enter_stays_in_the_list_where_all_can_be_read(place: LogPlace) -> None:
    place.list.choose(1)
    place.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(place.list, Qt.Key.Key_Return)
    assert place.list.hasFocus()


def test_a_thousand_sessions_are_read_page_by_page_and_never_row_by_row(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1000):
        keep(context, number)
    asked: list[tuple[int, int]] = []
    sessions = context.history.sessions

    def counted(*, limit: int, skip: int) -> list[SessionRecord]:
        asked.append((limit, skip))
        return sessions(limit=limit, skip=skip)

    monkeypatch.setattr(context.history, "sessions", counted)
    place = shown(LogPlace(context), qtbot)
    place.list.grab()
    assert asked == [(PAGE, 0)]
    for _ in range(1000 // PAGE + 1):
        place.list.scrollToBottom()
        place.list.grab()
    assert place.model.rowCount() == 1000
    assert asked == [(PAGE, skip) for skip in range(0, 1000, PAGE)]


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
    return plan(context.library.routines["balance-points"], Choices())


def test_a_day_begins_at_the_hour_the_settings_say(place: LogPlace, context: Context) -> None:
    context.preferences.update(day_begins_hour=9)  # the session of half past eight was last night's
    place.refresh()
    assert place.model.row(0).when == "Yesterday, 08:30"
    assert place.overview.week.accessibleName().endswith("Thursday: 0\u00a0min")
    assert place.overview.goals["heel-raises"].accessibleName() == "Heel raises: 0 of 100"


def test_a_new_day_is_noticed_when_the_window_comes_back(context: Context, qtbot: QtBot) -> None:
    now = [NOW]
    moved = replace(context, wall=lambda: now[0])
    practise(moved, "balance-points")
    place = shown(LogPlace(moved), qtbot)
    now[0] += timedelta(days=1)
    assert place.model.row(0).when == "Today, 09:30"
    QCoreApplication.sendEvent(place, QEvent(QEvent.Type.ActivationChange))
    assert place.model.row(0).when == "Yesterday, 09:30"


def test_a_session_that_is_not_finished_is_shown_as_such(place: LogPlace, context: Context) -> None:
    session_id = practise(context, "knee-pain-press", NOW, until=10)
    context.history.ledger.connection.execute(
        "UPDATE session SET ended_at = NULL, outcome = NULL WHERE id = ?", (session_id,)
    )
    place.refresh()
    assert place.model.row(0).below == "Today, 09:30, not finished"
    assert "Not finished: 9\u00a0min of 12\u00a0min." in texts(place.detail)


def test_wide_enough_the_phases_stand_beside_the_story_and_the_figure_in_it(place: LogPlace) -> None:
    place.list.choose(1)
    assert place.detail.phases.fold.isVisible()
    assert not place.detail.story.figure.isVisible()
    resized(place, 1708, 1080)
    assert not place.detail.phases.fold.isVisible()
    assert place.detail.phases.x() > place.detail.story.x()
    assert "SP9, left leg" in texts(place.detail.phases)
    assert place.detail.story.figure.isVisible()
    resized(place, 1708, 560)
    assert not place.detail.story.figure.isVisible()


def test_another_theme_repaints_everything(place: LogPlace) -> None:
    place.window().setPalette(palette(LIGHT))
    light = [part.grab().toImage() for part in (place.list, place.overview, place.detail)]
    place.window().setPalette(palette(DARK))
    dark = [part.grab().toImage() for part in (place.list, place.overview, place.detail)]
    for before, after in zip(light, dark, strict=True):
        grounds = [image.pixelColor(image.width() // 2, image.height() - 30).lightness() for image in (before, after)]
        assert grounds[0] > 200
        assert grounds[1] < 60


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_marks_of_done_and_part_differ_in_shape(place: LogPlace, theme: Tokens) -> None:
    place.window().setPalette(palette(theme))
    image = QImage(place.list.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.bg))
    place.list.viewport().render(image)
    centers = [place.list.visualRect(place.model.index(number)).center() for number in range(2)]
    inside = [{QColor(image.pixel(32, center.y() + y)).name() for y in (-7, 8)} for center in centers]
    assert inside == [{theme.ember.lower()}, {theme.bg.lower()}]
