"""The queue of the voice: nothing cut, nothing late, no instruction lost to a count."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from acutimer.ui.session.sound.speaking import Speaking, longest_seconds
from acutimer.ui.session.words.sayings import Saying, Urgency

WHOLE, COUNT, ASIDE = Urgency.INSTRUCTION, Urgency.COUNT, Urgency.ASIDE


def saying(text: str, urgency: Urgency = WHOLE, until: float = 100.0, index: int | None = 0) -> Saying:
    return Saying(text, urgency, until, index)


def said(queue: Speaking, now: float = 0.0) -> list[str]:
    """What is said from here on, each to its end, while no time passes."""
    texts = []
    while (queue := queue.begin(now)).spoken is not None:
        texts.append(queue.spoken.text)
        queue = queue.finish()
    return texts


def queue_of(*sayings: Saying, now: float = 0.0) -> Speaking:
    queue = Speaking()
    for each in sayings:
        queue = queue.add(each, now)
    return queue


def test_what_waits_is_said_in_its_order() -> None:
    assert said(queue_of(saying("Left leg"), saying("Press"), saying("Halfway", ASIDE))) == [
        "Left leg",
        "Press",
        "Halfway",
    ]


def test_what_is_being_said_is_never_cut() -> None:
    queue = queue_of(saying("Left leg")).begin(0)
    later = queue.add(saying("Right leg", index=1), 1).add(saying("3", COUNT, index=1), 2).begin(3)
    assert later.spoken == saying("Left leg")
    assert later.hush().spoken == saying("Left leg")


def test_what_comes_too_late_is_left_out() -> None:
    queue = queue_of(saying("Left leg")).begin(0).add(saying("3", COUNT, until=2), 1)
    assert said(queue.finish(), now=2) == ["3"]
    assert said(queue.finish(), now=2.1) == []


def test_a_count_gives_way_to_the_next_count_and_an_aside_to_the_next_aside() -> None:
    queue = queue_of(saying("3", COUNT), saying("Halfway", ASIDE), saying("4", COUNT), saying("Five", ASIDE))
    assert said(queue) == ["4", "Five"]


def test_another_phase_takes_all_that_still_waits() -> None:
    queue = queue_of(saying("Press"), saying("3", COUNT), saying("Halfway", ASIDE), saying("Right leg", index=1))
    assert said(queue) == ["Right leg"]


def test_an_instruction_stays_whatever_aside_or_count_comes() -> None:
    queue = queue_of(saying("Left leg"), saying("9", COUNT, index=1), saying("Halfway", ASIDE, index=None))
    assert said(queue)[0] == "Left leg"


def test_the_same_words_asked_for_twice_are_said_once() -> None:
    assert said(queue_of(saying("Left leg"), saying("Left leg", until=200))) == ["Left leg"]


def test_what_was_not_heard_comes_again_first() -> None:
    queue = queue_of(saying("Left leg"), saying("Press")).begin(0).take_back()
    assert said(queue) == ["Left leg", "Press"]


def test_hushed_nothing_more_is_said() -> None:
    assert said(queue_of(saying("Left leg"), saying("Press")).begin(0).hush().finish()) == []


@dataclass(frozen=True)
class Step:
    """Something that happens to the queue after some seconds."""

    seconds: float
    what: str
    urgency: Urgency
    patience: float
    index: int | None


STEPS = st.lists(
    st.builds(
        Step,
        st.floats(0, 5),
        st.sampled_from(["add", "add", "add", "end", "hush", "fail"]),
        st.sampled_from(Urgency),
        st.floats(0, 10),
        st.none() | st.integers(0, 3),
    ),
    max_size=40,
)


@given(STEPS)
def test_whatever_happens_nothing_is_cut_late_or_pushed_aside(steps: list[Step]) -> None:
    queue, now = Speaking(), 0.0
    for number, step in enumerate(steps):
        now += step.seconds
        before = queue
        added = Saying(f"{number}", step.urgency, now + step.patience, step.index)
        match step.what:
            case "add":
                queue = queue.add(added, now)
                assert added in queue.queued
            case "end":
                queue = queue.finish()
            case "hush":
                queue = queue.hush()
            case _:
                queue = queue.take_back()
        if step.what in ("add", "hush"):
            assert queue.spoken == before.spoken
        if step.what == "add" and step.urgency is not WHOLE:
            fresh = [it for it in before.queued if it.urgency is WHOLE and now <= it.until]
            assert [it for it in queue.queued if it.urgency is WHOLE] == fresh
        was = queue.spoken
        queue = queue.begin(now)
        if was is None and queue.spoken is not None:
            assert now <= queue.spoken.until
        assert was is None or queue.spoken == was
        assert queue.spoken is not None or not queue.queued
        waiting = [(it.urgency, it.index) for it in queue.queued if it.urgency is not WHOLE]
        assert len(waiting) == len(set(waiting))


@given(st.text())
def test_no_text_may_last_for_ever(text: str) -> None:
    assert 5 <= longest_seconds(text) <= 5 + len(text)
