from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.errors import WorldError
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.core.totals import SubjectTotal
from acutimer.store.totals import Totals
from acutimer.ui.context import Context
from acutimer.ui.kit.text import Text
from acutimer.ui.log.body.page import BodyPage
from tests.shipped import LIBRARY
from tests.ui.practice import NOW, practise, resized, shown

TODAY = NOW.date()


def total(
    subject: str, kind: PhaseKind, side: Side | None, seconds: float, *, reps: int = 0, ago: int = 0
) -> SubjectTotal:
    last_at = NOW - timedelta(days=ago)
    return SubjectTotal(subject=subject, kind=kind, side=side, seconds=seconds, reps=reps, times=1, last_at=last_at)


class Sums:
    """Stands for the history: what was done, each with its day."""

    def __init__(self) -> None:
        self.all: list[SubjectTotal] = []
        self.fault = ""

    def add(self, subject: str, side: Side | None, seconds: float, ago: int = 0) -> None:
        """A point pressed so long, so many days ago."""
        self.all.append(total(subject, PhaseKind.PRESS, side, seconds, ago=ago))

    def press(self, code: str, left: float, right: float, ago: int = 0) -> None:
        """A point on both sides."""
        self.add(code, Side.LEFT, left, ago)
        self.add(code, Side.RIGHT, right, ago)

    def subjects(self, first: date, last: date, _hour: int) -> tuple[SubjectTotal, ...]:
        """What lies in these days."""
        if self.fault:
            raise WorldError(self.fault)
        return tuple(it for it in self.all if first <= it.last_at.date() <= last)


@pytest.fixture
def sums(context: Context, monkeypatch: pytest.MonkeyPatch) -> Sums:
    made = Sums()
    monkeypatch.setattr(Totals, "subjects", made.subjects)
    return made


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> BodyPage:
    return shown(BodyPage(context), qtbot, 1036, 698)


def rows(page: BodyPage) -> list[str]:
    return [row.point.code for row in page.panel.list.rows]


def texts(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget)]


def offered(page: BodyPage, qtbot: QtBot) -> Plan:
    with qtbot.waitSignal(page.start) as begun:
        QTest.mouseClick(page.panel.button, Qt.MouseButton.LeftButton)
    plan = begun.args[0]
    assert isinstance(plan, Plan)
    return plan


def presses(plan: Plan) -> list[Phase]:
    return [phase for phase in plan.phases if phase.kind is PhaseKind.PRESS]


def test_nothing_yet_is_said_kindly_beside_unheated_figures(page: BodyPage) -> None:
    page.refresh()
    assert page.panel.observation.text() == "Press a point, and the figure grows warm where you pressed it."
    assert not any(view.spots for view in page.bodies.views)
    assert not page.panel.button.isVisible()
    assert not page.panel.list.isVisible()
    assert not page.panel.heads.isVisible()
    assert page.panel.height() < 160


def test_the_last_days_are_listed_with_what_is_worth_saying(page: BodyPage, sums: Sums) -> None:
    sums.press("KI6", 90, 90, ago=16)
    sums.press("GB34", 300, 300, ago=1)
    sums.add("ST36", Side.LEFT, 840)
    sums.add("ST36", Side.RIGHT, 360, ago=3)
    page.refresh()
    assert page.panel.title.text() == "The last 14 days"
    assert page.panel.observation.text() == "Your right ST36 has had less than your left."
    assert rows(page) == ["ST36", "GB34", "KI6"]
    assert page.panel.list.rows[2].accessibleName() == "KI6, Shining Sea: not for 16 days"
    assert page.panel.button.text() == "Press right ST36 now"
    assert "ST36 left 14 minutes, right 6 minutes" in page.bodies.accessibleName()


def test_the_history_is_asked_for_what_was_really_done(context: Context, page: BodyPage) -> None:
    practise(context, "morning-balance", NOW - timedelta(days=1))
    practise(context, "circulation-and-joints", NOW - timedelta(days=16))
    page.refresh()
    assert {"KI3", "BL23"} <= set(rows(page))
    assert page.panel.observation.text().endswith("was last pressed 16 days ago.")
    assert "Also" in texts(page.panel)
    assert "Heel raises" in texts(page.panel)


def test_the_offer_presses_one_side_for_the_points_own_time(page: BodyPage, sums: Sums, qtbot: QtBot) -> None:
    sums.press("ST36", 840, 360)
    page.refresh()
    (press,) = presses(offered(page, qtbot))
    assert (press.subject, press.side, press.seconds) == ("ST36", Side.RIGHT, 90)


def test_the_offer_takes_the_time_chosen_for_that_point(
    page: BodyPage, sums: Sums, context: Context, qtbot: QtBot
) -> None:
    context.preferences.update(press_seconds={"ST36": 33}, get_ready_seconds=5)
    sums.press("ST36", 100, 360)
    page.refresh()
    plan = offered(page, qtbot)
    (press,) = presses(plan)
    assert (press.side, press.seconds) == (Side.LEFT, 33)
    assert plan.phases[0].seconds == 5


def test_a_point_of_long_ago_is_offered_on_both_sides_and_the_back_at_once(
    page: BodyPage, sums: Sums, qtbot: QtBot
) -> None:
    sums.press("KI6", 60, 60, ago=20)
    page.refresh()
    assert [phase.side for phase in presses(offered(page, qtbot))] == [Side.LEFT, Side.RIGHT]
    sums.add("BL23", Side.BOTH, 60, ago=25)
    page.refresh()
    assert page.panel.button.text() == "Press BL23 now"
    assert [phase.side for phase in presses(offered(page, qtbot))] == [Side.BOTH]


def test_a_professionals_point_is_listed_but_never_offered(page: BodyPage, sums: Sums) -> None:
    sums.press("BL57", 500, 0, ago=2)
    page.refresh()
    assert rows(page) == ["BL57"]
    assert not page.panel.button.isVisible()


def test_a_code_of_another_version_is_listed_as_it_is(page: BodyPage, sums: Sums) -> None:
    sums.press("XX9", 500, 0)
    page.refresh()
    assert rows(page) == ["XX9"]
    page.panel.list.rows[0].setFocus()
    assert not page.bodies.rings()


def test_a_pair_warms_its_two_points_and_adds_to_what_each_had_alone(page: BodyPage, sums: Sums) -> None:
    sums.add("EX-LE5", Side.LEFT, 120)
    sums.add("ST35", Side.LEFT, 60)
    page.refresh()
    assert rows(page) == ["EX-LE5", "ST35"]
    front, _ = page.bodies.views
    assert sorted(spot.seconds for spot in front.spots) == [120, 180]


def test_the_switch_changes_the_period(page: BodyPage, sums: Sums) -> None:
    sums.press("ST36", 300, 300, ago=10)
    sums.press("GB34", 300, 300, ago=20)
    for segment, title, seconds in ((0, "The last 7 days", [0, 0]), (2, "The last 30 days", [600, 600])):
        QTest.mouseClick(page.switch.segments[segment], Qt.MouseButton.LeftButton)
        assert page.panel.title.text() == title
        assert [row.point.seconds for row in page.panel.list.rows] == seconds
    assert page.days == 30


def test_what_is_long_past_is_not_looked_for(page: BodyPage, sums: Sums) -> None:
    sums.press("ST36", 300, 300, ago=60)
    sums.press("GB34", 300, 300, ago=59)
    page.refresh()
    assert rows(page) == ["GB34"]


def test_the_day_begins_when_the_settings_say(context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[date, date, int]] = []

    def ask(_totals: Totals, first: date, last: date, hour: int) -> tuple[SubjectTotal, ...]:
        asked.append((first, last, hour))
        return ()

    monkeypatch.setattr(Totals, "subjects", ask)
    context.preferences.update(day_begins_hour=12)  # it is half past nine: still yesterday
    shown(BodyPage(context), qtbot).refresh()
    yesterday = TODAY - timedelta(days=1)
    assert asked == [
        (yesterday - timedelta(days=59), yesterday, 12),
        (yesterday - timedelta(days=13), yesterday, 12),
    ]


def test_a_fault_of_the_disk_is_said_and_what_was_shown_stays(page: BodyPage, sums: Sums, context: Context) -> None:
    sums.press("ST36", 300, 300)
    page.refresh()
    said: list[str] = []
    context.messages.said.connect(lambda message: said.append(str(message)))
    sums.fault = "The log cannot be read."
    page.refresh()
    assert rows(page) == ["ST36"]
    assert len(said) == 1


def test_the_row_one_looks_at_wears_rings_on_the_figure(page: BodyPage, sums: Sums) -> None:
    sums.press("ST36", 300, 300)
    sums.press("EX-LE5", 60, 60)
    page.refresh()
    first, second = page.panel.list.rows
    first.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert page.bodies.marked == ("ST36",)
    assert len(page.bodies.rings()) == 2
    first.leaveEvent(QEvent(QEvent.Type.Leave))
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert set(page.bodies.marked) == {"ST35", "EX-LE4"}
    second.clearFocus()
    assert not page.bodies.rings()


def test_exercises_and_techniques_follow_in_one_sum_for_both_sides(page: BodyPage, sums: Sums) -> None:
    sums.all += [
        total("knee-kneading", PhaseKind.TECHNIQUE, Side.LEFT, 60),
        total("knee-kneading", PhaseKind.TECHNIQUE, Side.RIGHT, 60),
        total("heel-raises", PhaseKind.REPS, Side.BOTH, 600, reps=240),
    ]
    page.refresh()
    assert rows(page) == []
    kneading = LIBRARY.name_of("knee-kneading")
    assert texts(page.panel.also) == ["Also", "Heel raises", "240 times", kneading, "2\u00a0min"]


@pytest.mark.parametrize("size", [(840, 545), (1036, 698), (1676, 970)])
def test_nothing_is_cut_off_and_the_offer_is_always_there(page: BodyPage, sums: Sums, size: tuple[int, int]) -> None:
    for code in ("ST36", "GB34", "SP9", "KI3", "KI6", "EX-LE5", "LR8", "KI10", "BL40"):
        sums.press(code, 300, 60)
    page.refresh()
    resized(page, *size)
    assert page.minimumSizeHint().width() <= 840
    assert page.minimumSizeHint().height() <= 545
    assert page.panel.geometry().right() < size[0]
    assert page.bodies.geometry().right() < page.panel.x()
    for part in (page.panel.title, page.panel.observation, page.panel.button, page.switch):
        assert part.width() >= part.minimumSizeHint().width()
        assert part.mapTo(page, part.rect().bottomRight()).y() < size[1]
    assert all(row.first_line_px() < row.names_px(row.width()) for row in page.panel.list.rows)


def test_the_figure_follows_the_mirror_when_the_page_is_shown_again(
    page: BodyPage, sums: Sums, context: Context
) -> None:
    sums.add("ST36", Side.LEFT, 300)
    page.refresh()
    before = page.bodies.views[0].spots[0].place[0]
    context.preferences.update(mirror=Mirror.CHART)
    page.refresh()
    assert page.bodies.views[0].spots[0].place[0] == pytest.approx(-before)
