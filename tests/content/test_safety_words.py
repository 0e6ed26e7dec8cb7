import re
from pathlib import Path

import pytest

from acutimer.content.overlaying import ContentFolder
from acutimer.content.safety_words import SafetyWords, load_safety_words
from acutimer.core.adjusting import Adjustment, Change
from acutimer.core.conditions import Condition
from acutimer.core.errors import WorldError
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices
from acutimer.core.routines import PressStep, Pressure, Step, subject_of
from tests.shipped import LIBRARY

WORDS: SafetyWords = LIBRARY.safety_words
MOST_SAY_LETTERS = 34  # what the session shows on one line


def the_press(pressure: Pressure = Pressure.GENTLE) -> PressStep:
    step = next(it for it in LIBRARY.routines["knee-pain-press"].steps if isinstance(it, PressStep))
    return PressStep(say=step.say, source="own", point=step.point, dose=step.dose, pressure=pressure)


def lighter(*because: Condition, step: Step | None = None) -> Change:
    return Change(step=step or the_press(), place=0, adjustment=Adjustment.LIGHTER, because=because)


def test_there_are_words_for_everything_that_can_happen() -> None:
    assert set(WORDS.conditions) == set(Condition)
    assert set(WORDS.adjustments) == set(Adjustment) == set(WORDS.reasons)
    for adjustment, reasons in WORDS.reasons.items():
        assert set(reasons) == set(Condition), adjustment
        assert all(set(claim.sources) <= set(LIBRARY.sources) for claim in reasons.values())
    for words in WORDS.adjustments.values():
        assert {"any"} <= set(words.told) & set(words.now)


def test_words_stand_for_subjects_and_kinds_there_are() -> None:
    kinds = {"any", "firm press", "press", "technique", "pats", "reps", "breaths", "rest", "wait"}
    known = kinds | set(LIBRARY.points) | set(LIBRARY.techniques) | set(LIBRARY.exercises)
    for words in WORDS.adjustments.values():
        assert {*words.told, *words.now, *words.say} <= known


def test_an_instruction_fits_the_line_it_is_shown_in() -> None:
    for words in WORDS.adjustments.values():
        assert all(len(say) <= MOST_SAY_LETTERS for say in words.say.values())


def test_the_words_are_plain_and_promise_nothing() -> None:
    texts = [claim.text for reasons in WORDS.reasons.values() for claim in reasons.values()]
    texts += [text for it in WORDS.conditions.values() for text in (it.name, it.hint, it.because)]
    for words in WORDS.adjustments.values():
        texts += [*words.told.values(), *words.now.values(), *words.say.values()]
    for text in texts:
        assert not re.search(r"!|\b(heals|cures?|treats?|relieves?|detox)\b", text.lower()), text
        assert not re.search(r"\b(right|left)\b", text.lower()), "they are sides"


def test_no_instruction_that_takes_another_ones_place_asks_for_force() -> None:
    for words in WORDS.adjustments.values():
        assert not any(re.search(r"\bfirm|\bhard\b|\bstrong", say.lower()) for say in words.say.values())


def test_what_was_firm_is_told_to_be_so_no_more() -> None:
    assert WORDS.told(the_press(Pressure.FIRM), Adjustment.LIGHTER) == "pressed lightly, not firmly"
    assert WORDS.told(the_press(), Adjustment.LIGHTER) == "pressed lightly"


def test_one_change_is_one_sentence_with_its_reason() -> None:
    change = lighter(Condition.OSTEOPOROSIS, step=the_press(Pressure.FIRM))
    assert WORDS.line("SP9", change) == "SP9: pressed lightly, not firmly, because you have osteoporosis."
    assert WORDS.now(change) == "Press lightly: you have osteoporosis"
    assert WORDS.why(change) == (WORDS.reasons[Adjustment.LIGHTER][Condition.OSTEOPOROSIS],)


def test_several_reasons_are_told_all() -> None:
    because = WORDS.because((Condition.PREGNANT, Condition.OSTEOPOROSIS, Condition.VARICOSE_VEINS))
    assert because == "you are pregnant, you have osteoporosis, and you have varicose veins"
    assert len(WORDS.why(lighter(Condition.PREGNANT, Condition.OSTEOPOROSIS))) == 2


def test_what_is_changed_alike_is_told_at_once() -> None:
    safety = LIBRARY.safety((Condition.BLOOD_THINNERS, Condition.VARICOSE_VEINS))
    changes = plan(LIBRARY.routines["knee-pain-press"], Choices(), safety).changes
    lines = [line.words for line in WORDS.lines(changes, lambda step: subject_of(step) or "")]
    assert lines == [
        "SP9: taken out, because you have varicose veins.",
        "GB34 and ST36: pressed lightly, not firmly, because you take blood thinners or bleed easily.",
    ]


def test_a_subject_that_comes_twice_is_named_once() -> None:
    changes = plan(LIBRARY.routines["backward-treadmill"], Choices(), LIBRARY.safety((Condition.POOR_BALANCE,))).changes
    assert len(changes) > 1
    (line,) = WORDS.lines(changes, lambda step: LIBRARY.name_of(subject_of(step)))
    assert line.words.startswith("Backward walking: taken out")


def test_every_change_there_can_be_keeps_an_instruction_that_is_true_or_has_its_own() -> None:
    for routine in LIBRARY.routines.values():
        for change in plan(routine, Choices(), LIBRARY.safety(Condition)).changes:
            says = WORDS.say(change.step, change.adjustment) or change.step.say
            if change.adjustment is Adjustment.LIGHTER:
                assert not re.search(r"firm|deep,|hard\b", says.lower()), says
            if change.adjustment is Adjustment.SEATED:
                assert "sit" in says.lower()


def test_a_missing_file_is_the_worlds_fault(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"safety\.json"):
        load_safety_words(ContentFolder(tmp_path))
