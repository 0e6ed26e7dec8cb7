"""The small window on a real X server: by a real keyboard and a real mouse, seen as a screen reader sees it."""

import itertools
from collections.abc import Iterator, Sequence

import pytest

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.fitting import plan
from acutimer.core.settings import Settings
from tests.real_window_desk import Desk, Seen, desk, missing_eyes, missing_hands
from tests.unprofiled import UNPROFILED

MISSING = missing_hands() or missing_eyes()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)

ROUTINE = "balance-points"
BUTTON = "push button"
SMALL, FULL = "Session, small window", "acutimer"  # how the two windows are called
GROUND = (170, 12)  # from the small window's corner: nothing to press lies there


@pytest.fixture
def window() -> Iterator[Desk]:
    """A session whose first press has begun."""
    with desk("--start", ROUTINE) as it:
        it.wait_for(BUTTON, "Start now")
        it.key("space")
        it.wait_for(BUTTON, "Pause")
        yield it


def windows(seen: Sequence[Seen]) -> list[Seen]:
    """The windows that are showing."""
    return [it for it in seen if it.name in (SMALL, FULL)]


def go_small(window: Desk) -> Seen:
    """Press M, and wait until the small window alone is there and stands still."""
    window.key("m")
    boxes: list[object] = [None]
    found: list[Seen] = []

    def is_alone(seen: Sequence[Seen]) -> bool:
        found[:] = windows(seen)
        boxes.append(found[0].box if [it.name for it in found] == [SMALL] else None)
        return boxes[-1] is not None and boxes[-1] == boxes[-2]

    window.wait_until(is_alone, "the small window alone")
    return found[0]


def come_back(window: Desk) -> None:
    window.wait_until(lambda seen: [it.name for it in windows(seen)] == [FULL], "the full window alone")


def test_m_opens_it_and_the_session_goes_on_in_it(window: Desk) -> None:
    small = go_small(window)
    assert small.box[2:] in ((320, 120), (368, 168))  # without and with room for a shadow
    times = {f"0:{seconds:02d}" for seconds in range(60)} | {f"1:{seconds:02d}" for seconds in range(60)}
    shown: list[str] = []

    def goes_on(seen: Sequence[Seen]) -> bool:
        now = [it.name for it in seen if it.name in times]
        shown.extend(time for time in now if time not in shown)
        return len(shown) > 1

    window.wait_until(goes_on, "a time that goes on")
    assert all(later < earlier for earlier, later in itertools.pairwise(shown))


def test_the_keys_work_in_it_and_m_leads_back(window: Desk) -> None:
    go_small(window)
    window.key("space")
    window.wait_for(BUTTON, "Resume")
    window.key("space")
    window.wait_for(BUTTON, "Pause")
    window.key("m")
    come_back(window)
    window.wait_for(BUTTON, "Pause")


def test_the_mouse_pauses_at_the_button_and_comes_back_anywhere_else(window: Desk) -> None:
    small = go_small(window)
    window.click_on(BUTTON, "Pause")
    window.wait_for(BUTTON, "Resume")
    left, top, wide, high = small.box
    edge_x, edge_y = (wide - 320) // 2, (high - 120) // 2
    window.click(Seen("", "", (left + edge_x + GROUND[0], top + edge_y + GROUND[1], 1, 1), frozenset()))
    come_back(window)
    window.wait_for(BUTTON, "Resume")


def test_the_end_of_the_session_brings_the_full_window_back(window: Desk) -> None:
    go_small(window)
    library = load_library(paths.resources() / "content" / "en")
    phases = plan(library.routine(ROUTINE), Settings().choices(), UNPROFILED).phases
    for _ in phases:  # skipping a preparation takes what it prepares along: this is more than enough
        window.key("Right")
    come_back(window)
    window.wait_for(BUTTON, "Save and close")
