"""What each key does, place by place, in the order of the places."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from acutimer.language.catalogue import ENGLISH, language


class Told(NamedTuple):
    """`keys` that do the same, and what they do."""

    keys: tuple[str, ...]
    does: str


class Chapter(NamedTuple):
    """The keys of one place."""

    title: str
    told: tuple[Told, ...]


def chapters() -> tuple[Chapter, ...]:
    """All keys there are, but those that every button and field has."""
    return (
        Chapter(
            _tr("Anywhere"),
            (
                Told(("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"), _tr("Explore, Routines, Log, Settings")),
                Told(("Ctrl+,",), _tr("Settings")),
                Told(("Ctrl+K", "/"), _tr("Search")),
                Told(("Tab", "Shift+Tab"), _tr("The next control, or the one before")),
                Told(("Ctrl+Z",), _tr("Undo what the message tells of")),
                Told(("F11",), _tr("Full screen")),
                Told(("F1", "?"), _tr("These keys")),
                Told(("Esc",), _tr("One level up")),
            ),
        ),
        Chapter(
            _tr("Explore"),
            (
                Told(("Tab",), _tr("Walk the points")),
                Told(("\u2190", "\u2191", "\u2192", "\u2193"), _tr("The nearest point that way")),
                Told(("Enter",), _tr("Open it")),
                Told(("[", "]"), _tr("Another view")),
                Told(("L", "R"), _tr("Your left or your right side")),
                Told(("F",), _tr("Find it, step by step")),
                Told(("P",), _tr("Press now")),
                Told(("A",), _tr("Add to a routine")),
                Told(("Ctrl++", "Ctrl+-", "Ctrl+0"), _tr("Nearer, further, all of it")),
                Told(("Shift+\u2190", "Shift+\u2192"), _tr("Look about")),
            ),
        ),
        Chapter(
            _tr("Session"),
            (
                Told(("Space", "Enter"), _tr("Pause, go on, start now")),
                Told(("\u2190", "\u2192"), _tr("Back, skip")),
                Told(("\u2191", "+"), _tr("15 seconds more, or 5 repetitions")),
                Told(("R",), _tr("Once more")),
                Told(("W",), _tr("Wait for me")),
                Told(("S",), _tr("Say it again")),
                Told(("V",), _tr("Voice on or off")),
                Told(("M",), _tr("Small window, and back")),
                Told(("Ctrl+.",), _tr("Stop; Ctrl+Z takes it back")),
            ),
        ),
        Chapter(
            _tr("After a session"),
            (
                Told(("0", "9", "\u2212"), _tr("How it feels: 0 to 9, then \u2212 for 10")),
                Told(("Ctrl+Enter",), _tr("Save and close")),
            ),
        ),
        Chapter(
            _tr("Routines"),
            (
                Told(("\u2191", "\u2193"), _tr("Walk the routines")),
                Told(("Enter",), _tr("Start the one chosen")),
                Told(("Ctrl+N",), _tr("A new routine")),
                Told(("Delete",), _tr("Delete one of your own, with undo")),
            ),
        ),
        Chapter(
            _tr("Editor"),
            (
                Told(("Alt+\u2191", "Alt+\u2193"), _tr("Move the step")),
                Told(("Ins",), _tr("Add a step: \u2191 \u2193 walk, Enter adds, Esc leaves")),
                Told(("Ctrl+D",), _tr("Duplicate it")),
                Told(("Delete",), _tr("Remove it")),
                Told(("Ctrl+Z", "Ctrl+Shift+Z"), _tr("Undo, redo")),
                Told(("Ctrl+S",), _tr("Save")),
            ),
        ),
        Chapter(
            _tr("Log"),
            (
                Told(("\u2190", "\u2191", "\u2192", "\u2193"), _tr("Walk the days")),
                Told(("PgUp", "PgDown"), _tr("Walk the months, with Shift the years")),
                Told(("T",), _tr("Today")),
                Told(("Enter",), _tr("Open the day")),
                Told(("Delete",), _tr("Delete a session, with undo")),
                Told(("Ctrl+F",), _tr("Filter")),
                Told(("Ctrl+N",), _tr("Add a session")),
                Told(("Ctrl+E",), _tr("Export, import, backups, report")),
                Told(("Ctrl+Enter",), _tr("Save a form")),
            ),
        ),
        Chapter(_tr("Settings"), (Told(("Ctrl+Enter",), _tr("Save a reminder")),)),
    )


def shown(key: str) -> str:
    """A key as it is written on the keyboards of this system."""
    is_written_otherwise = "+" in key[:-1] or (language() != ENGLISH and key.isalpha() and len(key) > 1)
    if not (key.isascii() and is_written_otherwise):
        return key
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key


def _tr(words: str) -> str:
    return QCoreApplication.translate("Keys", words)
