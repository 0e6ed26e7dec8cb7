"""Routines of one's own as a person writes them: a real window on a real X server, by the keyboard, and by a mouse.

What is shown is read as a screen reader reads it; what is kept is asked of the program's file.
"""

import json
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.real_window_desk import WINDOW, Desk, Seen, desk, missing_eyes, missing_hands, program, screen, use

BUTTON, RADIO, TEXT, ITEM, PANEL = "push button", "radio button", "text", "list item", "panel"
PATIENCE_MS = 30_000
NAME, SEARCH = "Name of the routine", "Search points, exercises and pauses"
PRESSED, RAISES, REST = "ST36 Leg Three Miles, ", "Heel raises, ", "Rest, "

MISSING = missing_hands() or missing_eyes()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)


def rows(query: str, *values: object) -> list[tuple[object, ...]]:
    """What the program's file says at this moment."""
    file = Path(os.environ["XDG_DATA_HOME"]) / "acutimer" / "acutimer.db"
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return connection.execute(query, values).fetchall()


def saved() -> dict[str, list[str]]:
    """The steps of the routines of one's own by their names, each by its point, its exercise or its kind."""
    texts = [json.loads(str(text)) for (text,) in rows("SELECT text FROM own_routine WHERE NOT is_deleted")]
    return {it["name"]: _steps(it) for it in texts}


def drafts() -> list[list[str]]:
    """The steps of what was not saved yet."""
    return [_steps(json.loads(str(text))) for (text,) in rows("SELECT text FROM draft")]


def _steps(routine: dict[str, list[dict[str, str]]]) -> list[str]:
    return [it.get("point") or it.get("exercise") or it["kind"] for it in routine["steps"]]


def listed(seen: Sequence[Seen]) -> list[Seen]:
    return [it for it in seen if it.role == ITEM]


def wait_for_steps(window: Desk, *beginnings: str, chosen: int | None = None) -> list[Seen]:
    """These steps are listed and no others, and the one at the place `chosen` is the chosen one."""
    found: list[Seen] = []

    def is_so(seen: Sequence[Seen]) -> bool:
        found[:] = listed(seen)
        names = [it.name for it in found]
        is_listed = len(names) == len(beginnings) and all(map(str.startswith, names, beginnings))
        return is_listed and (chosen is None or found[chosen].is_("selected"))

    window.wait_until(is_so, f"steps {beginnings}, chosen {chosen}")
    return found


def add(window: Desk, words: str, name: str) -> None:
    """Add a step by what one types."""
    window.key("Insert")
    window.wait_for(TEXT, SEARCH, "focused")
    window.key(*words)
    window.wait_until(lambda seen: _first_offer(seen).startswith(name), f"{name!r} as the first one offered")
    window.key("Return")


def _first_offer(seen: Sequence[Seen]) -> str:
    names = [it.name for it in seen]
    return names[names.index("What can be added") + 1] if "What can be added" in names[:-1] else ""


def begin(window: Desk) -> None:
    """A new routine called Knees, by keys."""
    window.wait_for(RADIO, "Routines")
    window.key("ctrl+2")
    window.wait_for(BUTTON, "New")
    window.key("ctrl+n")
    window.wait_for(TEXT, NAME, "focused")
    window.key(*"Knees", "Return")
    window.wait_for(BUTTON, "Name: Knees")


def test_the_keyboard_alone_writes_a_routine() -> None:
    with desk() as window:
        begin(window)
        add(window, "st36", PRESSED)
        wait_for_steps(window, PRESSED, chosen=0)
        add(window, "heel", RAISES)
        wait_for_steps(window, PRESSED, RAISES, chosen=1)
        add(window, "rest", REST)
        wait_for_steps(window, PRESSED, RAISES, REST, chosen=2)

        window.key("Home", "alt+Down")
        wait_for_steps(window, RAISES, PRESSED, REST, chosen=1)
        window.key("ctrl+d")
        wait_for_steps(window, RAISES, PRESSED, PRESSED, REST, chosen=2)
        window.key("Down", "Delete")
        window.wait_for(PANEL, "Rest is removed.")
        wait_for_steps(window, RAISES, PRESSED, PRESSED, chosen=2)
        window.key("ctrl+z")
        wait_for_steps(window, RAISES, PRESSED, PRESSED, REST, chosen=3)
        window.key("ctrl+z")
        wait_for_steps(window, RAISES, PRESSED, REST, chosen=1)
        window.key("ctrl+shift+z")
        wait_for_steps(window, RAISES, PRESSED, PRESSED, REST, chosen=2)
        assert drafts() == [["heel-raises", "ST36", "ST36", "rest"]]

        window.key("Return")
        window.wait_for(RADIO, "Left, then right", "focused")
        window.key("Right")
        wait_for_steps(window, RAISES, PRESSED, f"{PRESSED}Left only, 1:30", REST)
        window.key("Escape", "ctrl+s")
        window.wait_for(PANEL, "\N{LEFT DOUBLE QUOTATION MARK}Knees\N{RIGHT DOUBLE QUOTATION MARK} is saved.")
        assert saved() == {"Knees": ["heel-raises", "ST36", "ST36", "rest"]}
        assert drafts() == []

        window.key("Escape")
        window.wait_for(RADIO, "Knees, ", "checked")


def test_a_mouse_copies_one_of_ours_and_drags_its_steps() -> None:
    with desk() as window:
        window.click_on(RADIO, "Routines")
        window.click_on(RADIO, "Circulation and joints, ")
        window.click_on(BUTTON, "Change")
        window.wait_for(BUTTON, "Name: ")
        before = listed(window.look())
        assert len(before) > 2
        names = [it.name for it in before]

        below_last = (before[-1].middle[0], before[-1].box[1] + before[-1].box[3] - 6)
        window.drag(before[0], below_last)
        moved = wait_for_steps(window, *names[1:], names[0], chosen=len(names) - 1)
        window.drag(moved[-1], (moved[0].middle[0], moved[0].box[1] + 6))
        wait_for_steps(window, *names, chosen=0)

        window.click(listed(window.look())[-1])
        wait_for_steps(window, *names, chosen=len(names) - 1)
        window.click_on(BUTTON, "Duplicate")
        wait_for_steps(window, *names, names[-1], chosen=len(names))
        window.click_on(BUTTON, "Remove")
        wait_for_steps(window, *names, chosen=len(names) - 1)
        window.click_on(BUTTON, "Undo: Remove a step")  # it is not covered by what was said of it
        wait_for_steps(window, *names, names[-1], chosen=len(names))
        window.wait_for(PANEL, f"{names[-1].split(',')[0]} is back.")
        assert saved() == {}
        (draft,) = drafts()
        assert len(draft) == len(names) + 1

        window.click_on(BUTTON, "Save")
        window.wait_for(PANEL, "\N{LEFT DOUBLE QUOTATION MARK}Circulation and joints")
        ((name, steps),) = saved().items()
        assert name.startswith("Circulation and joints")
        assert steps == draft
        assert drafts() == []


def test_what_was_not_saved_is_there_again_after_the_process_was_killed(qtbot: QtBot) -> None:
    with screen() as environment, program(environment):  # it is killed in the end, without a word before
        use(environment, *WINDOW, "windowfocus", "--sync")
        for keys in (("ctrl+2", "ctrl+n", *"Knees", "Return"), ("Insert", *"st36", "Return"), ("ctrl+d",)):
            use(environment, "key", "--delay", "20", *keys)
        qtbot.waitUntil(lambda: drafts() == [["ST36", "ST36"]], timeout=PATIENCE_MS)
    assert saved() == {}
    with desk() as window:
        window.wait_for(RADIO, "Routines")
        window.key("ctrl+2")
        window.click_on(BUTTON, "Carry on with Knees")
        wait_for_steps(window, PRESSED, PRESSED)
        window.key("ctrl+s")
        window.wait_for(PANEL, "\N{LEFT DOUBLE QUOTATION MARK}Knees\N{RIGHT DOUBLE QUOTATION MARK} is saved.")
    assert saved() == {"Knees": ["ST36", "ST36"]}
    assert drafts() == []
