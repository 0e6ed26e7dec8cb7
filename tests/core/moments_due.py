"""Which moments a session must have told, found the slow way: from its record, its diary and the written rules."""

from collections.abc import Iterator

from acutimer.core.moments import Cue, Moment
from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.session import Lived, Over, Session
from tests.core.walking import Diary

Due = tuple[float, Cue, int | None]


def begins_of(session: Session, diary: Diary) -> dict[int, float]:
    """When each stay began: when the one before it ended, and that is its time lived and held after its own begin."""
    at, found = diary.began, {}
    for stay, lived in enumerate(session.lived):
        if stay not in diary.missed:
            found[stay] = at
            at += lived.done_seconds + sum(hold.seconds for hold in diary.holds if hold.stay == stay)
    found[len(session.lived)] = at
    return found


def moments_due(session: Session, diary: Diary) -> list[Moment]:
    """Every moment of a session that is over, in order."""
    begins = begins_of(session, diary)
    due = []
    for stay, lived in enumerate(session.lived):
        if stay in diary.missed:
            continue
        began = begins[stay]
        due.append(Moment(Cue.BEGIN if lived.phase.kind.is_practice else Cue.SWITCH, lived.index, began))
        for seconds, cue, count in _inside(stay, lived, diary):
            held = sum(hold.seconds for hold in diary.holds if hold.stay == stay and hold.elapsed < seconds)
            due.append(Moment(cue, lived.index, began + seconds + held, count))
    if session.state == Over(stopped=False):
        due.append(Moment(Cue.END, None, begins[len(session.lived)]))
    return due


def _inside(stay: int, lived: Lived, diary: Diary) -> Iterator[Due]:
    """What was due inside a stay: what each length it had asks for, for as long as it had that length."""
    seen, is_half_told = 0.0, False
    for lengthening in (it for it in diary.lengthenings if it.stay == stay):
        yield from _asked(lengthening.before, seen, lengthening.elapsed, is_half_told=is_half_told)
        before = lengthening.before.seconds
        is_half_told = is_half_told or (before is not None and lengthening.elapsed >= before / 2)
        seen = lengthening.elapsed
    yield from _asked(lived.phase, seen, lived.done_seconds, is_half_told=is_half_told)


def _asked(phase: Phase, after: float, until: float, *, is_half_told: bool) -> list[Due]:
    """The rules, for a phase that has one length from `after` (left out) to `until` (counted in) seconds."""
    return [due for due in _rules(phase) if after < due[0] <= until and not (is_half_told and due[1] is Cue.HALFWAY)]


def _rules(phase: Phase) -> list[Due]:
    if not phase.kind.is_practice or phase.kind is PhaseKind.BREATHS or phase.seconds is None:
        return []
    if phase.kind is PhaseKind.REPS:
        assert phase.reps is not None
        assert phase.tempo is not None
        one = phase.tempo.up_seconds + phase.tempo.hold_seconds + phase.tempo.down_seconds
        is_long = phase.reps >= 10
        return [
            (number * one, Cue.LAST_FIVE if is_long and phase.reps - number == 5 else Cue.REP, number)
            for number in range(1, phase.reps)
        ]
    rules: list[Due] = []
    becomes_circles = phase.circle_seconds > 0 and phase.circle_seconds < phase.seconds
    if becomes_circles:
        rules.append((phase.seconds - phase.circle_seconds, Cue.CHANGE, None))
    if not becomes_circles and phase.seconds >= 40:
        rules.append((phase.seconds / 2, Cue.HALFWAY, None))
    if phase.seconds >= 15:
        rules.append((phase.seconds - 5, Cue.LAST_FIVE, None))
    return sorted(rules, key=lambda rule: rule[0])
