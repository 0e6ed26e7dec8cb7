"""A tour through the whole window, with everything in it used once that reads, writes, speaks, or asks the system."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from acutimer.core.due import Due
from acutimer.core.reminding import AtTimes, Reminder
from acutimer.core.settings import Settings
from acutimer.ui.context import Context
from acutimer.ui.exchange.dialogs import Dialogs as RoutineDialogs
from acutimer.ui.log.keeping.dialogs import Dialogs
from acutimer.ui.log.place import KEEPING, REPORT
from acutimer.ui.reminding.reminding import Reminding
from acutimer.ui.window import MainWindow
from tests.security.source import ROOT

EXAMPLE = ROOT / "docs/examples/desk-break.acutimer.json"
ROUTINE = "tour"
CAME_IN = " a tour.acutimer.json"
"""How the name of the file ends that the tour makes to bring it in."""

Until = Callable[[], bool]


def routine_file(folder: Path, name: str, words: str) -> Path:
    """A routine's file, called `name`, with these words wherever it has any."""
    routine: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    del routine["$schema"]
    routine["id"] = ROUTINE
    routine["name"] = routine["summary"] = words
    for step in routine["steps"]:
        step["say"] = step["title"] = words
    file = folder / name
    file.write_text(json.dumps(routine), encoding="utf-8")
    return file


def tour(
    window: MainWindow, context: Context, reminding: Reminding, files: Path, *, words: str, note: str
) -> Iterator[tuple[str, Until]]:
    """Walk through it: a step gives what was shown and what to wait for before the next.

    `words` is what the user writes wherever words are asked for, `note` what in a note.

    Files go to and come from the folder `files`.
    """
    if not context.preferences.value.welcomed:
        yield "the first start", lambda: window.is_given_over
        window._first_page.leave()  # type: ignore[union-attr]  # it is there, for it has the window
    for place in ("settings", "log", "routines", "explore"):
        window.show_place(place)
        yield place, lambda: True
    window.search()
    yield "search", lambda: True
    window.show_keys()
    yield "the keys", lambda: True
    window.show_keys()
    yield from _routines(window, files, words)
    yield from _session(window, context, note)
    yield from _log(window, files, words)
    yield from _settings(window, context)
    yield from _reminders(context, reminding)
    window.show_place("explore")
    yield "home", lambda: True


def _routines(window: MainWindow, files: Path, words: str) -> Iterator[tuple[str, Until]]:
    file = routine_file(files, f"{words[:40].replace('/', '-')}{CAME_IN}", words)
    window.lead_to("routines", lambda place: place.import_files([file]))
    place: Any = window._joined["routines"].place
    yield "what a file holds", lambda: bool(place.exchange.cards)
    place.exchange.add_all()
    place.exchange._dialogs = RoutineDialogs(folder=lambda *_: files, save=lambda *_: files / "one.acutimer.json")
    yield "what was added", lambda: True
    place.exchange.begin_export()
    place.exchange._export([ROUTINE, "knee-pain-press"])
    yield "routines to export", lambda: True
    place.show_routine(ROUTINE)
    yield "a routine", lambda: True
    place.edit(ROUTINE)
    yield "the editor", lambda: True
    place.editor.desk.choose(1)
    place.editor.desk.duplicate(words)
    yield "a step in the editor", lambda: True
    place.editor.desk.save(words)
    place.editor.closed.emit()
    place.write_new()
    place.editor.desk.rename(words, "renamed")
    place.browse()
    yield "the list, with a draft", lambda: True


def _session(window: MainWindow, context: Context, note: str) -> Iterator[tuple[str, Until]]:
    window.start_routine(ROUTINE)
    page = window.sessions.page
    yield "a session", lambda: page.player.session is not None
    page._doing.go()
    page._doing.say_again()
    page._doing.switch_small()
    yield "the small window", lambda: True
    page._doing.switch_small()
    begun = context.monotonic()
    yield "a second of it", lambda: context.monotonic() - begun > 1.0 or page.player.session is None
    page._doing.finish_here()
    yield "what comes after", lambda: "after" in window.sessions.__dict__
    after = window.sessions.after
    after.note.set_text(note)
    after.save()
    yield "back from it", lambda: not window.is_given_over


def _log(window: MainWindow, files: Path, words: str) -> Iterator[tuple[str, Until]]:
    window.show_place("log")
    place: Any = window._joined["log"].place
    yield "the list", lambda: True
    for index in range(KEEPING):
        place.show_page(index)
        yield f"page {index} of the log", lambda: True
    place.show_page(0)
    place.days.show_filters()
    picked = place.days.picked
    if picked.record is not None:
        picked.edit()
        yield "a session being edited", lambda: True
    place.days.add()
    yield "a session being added", lambda: True
    place.show_page(KEEPING)
    keeping = place._built[KEEPING]
    for form in ("json", "csv"):
        keeping._dialogs = Dialogs(save=lambda *_, form=form: files / f"out.{form}")
        keeping._export(form)
        yield f"exported as {form}", lambda: not keeping.is_busy
    keeping.bring_in(files / "out.json")
    yield "imported", lambda: not keeping.is_busy
    keeping._make()
    yield "a backup", lambda: not keeping.is_busy and not keeping.backups.is_looking
    (newest, *_) = keeping._backups.files()
    keeping._restore(newest, "Restored")
    yield "restored", lambda: not keeping.is_busy and not keeping.backups.is_looking
    place.show_page(REPORT)
    report = place._built[REPORT]
    report.dialogs = Dialogs(save=lambda *_: files / "report.pdf")
    yield "the report", lambda: report._is_ready
    for row in report.choices.notes.rows:
        row.click()
    report.choices.name.set_text(words)
    report._make()
    report._save()
    yield "its file", (files / "report.pdf").exists
    place.show_page(0)


def _settings(window: MainWindow, context: Context) -> Iterator[tuple[str, Until]]:
    window.show_place("settings")
    place: Any = window._joined["settings"].place
    place.show_page("profile")
    yield "the safety profile", lambda: True
    place.remind(ROUTINE)
    yield "a reminder being made", lambda: True
    place.show_page("cards")
    context.preferences.update(start_at_login=True)
    yield "the settings", lambda: True


def _reminders(context: Context, reminding: Reminding) -> Iterator[tuple[str, Until]]:
    reminder = Reminder(id="tour", when=AtTimes((time(9),)), routine=ROUTINE)
    context.preferences.update(reminders=(reminder,), stay_in_tray=True)
    assert reminding._herald is not None
    due = (Due(datetime.now(UTC), reminder),)
    reminding._herald.say(due)
    yield "a reminder", lambda: True
    reminding._herald._show()
    yield "a notice", lambda: True
    reminding._herald._do_without()
    yield "the tray", lambda: True
    context.preferences.update(reminders=Settings().reminders, stay_in_tray=False)
    yield "no reminders", lambda: True
