"""Built-in routines and the user's own side by side."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.errors import InputError
from acutimer.core.routines import Routine
from acutimer.ui.context import Context
from tests.shipped import LIBRARY


def mine(context: Context, name: str = "Evening knees") -> Routine:
    return replace(LIBRARY.routines["knee-pain-press"], id=context.shelf.new_id(), name=name)


def test_own_routines_stand_after_ours_and_are_found_by_their_ids(context: Context) -> None:
    routine = mine(context)
    context.shelf.save(routine)
    assert list(context.shelf.all()) == [*LIBRARY.routines, routine.id]
    assert context.shelf.routine(routine.id) == routine
    assert context.shelf.is_own(routine.id)
    assert not context.shelf.is_own("knee-pain-press")
    with pytest.raises(InputError, match="knee-pain-press"):
        context.shelf.routine("knee-pain-pres")


def test_every_change_is_told(context: Context, qtbot: QtBot) -> None:
    routine = mine(context)
    shelf = context.shelf
    changes: tuple[Callable[[], None], ...] = (
        lambda: shelf.save(routine),
        lambda: shelf.delete(routine.id),
        lambda: shelf.restore(routine.id),
        lambda: shelf.set_favourite(routine.id, on=True),
    )
    for change in changes:
        with qtbot.waitSignal(shelf.changed, timeout=0):
            change()
    assert shelf.own() == {routine.id: routine}
    assert shelf.favourites == {routine.id}


def test_ours_cannot_be_replaced(context: Context) -> None:
    with pytest.raises(ValueError, match="ours"):
        context.shelf.save(LIBRARY.routines["knee-pain-press"])


def test_a_new_id_can_be_part_of_a_file_name_and_is_no_other(context: Context) -> None:
    ids = {context.shelf.new_id() for _ in range(50)}
    assert len(ids) == 50
    assert all(re.fullmatch(r"[a-z0-9-]{1,40}", id_) for id_ in ids)


def test_a_profile_that_changes_is_the_one_plans_are_made_with(context: Context) -> None:
    from acutimer.core.conditions import Condition

    assert not context.safety.forbids("BL23")
    context.preferences.update(conditions=(Condition.PREGNANT,))
    assert context.safety.forbids("BL23") == (Condition.PREGNANT,)


def test_what_was_saved_is_there_for_the_next_start(tmp_path: Path, context: Context) -> None:
    from acutimer.ui.routine_shelf import Shelf

    routine = mine(context)
    context.shelf.save(routine)
    again = Shelf(LIBRARY, context.history.ledger, context.wall)
    assert again.own() == {routine.id: routine}


def test_a_step_that_is_not_known_here_leaves_its_routine_out_and_in_the_database(context: Context) -> None:
    routine = mine(context)
    step = replace(routine.steps[1], point="GV99")  # type: ignore[arg-type]  # it is a press
    context.shelf.save(replace(routine, steps=(step,)))
    assert not context.shelf.own()
    assert len(context.history.ledger.read("SELECT id FROM own_routine")) == 1
    assert routine.id in context.shelf.taken, "no file takes its place"


def test_several_are_kept_at_once_and_told_once(context: Context, qtbot: QtBot) -> None:
    first, second = mine(context, "Apple"), mine(context, "Banana")
    told: list[None] = []
    context.shelf.changed.connect(lambda: told.append(None))
    context.shelf.save_all((first, second))
    assert list(context.shelf.own().values()) == [first, second]
    assert len(told) == 1
    with pytest.raises(ValueError, match="knee-pain-press"):
        context.shelf.save_all((replace(first, name="Other"), LIBRARY.routines["knee-pain-press"]))
    assert list(context.shelf.own().values()) == [first, second]
