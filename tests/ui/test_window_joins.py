"""What one place asks of another, the first start, files let go over the window, and what the profile refuses."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from acutimer.core.conditions import Condition
from acutimer.core.fitting import plan
from acutimer.ui.context import Context
from acutimer.ui.dropping import FileDrops
from tests.ui.fake_rooms import FakeRooms
from tests.ui.window_hands import Open, in_sight, laid_out, press

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen says this of every least size

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_first_start_shows_its_page_over_the_whole_window_once(
    context: Context,
    fakes: FakeRooms,
    opened: Open,
) -> None:
    context.preferences.update(welcomed=False)
    window = opened()
    assert in_sight(window, fakes) == "welcome"
    assert window.navigation.isHidden()
    press(window, Qt.Key.Key_2, CTRL)
    assert in_sight(window, fakes) == "welcome"
    assert window.is_free  # another text size may be tried at once
    (drops,) = window.findChildren(FileDrops)
    assert not drops._is_free()  # but what is dropped would lead nowhere
    fakes.built["welcome"].done.emit()
    assert in_sight(window, fakes) == "explore"
    assert window.navigation.isVisible()


def test_who_was_welcomed_is_not_welcomed_again(fakes: FakeRooms, opened: Open) -> None:
    opened()
    assert "welcome" not in fakes.built


def test_a_point_to_add_and_a_reminder_to_make_lead_to_their_places(fakes: FakeRooms, opened: Open) -> None:
    window = opened()
    fakes.built["explore"].add_wanted.emit("ST36")
    assert in_sight(window, fakes) == "routines"
    assert fakes.built["routines"].added == ["ST36"]
    fakes.built["routines"].remind.emit("knee-pain-press")
    assert in_sight(window, fakes) == "settings"
    assert fakes.built["settings"].reminded == ["knee-pain-press"]
    fakes.built["settings"].keeping_wanted.emit()
    assert in_sight(window, fakes) == "log"
    assert fakes.built["log"].is_keeping


def test_files_let_go_over_the_window_are_brought_in_but_not_into_a_session(
    context: Context,
    fakes: FakeRooms,
    opened: Open,
) -> None:
    window = opened()
    (drops,) = window.findChildren(FileDrops)
    drops.dropped.emit((Path("knees.acutimer.json"),))
    assert in_sight(window, fakes) == "routines"
    assert fakes.built["routines"].brought == [(Path("knees.acutimer.json"),)]
    window.start(laid_out(context))
    drops.dropped.emit((Path("more.acutimer.json"),))
    assert in_sight(window, fakes) == "session"
    assert len(fakes.built["routines"].brought) == 1


def test_a_plan_from_before_the_profile_changed_is_begun_as_the_profile_is_now(
    context: Context, fakes: FakeRooms, opened: Open
) -> None:
    before = plan(context.library.routines["balance-points"], context.preferences.value.choices(), context.safety)
    assert "BL23" in {phase.subject for phase in before.phases}
    window = opened()
    context.preferences.update(conditions=(Condition.PREGNANT,))
    window.start(before)
    (begun,) = fakes.built["session"].begun
    assert {phase.subject for phase in begun.phases} == {"KI3"}
    assert begun.changes


def test_one_of_ones_own_routines_is_started_by_its_id(context: Context, fakes: FakeRooms, opened: Open) -> None:
    mine = replace(context.library.routines["balance-points"], id="own-1", name="Mine")
    context.shelf.save(mine)
    opened().start_routine("own-1")
    (begun,) = fakes.built["session"].begun
    assert begun.routine == mine


def test_what_the_profile_leaves_nothing_of_is_refused_in_words(
    context: Context,
    fakes: FakeRooms,
    opened: Open,
    qtbot: QtBot,
) -> None:
    context.preferences.update(conditions=(Condition.PREGNANT,))
    window = opened()
    fakes.built["explore"].press_now.emit("BL23", 60)
    assert "session" not in fakes.built
    assert in_sight(window, fakes) == "explore"
    assert window.bar.message is not None
    assert "you are pregnant" in window.bar.message.text
    window.bar.dismiss()


def test_a_session_follows_the_profile_whoever_begins_it(context: Context, fakes: FakeRooms, opened: Open) -> None:
    context.preferences.update(conditions=(Condition.PREGNANT,))
    opened().start_routine("balance-points")
    (begun,) = fakes.built["session"].begun
    assert begun == plan(context.library.routine("balance-points"), context.preferences.value.choices(), context.safety)
    assert all(phase.subject != "BL23" for phase in begun.phases)


def test_the_window_is_free_unless_something_begun_could_be_lost(
    context: Context,
    fakes: FakeRooms,
    opened: Open,
) -> None:
    window = opened()
    assert window.is_free
    window.show_place("log")
    fakes.built["log"].is_editing = True
    assert not window.is_free
    fakes.built["log"].is_editing = False
    ended: list[str] = []
    window.session_over.connect(ended.append)
    window.start(laid_out(context))
    assert window.is_given_over
    assert not window.is_free
    fakes.built["session"].over.emit("a session")
    assert ended == ["a session"]
    assert window.is_given_over
    fakes.built["after"].closed.emit()
    assert not window.is_given_over
    assert window.is_free
