"""What holds for every session, whatever the plan and whatever the hands on the controls do."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from acutimer.core.away import GAP_SECONDS, Watch
from acutimer.core.planning import Plan
from acutimer.core.session import Held, Lived, Outcome, Over, Running, Session, Why
from acutimer.core.sides import Side
from tests.core.random_routines import PLANS

TICKS = st.integers(1, 200).map(lambda hundredths: hundredths / 100)  # at most GAP_SECONDS
PAUSES = st.floats(0, 1e4)
STALLS = st.floats(GAP_SECONDS + 0.01, 1e5)


@given(plan=PLANS.filter(lambda plan: not plan.waits), begin=st.floats(0, 1e6), ticks=st.lists(TICKS, min_size=1))
@settings(max_examples=60)
def test_a_session_only_ticked_lives_its_plan_exactly(plan: Plan, begin: float, ticks: list[float]) -> None:
    session, now = Session(plan).start(begin), begin
    began = {0: begin}
    while not isinstance(session.state, Over):
        now += ticks[len(began) % len(ticks)]
        session = session.advance(now)
        if isinstance(session.state, Running):
            began[session.state.index] = session.state.began_at
    assert [(lived.index, lived.outcome) for lived in session.lived] == [
        (index, Outcome.DONE) for index in range(len(plan.phases))
    ]
    assert [lived.done_seconds for lived in session.lived] == [phase.seconds for phase in plan.phases]
    for index, at in began.items():
        assert at == pytest.approx(begin + sum(phase.seconds or 0 for phase in plan.phases[:index]), abs=1e-6)


@given(plan=PLANS, data=st.data())
@settings(max_examples=60)
def test_both_sides_get_equal_time_through_ticks_pauses_stalls_and_extensions(plan: Plan, data: st.DataObject) -> None:
    session, now = Session(plan).start(0), 0.0
    second_sides_extended = set[int]()
    for what in data.draw(st.lists(st.sampled_from(("tick", "pause", "stall", "extend")), max_size=40)):
        match what:
            case "tick":
                now += data.draw(st.floats(0, 60))
                session = session.advance(now).go(now)
            case "pause":
                session = session.pause(now)
                now += data.draw(PAUSES)
                session = session.resume(now)
            case "stall":
                session = session.pause(now, Why.AWAY)
                now += data.draw(STALLS)
                session = session.resume(now)
            case "extend" if session.index is not None:
                if session.plan.phases[session.index].is_paired and session.plan.twin(session.index) is None:
                    second_sides_extended.add(session.plan.phases[session.index].step)
                session = session.extend(now)
    while not isinstance(session.state, Over):
        now += 1000
        session = session.advance(now).go(now)
    for step in {phase.step for phase in plan.phases} - second_sides_extended:
        work = [lived for lived in session.lived if lived.phase.step == step and lived.phase.is_paired]
        assert all(lived.outcome is Outcome.DONE for lived in work)
        sides = {
            side: [(lived.done_seconds, lived.done_reps) for lived in work if lived.phase.side is side]
            for side in (Side.LEFT, Side.RIGHT)
        }
        has_both = sides[Side.LEFT] and sides[Side.RIGHT]
        assert not has_both or sides[Side.LEFT] == sides[Side.RIGHT]


class AnyHands(RuleBasedStateMachine):
    """A user, a computer that stalls, and a clock moved by hand; `ran` is how long the session truly ran."""

    @initialize(plan=PLANS, begin=st.floats(0, 1e5))
    def start(self, plan: Plan, begin: float) -> None:
        self.now = begin
        self.ran = 0.0
        self.watch = Watch(begin, begin)
        self.session = Session(plan).start(begin)
        self.seen: tuple[Lived, ...] = ()
        self.is_running = True

    @property
    def is_over(self) -> bool:
        return isinstance(self.session.state, Over)

    def look(self) -> None:
        """What a shell does before anything else: notice having been away, and let time pass."""
        if self.watch.look(self.now, self.now) and isinstance(self.session.state, Running):
            self.session = self.session.pause(self.watch.monotonic, Why.AWAY)
        elif isinstance(self.session.state, Running):
            self.session = self.session.advance(self.now)
            self.ran += self.now - self.watch.monotonic
        self.watch = Watch(self.now, self.now)

    def lived_seconds(self) -> float:
        running = self.session.current(self.now) if isinstance(self.session.state, Running) else None
        held = self.session.state.elapsed if isinstance(self.session.state, Held) else 0.0
        return sum(lived.done_seconds for lived in self.session.lived) + (running.done_seconds if running else held)

    @rule(seconds=TICKS)
    def tick(self, seconds: float) -> None:
        self.now += seconds
        self.look()

    @rule(seconds=STALLS)
    def stall(self, seconds: float) -> None:
        was_running = isinstance(self.session.state, Running)
        lived = self.lived_seconds()
        self.now += seconds
        self.look()
        if was_running:
            assert isinstance(self.session.state, Held)
            assert self.session.state.why is Why.AWAY
        assert self.lived_seconds() == pytest.approx(lived, abs=1e-6)

    @rule(seconds=PAUSES)
    def pause_and_resume(self, seconds: float) -> None:
        self.session = self.session.pause(self.now)
        self.now += seconds
        self.session = self.session.advance(self.now)
        self.watch = Watch(self.now, self.now)
        self.session = self.session.resume(self.now)

    @rule(control=st.sampled_from(("pause", "resume", "extend", "wait")))
    def control_that_leaves_nothing(self, control: str) -> None:
        lived = self.session.lived
        self.session = getattr(self.session, control)(self.now)
        assert self.session.lived == lived

    @precondition(lambda self: not self.is_over)
    @rule(control=st.sampled_from(("skip", "skip", "back", "redo", "stop")))
    def control_that_leaves_a_phase(self, control: str) -> None:
        before = self.session
        if control == "stop" and len(before.lived) < 4:
            return
        self.session = getattr(before, control)(self.now)
        left = self.session.lived[len(before.lived) :]
        assert left
        assert left[0].index == before.index
        assert all(lived.outcome is not Outcome.DONE for lived in left)
        assert all(lived.done_seconds == 0 and lived.outcome is Outcome.SKIPPED for lived in left[1:])
        if control == "back":
            assert self.session.index is not None
            assert self.session.index <= left[0].index
        if control == "redo":
            assert self.session.index == before.index
        if control == "stop":
            assert self.session.state == Over(stopped=True)

    @rule()
    def go(self) -> None:
        before = self.session
        self.session = before.go(self.now)
        for lived in self.session.lived[len(before.lived) :]:
            assert not lived.phase.kind.is_practice
            assert (lived.outcome is Outcome.DONE) == (lived.phase.seconds is None)

    @invariant()
    def time_lived_is_the_time_the_clock_ran(self) -> None:
        over_by = self.ran - self.lived_seconds()
        assert over_by == pytest.approx(0, abs=1e-5) or (self.is_over and 0 < over_by <= GAP_SECONDS)

    @invariant()
    def lived_only_grows(self) -> None:
        assert self.session.lived[: len(self.seen)] == self.seen
        self.seen = self.session.lived

    @invariant()
    def done_is_the_whole_of_what_was_planned(self) -> None:
        for lived in self.session.lived:
            planned = lived.phase.seconds
            if lived.outcome is Outcome.DONE and planned is not None:
                assert lived.done_seconds == planned
                assert lived.done_reps == lived.phase.reps
            if lived.outcome is not Outcome.DONE:
                assert planned is None or lived.done_seconds < planned
                assert lived.done_reps is None or lived.phase.reps is None or lived.done_reps <= lived.phase.reps

    @invariant()
    def a_phase_that_is_done_is_followed_by_the_next(self) -> None:
        indexes = [*(lived.index for lived in self.session.lived), self.session.index]
        for lived, (_, following) in zip(self.session.lived, pairwise(indexes), strict=True):
            if lived.outcome is Outcome.DONE and following is not None:
                assert following == lived.index + 1

    @invariant()
    def the_numbers_on_the_screen_make_sense(self) -> None:
        left, to_go = self.session.left(self.now), self.session.to_go(self.now)
        assert left is None or 0 <= left <= to_go + 1e-9
        assert self.is_over == (self.session.phase is None)


TestAnyHands = AnyHands.TestCase
TestAnyHands.settings = settings(max_examples=100, stateful_step_count=40)
