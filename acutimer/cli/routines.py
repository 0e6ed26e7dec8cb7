"""`acutimer routines`: the routines, or all about one of them."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from acutimer.cli import opening
from acutimer.cli.columns import section, table, terminal_width, wrapped
from acutimer.content.library import Library
from acutimer.core.fitting import plan
from acutimer.core.planning import Plan
from acutimer.core.routines import Posture, Step
from acutimer.core.sides import Sides
from acutimer.terminal.words import dose, length_of, title

POSTURES = {Posture.SEATED: "sitting", Posture.STANDING: "standing", Posture.WALKING: "walking"}
SIDES = {Sides.EACH: "each side", Sides.BOTH: "", Sides.LEFT: "left", Sides.RIGHT: "right", None: ""}


def run(named: str | None, *, as_json: bool) -> int:
    """Tell about the routine named (an id or a file), or list them all."""
    library, choices = opening.library(), opening.settings().choices()
    if named is None:
        plans = [plan(routine, choices) for routine in library.routines.values()]
        text = _json([summary(laid_out) for laid_out in plans]) if as_json else listed(plans, terminal_width())
    else:
        laid_out = plan(opening.routine(named, library), choices)
        text = _json(as_object(laid_out)) if as_json else described(laid_out, library, terminal_width())
    sys.stdout.write(text)
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


def as_object(laid_out: Plan) -> dict[str, object]:
    """One routine with its steps and its plan; a phase's `step` counts the steps from 0."""
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
    return {**summary(laid_out), "cautions": cautions, "steps": steps, "phases": phases}


def listed(plans: Sequence[Plan], width: int) -> str:
    """One line a routine: id, length, what it is."""
    return table([(it.routine.id, length_of(it), it.routine.summary) for it in plans], width)


def described(laid_out: Plan, library: Library, width: int) -> str:
    """All about one routine."""
    routine = laid_out.routine
    postures = " and ".join(POSTURES[posture] for posture in routine.postures)
    needs = f" You need: {', '.join(routine.equipment)}." if routine.equipment else ""
    source = library.sources.get(routine.source)
    rows = [
        (f"{number}", title(step, library), " ".join(filter(None, (dose(step), _sides(step)))), _notes(step))
        for number, step in enumerate(routine.steps, start=1)
    ]
    return "".join(
        (
            f"{routine.name} ({routine.id})\n",
            wrapped(routine.summary, width),
            wrapped(f"{postures.capitalize()}, {length_of(laid_out)}.{needs}", width),
            "\n",
            table(rows, width, "  "),
            section("Take care", [claim.text for claim in routine.cautions], width),
            "" if source is None else section("Source", [f"{source.title}, {source.publisher}"], width),
        )
    )


def _sides(step: Step) -> str:
    return SIDES[getattr(step, "sides", None)]


def _notes(step: Step) -> str:
    notes = ("optional" if step.optional else "", "begins when you say go" if step.waits else "")
    return " ".join((f"{step.say}.", *(f"({note})" for note in notes if note)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
