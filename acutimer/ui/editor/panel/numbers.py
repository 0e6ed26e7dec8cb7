"""Which numbers each kind of step has: their names, their limits, and what a change takes with it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.altering import with_breath, with_dose, with_reps, with_tempo
from acutimer.core.points import Dose
from acutimer.core.routines import BreathsStep, PatsStep, PressStep, RepsStep, Step, TechniqueStep
from acutimer.core.sides import Sides
from acutimer.core.starting_steps import USUAL_REPS, first_use
from acutimer.ui.decimals import decimal
from acutimer.ui.editor.panel.amounts import TENTHS, range_shown
from acutimer.ui.editor.panel.number_part import Number, counts, lengths, tenths

MOST_DOSE_SECONDS = 3600
LONG_SECONDS = 300  # what usually lasts longer is stepped by minutes


def dose_number(step: PressStep | TechniqueStep, library: Library) -> Number:
    """How long a point is pressed, or a technique done."""
    usual = usual_dose(step, library)
    is_long = usual.max_seconds > LONG_SECONDS

    def put(changed: PressStep | TechniqueStep, seconds: int) -> Step:
        return with_dose(changed, seconds, usual)

    return Number(
        fields=("dose",),
        kind=lengths(60, 300) if is_long else lengths(),
        limits=(1, MOST_DOSE_SECONDS),
        name=lambda step: _tr("Time on each side") if step.sides is Sides.EACH else _tr("Time"),
        get=lambda step: step.dose.seconds,
        put=put,
        note=lambda _: _usual_words(usual),
        stops=(usual.min_seconds, usual.seconds, usual.max_seconds),
    )


def circles_number() -> Number:
    """How much of the time ends in circles."""
    name = _tr("Circles at the end")
    kind = lengths()

    def note(step: PressStep) -> str:
        return _tr("All of the time") if step.circle_seconds == step.dose.seconds else ""

    return Number(
        fields=("circle_seconds",),
        kind=replace(
            kind, show=lambda seconds: kind.show(seconds) if seconds else _tr("None"), read=_read_none(kind.read)
        ),
        limits=(0, MOST_DOSE_SECONDS),
        name=lambda _: name,
        get=lambda step: step.circle_seconds,
        put=lambda step, seconds: replace(step, circle_seconds=seconds),
        note=note,
        most=lambda step: step.dose.seconds,
    )


def rest_numbers() -> tuple[Number, ...]:
    """How long a rest is."""
    return (
        Number(
            fields=("seconds",),
            kind=lengths(),
            limits=(1, 3600),
            name=_always(_tr("Time")),
            get=lambda step: step.seconds,
            put=lambda step, seconds: replace(step, seconds=seconds),
        ),
    )


def breaths_numbers() -> tuple[Number, ...]:
    """How many breaths, and how slow."""
    return (
        Number(
            fields=("breaths",),
            kind=counts(),
            limits=(1, 100),
            name=_always(_tr("Breaths")),
            get=lambda step: step.breaths,
            put=lambda step, count: replace(step, breaths=count),
        ),
        Number(
            fields=("in_seconds",),
            kind=tenths(),
            limits=(10, 300),
            name=_always(_tr("Breathe in for")),
            get=lambda step: round(step.in_seconds * TENTHS),
            put=lambda step, value: with_breath(step, going_in=value / TENTHS),
        ),
        Number(
            fields=("out_seconds",),
            kind=tenths(),
            limits=(10, 300),
            name=_always(_tr("Breathe out for")),
            get=lambda step: round(step.out_seconds * TENTHS),
            put=lambda step, value: with_breath(step, going_out=value / TENTHS),
            note=_breath_note,
        ),
    )


def pats_numbers() -> tuple[Number, ...]:
    """How many pats, how often, how fast."""
    return (
        Number(
            fields=("pats",),
            kind=counts(),
            limits=(1, 50),
            name=_always(_tr("Pats")),
            get=lambda step: step.pats,
            put=lambda step, count: replace(step, pats=count),
            note=_always(_tr("Front and back, then on the two sides")),
        ),
        Number(
            fields=("rounds",),
            kind=counts(),
            limits=(1, 50),
            name=_always(_tr("Rounds")),
            get=lambda step: step.rounds,
            put=lambda step, count: replace(step, rounds=count),
        ),
        Number(
            fields=("beat_seconds",),
            kind=replace(tenths(), step=1, page=5),
            limits=(3, 50),
            name=_always(_tr("Time of a pat")),
            get=lambda step: round(step.beat_seconds * TENTHS),
            put=lambda step, value: replace(step, beat_seconds=value / TENTHS),
            note=_pats_note,
        ),
    )


def reps_numbers(subject: str, library: Library, rest_of_settings: Callable[[], int]) -> tuple[Number, ...]:
    """Sets and repetitions, the rest between, and how slow each is."""
    used = first_use(subject, library.routines.values())
    usual = (used.min_reps, used.max_reps) if isinstance(used, RepsStep) else USUAL_REPS
    words = _tr("{0} to {1} are usual").format(*usual)
    return (
        Number(
            fields=("reps",),
            kind=counts(),
            limits=(1, 200),
            name=lambda step: _tr("Repetitions a set") if step.sets > 1 else _tr("Repetitions"),
            get=lambda step: step.reps,
            put=lambda step, count: with_reps(step, count, usual),
            note=_always(words),
        ),
        Number(
            fields=("sets",),
            kind=counts(),
            limits=(1, 20),
            name=_always(_tr("Sets")),
            get=lambda step: step.sets,
            put=lambda step, count: replace(step, sets=count),
        ),
        Number(
            fields=("rest_seconds",),
            kind=lengths(5, 30),
            limits=(0, 600),
            name=_always(_tr("Rest between sets")),
            get=lambda step: rest_of_settings() if step.rest_seconds is None else step.rest_seconds,
            put=lambda step, seconds: replace(step, rest_seconds=seconds),
            note=lambda step: _tr("As in Settings") if step.rest_seconds is None else "",
            applies=lambda step: step.sets > 1,
        ),
        *_tempo_numbers(),
    )


def usual_dose(step: PressStep | TechniqueStep, library: Library) -> Dose:
    """The time the content gives; for what it does not know, the step's own."""
    if isinstance(step, PressStep):
        point = library.points.get(step.point)
        return step.dose if point is None else point.dose
    technique = library.techniques.get(step.technique)
    return step.dose if technique is None else technique.dose


def _tempo_numbers() -> tuple[Number, ...]:
    def part(name: str, field: str, keyword: str, note: Callable[[RepsStep], str] = lambda _: "") -> Number:
        return Number(
            fields=("tempo",) if keyword == "down" else (f"tempo.{keyword}",),
            kind=tenths(),
            limits=(0, 300),
            name=_always(name),
            get=lambda step: round(getattr(step.tempo, field) * TENTHS),
            put=lambda step, value: with_tempo(step, **{keyword: value / TENTHS}),
            note=note,
        )

    return (
        part(_tr("Going up"), "up_seconds", "up"),
        part(_tr("Staying there"), "hold_seconds", "hold"),
        part(_tr("Coming down"), "down_seconds", "down", _tempo_note),
    )


def _tempo_note(step: RepsStep) -> str:
    return _tr("{0}\u00a0s for each").format(decimal(step.tempo.seconds))


def _breath_note(step: BreathsStep) -> str:
    return _tr("{0}\u00a0s for each").format(decimal(step.in_seconds + step.out_seconds))


def _pats_note(step: PatsStep) -> str:
    seconds = round(2 * step.pats * step.rounds * step.beat_seconds)
    return _tr("{0} on each side").format(lengths().show(seconds)) if step.sides is Sides.EACH else ""


def _usual_words(usual: Dose) -> str:
    words = _tr("{0} is usual") if usual.min_seconds == usual.max_seconds else _tr("{0} are usual")
    return words.format(range_shown(usual.min_seconds, usual.max_seconds))


def _read_none(read: Callable[[str], int | None]) -> Callable[[str], int | None]:
    none = _tr("None").casefold()
    return lambda text: 0 if text.strip().casefold() == none else read(text)


def _always(words: str) -> Callable[[object], str]:
    return lambda _: words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Editor", text)
