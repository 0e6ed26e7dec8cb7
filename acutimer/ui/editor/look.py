"""A draft as the editor shows it: its rows, how long it lasts, what is to be mended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from acutimer.core.adjusting import Adjustment
from acutimer.core.fitting import plan
from acutimer.core.judging import Known, Problem, at_place, judge, ranges_of
from acutimer.core.planning import Plan, lay_out
from acutimer.core.sides import Side
from acutimer.ui.editor.problem_words import short
from acutimer.ui.editor.row_words import StepRow, row_of
from acutimer.ui.routines.words import clock
from acutimer.ui.session.words.times import prose

if TYPE_CHECKING:
    from acutimer.core.drafting import Draft
    from acutimer.core.routines import Routine, Step
    from acutimer.ui.context import Context


@dataclass(frozen=True, slots=True)
class Look:
    """`plan` is what Try it would begin: what the safety profile leaves of the draft."""

    rows: tuple[StepRow, ...]
    problems: tuple[Problem, ...]
    plan: Plan

    @property
    def length(self) -> str:
        """How long it lasts: "12 min 16 s"."""
        return prose(self.plan.seconds, QCoreApplication.translate)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the length does not say: pauses that the user ends, sides that do not get the same."""
        parts = []
        if self.plan.waits:
            parts.append(QCoreApplication.translate("Editor", "without your pauses"))
        left, right = self._seconds_of(Side.LEFT), self._seconds_of(Side.RIGHT)
        if round(left) != round(right):
            words = QCoreApplication.translate("Editor", "left {0}, right {1}", "lengths of time for the two sides")
            parts.append(words.format(clock(left), clock(right)))
        return tuple(parts)

    def _seconds_of(self, side: Side) -> float:
        phases = (phase for phase in self.plan.phases if phase.side is side and phase.kind.is_practice)
        return sum(phase.seconds or 0 for phase in phases)


def look_at(draft: Draft, known: Known, context: Context) -> Look:
    """What the editor shows of a draft for the user's settings and safety profile as they are now."""
    settings, safety = context.preferences.value, context.safety
    problems = judge(draft, known)
    choices = settings.choices()
    routine = named(draft)
    rows = []
    for place, step in enumerate(draft.steps):
        phases = lay_out(replace(routine, steps=(step,)), choices)
        seconds = sum(phase.seconds or 0 for phase in phases)
        row = row_of(step, seconds or None, context.library, settings.first_side)
        wrong = at_place(problems, place)
        if wrong:
            row = replace(row, problem=short(wrong[0]))
        elif words := left_out(step, context):
            row = replace(row, left_out=words, time="")
        rows.append(row)
    return Look(tuple(rows), problems, plan(routine, choices, safety))


def known_to(context: Context, routine_id: str) -> Known:
    """What a draft is judged by; the routine's own name does not count among those that are taken."""
    library = context.library
    others = (it.name for it in context.shelf.all().values() if it.id != routine_id)
    ranges = ranges_of(library.points.values(), library.techniques.values(), library.routines.values())
    return Known(library.points, library.techniques, library.exercises, ranges, frozenset(others))


def named(draft: Draft) -> Routine:
    """The draft as a routine, under a name for the time being where it has none yet."""
    name = draft.name.strip() or QCoreApplication.translate("Editor", "New routine")
    return replace(draft, name=name).as_routine()


def left_out(step: Step, context: Context) -> str:
    """Why the safety profile leaves a step out: "Not for you: you are pregnant"; empty where it does not."""
    for adjustment, because in context.safety.verdict(step):
        if adjustment is Adjustment.REMOVED:
            words = QCoreApplication.translate("Editor", "Not for you: {0}")
            return words.format(context.library.safety_words.because(because))
    return ""
