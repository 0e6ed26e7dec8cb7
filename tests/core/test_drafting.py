"""A routine while it is being written."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.drafting import (
    OWN,
    Draft,
    as_own,
    changed_fields,
    copy_of,
    draft_of,
    equipment_line,
    equipment_of,
    one_line,
)
from acutimer.core.legible import hidden_in
from acutimer.core.points import Dose
from acutimer.core.routines import MOST_STEPS, Posture, PressStep, RestStep, Schedule, Step
from tests.core.random_routines import STEPS, routine_of

DRAFTS = st.builds(
    Draft,
    id=st.just("own-1"),
    name=st.text(max_size=9),
    steps=st.lists(STEPS, max_size=6).map(tuple),
)


def press(seconds: int = 60, circle_seconds: int = 0) -> PressStep:
    dose = Dose(seconds=seconds, min_seconds=30, max_seconds=120, source="product")
    return PressStep(say="Press gently", source="product", point="ST36", dose=dose, circle_seconds=circle_seconds)


def rest(seconds: int) -> RestStep:
    return RestStep(say="Rest", source="product", seconds=seconds)


def draft(*steps: Step) -> Draft:
    return Draft(id="own-1", name="Evening", steps=steps)


@given(DRAFTS, st.data())
def test_a_step_that_is_moved_there_and_back_leaves_the_draft_as_it_was(before: Draft, data: st.DataObject) -> None:
    places = st.integers(0, len(before.steps) - 1) if before.steps else st.nothing()
    if not before.steps:
        return
    place, to = data.draw(places), data.draw(places)
    after = before.moved(place, to)
    assert after.steps[to] == before.steps[place]
    assert sorted(map(repr, after.steps)) == sorted(map(repr, before.steps))
    assert after.moved(to, place) == before


@given(DRAFTS, STEPS, st.data())
def test_what_is_added_and_removed_again_leaves_the_draft_as_it_was(
    before: Draft, step: Step, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(before.steps)))
    after = before.added(place, step)
    assert after.steps[place] == step
    assert after.removed(place) == before


@given(DRAFTS.filter(lambda it: bool(it.steps)), st.data())
def test_a_duplicate_stands_right_after_its_step(before: Draft, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(before.steps) - 1))
    after = before.duplicated(place)
    assert after.steps[place] == after.steps[place + 1] == before.steps[place]
    assert after.removed(place) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda it: it.removed(2),
        lambda it: it.removed(-1),
        lambda it: it.moved(0, 2),
        lambda it: it.moved(-1, 0),
        lambda it: it.added(3, rest(1)),
        lambda it: it.with_step(2, rest(1)),
        lambda it: it.duplicated(2),
    ],
)
def test_there_is_no_step_beyond_the_ends(change: Callable[[Draft], Draft]) -> None:
    with pytest.raises(IndexError):
        change(draft(rest(10), rest(20)))


def test_a_draft_takes_as_many_steps_as_a_routine_and_no_more() -> None:
    full = draft(*[rest(10)] * MOST_STEPS)
    assert full.is_full
    assert not draft(*[rest(10)] * (MOST_STEPS - 1)).is_full
    with pytest.raises(ValueError, match="at most 100 steps"):
        full.duplicated(0)


def test_a_draft_needs_no_name_and_no_steps_but_a_routine_needs_a_name() -> None:
    unnamed = Draft(id="own-1")
    assert unnamed.is_empty
    assert not replace(unnamed, equipment=("chair",)).is_empty
    with pytest.raises(ValueError, match="name"):
        unnamed.as_routine()
    with pytest.raises(ValueError, match="id"):
        Draft(id="")


def test_a_routine_goes_through_a_draft_unchanged_but_for_blanks_round_its_name() -> None:
    routine = replace(
        routine_of(press(), rest(10)), guide=("warmth",), schedule=Schedule(times_a_day_min=1, times_a_day_max=2)
    )
    assert draft_of(routine).as_routine() == routine
    assert replace(draft_of(routine), name="  Evening ").as_routine().name == "Evening"


def test_a_copy_is_the_users_own_and_has_its_own_id_and_name() -> None:
    routine = replace(routine_of(press()), schedule=Schedule(times_a_day_min=1, times_a_day_max=2))
    copy = copy_of(routine, "own-2", "Mine\nnow")
    assert (copy.id, copy.name, copy.source, copy.schedule) == ("own-2", "Mine now", OWN, None)
    assert copy.steps == routine.steps


def test_what_was_changed_in_a_step_is_the_users_own() -> None:
    before = press()
    assert as_own(before, before) == before
    other_words = as_own(before, replace(before, say="Press"))
    assert (other_words.source, other_words.dose.source) == (OWN, "product")  # type: ignore[union-attr]  # it presses
    longer = as_own(before, replace(before, dose=replace(before.dose, seconds=90)))
    assert (longer.source, longer.dose.source) == (OWN, OWN)  # type: ignore[union-attr]  # it presses


@given(st.text(max_size=300), st.integers(1, 80))
def test_what_is_typed_or_pasted_is_one_line_that_can_be_read(text: str, most: int) -> None:
    line = one_line(text, most)
    assert len(line) <= most
    assert not hidden_in(line)
    assert one_line(line, most) == line


def test_lines_and_tabs_become_blanks_and_what_turns_the_writing_goes() -> None:
    assert one_line("Evening\nknees\tand \u202eback\u200b", 80) == "Evening knees and back"


def test_the_fields_that_differ_are_told_without_the_source() -> None:
    before = press()
    assert changed_fields(before, before) == frozenset()
    assert changed_fields(before, replace(before, source=OWN)) == frozenset()
    assert changed_fields(before, replace(before, say="Press", waits=True)) == {"say", "waits"}
    assert "seconds" in changed_fields(before, rest(10))


def test_equipment_is_read_back_as_it_is_written_each_thing_once() -> None:
    assert equipment_of(" chair,, wall , chair") == ("chair", "wall")
    assert equipment_of(equipment_line(("chair", "wall"))) == ("chair", "wall")
    assert equipment_of(" , ") == ()
    assert Draft(id="own-1").postures == (Posture.SEATED,)
