from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from acutimer.core.points import Dose
from acutimer.core.routines import (
    BreathsStep,
    Cadence,
    PatsStep,
    PressStep,
    Pressure,
    RepsStep,
    RestStep,
    TechniqueStep,
    WaitStep,
)
from acutimer.core.sides import Side, Sides
from acutimer.ui.context import Context
from acutimer.ui.editor.panel.choice_parts import PressurePart, RhythmPart, SpanPart
from acutimer.ui.editor.panel.sides_part import SidesPart
from acutimer.ui.editor.panel.step_panel import StepPanel
from acutimer.ui.editor.panel.switch_time_part import SwitchTimePart
from acutimer.ui.editor.panel.toggle_part import TogglePart
from acutimer.ui.editor.panel.words_part import SayPart
from acutimer.ui.kit.typed_stepper import TypedStepper
from tests.ui.editor.panel.conftest import Bench

LEFT = Qt.MouseButton.LeftButton


def stepper(bench: Bench, field: str) -> TypedStepper:
    control = bench.part(field).control
    assert isinstance(control, TypedStepper)
    return control


def press(bench: Bench) -> PressStep:
    assert isinstance(bench.step, PressStep)
    return bench.step


# -- numbers -------------------------------------------------------------------------------------


def test_a_time_is_typed_and_its_range_grows_only_by_what_is_meant(bench: Bench, context: Context) -> None:
    bench.show("ST36")
    bench.type_in("dose", "180")
    dose = press(bench).dose
    usual = context.library.points["ST36"].dose
    assert (dose.seconds, dose.min_seconds, dose.max_seconds) == (180, usual.min_seconds, 180)
    assert [press.dose.seconds for press in bench.said if isinstance(press, PressStep)] == [1, 18, 180]


def test_a_time_is_stepped_by_mouse_and_by_keys(bench: Bench) -> None:
    bench.show("ST36")
    QTest.mouseClick(stepper(bench, "dose").more, LEFT)
    assert press(bench).dose.seconds == 105
    QTest.keyClick(bench.line("dose"), Qt.Key.Key_Down)
    QTest.keyClick(bench.line("dose"), Qt.Key.Key_PageDown)
    assert press(bench).dose.seconds == 30


def test_what_is_no_time_is_told_in_words_and_changes_nothing(bench: Bench) -> None:
    before = bench.show("ST36")
    bench.type_in("dose", "")
    QTest.keyClicks(bench.line("dose"), "soon")
    QTest.keyClick(bench.line("dose"), Qt.Key.Key_Return)
    assert bench.part("dose").fault.words == "Write a time from 1\u00a0s to 1:00:00, like 1:30."
    assert bench.step == before


def test_the_name_of_a_time_follows_the_sides(bench: Bench) -> None:
    bench.show("ST36")
    sides = bench.part("sides")
    assert isinstance(sides, SidesPart)
    assert bench.part("dose").name.text() == "Time on each side"
    QTest.mouseClick(sides.switch.segments[1], LEFT)
    assert press(bench).sides is Sides.LEFT
    assert bench.part("dose").name.text() == bench.line("dose").accessibleName() == "Time"
    assert not bench.has("changeover_seconds")


def test_circles_go_up_to_all_of_the_time_and_take_the_rhythm_with_them(bench: Bench) -> None:
    bench.show("ST36")
    assert bench.line("circle_seconds").text() == "None"
    bench.type_in("circle_seconds", "90")
    assert press(bench).circle_seconds == 90
    assert bench.part("circle_seconds").note.text() == "All of the time"
    assert not bench.has("cadence")
    assert press(bench).say == "Circle gently on the spot"
    bench.type_in("circle_seconds", "none")
    assert press(bench).circle_seconds == 0


def test_circles_longer_than_the_time_are_not_taken(bench: Bench) -> None:
    bench.show("ST36")
    bench.type_in("circle_seconds", "200")
    QTest.keyClick(bench.line("circle_seconds"), Qt.Key.Key_Return)
    assert press(bench).circle_seconds == 20
    assert "to 1:30" in bench.part("circle_seconds").fault.words


def test_sets_bring_a_rest_between_them(bench: Bench, context: Context) -> None:
    bench.show("heel-raises")
    QTest.mouseClick(stepper(bench, "sets").more, LEFT)
    assert bench.part("rest_seconds").note.text() == "As in Settings"
    assert stepper(bench, "rest_seconds").value == context.preferences.value.rest_seconds
    bench.type_in("rest_seconds", "45")
    step = bench.step
    assert isinstance(step, RepsStep)
    assert (step.sets, step.rest_seconds) == (2, 45)
    assert bench.part("reps").name.text() == "Repetitions a set"


def test_repetitions_and_their_tempo_are_set(bench: Bench) -> None:
    bench.show("heel-raises")
    bench.type_in("reps", "25")
    bench.type_in("tempo.up", "1.5")
    bench.type_in("tempo", "4")
    step = bench.step
    assert isinstance(step, RepsStep)
    assert (step.reps, step.min_reps, step.max_reps) == (25, 10, 25)
    assert (step.tempo.up_seconds, step.tempo.down_seconds) == (1.5, 4)
    assert bench.part("tempo").note.text() == "6.5\u00a0s for each"


def test_breaths_pats_and_rests_have_their_numbers(bench: Bench) -> None:
    bench.show("breaths")
    bench.type_in("breaths", "8")
    bench.type_in("out_seconds", "7.5")
    assert isinstance(bench.step, BreathsStep)
    assert (bench.step.breaths, bench.step.out_seconds) == (8, 7.5)
    bench.show("empty-palm-patting")
    bench.type_in("pats", "12")
    bench.type_in("rounds", "2")
    bench.type_in("beat_seconds", "0.8")
    assert isinstance(bench.step, PatsStep)
    assert (bench.step.pats, bench.step.rounds, bench.step.beat_seconds) == (12, 2, 0.8)
    bench.show("rest")
    bench.type_in("seconds", "2 min")
    assert isinstance(bench.step, RestStep)
    assert bench.step.seconds == 120


# -- from side to side ---------------------------------------------------------------------------


def test_the_time_across_is_that_of_the_settings_until_another_is_wanted(bench: Bench, context: Context) -> None:
    context.preferences.update(changeover_seconds=12)
    bench.show("ST36")
    part = bench.part("changeover_seconds")
    assert isinstance(part, SwitchTimePart)
    assert (bench.line("changeover_seconds").text(), part.note.text()) == ("12\u00a0s", "As in Settings")
    assert not part.reset.isVisible()
    bench.type_in("changeover_seconds", "6")
    assert press(bench).changeover_seconds == 6
    assert part.reset.text() == "Use 12\u00a0s, as in Settings"
    QTest.keyClick(part.reset, Qt.Key.Key_Return)
    assert press(bench).changeover_seconds is None
    assert bench.line("changeover_seconds").hasFocus()


@pytest.mark.parametrize(("first", "words"), [(Side.LEFT, "Left, then right"), (Side.RIGHT, "Right, then left")])
def test_the_sides_come_as_the_settings_say_and_left_stands_left(
    context: Context, panel: StepPanel, first: Side, words: str
) -> None:
    context.preferences.update(first_side=first)
    bench = Bench(context, panel)
    bench.show("ST36")
    part = bench.part("sides")
    assert isinstance(part, SidesPart)
    assert [it.text() for it in part.switch.segments] == [words, "Left", "Right", "Both"]


def test_arrows_choose_a_side(bench: Bench) -> None:
    bench.show("ST36")
    part = bench.part("sides")
    assert isinstance(part, SidesPart)
    part.switch.segments[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(part.switch.segments[0], Qt.Key.Key_Right)
    focus = QApplication.focusWidget()
    assert focus is part.switch.segments[1]
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert press(bench).sides is Sides.LEFT


# -- how it is pressed ---------------------------------------------------------------------------


def test_the_pressure_brings_its_own_words_unless_the_user_has_some(bench: Bench) -> None:
    bench.show("ST36")
    part = bench.part("pressure")
    assert isinstance(part, PressurePart)
    QTest.mouseClick(part.switch.segments[2], LEFT)
    assert (press(bench).pressure, press(bench).say) == (Pressure.FIRM, "Press firmly, it must not hurt")
    assert part.note.text() == "Never until it hurts"
    bench.type_in("say", "With both thumbs")
    QTest.mouseClick(part.switch.segments[0], LEFT)
    assert (press(bench).pressure, press(bench).say) == (Pressure.LIGHT, "With both thumbs")


def test_a_rhythm_is_chosen_from_the_list(bench: Bench) -> None:
    bench.show("ST36")
    part = bench.part("cadence")
    assert isinstance(part, RhythmPart)
    part.list.setFocus()
    QTest.keyClick(part.list, Qt.Key.Key_Down)
    assert press(bench).cadence == Cadence(5, 2)
    assert not part.press.isVisible()


def test_ones_own_rhythm_shows_its_two_times(bench: Bench) -> None:
    bench.show("ST36")
    part = bench.part("cadence")
    assert isinstance(part, RhythmPart)
    for _ in range(4):
        QTest.keyClick(part.list, Qt.Key.Key_Down)
    assert part.list.currentText() == "Your own"
    assert part.press.isVisible()
    for field, text in ((part.press, "3"), (part.release, "3.0")):
        field.line.setFocus()
        field.line.selectAll()
        QTest.keyClicks(field.line, text)
    assert press(bench).cadence == Cadence(3, 3)
    assert part.press.isVisible()  # though it is one of the list by now
    field.line.selectAll()
    QTest.keyClicks(field.line, "soon")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert part.fault.words == "Write a time from 1\u00a0s to 60\u00a0s, like 2.5\u00a0s."


def test_a_rhythm_that_is_not_in_the_list_is_ones_own(bench: Bench) -> None:
    step = bench.show("ST36")
    assert isinstance(step, PressStep)
    bench.show(replace(step, cadence=Cadence(7, 4.5)))
    part = bench.part("cadence")
    assert isinstance(part, RhythmPart)
    assert part.list.currentText() == "Your own"
    assert (part.press.line.text(), part.release.line.text()) == ("7\u00a0s", "4.5\u00a0s")


# -- how long ------------------------------------------------------------------------------------


def test_a_walk_can_have_a_time_and_lose_it_again(bench: Bench) -> None:
    walk = bench.show("walking")
    part = bench.part("span")
    assert isinstance(part, SpanPart)
    QTest.mouseClick(part.switch.segments[0], LEFT)
    step = bench.step
    assert isinstance(step, TechniqueStep)
    assert step.dose.seconds == 600
    assert step.say == "Walk at a pace that feels good"
    again = bench.part("span")
    assert isinstance(again, SpanPart)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert again.isAncestorOf(focus)
    QTest.mouseClick(again.switch.segments[1], LEFT)
    assert isinstance(bench.step, WaitStep)
    assert bench.step == walk


def test_a_long_practice_is_stepped_by_minutes(bench: Bench) -> None:
    bench.show("foot-soak")
    QTest.mouseClick(stepper(bench, "dose").more, LEFT)
    step = bench.step
    assert isinstance(step, TechniqueStep)
    assert step.dose.seconds == 660
    assert bench.part("dose").note.text() == "10 to 15\u00a0min are usual"


# -- words and switches --------------------------------------------------------------------------


def test_the_words_are_counted_and_too_many_are_ochre(bench: Bench) -> None:
    bench.show("ST36")
    part = bench.part("say")
    assert isinstance(part, SayPart)
    bench.type_in("say", "x" * 40)
    assert part.count.text() == "40 of 34"
    assert part.count.accessibleName() == "40 of 34 letters"


def test_emptied_words_are_the_usual_ones_and_the_field_stays_empty(bench: Bench) -> None:
    usual = bench.show("ST36").say
    bench.type_in("say", "Other words")
    bench.type_in("say", "")
    assert bench.step.say == usual
    assert bench.line("say").text() == ""
    assert bench.line("say").placeholderText() == usual


def test_pasted_words_are_one_line_without_what_cannot_be_seen(bench: Bench) -> None:
    bench.show("ST36")
    QApplication.clipboard().setText("Press\n<b>here</b>\u202e\u200b now")
    line = bench.line("say")
    line.setFocus()
    line.selectAll()
    line.paste()
    assert bench.step.say == "Press <b>here</b> now"
    assert line.text() == "Press <b>here</b> now"


def test_a_step_has_its_own_name_or_that_of_its_practice(bench: Bench, panel: StepPanel) -> None:
    bench.show("ST36")
    assert bench.line("title").placeholderText() == "Leg Three Miles"
    bench.type_in("title", "My shin")
    assert bench.step.title == panel.head.name.text() == "My shin"
    bench.type_in("title", "")
    assert bench.step.title is None
    assert panel.head.name.text() == "Leg Three Miles"


@pytest.mark.parametrize("field", ["waits", "optional"])
def test_a_switch_is_turned_by_space_and_by_a_press_on_its_words(bench: Bench, field: str) -> None:
    bench.show("ST36")
    part = bench.part(field)
    assert isinstance(part, TogglePart)
    QTest.keyClick(part.toggle, Qt.Key.Key_Space)
    assert getattr(bench.step, field) is True
    QTest.mouseClick(part, LEFT, pos=part.name.mapTo(part, part.name.rect().center()))
    assert getattr(bench.step, field) is False


def test_a_step_of_something_unknown_can_still_be_changed(bench: Bench) -> None:
    dose = Dose(seconds=50, min_seconds=40, max_seconds=60, source="own")
    bench.show(PressStep(say="Press", source="own", point="XX9", dose=dose))
    bench.type_in("dose", "70")
    assert press(bench).dose.max_seconds == 70


def test_a_note_that_was_not_needed_at_first_is_seen_once_it_is(bench: Bench) -> None:
    bench.show("ST36")
    part = bench.part("pressure")
    assert part.note.isHidden()
    part.show_step(replace(press(bench), pressure=Pressure.FIRM), anew=False)
    assert not part.note.isHidden()
    part.show_step(replace(press(bench), pressure=Pressure.LIGHT), anew=False)
    assert part.note.isHidden()
