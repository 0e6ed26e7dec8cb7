"""A believable person's three years of practice: habits that change, weeks off, a knee that eases."""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone

from histories import Clock, Course, at_home, courses, home_clock, new_id

from acutimer.content.library import Library
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Choices
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.store.history import History

DAYS = 3 * 365
# From how many days ago on: what is done in the morning and how likely, and the same of the evening.
HABITS = (
    (DAYS, ("knee-pain-press", 0.55), ("balance-points", 0.15)),
    (930, ("knee-pain-press", 0.35), ("qigong-knee-massage", 0.30)),
    (760, ("morning-balance", 0.50), ("knee-pain-press", 0.30)),
    (540, ("morning-balance", 0.70), ("daily-strength", 0.45)),
    (330, ("morning-balance", 0.60), ("circulation-and-joints", 0.22)),
    (150, ("morning-balance", 0.72), ("knee-pain-press", 0.38)),
)
# By weekday (Monday is 0), in the afternoon: after a run, a long walk, the treadmill in the evening.
AFTERNOONS = {5: ("post-workout-recovery", 0.45), 6: ("walk-and-soak", 0.25), 2: ("backward-treadmill", 0.15)}
OFF = ((1012, 1001), (880, 866), (700, 684), (521, 514), (398, 377), (214, 201), (97, 91))  # days ago, first and last
# Journeys: first and last day ago, and how many hours the clocks there are from those at home.
AWAY = ((640, 628, -1), (446, 437, -6))
MORNING, AFTERNOON, EVENING, NIGHT = (425, 24), (960, 50), (1215, 45), (1465, 10)  # a minute of the day, and its spread
STOPPED, LEFT_OUT, ONE_SIDE, AT_NIGHT = 0.09, 0.05, 0.12, 0.02
RATED, NOTED, BY_HAND, CORRECTED = 0.6, 0.13, 0.02, 0.02
WORST, BEST = 6.4, 2.3  # discomfort at the beginning and now
NOTES = (
    "Easier on the stairs",
    "Stiff after the long drive",
    "Only the left knee, the right is fine",
    "Slept badly",
    "Warm bath before, pressed more gently",
    "Garden work yesterday",
    "The phone rang in the middle",
    "Ran 6 km, calves are tight",
    "Knelt a lot today, both knees warm",
    "ST36 on the right was tender",
    "Down the hill without a pause",
    "Rain, so no walk",
)


@dataclass(frozen=True, slots=True)
class Lived:
    """A session and what it followed; where it was corrected later, `measured` is what it was before."""

    record: SessionRecord
    course: Course
    measured: SessionRecord | None = None


def three_years(library: Library, until: datetime, seed: int = 7) -> Iterator[Lived]:
    """Every session from three years before `until` up to it, the oldest first. The last one was broken off."""
    chance = random.Random(seed)  # noqa: S311 - the same life in every run
    both = {course.plan.routine.id: course for course in courses(library, Choices())}
    left = {course.plan.routine.id: course for course in courses(library, Choices(side=Side.LEFT))}
    for ago in range(DAYS, 0, -1):
        if any(first >= ago >= last for first, last in OFF):
            continue
        for routine, minute in _day(ago, until, chance):
            is_one_sided = routine == "knee-pain-press" and chance.random() < ONE_SIDE
            course = (left if is_one_sided else both)[routine]
            begun = at_home((until - timedelta(days=ago)).date(), minute)
            yield _varied(course, begun, ago, chance)
    today = until.date()
    yield Lived(both["morning-balance"].session(new_id(chance), at_home(today, 421), chance), both["morning-balance"])
    press = both["knee-pain-press"]
    place = [
        index for index, phase in enumerate(press.plan.phases) if phase.subject == "ST36" and phase.kind.is_practice
    ]
    last = press.session(new_id(chance), at_home(today, 449.5), chance, stopped=place[0])
    yield Lived(replace(last, discomfort_before=4, discomfort_after=3), press)


def live(history: History, library: Library, until: datetime) -> None:
    """Put these years into an empty log, what was added or corrected by hand in the way it is done by hand."""
    for lived in three_years(library, until):
        record, plan = lived.record, lived.course.plan
        at = record.ended_at or record.started_at
        if record.by_hand:
            history.corrections.add(record, plan, at + timedelta(hours=12))
        else:
            history.begin(lived.measured or record, plan)
        if lived.measured is not None:
            history.corrections.correct(record, at + timedelta(days=1))


def _day(ago: int, until: datetime, chance: random.Random) -> Iterator[tuple[str, float]]:
    """What is done on a day, and at which minute of it."""
    _, morning, evening = next(habit for habit in reversed(HABITS) if habit[0] >= ago)
    weekday = (until - timedelta(days=ago)).weekday()
    spirits = 1 + 0.25 * math.sin(ago / 23)  # better weeks and worse ones
    if chance.random() < morning[1] * spirits * (0.7 if weekday > 4 else 1):
        yield morning[0], chance.gauss(*MORNING) + (60 if weekday > 4 else 0)
    if weekday in AFTERNOONS and ago < 700:
        routine, likely = AFTERNOONS[weekday]
        if chance.random() < likely:
            yield routine, chance.gauss(*AFTERNOON)
    if chance.random() < evening[1] * spirits:
        yield evening[0], chance.gauss(*(NIGHT if chance.random() < AT_NIGHT else EVENING))


def _varied(course: Course, begun: float, ago: int, chance: random.Random) -> Lived:
    phases = len(course.plan.phases)
    stopped, left_out, way = None, frozenset[int](), chance.random()
    if way < STOPPED:
        stopped = chance.randrange(phases // 3, phases)
    elif way < STOPPED + LEFT_OUT:
        rights = [index for index, phase in enumerate(course.plan.phases) if phase.side is Side.RIGHT]
        left_out = frozenset(rights[-2:])  # the right side of the last point: the left one is the sore one
    is_by_hand = chance.random() < BY_HAND
    clock = _clock(ago)
    record = course.session(new_id(chance), begun, chance, clock=clock, stopped=stopped, left_out=left_out)
    before, after = _felt(ago, chance) if chance.random() < RATED else (None, None)
    note = chance.choice(NOTES) if chance.random() < NOTED else ""
    record = replace(record, discomfort_before=before, discomfort_after=after, note=note, by_hand=is_by_hand)
    if not is_by_hand and record.outcome is Outcome.DONE and chance.random() < CORRECTED:
        return Lived(_shortened(record), course, record)
    return Lived(record, course)


def _shortened(record: SessionRecord) -> SessionRecord:
    """As the user says it was: the hands had left the last point while the timer still ran."""
    last = max(place for place, phase in enumerate(record.phases) if phase.kind.is_practice)
    phase = record.phases[last]
    reps = None if phase.done_reps is None else phase.done_reps // 2
    kept = replace(phase, done_seconds=phase.done_seconds / 2, done_reps=reps, outcome=Outcome.PARTIAL)
    phases = (*record.phases[:last], kept, *record.phases[last + 1 :])
    return replace(record, phases=phases, outcome=Outcome.PARTIAL)


def _felt(ago: int, chance: random.Random) -> tuple[int, int]:
    """Discomfort before and after: it eases over the years, with seasons and days of its own."""
    share = ago / DAYS
    level = BEST + (WORST - BEST) * share**0.8 + 0.7 * math.sin(ago / 40) + chance.gauss(0, 1.0)
    before = max(0, min(10, round(level)))
    return before, max(0, min(10, before - chance.choice((-1, 0, 0, 1, 1, 1, 2, 2, 3))))


def _clock(ago: int) -> Clock:
    hours = next((hours for first, last, hours in AWAY if first >= ago >= last), 0)
    if not hours:
        return home_clock

    def there(second: float) -> datetime:
        home = home_clock(second)
        offset = home.utcoffset()
        assert offset is not None
        return home.astimezone(timezone(offset + timedelta(hours=hours)))

    return there
