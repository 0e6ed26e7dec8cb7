"""Made-up histories, the same in every run: as many sessions as one asks for, for measuring what a long life costs."""

import random
import sqlite3
import uuid
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from itertools import islice

from acutimer.content.library import Library
from acutimer.core.filtering import folded_words
from acutimer.core.fitting import plan
from acutimer.core.history import PhaseRecord, SessionRecord, outcome_of, practice_places, practice_seconds
from acutimer.core.planning import Choices, Phase, Plan
from acutimer.core.session import Outcome
from acutimer.store.counting import sum_up
from acutimer.store.rows import PHASE_COLUMNS, SESSION_COLUMNS, phase_row, plan_text
from acutimer.store.versions import plan_number

BATCH = 2000  # sessions written at once
INSERT_SESSION = f"""
    INSERT INTO session (number, plan, note_folded, {SESSION_COLUMNS}, started_moment)
    VALUES (:number, :plan, :note_folded, {", ".join(f":{name}" for name in SESSION_COLUMNS.split(", "))},
        julianday(:started_at))
"""  # noqa: S608 - the columns are ours
INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('session', 'phase') AND sql > ''"
INSERT_PHASE = f"""
    INSERT INTO phase (session, {PHASE_COLUMNS}) VALUES (?, {", ".join("?" * (PHASE_COLUMNS.count(",") + 1))})
"""  # noqa: S608 - the columns are ours
WINTER, SUMMER = (timezone(timedelta(hours=hours)) for hours in (1, 2))
Clock = Callable[[float], datetime]
"""What a clock on the wall shows at a moment, which is in seconds since 1970."""
WALK_SECONDS, WAIT_SECONDS = (300, 1500), (4, 60)
FIRST_MINUTE, LAST_MINUTE = 5 * 60 + 30, 26 * 60 + 30  # of a day: the last ones lie past midnight
SHARE_PLAIN = 0.42  # of sessions with getting ready and changing over, so that there are 10 phases in the mean
STOPPED, LEFT_OUT, SKIPPED, RATED, NOTED, BY_HAND = 0.18, 0.06, 0.02, 1 / 3, 1 / 5, 0.01
NOTES = (
    ("Easier", "Stiff", "A little sore", "Warm", "Quiet", "Pulling", "Light", "Tired"),
    ("on the stairs", "after the long drive", "behind the knee", "in the morning", "after the run", "at the desk"),
    ("", "", ", slept badly", ", rain all day", ", only the left", ", más despacio", ", über Nacht besser", ", 膝"),
)


@dataclass(frozen=True, slots=True)
class Course:
    """A plan, and what every session that follows it has in common."""

    plan: Plan
    practice_seconds: float
    places: frozenset[int]

    @classmethod
    def of(cls, laid_out: Plan) -> "Course":
        """The course of a plan."""
        kinds = ((phase.kind, phase.subject) for phase in laid_out.phases)
        return cls(laid_out, practice_seconds(laid_out), practice_places(kinds))

    def session(
        self,
        session_id: str,
        begun: float,
        chance: random.Random,
        *,
        clock: Clock | None = None,
        stopped: int | None = None,
        left_out: Collection[int] = (),
    ) -> SessionRecord:
        """A session that began at `begun` (seconds since 1970), without the phases `left_out`.

        Where it was `stopped`, that phase was left early and nothing came after it. `clock` is the one at home
        unless another is given.
        """
        phases: list[PhaseRecord] = []
        clock, second = clock or home_clock, begun
        last = len(self.plan.phases) - 1 if stopped is None else stopped
        for index, phase in enumerate(self.plan.phases[: last + 1]):
            seconds = float(chance.randint(*_wait(phase))) if phase.seconds is None else phase.seconds
            outcome, share = Outcome.DONE, 1.0
            if index in left_out:
                outcome, share = Outcome.SKIPPED, 0.0
            elif index == stopped:
                outcome, share = Outcome.PARTIAL, chance.uniform(0.2, 0.9)
            done = seconds if share == 1.0 else round(seconds * share, 1)
            second += done
            phases.append(_lived(index, phase, done, outcome, clock(second)))
        return SessionRecord(
            id=session_id,
            routine=self.plan.routine.id,
            routine_name=self.plan.routine.name,
            started_at=clock(begun),
            ended_at=clock(second + 0.25),
            outcome=outcome_of(self.places, ((phase.index, phase.outcome) for phase in phases)),
            planned_seconds=self.plan.seconds,
            practice_seconds=self.practice_seconds,
            phases=tuple(phases),
        )


def home_clock(second: float) -> datetime:
    """Central European time by its rule, which needs no file of the system's."""
    begins, ends = _summer(datetime.fromtimestamp(second, UTC).year)
    return datetime.fromtimestamp(second, SUMMER if begins <= second < ends else WINTER)


def at_home(day: date, minute: float) -> float:
    """The moment at which the clock at home shows so many minutes of a day; it may have more than 24 hours."""
    second = datetime(day.year, day.month, day.day, tzinfo=WINTER).timestamp() + 60 * minute
    begins, ends = _summer(day.year)
    return second - 3600 if begins <= second - 3600 < ends else second


@lru_cache(maxsize=64)
def _summer(year: int) -> tuple[float, float]:
    """Daylight saving: from one in the morning, UTC, on the last Sunday of March to the same of October."""
    lasts = (datetime(year, month, 31, 1, tzinfo=UTC) for month in (3, 10))
    begins, ends = (last - timedelta(days=last.isoweekday() % 7) for last in lasts)
    return begins.timestamp(), ends.timestamp()


def courses(library: Library, choices: Choices) -> tuple[Course, ...]:
    """The shipped routines as `choices` have them."""
    return tuple(Course.of(plan(routine, choices, library.safety(()))) for routine in library.routines.values())


def new_id(chance: random.Random) -> str:
    """A session's id, as the program makes them, but the same in every run."""
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def fill(
    connection: sqlite3.Connection, library: Library, sessions: int, until: date, *, per_day: int, seed: int = 36
) -> None:
    """Put so many sessions into an open database, `per_day` on every day and the last of them on the day `until`.

    They go round past the program, in plain SQL and one transaction, and leave what the program would have left.
    """
    chance = random.Random(seed)  # noqa: S311 - the same history in every run
    connection.row_factory = sqlite3.Row  # as the store has it
    walked = (*courses(library, Choices()), *courses(library, Choices(get_ready_seconds=0, changeover_seconds=0)))
    newest = connection.execute("SELECT coalesce(max(number), 0) FROM session").fetchone()[0]
    connection.execute("BEGIN IMMEDIATE")
    indexes = connection.execute(INDEXES).fetchall()
    for index in indexes:  # made anew in the end, they take a third of the time
        connection.execute(f"DROP INDEX {index['name']}")
    plans = [plan_number(connection, plan_text(course.plan)) for course in walked]
    made = enumerate(_lives(walked, sessions, until, per_day, chance), newest + 1)
    while batch := list(islice(made, BATCH)):
        rows = [_row(number, plans[course], record) for number, (course, record) in batch]
        connection.executemany(INSERT_SESSION, rows)
        phases = [(number, *phase_row(phase)) for number, (_, record) in batch for phase in record.phases]
        connection.executemany(INSERT_PHASE, phases)
        for number, _ in batch:
            sum_up(connection, number)
    for index in indexes:
        connection.execute(index["sql"])
    connection.execute("COMMIT")


def _lives(
    walked: tuple[Course, ...], sessions: int, until: date, per_day: int, chance: random.Random
) -> Iterator[tuple[int, SessionRecord]]:
    """The sessions in their order, and which course each follows."""
    plain = len(walked) // 2
    first = until - timedelta(days=(sessions - 1) // per_day)
    step = (LAST_MINUTE - FIRST_MINUTE) / per_day
    for count in range(sessions):
        day, turn = divmod(count, per_day)
        minute = FIRST_MINUTE + (turn + chance.random()) * step
        course = chance.randrange(plain) + (0 if chance.random() < SHARE_PLAIN else plain)
        yield course, _varied(walked[course], at_home(first + timedelta(days=day), minute), chance)


def _varied(course: Course, begun: float, chance: random.Random) -> SessionRecord:
    """A session that went well or not so well, with what was said of it."""
    phases = len(course.plan.phases)
    stopped, left_out, way = None, frozenset[int](), chance.random()
    if way < STOPPED:
        stopped = chance.randrange(phases)
    elif way < STOPPED + LEFT_OUT:
        left_out = frozenset(chance.choices(range(phases), k=2))
    elif way < STOPPED + LEFT_OUT + SKIPPED:
        left_out = frozenset(range(phases))
    record = course.session(new_id(chance), begun, chance, stopped=stopped, left_out=left_out)
    before = chance.randint(1, 9) if chance.random() < RATED else None
    after = None if before is None else max(0, before - chance.randint(-1, 3))
    note = "".join(chance.choice(words) + (" " if place == 0 else "") for place, words in enumerate(NOTES))
    return replace(
        record,
        discomfort_before=before,
        discomfort_after=after,
        note=note if chance.random() < NOTED else "",
        by_hand=chance.random() < BY_HAND,
        changed_at=record.ended_at,
    )


def _row(number: int, plan_number: int, record: SessionRecord) -> dict[str, object]:
    """What `INSERT_SESSION` asks for; the sums come later."""
    values = {name: getattr(record, name) for name in SESSION_COLUMNS.split(", ")}
    moments = {name: value.isoformat() for name, value in values.items() if isinstance(value, datetime)}
    return {**values, **moments, "number": number, "plan": plan_number, "note_folded": folded_words(record.note)}


def _wait(phase: Phase) -> tuple[int, int]:
    return WALK_SECONDS if phase.subject in ("walking", "backward-walking") else WAIT_SECONDS


def _lived(index: int, phase: Phase, done_seconds: float, outcome: Outcome, ended_at: datetime) -> PhaseRecord:
    share = done_seconds / phase.seconds if phase.seconds else 0.0
    return PhaseRecord(
        ordinal=index,
        index=index,
        kind=phase.kind,
        subject=phase.subject,
        side=phase.side,
        planned_seconds=phase.seconds,
        done_seconds=done_seconds,
        planned_reps=phase.reps,
        done_reps=None if phase.reps is None else int(phase.reps * share + 1e-9),
        outcome=outcome,
        ended_at=ended_at,
    )
