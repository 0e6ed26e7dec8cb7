"""The session: one value that walks a plan. Time is an argument, in seconds of any monotonic clock.

`Session` never changes; every control returns the next value. `state` is one of `Ready`, `Running`, `Held`
and `Over`, and each holds only what that state has. `lived` grows by one entry for every phase that ended,
so what happened between two values is `after.lived[len(before.lived):]`.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from acutimer.core.lengthening import longer, with_half_ahead
from acutimer.core.planning import Phase, PhaseKind, Plan

BACK_SECONDS = 3  # going back later than this returns to the start of the phase, earlier to the one before
SKIPPED_SECONDS = 1  # a phase left before this counts as skipped, later as partial


class Outcome(StrEnum):
    """How a phase ended: it ran to its end, was left early with something kept, or was skipped."""

    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"


class Why(StrEnum):
    """Why a session is held."""

    PAUSED = "paused"
    AWAY = "away"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Lived:
    """A phase that ended (or is running, seen at a moment): `index` in the plan, seconds without pauses."""

    index: int
    phase: Phase
    outcome: Outcome
    done_seconds: float
    done_reps: int | None


@dataclass(frozen=True, slots=True)
class Ready:
    """Not started yet."""


@dataclass(frozen=True, slots=True)
class Running:
    """Phase `index` runs. `began_at` is shifted by pauses, so `now - began_at` is the time lived in it."""

    index: int
    began_at: float


@dataclass(frozen=True, slots=True)
class Held:
    """Phase `index` stands still after `elapsed` seconds."""

    index: int
    elapsed: float
    why: Why


@dataclass(frozen=True, slots=True)
class Over:
    """The session ended: by itself, or `stopped` by the user."""

    stopped: bool


State = Ready | Running | Held | Over


@dataclass(frozen=True, slots=True)
class Session:
    """A plan being walked. Build it with `Session(plan)`, or with `restored` after a crash."""

    plan: Plan
    state: State = Ready()
    lived: tuple[Lived, ...] = ()

    @classmethod
    def restored(cls, plan: Plan, lived: tuple[Lived, ...], index: int, elapsed: float) -> "Session":
        """A session taken up again: held in phase `index` after `elapsed` seconds, the earlier phases in `lived`."""
        return cls(plan, Held(index, elapsed, Why.RESTORED), lived)

    # -- looking ---------------------------------------------------------------------------------

    @property
    def index(self) -> int | None:
        """The current phase's place in the plan, or None before the start and after the end."""
        return self.state.index if isinstance(self.state, Running | Held) else None

    @property
    def phase(self) -> Phase | None:
        """The current phase, or None before the start and after the end."""
        return None if self.index is None else self.plan.phases[self.index]

    def elapsed(self, now: float) -> float:
        """Seconds lived in the current phase, pauses left out; 0 before the start and after the end.

        Never more than the phase has: what comes after its end belongs to the next one (see `advance`).
        """
        match self.state:
            case Running(index, began_at):
                seconds = self.plan.phases[index].seconds
                return max(0.0, now - began_at if seconds is None else min(now - began_at, seconds))
            case Held(_, elapsed, _):
                return elapsed
        return 0.0

    def left(self, now: float) -> float | None:
        """Seconds to go in the current phase, or None where there is no end to count down to."""
        if self.phase is None or self.phase.seconds is None:
            return None
        return max(0.0, self.phase.seconds - self.elapsed(now))

    def to_go(self, now: float) -> float:
        """Seconds to go in the whole session; waits count nothing."""
        match self.state:
            case Ready():
                return self.plan.seconds
            case Over():
                return 0.0
        assert self.index is not None
        later = self.plan.phases[self.index + 1 :]
        return (self.left(now) or 0.0) + sum(phase.seconds or 0.0 for phase in later)

    def current(self, now: float) -> Lived | None:
        """The running phase as it would be kept if it ended now: partial, or skipped when barely begun."""
        if self.index is None:
            return None
        phase = self.plan.phases[self.index]
        elapsed = self.elapsed(now)
        outcome = Outcome.SKIPPED if elapsed < SKIPPED_SECONDS else Outcome.PARTIAL
        return Lived(self.index, phase, outcome, elapsed, reps_done(phase, elapsed))

    # -- time ------------------------------------------------------------------------------------

    def start(self, now: float) -> "Session":
        """Enter the first phase."""
        return self._enter(0, now) if isinstance(self.state, Ready) else self

    def advance(self, now: float) -> "Session":
        """Let time pass: each phase that is due ends, and the next begins when it *ended*, not now."""
        session = self
        while isinstance(state := session.state, Running):
            phase = session.plan.phases[state.index]
            if phase.seconds is None or state.began_at + phase.seconds > now:
                break
            ended = Lived(state.index, phase, Outcome.DONE, phase.seconds, phase.reps)
            session = session._end(ended)._enter(state.index + 1, state.began_at + phase.seconds)
        return session

    # -- controls --------------------------------------------------------------------------------

    def pause(self, now: float, why: Why = Why.PAUSED) -> "Session":
        """Hold the current phase where it is."""
        session = self.advance(now)
        if not isinstance(session.state, Running):
            return session
        return replace(session, state=Held(session.state.index, session.elapsed(now), why))

    def resume(self, now: float) -> "Session":
        """Go on with a held phase."""
        if not isinstance(self.state, Held):
            return self
        return replace(self, state=Running(self.state.index, now - self.state.elapsed))

    def go(self, now: float) -> "Session":
        """Start now: end a wait, a preparing phase or a rest, and begin what comes next."""
        session = self.advance(now)
        phase = session.phase
        if phase is None or session.index is None or phase.kind.is_practice:
            return session
        ended = session.current(now)
        assert ended is not None
        if phase.seconds is None:
            ended = replace(ended, outcome=Outcome.DONE)
        return session._end(ended)._enter(session.index + 1, now)

    def wait(self, now: float) -> "Session":
        """Let a preparing phase or a rest last until the user says go; pause anything else."""
        session = self.advance(now)
        phase = session.phase
        if phase is None or session.index is None:
            return session
        if phase.kind.is_practice or phase.kind is PhaseKind.WAIT:
            return session.pause(now)
        return replace(session, plan=session.plan.with_phase(session.index, replace(phase, seconds=None)))

    def skip(self, now: float) -> "Session":
        """Leave the current phase early. Skipping a preparation skips what it prepares, too."""
        session = self.advance(now)
        if session.phase is None or session.index is None:
            return session
        left = session.current(now)
        assert left is not None
        upcoming = session.index + 1
        skipped = session._end(left)
        if session.phase.kind.prepares and upcoming < len(session.plan.phases):
            missed = session.plan.phases[upcoming]
            skipped = skipped._end(Lived(upcoming, missed, Outcome.SKIPPED, 0.0, None if missed.reps is None else 0))
            upcoming += 1
        return skipped._enter(upcoming, now)

    def back(self, now: float) -> "Session":
        """To the start of this phase; within its first seconds, to the practice before it, made ready anew."""
        session = self.advance(now)
        if session.index is None:
            return session
        if session.elapsed(now) > BACK_SECONDS:
            return session.redo(now)
        return session._leave_for(session._before(session.index), now)

    def redo(self, now: float) -> "Session":
        """Begin the current phase again; what was done of it stays in the record."""
        session = self.advance(now)
        return session if session.index is None else session._leave_for(session.index, now)

    def extend(self, now: float) -> "Session":
        """Add 15 seconds (5 repetitions to a set, whole breaths) to the part of the phase that is being practised.

        On the first side of a pair the other side gets the same, so that both last equally long.
        """
        session = self.advance(now)
        if session.index is None or session.phase is None or session.phase.seconds is None:
            return session
        elapsed = session.elapsed(now)
        in_circles = 0 < session.phase.circle_seconds >= session.phase.seconds - elapsed
        plan = session.plan.with_phase(session.index, longer(session.phase, elapsed, in_circles=in_circles))
        twin = session.plan.twin(session.index)
        if twin is not None:
            plan = plan.with_phase(twin, longer(plan.phases[twin], 0.0, in_circles=in_circles))
        return replace(session, plan=plan)

    def seek(self, now: float, seconds: float) -> "Session":
        """Within the phase: back by so many seconds (less than 0), which are then practised again; past its end, skip.

        A shorter way forward changes nothing: what was not practised is not counted.
        """
        session = self.advance(now)
        left, elapsed = session.left(now), max(0.0, session.elapsed(now) + seconds)
        if seconds > 0:
            return session.skip(now) if left is not None and seconds >= left else session
        match session.state:
            case Running(index, _):
                return replace(session, state=Running(index, now - elapsed))
            case Held(index, _, why):
                return replace(session, state=Held(index, elapsed, why))
        return session

    def stop(self, now: float) -> "Session":
        """End the session and keep what was done.

        To undo it, keep `pause(now)` of the same moment and resume that: the seconds in between are not lived.
        """
        session = self.advance(now)
        if isinstance(session.state, Over):
            return session
        current = session.current(now)
        return replace(session if current is None else session._end(current), state=Over(stopped=True))

    # -- inside ----------------------------------------------------------------------------------

    def _end(self, ended: Lived) -> "Session":
        return replace(self, lived=(*self.lived, ended))

    def _enter(self, index: int, at: float) -> "Session":
        if index >= len(self.plan.phases):
            return replace(self, state=Over(stopped=False))
        return replace(self, plan=with_half_ahead(self.plan, index), state=Running(index, at))

    def _leave_for(self, index: int, now: float) -> "Session":
        left = self.current(now)
        assert left is not None
        return self._end(left)._enter(index, now)

    def _before(self, index: int) -> int:
        """Where the practice before the one at `index` starts: its preparation, if it has one.

        A rest between sets belongs to the set after it; a rest or a wait that is its own step is one to go back to.
        """
        phases = self.plan.phases
        start = index
        while start > 0 and phases[start - 1].step == phases[index].step and not phases[start - 1].kind.is_practice:
            start -= 1
        previous = max(0, start - 1)
        return previous - 1 if previous > 0 and phases[previous - 1].kind.prepares else previous


def reps_done(phase: Phase, elapsed: float) -> int | None:
    """Whole repetitions finished after `elapsed` seconds, or None where the phase counts none."""
    if phase.reps is None or phase.tempo is None:
        return None
    return min(phase.reps, int((elapsed + 1e-6) // phase.tempo.seconds))
