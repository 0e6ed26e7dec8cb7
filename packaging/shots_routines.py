"""Routines of one's own: the list, the editor, files that come in, and what a safety profile makes of them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from shots_sessions import MOMENTS, in_session
from stage import Scene, Stage

from acutimer.content.checking import read_routine
from acutimer.content.writing import SUFFIX, text_of
from acutimer.core.conditions import Condition
from acutimer.core.routines import PressStep, Routine
from acutimer.language.catalogue import tr
from acutimer.ui.exchange.page import ExchangePage
from acutimer.ui.routines.actions import Action
from acutimer.ui.routines.filters import Filter
from acutimer.ui.routines.place import RoutinesPlace

EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples"
PROFILE = (Condition.BLOOD_THINNERS, Condition.POOR_BALANCE, Condition.NEUROPATHY)
LONG_NAME = "Knees and ankles after the long walk with the dog on Sunday"
# A file someone wrote in a hurry.
BROKEN = """{
  "id": "hurry", "name": "In a hurry", "summary": "", "postures": ["sitting"], "equipment": [], "source": "own",
  "steps": [
    {"kind": "press", "say": "Press", "source": "own", "point": "ST63", "dose": {"seconds": 0, "source": "own"}},
    {"kind": "rest", "say": "Rest", "source": "own", "secs": 30}
  ]
}
"""

Then = Callable[[Stage, RoutinesPlace], object]


def scenes() -> dict[str, Scene]:
    """One scene a page and a state of it."""
    cared_for = partial(look, conditions=PROFILE)
    return {
        "routines-own": partial(look, then=lambda _stage, place: place.show_routine("own-evening")),
        "routines-favourites": partial(look, then=show_favourites),
        "routines-draft": partial(look, then=leave_a_draft),
        "routines-deleted": partial(look, then=delete),
        "routines-cared-for": partial(cared_for, then=lambda _stage, place: place.show_routine("morning-balance")),
        "routines-nothing-left": partial(look, conditions=(Condition.PREGNANT,), then=show_what_nothing_is_left_of),
        "routines-add-point": partial(look, then=lambda _stage, place: place.add_point("GB34")),
        "editor": partial(look, then=lambda _stage, place: place.edit("own-evening")),
        "editor-technique": partial(look, then=edit),
        "editor-press": partial(look, then=partial(edit, step=2)),
        "editor-reps": partial(look, then=partial(edit, step=3)),
        "editor-about": partial(look, then=partial(edit, step=None)),
        "editor-adding": partial(look, then=add_a_step),
        "editor-adding-found": partial(look, then=find_a_step),
        "editor-adding-cared-for": partial(look, conditions=(Condition.PREGNANT,), then=find_a_step),
        "editor-problem": partial(look, then=shorten_the_changeover),
        "editor-new": partial(look, then=lambda _stage, place: place.write_new()),
        "editor-new-saved": partial(look, then=save_nothing),
        "editor-copy": partial(look, then=duplicate_a_built_in),
        "import": partial(look, then=lambda _stage, place: place.import_files(())),
        "import-files": partial(look, then=bring_in),
        "import-refused": partial(look, then=bring_in_a_broken_one),
        "session-cared-for": partial(begin_cared_for, "morning-balance"),
    }


def look(stage: Stage, *, then: Then, conditions: tuple[Condition, ...] = ()) -> None:
    """The place with routines of one's own, for a person with these conditions."""
    stage.live_past_weeks()
    stage.context.preferences.update(conditions=conditions)
    shelf = stage.context.shelf
    for routine in own_routines(stage):
        shelf.save(routine)
    shelf.set_favourite("own-evening", True)
    shelf.set_favourite("knee-pain-press", True)
    stage.open()
    stage.window.show_place("routines")
    stage.settle()
    then(stage, stage.place(RoutinesPlace))


def own_routines(stage: Stage) -> tuple[Routine, ...]:
    """Three: one with every kind of step, a short one, and one with a long name."""
    evening, desk = (
        read_routine(EXAMPLES / f"{name}{SUFFIX}", stage.library) for name in ("evening-legs", "desk-break")
    )
    built_in = stage.library.routines["knee-pain-press"]
    return (
        replace(evening, id="own-evening"),
        replace(desk, id="own-desk"),
        replace(built_in, id="own-walk", name=LONG_NAME, source="own"),
    )


# -- the list ------------------------------------------------------------------------------------


def show_favourites(_stage: Stage, place: RoutinesPlace) -> None:
    """Only what has a star."""
    place.show_routine("own-evening")
    place.catalogue.head.chips[Filter.FAVOURITES].click()


def leave_a_draft(stage: Stage, place: RoutinesPlace) -> None:
    """Something was changed and not saved."""
    edit(stage, place)
    place.editor.duplicate()
    place.editor.keeping.leave()


def delete(_stage: Stage, place: RoutinesPlace) -> None:
    """A routine was deleted, which can be undone."""
    place.show_routine("own-desk")
    place.detail.asked.emit(Action.DELETE)


def show_what_nothing_is_left_of(stage: Stage, place: RoutinesPlace) -> None:
    """A routine of which this person leaves everything out."""
    step = next(step for step in stage.library.routines["balance-points"].steps if isinstance(step, PressStep))
    only = replace(own_routines(stage)[1], id="own-only", name="Only one point", steps=(replace(step, point="BL23"),))
    stage.context.shelf.save(only)
    place.show_routine("own-only")


# -- the editor ----------------------------------------------------------------------------------


def edit(_stage: Stage, place: RoutinesPlace, *, step: int | None = 1) -> None:
    """The editor, at a step or at the routine itself."""
    place.edit("own-evening")
    if step is None:
        place.editor.steps.head.about_wanted.emit()
        return
    steps = place.editor.steps.list
    steps.choose(step)
    steps.chosen.emit(step)
    steps.opened.emit(False)  # where there is room for one column, it is this one


def add_a_step(stage: Stage, place: RoutinesPlace) -> None:
    """What can be added."""
    edit(stage, place)
    place.editor.start_adding()


def find_a_step(stage: Stage, place: RoutinesPlace) -> None:
    """Words typed to find it."""
    add_a_step(stage, place)
    stage.settle()
    place.editor.side.adding.search.line.setFocus(Qt.FocusReason.TabFocusReason)
    stage.type("kidney")


def shorten_the_changeover(stage: Stage, place: RoutinesPlace) -> None:
    """Too little time for the hands to move."""
    edit(stage, place, step=2)
    desk = place.editor.desk
    assert isinstance(desk.step, PressStep)
    desk.change_step(replace(desk.step, changeover_seconds=2), tr("Change a step"))


def save_nothing(_stage: Stage, place: RoutinesPlace) -> None:
    """A new one is to be saved before anything is in it."""
    place.write_new()
    place.editor.keeping.save()


def duplicate_a_built_in(_stage: Stage, place: RoutinesPlace) -> None:
    """One of ours, to be changed."""
    place.browsing.duplicate_wanted.emit("morning-balance")


# -- files ---------------------------------------------------------------------------------------


def bring_in(stage: Stage, place: RoutinesPlace) -> None:
    """Two that are good: one is new, the other is here already."""
    new = replace(own_routines(stage)[0], id="stairs", name="Before the stairs")
    written = stage.context.history.ledger.path.with_name(f"stairs{SUFFIX}")
    written.write_text(text_of(new), encoding="utf-8")
    _import(stage, place, [written, EXAMPLES / f"desk-break{SUFFIX}"])


def bring_in_a_broken_one(stage: Stage, place: RoutinesPlace) -> None:
    """A good file and one with mistakes."""
    broken = stage.context.history.ledger.path.with_name(f"hurry{SUFFIX}")
    broken.write_text(BROKEN, encoding="utf-8")
    _import(stage, place, [EXAMPLES / f"desk-break{SUFFIX}", broken])


def _import(stage: Stage, place: RoutinesPlace, paths: list[Path]) -> None:
    place.import_files(paths)
    page = stage.place(ExchangePage)
    while page.is_busy:
        stage.settle()


# -- a session -----------------------------------------------------------------------------------


def begin_cared_for(routine: str, stage: Stage) -> None:
    """A session with a step that was changed for this person."""
    stage.context.preferences.update(conditions=PROFILE)
    _, kind, number, seconds = MOMENTS["press-ankle"]
    in_session(routine, kind, number, seconds, stage)
