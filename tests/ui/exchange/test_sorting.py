from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.limits import MOST_IN_NAME
from acutimer.core.routines import Posture, Routine, WaitStep
from acutimer.ui.exchange.sorting import Fate, free_name, sorted_out

WAIT = WaitStep(say="Sit down", source="own")


def routine(id_: str, name: str = "Knees", say: str = "Sit down") -> Routine:
    return Routine(
        id=id_,
        name=name,
        summary="",
        postures=(Posture.SEATED,),
        equipment=(),
        steps=(replace(WAIT, say=say),),
        source="own",
    )


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def by_id(*routines: Routine) -> dict[str, Routine]:
    return {it.id: it for it in routines}


def test_what_nobody_has_yet_comes_as_it_is(new_id: Callable[[], str]) -> None:
    coming = routine("a")
    (found,) = sorted_out([coming], {}, new_id)
    assert (found.routine, found.fate, found.name_before) == (coming, Fate.NEW, "")


def test_what_says_the_same_is_here_already_whatever_its_id(new_id: Callable[[], str]) -> None:
    found = sorted_out([routine("a"), routine("b")], by_id(routine("a")), new_id)
    assert [it.fate for it in found] == [Fate.HERE, Fate.HERE]


def test_another_routine_with_the_same_id_is_kept_beside_under_a_new_one(new_id: Callable[[], str]) -> None:
    (found,) = sorted_out([routine("a", say="Stand up")], by_id(routine("a")), new_id)
    assert found.fate is Fate.BESIDE
    assert found.routine == routine("new-1", "Knees (2)", "Stand up")
    assert found.name_before == "Knees"


def test_a_new_name_under_the_same_id_stays_as_it_is(new_id: Callable[[], str]) -> None:
    (found,) = sorted_out([routine("a", "Stairs", "Stand up")], by_id(routine("a")), new_id)
    assert (found.routine.id, found.routine.name, found.name_before) == ("new-1", "Stairs", "")


def test_what_is_kept_and_cannot_be_shown_here_is_not_replaced(new_id: Callable[[], str]) -> None:
    (found,) = sorted_out([routine("a")], {}, new_id, {"a"})
    assert (found.routine.id, found.fate, found.name_before) == ("new-1", Fate.NEW, "")


def test_the_same_file_brought_twice_is_here_the_second_time(new_id: Callable[[], str]) -> None:
    coming, here = routine("a", say="Stand up"), by_id(routine("a"))
    (first,) = sorted_out([coming], here, new_id)
    (again,) = sorted_out([coming], here | by_id(first.routine), new_id)
    assert again.fate is Fate.HERE


def test_two_files_of_one_import_count_for_each_other(new_id: Callable[[], str]) -> None:
    found = sorted_out([routine("a"), routine("a"), routine("a", say="Stand up")], {}, new_id)
    assert [it.fate for it in found] == [Fate.NEW, Fate.HERE, Fate.BESIDE]


def test_a_taken_name_gets_the_first_number_that_is_free() -> None:
    assert free_name("Knees", {"knees", "knees (2)"}) == "Knees (3)"
    assert free_name("Knees", {"stairs"}) == "Knees"
    long = "k" * MOST_IN_NAME
    assert free_name(long, {long}) == "k" * (MOST_IN_NAME - 4) + " (2)"


IDS = st.sampled_from("abc")
MADE = st.builds(routine, IDS, st.sampled_from(("Knees", "Stairs", "Knees (2)")), st.sampled_from(("Sit", "Stand")))


@given(st.lists(MADE, max_size=4), st.lists(MADE, max_size=6))
def test_nothing_is_replaced_and_bringing_all_again_adds_nothing(here: list[Routine], coming: list[Routine]) -> None:
    numbers = count(1)
    known = by_id(*here)
    added = [it.routine for it in sorted_out(coming, known, lambda: f"n{next(numbers)}") if it.fate is not Fate.HERE]
    assert not known.keys() & {it.id for it in added}
    assert len({it.id for it in added}) == len(added)
    both = known | by_id(*added)
    assert all(it.fate is Fate.HERE for it in sorted_out(coming, both, lambda: f"n{next(numbers)}"))
