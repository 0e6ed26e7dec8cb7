"""What a clinician is told of a stretch of practice: sums of the log, and nothing that was not recorded."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from acutimer.core.estimating import Change, TooFew, change
from acutimer.core.history import SessionSummary, day_of
from acutimer.core.planning import PhaseKind
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.core.totals import Rated, SubjectTotal
from acutimer.core.trends import DiscomfortMean, Spans, both_rated, discomfort_in, spans

MOST_SPANS = 26  # marks of a chart that is a third of a page wide


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How many sessions ended how. `unfinished` are those that run, or were cut off."""

    done: int = 0
    partial: int = 0
    skipped: int = 0
    unfinished: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.done + self.partial + self.skipped + self.unfinished


@dataclass(frozen=True, slots=True)
class Practised:
    """What was done of a point or a technique, in seconds on each side.

    Of a point, what was pressed on both sides at once counts for each. `undivided` is what cannot be told by sides: a
    technique done on both at once, or without any. `times` is how often it was done, left and right in turn being once.
    """

    subject: str
    left: float
    right: float
    undivided: float
    times: int
    last: date

    @property
    def seconds(self) -> float:
        """All of it, to compare by."""
        return self.left + self.right + self.undivided


@dataclass(frozen=True, slots=True)
class Repeated:
    """What was done of an exercise. A set on each leg counts as two."""

    subject: str
    reps: int
    sets: int
    last: date


@dataclass(frozen=True, slots=True)
class Discomfort:
    """Ratings from 0 (none) to 10 (worst imaginable), of the sessions rated both before and after.

    `means` has one entry for each span of `spans`; `rated_once` counts the sessions left out for having one rating.
    """

    change: Change | TooFew
    spans: Spans
    means: tuple[DiscomfortMean, ...]
    rated_once: int

    @property
    def sessions(self) -> int:
        """How many were rated both times."""
        return self.change.sessions


@dataclass(frozen=True, slots=True)
class Note:
    """What the user wrote about a session of that day."""

    session: str
    day: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A period, `first` and `last` day included. The rows are sorted by how much was done, most first.

    `notes` are only those that were chosen, newest first. `by_hand` counts the sessions the user entered, `corrected`
    those that were measured and then changed.
    """

    first: date
    last: date
    outcomes: Outcomes
    days_practised: int
    seconds: float
    points: tuple[Practised, ...]
    exercises: tuple[Repeated, ...]
    techniques: tuple[Practised, ...]
    discomfort: Discomfort
    notes: tuple[Note, ...]
    by_hand: int
    corrected: int

    @property
    def days(self) -> int:
        """How many days the period has."""
        return (self.last - self.first).days + 1

    @property
    def seconds_a_week(self) -> float:
        """The mean of the whole period, days of rest included. A period shorter than a week counts as one week."""
        return self.seconds / max(1.0, self.days / 7)


def report_of(
    *,
    first: date,
    last: date,
    day_begins_hour: int,
    first_weekday: int,
    seconds_by_day: Mapping[date, float],
    sessions: Sequence[SessionSummary],
    subjects: Sequence[SubjectTotal],
    rated: Sequence[Rated],
    chosen: Collection[str] = (),
    corrected: Collection[str] = (),
) -> Report:
    """The report of what the log tells about these days.

    `chosen` are the ids of the sessions whose note is told; those of all others stay private. `corrected` are ids,
    too. Weeks begin on `first_weekday`, 1 (Monday) to 7 (Sunday).
    """
    ids = {session.id for session in sessions if not session.by_hand}
    return Report(
        first=first,
        last=last,
        outcomes=_outcomes(sessions),
        days_practised=sum(seconds > 0 for seconds in seconds_by_day.values()),
        seconds=sum(seconds_by_day.values()),
        points=_practised(subjects, {PhaseKind.PRESS}, day_begins_hour),
        exercises=_counted(subjects, day_begins_hour),
        techniques=_practised(subjects, set(PhaseKind) - {PhaseKind.PRESS, PhaseKind.REPS}, day_begins_hour),
        discomfort=_discomfort(rated, spans(first, last, first_weekday, MOST_SPANS), day_begins_hour),
        notes=tuple(note for note in notes_of(sessions, day_begins_hour) if note.session in set(chosen)),
        by_hand=sum(session.by_hand for session in sessions),
        corrected=len(ids.intersection(corrected)),
    )


def notes_of(sessions: Iterable[SessionSummary], day_begins_hour: int) -> tuple[Note, ...]:
    """The notes that say anything, newest first."""
    noted = sorted((it for it in sessions if it.note.strip()), key=lambda it: it.started_at, reverse=True)
    return tuple(Note(it.id, day_of(it.started_at, day_begins_hour), it.note) for it in noted)


def _outcomes(sessions: Iterable[SessionSummary]) -> Outcomes:
    ended = [session.outcome for session in sessions]
    return Outcomes(*(ended.count(how) for how in (Outcome.DONE, Outcome.PARTIAL, Outcome.SKIPPED, None)))


def _practised(
    subjects: Iterable[SubjectTotal], kinds: Collection[PhaseKind], day_begins_hour: int
) -> tuple[Practised, ...]:
    totals: dict[str, list[SubjectTotal]] = {}
    for total in subjects:
        if total.kind in kinds and total.seconds > 0:
            totals.setdefault(total.subject, []).append(total)
    made = [_one(subject, parts, day_begins_hour) for subject, parts in totals.items()]
    return tuple(sorted(made, key=lambda it: (-it.seconds, it.subject)))


def _one(subject: str, parts: Sequence[SubjectTotal], day_begins_hour: int) -> Practised:
    seconds: dict[Side | None, float] = dict.fromkeys((Side.LEFT, Side.RIGHT, Side.BOTH, None), 0.0)
    times: dict[Side | None, int] = dict.fromkeys(seconds, 0)
    for part in parts:
        side = part.side
        seconds[side] += part.seconds
        times[side] += part.times
        if side is Side.BOTH and part.kind is PhaseKind.PRESS:
            for each in (Side.LEFT, Side.RIGHT):
                seconds[each] += part.seconds
            seconds[side] = 0.0
    return Practised(
        subject,
        seconds[Side.LEFT],
        seconds[Side.RIGHT],
        seconds[Side.BOTH] + seconds[None],
        max(times[Side.LEFT], times[Side.RIGHT]) + times[Side.BOTH] + times[None],
        _last(parts, day_begins_hour),
    )


def _counted(subjects: Iterable[SubjectTotal], day_begins_hour: int) -> tuple[Repeated, ...]:
    totals: dict[str, list[SubjectTotal]] = {}
    for total in subjects:
        if total.kind is PhaseKind.REPS and total.reps > 0:
            totals.setdefault(total.subject, []).append(total)
    made = [
        Repeated(subject, sum(it.reps for it in parts), sum(it.times for it in parts), _last(parts, day_begins_hour))
        for subject, parts in totals.items()
    ]
    return tuple(sorted(made, key=lambda it: (-it.reps, it.subject)))


def _last(parts: Iterable[SubjectTotal], day_begins_hour: int) -> date:
    return max(day_of(part.last_at, day_begins_hour) for part in parts)


def _discomfort(rated: Sequence[Rated], spans: Spans, day_begins_hour: int) -> Discomfort:
    pairs = both_rated(rated)
    means = discomfort_in(spans, rated, day_begins_hour)
    return Discomfort(change(pairs), spans, means, len(rated) - len(pairs))
