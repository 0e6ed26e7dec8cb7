import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication

from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, PhaseKind, Plan
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.session.words.phase_words import PhaseWords, words_of
from tests.unprofiled import UNPROFILED

translate = QCoreApplication.translate


def laid_out(context: Context, routine: str) -> Plan:
    return plan(context.library.routines[routine], Choices(), UNPROFILED)


def words(
    context: Context, routine: str, kind: PhaseKind, subject: str | None = None, side: Side | None = None
) -> PhaseWords:
    """The words of the first phase of that kind, subject and side."""
    made = laid_out(context, routine)
    for index, phase in enumerate(made.phases):
        if phase.kind is kind and subject in (None, phase.subject) and side in (None, phase.side):
            return words_of(made, index, context.library, translate)
    raise AssertionError("no such phase")


def test_a_press_names_side_point_instruction_and_what_comes(context: Context) -> None:
    assert words(context, "knee-pain-press", PhaseKind.PRESS, "ST36", Side.LEFT) == PhaseWords(
        headline="Left leg",
        code="ST36",
        name="Leg Three Miles",
        instruction="Press firmly beside the shin bone",
        upcoming="Then your right leg",
        icon="swap",
    )


def test_getting_ready_tells_where_to_find_the_point(context: Context) -> None:
    ready = words(context, "knee-pain-press", PhaseKind.GET_READY, "ST36")
    assert ready.headline == "Left leg"
    assert ready.instruction == context.library.points["ST36"].short
    assert (ready.upcoming, ready.icon) == ("Starts by itself", "clock")


def test_a_changeover_names_the_side_to_come(context: Context) -> None:
    change = words(context, "knee-pain-press", PhaseKind.CHANGEOVER, "SP9")
    assert (change.headline, change.instruction) == ("Now your right leg", "Same spot on the other side")


def test_the_other_side_leads_to_the_next_point(context: Context) -> None:
    assert words(context, "knee-pain-press", PhaseKind.PRESS, "SP9", Side.RIGHT).upcoming == "Then GB34, left leg"


def test_the_back_has_sides_and_no_legs(context: Context) -> None:
    back = words(context, "balance-points", PhaseKind.PRESS, "BL23")
    assert (back.headline, back.code) == ("Both sides", "BL23")


def test_an_exercise_is_named_with_its_legs_and_its_set(context: Context) -> None:
    reps = words(context, "daily-strength", PhaseKind.REPS, "heel-raises")
    assert (reps.headline, reps.name) == ("Heel raises", "Both legs, set 1 of 2")
    assert reps.upcoming == "Then 30 seconds of rest"
    rest = words(context, "daily-strength", PhaseKind.REST, "heel-raises")
    assert (rest.headline, rest.name, rest.upcoming) == ("Rest", "Then set 2 of 2", "Then heel raises")


def test_a_rest_with_a_name_of_its_own_is_called_by_it(context: Context) -> None:
    assert words(context, "morning-balance", PhaseKind.REPS, "heel-raises").upcoming == "Then to the chair"


def test_breaths_tell_their_measure(context: Context) -> None:
    breaths = words(context, "walk-and-soak", PhaseKind.BREATHS)
    assert (breaths.headline, breaths.name) == ("Deep breaths", "4 seconds in, 6 seconds out")


def test_a_wait_is_named_after_what_one_does(context: Context) -> None:
    walk = words(context, "walk-and-soak", PhaseKind.WAIT)
    assert (walk.headline, walk.instruction) == ("Your walk", "Walk for as long as feels good")


def test_a_step_that_waits_says_so(context: Context) -> None:
    ready = words(context, "walk-and-soak", PhaseKind.GET_READY, "calf-massage")
    assert (ready.upcoming, ready.icon) == ("Starts when you say so", "hand")


def test_the_last_phase_leads_to_the_end(context: Context) -> None:
    made = laid_out(context, "knee-pain-press")
    assert words_of(made, len(made.phases) - 1, context.library, translate).upcoming == "Then you are done"


def test_what_is_spoken_is_what_is_shown(context: Context) -> None:
    spoken = words(context, "knee-pain-press", PhaseKind.PRESS, "ST36", Side.RIGHT).spoken
    assert spoken == "Right leg. ST36, Leg Three Miles. Press firmly beside the shin bone."


def test_every_phase_of_every_routine_has_its_words(context: Context) -> None:
    for routine in context.library.routines.values():
        made = plan(routine, replace(Choices(), first_side=Side.RIGHT), UNPROFILED)
        for index in range(len(made.phases)):
            said = words_of(made, index, context.library, translate)
            assert said.headline, (routine.id, index)
            assert said.instruction, (routine.id, index)
            assert said.upcoming, (routine.id, index)
            everything = " ".join((said.headline, said.code, said.name, said.instruction, said.upcoming))
            assert not re.search(r"[{}%!]|\bNone\b", everything)


@pytest.mark.parametrize("word", ["left", "right"])
def test_left_and_right_mean_sides_only(context: Context, word: str) -> None:
    for routine in context.library.routines.values():
        made = plan(routine, Choices(), UNPROFILED)
        for index, phase in enumerate(made.phases):
            said = words_of(made, index, context.library, translate)
            if phase.side is None:
                assert word not in re.findall(r"\w+", said.spoken.lower())


def test_the_words_go_through_the_translator(context: Context) -> None:
    def shout(context: str, text: str, comment: str = "", n: int = -1, /) -> str:
        return text.upper()

    made = laid_out(context, "knee-pain-press")
    index = next(place for place, phase in enumerate(made.phases) if phase.kind is PhaseKind.CHANGEOVER)
    assert words_of(made, index, context.library, shout).headline == "NOW YOUR RIGHT LEG"
