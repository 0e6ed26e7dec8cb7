"""The way body -> knee -> each of its points and back: by a real mouse, and again by a real keyboard alone.

What is shown is read as a screen reader reads it, so all that is looked at here has a name there, too.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest

from acutimer import paths
from acutimer.content.atlas import Atlas
from acutimer.content.library import load_library
from acutimer.core.points import Area
from acutimer.ui.explore.areas import points_of
from tests.real_window_desk import Desk, Seen, desk, missing_eyes, missing_hands

MISSING = missing_hands() or missing_eyes()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)

BUTTON, RADIO, LABEL = "push button", "radio button", "label"
PILL = "Knee, "
SIDE = ", left leg"
VIEWS = {"Front": "knee_front", "Outer": "knee_outer", "Inner": "knee_inner", "Back": "knee_back"}
MOST_TABS = 40

Points = dict[str, str]
"""Codes, and the English names that go with them."""


@pytest.fixture(scope="module")
def views() -> dict[str, Points]:
    """What each view of the knee has to show, as the content has it."""
    library = load_library(paths.resources() / "content" / "en")
    atlas = Atlas(paths.resources() / "body", library.rules)
    codes = points_of(Area.KNEE, atlas, library.points)
    assert tuple(VIEWS.values()) == atlas.views(Area.KNEE)
    return {
        name: {code: library.points[code].name for code in sorted(codes & atlas.figure(figure).placements.keys())}
        for name, figure in VIEWS.items()
    }


@pytest.fixture
def window() -> Iterator[Desk]:
    with desk() as it:
        yield it


def markers(seen: Iterable[Seen]) -> dict[str, Seen]:
    """The markers by their points' codes."""
    return {it.name.partition(",")[0]: it for it in seen if it.role == BUTTON and it.name.endswith(SIDE)}


def has_label(seen: Iterable[Seen], text: str) -> bool:
    return any(it.role == LABEL and it.name == text for it in seen)


def wait_for_point(window: Desk, code: str, name: str) -> None:
    """Its marker is the chosen one, and it is what the panel is about."""

    def is_shown(seen: Sequence[Seen]) -> bool:
        chosen = [code for code, marker in markers(seen).items() if marker.is_("checked")]
        return chosen == [code] and has_label(seen, name)

    window.wait_until(is_shown, f"{code} in the panel and on the drawing")


def wait_for_knee(window: Desk, view: str, points: Points) -> None:
    """One sees all its points from there, no one is chosen, and the panel lists them."""

    def is_shown(seen: Sequence[Seen]) -> bool:
        there = markers(seen)
        is_chosen = any(marker.is_("checked") for marker in there.values())
        is_view = any(it.role == RADIO and it.name == view and it.is_("checked") for it in seen)
        return is_view and there.keys() == points.keys() and not is_chosen and has_label(seen, "Left knee")

    window.wait_until(is_shown, f"the knee, {view}, and the list of its points")


def test_a_mouse_comes_to_every_point_of_the_knee_and_back(window: Desk, views: dict[str, Points]) -> None:
    ways_back: Iterator[Callable[[Seen], object]] = itertools.cycle(
        (
            lambda _: window.click_on(BUTTON, "Close this point"),
            lambda marker: window.click(marker, button=8),
            lambda _: window.click_on(BUTTON, "Left knee"),
            lambda _: window.key("Escape"),
        )
    )
    window.click_on(BUTTON, PILL)
    for view, points in views.items():
        window.click_on(RADIO, view)
        wait_for_knee(window, view, points)
        for code, name in points.items():
            marker = window.click_on(BUTTON, f"{code}, {name}{SIDE}")
            wait_for_point(window, code, name)
            next(ways_back)(marker)
            wait_for_knee(window, view, points)
    window.click_on(BUTTON, "Body")
    window.wait_for(BUTTON, PILL)


def test_the_keyboard_alone_comes_to_every_point_of_the_knee_and_back(window: Desk, views: dict[str, Points]) -> None:
    open_the_knee(window)
    for index, (view, points) in enumerate(views.items()):
        if index:
            window.key("bracketright")
        wait_for_knee(window, view, points)
        walk(window, view, points)
    window.key("bracketleft")
    *_, before, _last = views
    window.wait_for(RADIO, before, "checked")
    window.key("Escape")
    window.wait_for(BUTTON, PILL, "focused")


def test_an_arrow_goes_to_the_marker_that_lies_that_way(window: Desk) -> None:
    start = open_the_knee(window)
    lower = move(window, "Down", start)
    assert is_marker(lower)
    assert lower.middle[1] > start.middle[1]
    upper = move(window, "Up", lower)
    assert is_marker(upper)
    assert upper.middle[1] < lower.middle[1]


def open_the_knee(window: Desk) -> Seen:
    """Press Tab until the keyboard is at the knee's pill, and press it; the marker that then has the keyboard."""
    window.wait_for(BUTTON, PILL)
    here: Seen | None = None
    for _ in range(MOST_TABS):
        here = move(window, "Tab", here)
        if here.name.startswith(PILL):
            break
    else:
        raise AssertionError("Tab never came to the knee")
    window.key("Return")
    window.wait_until(lambda seen: is_marker(focused(seen)), "a marker with the keyboard")
    found = focused(window.look())
    assert found is not None
    return found


def walk(window: Desk, view: str, points: Points) -> None:
    """From a marker Tab to every marker, and look at each point on the way; in the end one is at the last one."""
    here = focused(window.look())
    while is_marker(here):
        here = move(window, "shift+Tab", here)
    here = move(window, "Tab", here)
    reached: list[str] = []
    while is_marker(here):
        code = here.name.partition(",")[0]
        reached.append(code)
        window.key("Return")
        wait_for_point(window, code, points[code])
        window.key("Escape")
        wait_for_knee(window, view, points)
        window.wait_for(BUTTON, here.name, "focused")
        here = move(window, "Tab", here)
    assert sorted(reached) == sorted(points)
    move(window, "shift+Tab", here)


def move(window: Desk, key: str, before: Seen | None) -> Seen:
    """Press a key that moves the keyboard away from where it was; where it has come to."""
    name = before.name if before is not None else ""
    found: list[Seen] = []

    def has_moved(seen: Sequence[Seen]) -> bool:
        here = focused(seen)
        found.extend([here] if here is not None and here.name != name else [])
        return bool(found)

    window.key(key)
    window.wait_until(has_moved, f"the keyboard somewhere else than {name!r}, after {key}")
    return found[0]


def focused(seen: Iterable[Seen]) -> Seen | None:
    return next((it for it in seen if it.is_("focused")), None)


def is_marker(thing: Seen | None) -> bool:
    return thing is not None and thing.role == BUTTON and thing.name.endswith(SIDE)
