"""Reports of made-up histories, the same in every run."""

import random
from datetime import UTC, date, datetime, time, timedelta

from acutimer.content.library import Library
from acutimer.core.history import SessionSummary
from acutimer.core.planning import PhaseKind
from acutimer.core.report import Report, report_of
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.core.totals import Rated, SubjectTotal

TODAY = date(2026, 11, 20)
TECHNIQUES: dict[str, tuple[Side | None, ...]] = {
    "knee-kneading": (Side.LEFT, Side.RIGHT),
    "walking": (None,),
    "lower-back-warming": (Side.BOTH,),
    "calf-massage": (Side.LEFT, Side.RIGHT),
    "foot-soak": (None,),
    "deep-breaths": (None,),
    "knee-rubbing": (Side.BOTH,),
    "warm-up": (None,),
}


def made_report(
    library: Library,
    *,
    days: int = 84,
    sessions: int = 34,
    rated: int = 21,
    points: int = 7,
    techniques: int = 4,
    exercises: int = 2,
    notes: tuple[str, ...] = (),
    seed: int = 36,
) -> Report:
    """A report of so many things; every note is chosen. Points beyond those there are have unknown codes."""
    chance = random.Random(seed)  # noqa: S311 - the same report in every run
    first = TODAY - timedelta(days=days - 1)

    def moment() -> datetime:
        return datetime.combine(first + timedelta(days=chance.randrange(days)), time(7, 30), UTC)

    began = sorted(moment() for _ in range(max(sessions, rated, len(notes))))
    told = [_session(str(place), at, notes[place : place + 1], chance) for place, at in enumerate(began)]
    codes = [*library.points, *(f"XX{place}" for place in range(points))][:points]
    sides = {code: (Side.BOTH,) if code == "BL23" else (Side.LEFT, Side.RIGHT) for code in codes}
    subjects = [_total(code, PhaseKind.PRESS, side, moment(), chance) for code in codes for side in sides[code]]
    for technique in list(TECHNIQUES)[:techniques]:
        subjects += [_total(technique, PhaseKind.TECHNIQUE, it, moment(), chance) for it in TECHNIQUES[technique]]
    for exercise in list(library.exercises)[:exercises]:
        subjects.append(_total(exercise, PhaseKind.REPS, Side.BOTH, moment(), chance))
    return report_of(
        first=first,
        last=TODAY,
        day_begins_hour=3,
        first_weekday=1,
        seconds_by_day={at.date(): float(chance.randrange(300, 1500)) for at in began},
        sessions=told,
        subjects=subjects,
        rated=[Rated(it.id, it.started_at, chance.randrange(4, 9), chance.randrange(2, 6)) for it in told[:rated]],
        chosen={it.id for it in told},
    )


def _session(name: str, at: datetime, note: tuple[str, ...], chance: random.Random) -> SessionSummary:
    return SessionSummary(
        id=name,
        routine="knee-pain-press",
        routine_name="Knee-pain press",
        started_at=at,
        ended_at=at,
        outcome=chance.choice((Outcome.DONE, Outcome.DONE, Outcome.PARTIAL, Outcome.SKIPPED, None)),
        planned_seconds=800,
        practice_seconds=720,
        done_seconds=720,
        share=1.0,
        discomfort_before=None,
        discomfort_after=None,
        note="".join(note),
        by_hand=name in {"0", "3"},
    )


def _total(subject: str, kind: PhaseKind, side: Side | None, at: datetime, chance: random.Random) -> SubjectTotal:
    seconds, times = float(chance.randrange(20, 9000)), chance.randrange(1, 60)
    return SubjectTotal(
        subject=subject, kind=kind, side=side, seconds=seconds, reps=times * 10, times=times, last_at=at
    )
