"""Every change can be taken back and done again, exactly and without limit."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from acutimer.core.drafting import Draft, changed_fields
from acutimer.ui.editor.changes import Changes, Standing
from tests.core.random_routines import STEPS
from tests.ui.editor.desk_hands import press, rest

Make = Callable[[Draft, int], Draft]


def by_place(draft: Draft, place: int) -> int:
    return place % len(draft.steps)


OPERATIONS: st.SearchStrategy[tuple[str, Make]] = st.one_of(
    STEPS.map(lambda step: ("add", lambda it, n: it.added(n % (len(it.steps) + 1), step))),
    STEPS.map(lambda step: ("change", lambda it, n: it.with_step(by_place(it, n), step) if it.steps else it)),
    st.just(("remove", lambda it, n: it.removed(by_place(it, n)) if it.steps else it)),
    st.just(("duplicate", lambda it, n: it.duplicated(by_place(it, n)) if it.steps else it)),
    st.integers(0, 9).map(
        lambda to: ("move", lambda it, n: it.moved(by_place(it, n), by_place(it, to)) if it.steps else it)
    ),
    st.text(max_size=5).map(lambda name: ("name", lambda it, _: it.renamed(name))),
)


@pytest.fixture
def changes(qtbot: QtBot) -> Changes:
    return Changes()


@given(
    st.lists(STEPS, max_size=4),
    st.lists(st.tuples(OPERATIONS, st.integers(0, 9), st.booleans()), max_size=25),
    st.integers(0, 25),
)
def test_undo_returns_exactly_and_redo_comes_back_exactly(
    steps: list[object], made: list[tuple[tuple[str, Make], int, bool]], back: int
) -> None:
    changes = Changes()
    first = Draft(id="own-1", steps=tuple(steps))  # type: ignore[arg-type]  # they are steps
    changes.begin(first)
    for (name, operation), place, is_merged in made:
        after = operation(changes.draft, place)
        changes.make(after, name, chosen=(None, None), key=name if is_merged and name == "name" else None)
        assert changes.draft == after
    last, stack = changes.draft, changes.stack
    seen = [last]
    while stack.canUndo():
        changes.undo()
        seen.append(changes.draft)
    assert changes.draft == first
    for expected in reversed(seen[:-1]):
        changes.redo()
        assert changes.draft == expected
    assert changes.draft == last
    assert not stack.canRedo()
    for _ in range(back):  # and any way back and forth between
        changes.undo()
    for _ in range(back):
        changes.redo()
    assert changes.draft == last


def test_every_change_undo_and_redo_is_shown_with_the_step_that_was_chosen(changes: Changes) -> None:
    seen: list[Standing] = []
    changes.shown.connect(seen.append)
    one, two = Draft(id="own-1", steps=(rest(1),)), Draft(id="own-1", steps=(rest(1), rest(2)))
    changes.begin(one, 0)
    changes.make(two, "Add a step", chosen=(0, 1))
    changes.undo()
    changes.redo()
    assert seen == [Standing(one, 0), Standing(two, 1), Standing(one, 0), Standing(two, 1)]


def test_what_changes_nothing_is_no_change(changes: Changes) -> None:
    draft = Draft(id="own-1", name="Evening")
    changes.begin(draft)
    changes.make(replace(draft), "Change the name", chosen=(None, None))
    assert not changes.stack.canUndo()


def test_changes_of_one_field_that_follow_each_other_are_one(changes: Changes) -> None:
    changes.begin(Draft(id="own-1"))
    for name in ("E", "Ev", "Eve"):
        changes.make(changes.draft.renamed(name), "Change the name", chosen=(None, None), key="name")
    assert changes.stack.count() == 1
    changes.undo()
    assert changes.draft.name == ""
    changes.redo()
    assert changes.draft.name == "Eve"


def test_a_field_that_is_back_where_it_was_leaves_no_change(changes: Changes) -> None:
    changes.begin(Draft(id="own-1", name="Eve"))
    changes.make(changes.draft.renamed("Ev"), "Change the name", chosen=(None, None), key="name")
    changes.make(changes.draft.renamed("Eve"), "Change the name", chosen=(None, None), key="name")
    assert not changes.stack.canUndo()


def test_changes_of_different_fields_or_steps_stay_apart(changes: Changes) -> None:
    before = (press("SP9"), press("GB34"))
    changes.begin(Draft(id="own-1", steps=before))
    for place, step in (
        (0, replace(before[0], say="Press")),
        (0, replace(before[0], say="Press", waits=True)),
        (1, replace(before[1], waits=True)),
    ):
        key = (place, changed_fields(changes.draft.steps[place], step))
        changes.make(changes.draft.with_step(place, step), "Change a step", chosen=(place, place), key=key)
    assert changes.stack.count() == 3


def test_a_draft_that_is_begun_has_nothing_to_take_back(changes: Changes) -> None:
    changes.begin(Draft(id="own-1"))
    changes.make(changes.draft.renamed("Eve"), "Change the name", chosen=(None, None))
    changes.begin(Draft(id="own-2"))
    assert not changes.stack.canUndo()
    assert changes.draft.id == "own-2"
