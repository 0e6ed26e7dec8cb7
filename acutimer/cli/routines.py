"""`acutimer routines`: the routines, or all about one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from acutimer.cli import opening
from acutimer.cli.columns import section, table, terminal_width, wrapped
from acutimer.cli.printing import say, say_json
from acutimer.content.library import Library
from acutimer.core.adjusting import Adjustment, Change
from acutimer.core.fitting import plan
from acutimer.core.planning import Plan
from acutimer.core.routines import Posture, Routine, Step, subject_of
from acutimer.core.sides import Sides
from acutimer.language.catalogue import tr
from acutimer.language.joining import ended, things
from acutimer.language.sentences import one_after_another
from acutimer.terminal.safety_words import changes_told, length_or_none
from acutimer.terminal.words import dose, title


def run(named: str | None, *, as_json: bool) -> int:
    """Tell about the routine named (an id or a file), or list them all."""
    library, settings = opening.library(), opening.settings()
    choices, safety = settings.choices(), library.safety(settings.conditions)
    if named is None:
        plans = [plan(routine, choices, safety) for routine in opening.routines(library).values()]
        if as_json:
            say_json([summary(laid_out) for laid_out in plans])
        else:
            say(listed(plans, terminal_width()))
        return 0
    routine = opening.routine(named, library)
    laid_out = plan(routine, choices, safety)
    if as_json:
        say_json(as_object(laid_out, routine, library))
    else:
        say(described(laid_out, library, terminal_width()))
    return 0


def summary(laid_out: Plan) -> dict[str, object]:
    """A routine in a list. `seconds` is the least where it waits for the user."""
    routine = laid_out.routine
    return {
        "id": routine.id,
        "name": routine.name,
        "summary": routine.summary,
        "postures": list(routine.postures),
        "equipment": list(routine.equipment),
        "source": routine.source,
        "seconds": laid_out.seconds,
        "waits": laid_out.waits,
    }


def as_object(laid_out: Plan, written: Routine, library: Library) -> dict[str, object]:
    """One routine with its steps and its plan, as the safety profile has them; a phase's `step` counts them from 0.

    `changes` tells what became of the routine as it was `written`: `step` counts the steps there, `place` the steps
    here (null where it was left out).
    """
    phases = [
        {
            "kind": phase.kind,
            "step": phase.step,
            "subject": phase.subject,
            "side": phase.side,
            "seconds": phase.seconds,
            "reps": phase.reps,
        }
        for phase in laid_out.phases
    ]
    steps = [asdict(step) for step in laid_out.routine.steps]
    cautions = [claim.text for claim in laid_out.routine.cautions]
    told = {
        "cautions": cautions,
        "steps": steps,
        "phases": phases,
        "changes": list(_changes(laid_out, written, library)),
    }
    return {**summary(laid_out), **told}


def _changes(laid_out: Plan, written: Routine, library: Library) -> Iterator[dict[str, object]]:
    words = library.safety_words
    for step, change in zip(written_places(laid_out.changes, written.steps), laid_out.changes, strict=True):
        yield {
            "step": step,
            "subject": subject_of(change.step),
            "place": change.place,
            "change": change.adjustment,
            "because": list(change.because),
            "words": words.line(title(change.step, library), change),
            "why": one_after_another(claim.text for claim in words.why(change)),
        }


def written_places(changes: Sequence[Change], steps: Sequence[Step]) -> Iterator[int]:
    """Where each changed step stands among `steps`, those of its author; changes come in the order of the steps."""
    place, seen = 0, set[Adjustment]()
    for change in changes:
        while steps[place] != change.step or change.adjustment in seen:
            place, seen = place + 1, set()
        seen.add(change.adjustment)
        yield place


def listed(plans: Sequence[Plan], width: int) -> str:
    """One line a routine: id, length, what it is."""
    return table([(it.routine.id, length_or_none(it), it.routine.summary) for it in plans], width)


def described(laid_out: Plan, library: Library, width: int) -> str:
    """All about one routine."""
    routine = laid_out.routine
    words = tr("{0}, {1}. You need: {2}.") if routine.equipment else tr("{0}, {1}.")
    about = words.format(_postures(routine.postures), length_or_none(laid_out), things(routine.equipment))
    source = library.sources.get(routine.source)
    rows = [
        (f"{number}", title(step, library), " ".join(filter(None, (dose(step), _sides(step)))), _notes(step))
        for number, step in enumerate(routine.steps, start=1)
    ]
    return "".join(
        (
            f"{routine.name} ({routine.id})\n",
            wrapped(routine.summary, width),
            wrapped(about[:1].upper() + about[1:], width),
            "\n",
            table(rows, width, "  "),
            section(tr("Changed for you"), changes_told(laid_out, library), width),
            section(tr("Take care"), [claim.text for claim in routine.cautions], width),
            "" if source is None else section(tr("Source"), [f"{source.title}, {source.publisher}"], width),
        )
    )


def _sides(step: Step) -> str:
    match getattr(step, "sides", None):
        case Sides.EACH:
            return tr("each side")
        case Sides.LEFT:
            return tr("left", "a side")
        case Sides.RIGHT:
            return tr("right", "a side")
    return ""


def _postures(postures: Sequence[Posture]) -> str:
    """How one sits or stands: "sitting and standing"."""
    names = {Posture.SEATED: tr("sitting"), Posture.STANDING: tr("standing"), Posture.WALKING: tr("walking")}
    *most, last = (names[posture] for posture in postures)
    return tr("{0} and {1}").format(things(most), last) if most else last


def _notes(step: Step) -> str:
    notes = (tr("optional") if step.optional else "", tr("begins when you say go") if step.waits else "")
    return " ".join((ended(step.say), *(f"({note})" for note in notes if note)))
