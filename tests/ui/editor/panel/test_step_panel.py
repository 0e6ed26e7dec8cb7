from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from acutimer.core.conditions import Condition
from acutimer.core.routines import Cadence, PressStep, Pressure, Step
from acutimer.ui.context import Context
from acutimer.ui.editor.panel.form import Form
from acutimer.ui.editor.panel.step_panel import MOST_FORMS, StepPanel
from acutimer.ui.editor.panel.told import Told
from acutimer.ui.kit.pressable import Pressable
from tests.ui.editor.panel.conftest import Bench
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.practice import resized

LEFT = Qt.MouseButton.LeftButton
SHORT = Told("changeover_seconds", "Two seconds is too short to move your hand.", "Make it 8 seconds", "the problem")


KINDS = (
    "ST36",
    "BL23",
    "knee-kneading",
    "foot-soak",
    "empty-palm-patting",
    "heel-raises",
    "breaths",
    "rest",
    "walking",
    "wait",
)


def test_the_head_says_which_step_it_is(bench: Bench, panel: StepPanel) -> None:
    bench.show("ST36")
    assert (panel.head.name.text(), panel.head.code.text(), panel.head.place.text()) == (
        "Leg Three Miles",
        "ST36",
        "step 4 of 6",
    )
    assert panel.head.picture.view is not None
    bench.show("rest")
    assert panel.head.name.text() == "Rest"
    assert not panel.head.code.isVisible()
    assert panel.head.picture.view is None


def test_every_kind_of_step_shows_its_own_fields(bench: Bench) -> None:
    expected = {
        "ST36": {"sides", "dose", "changeover_seconds", "pressure", "cadence", "circle_seconds", "waits"},
        "knee-kneading": {"sides", "span", "dose", "changeover_seconds", "waits"},
        "foot-soak": {"span", "dose", "waits"},
        "empty-palm-patting": {"sides", "pats", "rounds", "beat_seconds", "changeover_seconds", "waits"},
        "heel-raises": {"reps", "sets", "sides", "tempo", "waits"},
        "breaths": {"breaths", "in_seconds", "out_seconds", "waits"},
        "rest": {"seconds", "waits"},
        "walking": {"span"},
        "wait": set(),
    }
    every = set().union(*expected.values()) | {"rest_seconds"}
    for key, fields in expected.items():
        bench.show(key)
        assert {field for field in every if bench.has(field)} == fields, key
        assert all(bench.has(field) for field in ("say", "title", "optional")), key


def test_showing_a_step_says_nothing(bench: Bench) -> None:
    for key in KINDS:
        bench.show(key)
    assert bench.said == []


def test_a_problem_stands_at_its_field_and_its_press_hands_it_on(bench: Bench, panel: StepPanel) -> None:
    wanted: list[object] = []
    panel.repair_wanted.connect(wanted.append)
    step = bench.show("ST36")
    assert isinstance(step, PressStep)
    bench.show(replace(step, changeover_seconds=2), [SHORT])
    note = bench.part("changeover_seconds").problem
    assert note.isVisible()
    assert note.words.text() == SHORT.words
    QTest.mouseClick(note.repair, LEFT)
    assert wanted == ["the problem"]
    bench.show(replace(step, changeover_seconds=8))
    assert not note.isVisible()


def test_a_problem_of_a_field_that_is_not_there_stands_above_all(bench: Bench, panel: StepPanel) -> None:
    bench.show("rest", [Told("subject", "There is no such thing here.")])
    assert panel.form is not None
    assert panel.form.whole.isVisible()
    assert not panel.form.whole.repair.isVisible()
    bench.show("rest")
    assert not panel.form.whole.isVisible()


def test_a_field_can_be_given_the_keyboard(bench: Bench, panel: StepPanel) -> None:
    bench.show("ST36")
    panel.focus_field("changeover_seconds")
    assert bench.line("changeover_seconds").hasFocus()
    panel.focus_field("")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert bench.part("sides").isAncestorOf(focus)


def test_duplicate_and_remove_are_asked_for_by_keyboard_and_mouse(bench: Bench, panel: StepPanel) -> None:
    asked: list[str] = []
    panel.duplicate_wanted.connect(lambda: asked.append("duplicate"))
    panel.remove_wanted.connect(lambda: asked.append("remove"))
    bench.show("ST36")
    QTest.mouseClick(panel.duplicate, LEFT)
    QTest.keyClick(panel.remove, Qt.Key.Key_Return)
    assert asked == ["duplicate", "remove"]


def test_tab_goes_through_every_field_and_on_to_the_buttons(bench: Bench, panel: StepPanel) -> None:
    bench.show("ST36")
    panel.focus_field("sides")
    seen = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    for field in (
        "sides",
        "dose",
        "changeover_seconds",
        "pressure",
        "cadence",
        "circle_seconds",
        "waits",
        "say",
        "title",
    ):
        part = bench.part(field)
        assert any(part.isAncestorOf(widget) for widget in seen), field
    assert {panel.duplicate, panel.remove} <= set(seen)


def test_everything_that_takes_the_keyboard_has_a_name(bench: Bench, panel: StepPanel) -> None:
    for key in KINDS:
        bench.show(key)
        assert panel.form is not None
        for widget in (*panel.form.findChildren(Pressable), *panel.form.findChildren(QLineEdit)):
            if widget.isVisible():
                assert widget.accessibleName() or getattr(widget, "text", str)(), (key, widget)


def test_what_is_being_typed_stays_while_the_step_is_shown_again(bench: Bench) -> None:
    bench.show("ST36")
    bench.type_in("dose", "1:3")
    assert bench.line("dose").text() == "1:3"
    assert bench.line("dose").hasFocus()
    bench.type_in("say", "Slowly ")
    assert bench.line("say").text() == "Slowly "
    assert bench.step.say == "Slowly"


def test_another_step_takes_away_what_was_half_typed(bench: Bench) -> None:
    step = bench.show("ST36")
    bench.type_in("dose", "soon")
    bench.show(step, place=4)
    assert bench.line("dose").text() == "1:30"
    assert not bench.part("dose").fault.isVisible()


def test_undone_values_come_back_into_the_fields(bench: Bench) -> None:
    step = bench.show("ST36")
    bench.type_in("dose", "100")
    bench.type_in("say", "Other words")
    bench.show(step)
    assert bench.line("dose").text() == "1:30"
    assert bench.line("say").text() == step.say


def test_undo_and_redo_are_left_to_the_editor_while_one_types(bench: Bench, panel: StepPanel) -> None:
    undone: list[str] = []
    for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
        QShortcut(key, panel).activated.connect(lambda: undone.append("asked"))
    bench.show("ST36")
    for field in ("say", "dose"):
        bench.type_in(field, "45")
        QTest.keyClick(bench.line(field), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(bench.line(field), Qt.Key.Key_Z, shift)
        assert bench.line(field).text() == "45"
    assert undone == ["asked"] * 4


def test_the_profile_says_what_becomes_of_a_step(bench: Bench, panel: StepPanel, context: Context) -> None:
    step = bench.show("ST36")
    assert panel.form is not None
    assert not panel.form.safety.isVisible()
    context.preferences.update(conditions=(Condition.BLOOD_THINNERS,))
    bench.show(step)
    assert "because you take blood thinners" in panel.form.safety.words.text()
    assert panel.form.safety.isVisible()
    assert isinstance(step, PressStep)
    bench.show(replace(step, pressure=Pressure.LIGHT))
    assert not panel.form.safety.isVisible()


def test_forms_come_back_when_their_kind_does(bench: Bench, panel: StepPanel) -> None:
    bench.show("ST36")
    first = panel.form
    bench.show("rest")
    assert panel.form is not first
    assert first is not None
    assert not first.isVisible()
    bench.show("ST36")
    assert panel.form is first


def test_only_so_many_forms_are_kept(bench: Bench, panel: StepPanel, context: Context) -> None:
    for code in [code for code, point in context.library.points.items() if not point.professional]:
        bench.show(code)
        assert panel.form is not None
        assert panel.form.isVisible()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(panel.findChildren(Form)) == MOST_FORMS


def own_rhythm(step: Step) -> Step:
    assert isinstance(step, PressStep)
    return replace(step, cadence=Cadence(7, 4.5), changeover_seconds=2, title="A long name that somebody gave to it")


@pytest.mark.parametrize("size", [(440, 776), (440, 616), (512, 340), (552, 400), (400, 900)])
def test_nothing_is_cut_at_any_size(bench: Bench, panel: StepPanel, size: tuple[int, int]) -> None:
    for key in KINDS:
        bench.show(key)
        resized(panel, *size)
        nothing_is_cut(panel)
    bench.show(own_rhythm(bench.show("EX-LE4")), [SHORT, Told("", "Something is wrong with all of it.")])
    resized(panel, *size)
    nothing_is_cut(panel)


def test_in_a_low_window_the_buttons_scroll_with_the_rest(bench: Bench, panel: StepPanel) -> None:
    bench.show("ST36")
    resized(panel, 512, 340)
    assert panel.scrolled.isAncestorOf(panel.buttons)
    panel.duplicate.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(panel.duplicate, Qt.Key.Key_Tab)
    assert panel.remove.hasFocus()
    assert not panel.remove.visibleRegion().isEmpty()
    resized(panel, 440, 776)
    assert not panel.scrolled.isAncestorOf(panel.buttons)
