"""Many routines: which of them are to be seen, a page at a time."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.fitting import plan
from acutimer.core.planning import Plan
from acutimer.core.settings import Settings
from acutimer.ui.routines.filters import Filter, Listed
from acutimer.ui.routines.listing import FIND_FROM, PAGE, Listing
from tests.shipped import LIBRARY
from tests.unprofiled import UNPROFILED

ROUTINE = LIBRARY.routines["knee-pain-press"]


def listed(count: int) -> list[Listed]:
    def one(number: int) -> Listed:
        routine = replace(ROUTINE, id=f"own-{number}", name=f"Übung {number}")
        return Listed(routine, lambda: plan(routine, Settings().choices(), UNPROFILED), is_own=True)

    return [one(number) for number in range(count)]


@given(count=st.integers(0, 4 * PAGE), turns=st.lists(st.integers(-3, 3), max_size=6))
def test_every_routine_is_on_one_page_and_only_there(count: int, turns: list[int]) -> None:
    listing = Listing()
    listing.take(listed(count))
    for by in turns:
        listing.turn(by)
        assert 0 <= listing.page < listing.pages
        assert bool(listing.on_page) == bool(count)
    found = list[str]()
    listing.turn(-listing.pages)
    for _ in range(listing.pages):
        assert len(listing.on_page) <= PAGE
        found += listing.on_page
        listing.turn(1)
    assert found == list(listing.listed)


def test_a_name_is_found_in_any_spelling_and_the_words_in_any_order() -> None:
    listing = Listing()
    listing.take(listed(3 * PAGE))
    listing.turn(2)
    listing.narrow(Filter.ALL, " 77  UBUNG ")
    assert (listing.on_page, listing.page) == (("own-77", "own-177"), 0)


def test_the_page_of_a_routine_is_turned_to_and_words_that_hide_it_give_way() -> None:
    listing = Listing()
    listing.take(listed(3 * PAGE))
    listing.narrow(Filter.OWN, "77")
    listing.turn_to("own-100")
    assert (listing.kind, listing.words) == (Filter.ALL, "")
    assert "own-100" in listing.on_page
    assert listing.page == 1


def test_the_last_page_goes_with_what_was_on_it() -> None:
    listing = Listing()
    listing.take(listed(PAGE + 1))
    listing.turn(1)
    listing.take(listed(PAGE))
    assert (listing.page, len(listing.on_page)) == (0, PAGE)


def test_words_go_when_there_is_no_longer_a_line_to_take_them_away_in() -> None:
    listing = Listing()
    listing.take(listed(FIND_FROM))
    listing.narrow(Filter.ALL, "3")
    listing.take(listed(FIND_FROM - 1))
    assert len(listing.seen) == FIND_FROM - 1


def test_what_goes_is_followed_by_the_next_that_is_to_be_seen() -> None:
    listing = Listing()
    listing.take(listed(30))
    listing.narrow(Filter.ALL, "2")  # 2, 12, 20 to 29
    stays = set(listing.listed) - {"own-12"}
    assert listing.heir_of("own-12", stays) == "own-20"
    assert listing.heir_of("own-29", set(listing.listed) - {"own-29"}) == "own-28"
    assert listing.heir_of("own-3", stays) is None


def test_no_plan_is_laid_out_before_it_is_asked_for() -> None:
    def refuse() -> Plan:
        raise AssertionError("a plan was asked for")

    listing = Listing()
    listing.take([replace(one, lay_out=refuse) for one in listed(2 * PAGE)])
    listing.narrow(Filter.SEATED, "1")
    assert listing.seen
