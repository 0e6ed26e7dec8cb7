from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.merging import Deletion, Known, Version, merged

START = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
WEST = timezone(timedelta(hours=-8))


def at(hours: int) -> datetime:
    return START + timedelta(hours=hours)


VERSIONS = st.builds(Version, st.integers(0, 3).map(at), st.sampled_from(["a", "b"]))
DELETIONS = st.builds(Deletion, st.integers(0, 3).map(at), st.sampled_from(["x", "y"]))
KNOWN = st.builds(Known, st.dictionaries(VERSIONS, st.sampled_from(["plan", "other plan"]), max_size=4), DELETIONS)


def test_nothing_holds_where_nothing_is_known() -> None:
    assert Known({}).holding is None
    assert Known({}, Deletion(START, "")).holding is None


def test_the_version_changed_last_holds_by_true_time() -> None:
    here, there = Version(at(0), "here"), Version(at(1).astimezone(WEST), "there")
    known = Known({here: "plan", there: "plan"})
    assert known.holding == there
    assert known.past == {here}


def test_of_one_moment_the_text_decides() -> None:
    one, other = Version(at(0), "a"), Version(at(0).astimezone(WEST), "b")
    assert Known({one: "plan", other: "plan"}).holding == other


def test_a_deletion_holds_unless_something_was_changed_after_it() -> None:
    version = Version(at(1), "a")
    assert Known({version: "plan"}, Deletion(at(0), "")).holding == version
    for later in (at(1), at(1).astimezone(WEST), at(2)):
        known = Known({version: "plan"}, Deletion(later, ""))
        assert known.holding is None
        assert known.past == {version}


@given(KNOWN, KNOWN, KNOWN)
def test_the_order_of_merging_does_not_matter(one: Known, other: Known, third: Known) -> None:
    assert merged(one, other) == merged(other, one)
    assert merged(merged(one, other), third) == merged(one, merged(other, third))


@given(KNOWN, KNOWN)
def test_merging_again_adds_nothing_and_nothing_is_lost(one: Known, other: Known) -> None:
    both = merged(one, other)
    assert merged(both, other) == merged(both, both) == both
    assert set(both.versions) == set(one.versions) | set(other.versions)
