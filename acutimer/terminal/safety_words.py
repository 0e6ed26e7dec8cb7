"""What the safety profile changed, as it is told in a terminal."""

from acutimer.content.library import Library
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.language.catalogue import tr
from acutimer.language.joining import sentences
from acutimer.language.sentences import one_after_another
from acutimer.terminal.words import length_of, title


def length_or_none(plan: Plan) -> str:
    """How long a plan lasts; of a plan of which nothing is left, that it is not for you."""
    return tr("not for you") if plan.is_empty else length_of(plan)


def changes_told(plan: Plan, library: Library) -> list[str]:
    """What was changed and why, a paragraph for each: "SP9 ...: pressed lightly, because you ...". Then the reason."""
    lines = library.safety_words.lines(plan.changes, lambda step: title(step, library))
    return [one_after_another((line.words, *(claim.text for claim in line.why))) for line in lines]


def care_of(phase: Phase, plan: Plan, library: Library) -> str:
    """What is different about a phase, after its line: " (Press lightly: you ...)"; nothing for a rest."""
    if phase.kind is PhaseKind.REST or phase.kind.prepares:
        return ""
    asked = [library.safety_words.now(change) for change in plan.changes if change.place == phase.step]
    return f" ({sentences(asked)})" if asked else ""


def refusal(plan: Plan, library: Library) -> str:
    """Why a plan of which nothing is left cannot be played, on one line."""
    lines = library.safety_words.lines(plan.changes, lambda step: title(step, library))
    told = one_after_another(line.words for line in lines)
    words = tr("{0}: your safety profile leaves nothing of it. {1} Choose another routine.")
    return words.format(plan.routine.name, told)
