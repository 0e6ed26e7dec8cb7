"""A session walked by hand on clocks of its own: stalls, sleep, every control, and a diary of what was done when."""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from acutimer.core.away import GAP_SECONDS, Watch
from acutimer.core.moments import Moment, moments_between
from acutimer.core.planning import Phase, Plan
from acutimer.core.session import Held, Over, Running, Session, Why

UNIT_SECONDS = 1 / 1024  # all times are multiples of it: sums of them are exact, and may be compared exactly
WALL_AHEAD_SECONDS = 1_700_000_000.0


@dataclass(frozen=True, slots=True)
class Hold:
    """How long a stay in a phase stood still after `elapsed` seconds; stays are numbered as they are in `lived`."""

    stay: int
    elapsed: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Lengthening:
    """A stay whose phase was `before` became longer after `elapsed` seconds."""

    stay: int
    elapsed: float
    before: Phase


@dataclass(slots=True)
class Diary:
    """What the record of a session does not tell. `missed` are stays that were skipped before they were entered."""

    began: float
    holds: list[Hold] = field(default_factory=list)
    lengthenings: list[Lengthening] = field(default_factory=list)
    missed: set[int] = field(default_factory=set)
    begins: dict[int, float] = field(default_factory=dict)  # when each stay began, as the session said at first sight


class Walk:
    """Does with a session what a shell does: looks at both clocks, lets time pass, uses one control at a time."""

    def __init__(self, plan: Plan, began: float) -> None:
        self.session = Session(plan)
        self.diary = Diary(began)
        self.moments: list[Moment] = []
        self.now, self.wall = began, began + WALL_AHEAD_SECONDS
        self.ran_seconds = self.held_seconds = self.away_seconds = 0.0
        self.stalls = self.times_away = 0
        self.used = set[str]()
        self._watch = Watch(self.now, self.wall)
        self._seen = began
        self._hold: tuple[int, float, float] | None = None
        self._move(lambda session, now: session.start(now))

    @property
    def is_over(self) -> bool:
        """Whether the plan has been walked to its end."""
        return isinstance(self.session.state, Over)

    @property
    def is_held(self) -> bool:
        """Whether it stands still."""
        return isinstance(self.session.state, Held)

    @property
    def is_waiting(self) -> bool:
        """Whether the phase lasts until the user says go."""
        return self.session.phase is not None and self.session.phase.seconds is None

    @property
    def is_preparing(self) -> bool:
        """Whether the phase only leads up to the next one."""
        return self.session.phase is not None and self.session.phase.kind.prepares

    def pass_by(self, seconds: float, wall_seconds: float | None = None) -> None:
        """Move the clocks, and tick if it runs. The wall clock goes along unless told otherwise."""
        self.now += seconds
        self.wall += seconds if wall_seconds is None else wall_seconds
        self.stalls += 1
        if self.is_held:
            self.held_seconds += seconds
        else:
            self.ran_seconds += seconds
            self._move(lambda session, now: session.advance(now))

    def use(self, control: str) -> None:
        """Use one of the controls of a session, by its name."""
        self.used.add(control)
        mid = self.session.advance(self.now)
        if control == "skip" and mid.phase is not None and mid.index is not None and mid.phase.kind.prepares:
            self.diary.missed |= {len(mid.lived) + 1} if mid.index + 1 < len(mid.plan.phases) else set()
        if control == "extend" and mid.phase is not None and mid.phase.seconds is not None:
            self.diary.lengthenings.append(Lengthening(len(mid.lived), mid.elapsed(self.now), mid.phase))
        self._move(lambda session, now: getattr(session, control)(now))

    def _move(self, change: Callable[[Session, float], Session]) -> None:
        before, was, now = self.session, self._seen, self.now
        away, self._watch = self._watch.look(now, self.wall), Watch(now, self.wall)
        held_since = now
        if away is not None and isinstance(before.state, Running) and not self.is_waiting:
            held_since, self._seen = away.last_good, away.last_good
            after = before.pause(away.last_good, Why.AWAY)
            gone = now - away.last_good
            self.ran_seconds, self.away_seconds = self.ran_seconds - gone, self.away_seconds + gone
            self.times_away += 1
        else:
            self._seen = now
            after = change(before, now)
            self.moments += moments_between(before, was, after, now)
        self.session = after
        self._write(held_since)

    def _write(self, held_since: float) -> None:
        state, stay = self.session.state, len(self.session.lived)
        if self._hold is not None and not (isinstance(state, Held) and stay == self._hold[0]):
            held, elapsed, since = self._hold
            self.diary.holds.append(Hold(held, elapsed, self.now - since))
            self._hold = None
        if isinstance(state, Held) and self._hold is None:
            self._hold = (stay, state.elapsed, held_since)
        if isinstance(state, Running) and stay not in self.diary.begins:
            held_here = any(hold.stay == stay for hold in self.diary.holds)
            self.diary.begins |= {} if held_here else {stay: state.began_at}


class Hands:
    """A user and a computer drawn by lot: what happens next in a walk."""

    WHILE_IT_RUNS = (
        ("pause", 0.004),
        ("extend", 0.0015),
        ("redo", 0.0006),
        ("back", 0.0008),
        ("skip", 0.0006),
        ("wait", 0.0015),
        ("go", 0.0015),
    )
    WHILE_HELD = (("resume", 0.3), ("extend", 0.02), ("redo", 0.02), ("back", 0.01), ("skip", 0.01), ("go", 0.01))
    AWAY_SHARE = 0.002
    LONG_SHARE = 0.1

    def __init__(self, seed: int) -> None:
        self._lot = random.Random(seed)  # noqa: S311 - the same walk in every run

    def act(self, walk: Walk) -> None:
        """One stall, and perhaps a control at its end."""
        lot = self._lot
        if lot.random() < self.AWAY_SHARE:
            self._be_away(walk)
        else:
            walk.pass_by(self._stall_seconds())
        control = self._control(walk)
        if control is not None:
            if lot.random() < 0.5 and not walk.is_held:  # a control at a tick, or between two
                walk.now, walk.wall = walk.now + UNIT_SECONDS, walk.wall + UNIT_SECONDS
                walk.ran_seconds += UNIT_SECONDS
            walk.use(control)

    def _stall_seconds(self) -> float:
        """0.001 to 1.9 s: mostly as short as ticks are, one in ten as long as it pleases."""
        if self._lot.random() < self.LONG_SHARE:
            return self._lot.randint(1, 1945) * UNIT_SECONDS
        return round(math.exp(self._lot.uniform(0, math.log(1945)))) * UNIT_SECONDS

    def _be_away(self, walk: Walk) -> None:
        seconds = self._stall_seconds()
        gone = GAP_SECONDS + self._lot.randint(1, 4_000_000) * UNIT_SECONDS
        match self._lot.randrange(3):
            case 0:  # the program stood still
                walk.pass_by(gone)
            case 1:  # the computer slept, and its monotonic clock with it
                walk.pass_by(seconds, seconds + gone)
            case 2:  # the wall clock was set back
                walk.pass_by(seconds, seconds - gone)

    def _control(self, walk: Walk) -> str | None:
        chances: tuple[tuple[str, float], ...] = self.WHILE_HELD if walk.is_held else self.WHILE_IT_RUNS
        if walk.is_waiting and not walk.is_held:
            chances = (("go", 0.03), ("pause", 0.002), ("wait", 0.002), ("back", 0.001))
        elif walk.is_preparing and not walk.is_held:
            chances = (("skip", 0.004), *chances)
        drawn = self._lot.random()
        for control, chance in chances:
            if drawn < chance:
                return control
            drawn -= chance
        return None
