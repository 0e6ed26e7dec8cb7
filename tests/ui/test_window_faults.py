"""What becomes of the window when one of its screens fails by a fault of our own."""

import sys
from dataclasses import replace
from types import TracebackType
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QWidget

from acutimer.ui.context import Context
from acutimer.ui.joining import Joined
from tests.ui.fake_rooms import FakeRooms
from tests.ui.window_hands import Open, in_sight, laid_out

pytestmark = pytest.mark.qt_no_exception_capture  # they are looked at here


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed over to the hook."""
    told: list[str] = []

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        told.append(str(error))

    monkeypatch.setattr(sys, "excepthook", hook)
    return told


def breaking(fakes: FakeRooms, *names: str) -> Any:
    """Let these screens fail as they are built; call what is returned to mend them."""
    whole, is_mended = fakes.rooms, [False]

    def builder(name: str) -> Any:
        def build(context: Context) -> QWidget:
            if not is_mended[0]:
                raise LookupError(name)
            return cast("QWidget", getattr(whole, name)(context))

        return build

    fakes.rooms = replace(whole, **{name: builder(name) for name in names})
    return lambda: is_mended.__setitem__(0, True)


def test_a_place_that_cannot_be_built_leaves_the_others_and_is_tried_again(
    opened: Open, fakes: FakeRooms, faults: list[str]
) -> None:
    mend = breaking(fakes, "log")
    window = opened()
    window.show_place("log")
    assert faults == ["log"]
    assert in_sight(window, fakes) == "explore"
    assert window.navigation.buttons["explore"].isChecked()
    assert not window.navigation.buttons["log"].isChecked()
    window.show_place("routines")
    assert in_sight(window, fakes) == "routines"
    asked: list[object] = []
    window.lead_to("log", asked.append)
    assert not asked
    assert faults == ["log", "log"]
    mend()
    window.show_place("log")
    assert in_sight(window, fakes) == "log"
    assert faults == ["log", "log"]


def test_where_the_last_place_cannot_be_built_the_window_settles_with_another(
    opened: Open, fakes: FakeRooms, faults: list[str]
) -> None:
    breaking(fakes, "explore", "routines")
    window = opened()
    assert faults == ["explore", "routines"]
    assert in_sight(window, fakes) == "log"
    assert window.navigation.buttons["log"].isChecked()


def test_with_no_place_at_all_the_window_still_settles(opened: Open, fakes: FakeRooms, faults: list[str]) -> None:
    breaking(fakes, "explore", "routines", "log", "settings")
    window = opened()
    assert sorted(faults) == ["explore", "log", "routines", "settings"]
    window.messages.say("It can still say so.", "caution")
    assert window.bar.isVisible()
    window.bar.dismiss_all()


def test_a_place_that_cannot_be_brought_up_to_date_is_shown_as_it_was(
    opened: Open, fakes: FakeRooms, faults: list[str]
) -> None:
    window = opened()
    window.show_place("log")

    def fail() -> None:
        raise LookupError("refresh")

    window._joined["log"] = Joined(window._joined["log"].place, refresh=fail)
    window.show_place("routines")
    window.show_place("log")
    assert in_sight(window, fakes) == "log"
    assert faults == ["refresh"]


def test_a_session_whose_page_cannot_be_built_leaves_the_place(
    opened: Open, fakes: FakeRooms, context: Context, faults: list[str]
) -> None:
    breaking(fakes, "session")
    window = opened()
    with pytest.raises(LookupError):
        window.start(laid_out(context))
    assert not window.is_given_over
    assert in_sight(window, fakes) == "explore"


@pytest.mark.parametrize("how", ["built", "shown"])
def test_a_page_after_the_session_that_fails_gives_the_window_back(  # noqa: PLR0917
    opened: Open, fakes: FakeRooms, context: Context, faults: list[str], monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    if how == "built":
        breaking(fakes, "after")
    window = opened()
    window.start(laid_out(context))
    assert window.is_given_over
    if how == "shown":

        def fail(*_: object) -> None:
            raise LookupError("after")

        monkeypatch.setattr(window.sessions.after, "show_session", fail)
    fakes.built["session"].over.emit("id")
    assert faults == ["after"]
    assert not window.is_given_over
    assert window.navigation.isVisible()
    assert in_sight(window, fakes) == "explore"


def test_what_fails_as_it_closes_keeps_nothing_else_open(
    opened: Open, fakes: FakeRooms, context: Context, faults: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    window.start(laid_out(context))

    def fail(*_: object) -> None:
        raise LookupError("close")

    monkeypatch.setattr(fakes.built["explore"], "close", fail)
    window.close()
    assert faults == ["close"]
    assert context.preferences.value.window
