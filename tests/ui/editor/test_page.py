"""The editor by keyboard alone, in large windows and small."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.core.conditions import Condition
from acutimer.core.routines import PressStep, Routine, subject_of
from acutimer.ui.context import Context
from acutimer.ui.editor.page import EditorPage
from acutimer.ui.editor.panel.problem_note import ProblemNote
from acutimer.ui.messages import MessageBar
from tests.ui.editor.conftest import Hands
from tests.ui.editor.desk_hands import EVENING, press, rest, routine
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.practice import resized, shown

KEY, MOD, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
SIZES = ((1068, 800), (872, 640), (552, 400), (512, 340))


def own(context: Context) -> Routine:
    return context.shelf.routine("own-1")


def test_a_routine_is_written_changed_and_saved_by_keyboard_alone(hands: Hands, context: Context) -> None:
    hands.page.edit(None)
    hands.write("My knees")
    hands.key(KEY.Key_Return)
    for search in ("ST36", "SP9", "heel raises"):
        hands.key(KEY.Key_Insert)
        hands.write(search)
        hands.key(KEY.Key_Return)
    assert hands.subjects == ["ST36", "SP9", "heel-raises"]
    assert hands.place == 2
    hands.alt(KEY.Key_Up)
    hands.alt(KEY.Key_Up)
    assert hands.subjects == ["heel-raises", "ST36", "SP9"]
    assert hands.place == 0
    hands.key(KEY.Key_Down)
    hands.ctrl(KEY.Key_D)
    assert hands.subjects == ["heel-raises", "ST36", "ST36", "SP9"]
    hands.key(KEY.Key_Delete)
    assert hands.subjects == ["heel-raises", "ST36", "SP9"]
    hands.ctrl(KEY.Key_Z)
    assert hands.subjects == ["heel-raises", "ST36", "ST36", "SP9"]
    assert hands.place == 2
    hands.ctrl(KEY.Key_Z, MOD.ShiftModifier)
    assert hands.subjects == ["heel-raises", "ST36", "SP9"]
    hands.ctrl(KEY.Key_Z)
    hands.ctrl(KEY.Key_Y)
    hands.ctrl(KEY.Key_S)
    assert hands.saved == [hands.draft.id]
    saved = context.shelf.routine(hands.draft.id)
    assert saved.name == "My knees"
    assert [subject_of(step) for step in saved.steps] == ["heel-raises", "ST36", "SP9"]
    hands.key(KEY.Key_Escape)
    assert hands.closed == 1


def test_the_keyboard_goes_into_the_panel_and_comes_back(hands: Hands, context: Context) -> None:
    hands.page.edit(own(context))
    hands.key(KEY.Key_Down)
    hands.key(KEY.Key_Return)
    assert hands.page.side.panel.isAncestorOf(QApplication.focusWidget() or hands.page)
    hands.key(KEY.Key_Escape)
    assert hands.page.steps.list.hasFocus()
    assert hands.closed == 0


def test_a_step_is_dragged_with_the_mouse_in_the_page(hands: Hands, context: Context) -> None:
    hands.page.edit(own(context))
    resized(hands.page, 1068, 800)
    list_ = hands.page.steps.list

    def at(place: int, share: float) -> QPoint:
        shape = list_.shape_of(place)
        return QPoint(40, round(shape.top() + share * shape.height()))

    QTest.mousePress(list_.viewport(), LEFT, pos=at(3, 0.5))
    for where in (at(2, 0.5), at(1, 0.1)):
        there = QPointF(list_.viewport().mapToGlobal(where))
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(where), there, Qt.MouseButton.NoButton, LEFT, MOD.NoModifier)
        QApplication.sendEvent(list_.viewport(), event)
    QTest.mouseRelease(list_.viewport(), LEFT, pos=at(1, 0.1))
    assert hands.subjects == [None, "ST36", "SP9", "GB34", "deep-breaths"]
    assert hands.place == 1
    hands.ctrl(KEY.Key_Z)
    assert hands.draft.steps == EVENING
    assert hands.place == 3


def test_undo_is_the_editors_even_while_a_message_offers_another(hands: Hands, context: Context) -> None:
    bar = MessageBar(context.messages, hands.page.window())
    others: list[bool] = []
    hands.page.edit(own(context))
    hands.page.add_step(rest())
    context.messages.offer_undo("A session is deleted.", lambda: others.append(True))
    assert bar.isVisible()
    hands.ctrl(KEY.Key_Z)
    assert hands.draft.steps == EVENING
    assert others == []
    bar.dismiss_all()


def test_a_message_of_a_removed_step_gives_way_when_it_is_back(hands: Hands, context: Context) -> None:
    hands.page.edit(own(context))
    hands.key(KEY.Key_Down)
    hands.key(KEY.Key_Delete)
    removed = hands.said[-1]
    assert removed.text == "SP9 Yin Mound Spring is removed."
    hands.ctrl(KEY.Key_Z)
    assert hands.draft.steps == EVENING
    assert hands.said[-1].text == "SP9 Yin Mound Spring is back."
    assert removed.do is not None
    removed.do()  # pressed too late
    assert hands.draft.steps == EVENING


def test_the_message_brings_a_removed_step_back_whatever_came_after(hands: Hands, context: Context) -> None:
    hands.page.edit(own(context))
    hands.key(KEY.Key_End)
    hands.key(KEY.Key_Delete)
    bring_back = hands.said[-1].do
    assert bring_back is not None
    hands.page.add_step(rest())
    bring_back()
    assert sorted(map(repr, hands.draft.steps)) == sorted(map(repr, (*EVENING, rest())))


def test_the_name_is_changed_where_it_stands_and_escape_takes_it_back(hands: Hands, context: Context) -> None:
    hands.page.edit(own(context))
    hands.page.steps.head.title.name.click()
    hands.write("Morning")
    assert hands.draft.name == "Morning"
    hands.ctrl(KEY.Key_Z)  # all the letters at once
    assert hands.draft.name == "Evening knees"
    hands.ctrl(KEY.Key_Y)
    assert hands.draft.name == "Morning"
    hands.key(KEY.Key_Escape)
    assert hands.draft.name == "Evening knees"
    assert not hands.page.steps.head.title.is_open
    assert hands.closed == 0


def test_a_name_has_one_line_however_it_comes(hands: Hands, context: Context) -> None:
    hands.page.edit(own(context))
    hands.page.steps.head.title.name.click()
    QApplication.clipboard().setText("Knees\nand\u202e back")
    hands.page.steps.head.title.field.line.paste()
    assert hands.draft.name == "Knees and back"


def test_save_is_always_there_and_says_what_is_missing(hands: Hands, context: Context) -> None:
    page = hands.page
    page.edit(None)
    head = page.steps.head
    hands.key(KEY.Key_Return)
    assert head.save.isEnabled()
    assert not head.name_note.isVisible()  # nobody asked yet
    head.save.click()
    assert hands.saved == []
    assert head.name_note.isVisible()
    assert head.steps_note.isVisible()
    assert head.title.is_open
    hands.write("Knees")
    assert not head.name_note.isVisible()
    head.save.click()
    assert page.steps.add.hasFocus()
    page.add_step(press())
    head.save.click()
    assert hands.saved == [hands.draft.id]


def test_a_step_that_cannot_be_saved_is_gone_to(hands: Hands, context: Context) -> None:
    hands.page.edit(replace(own(context), steps=(*EVENING, press("ST99"))))
    hands.page.steps.head.save.click()
    assert hands.place == len(EVENING)
    assert hands.saved == []


def test_a_problem_shows_on_the_row_at_the_field_and_with_its_repair(hands: Hands, context: Context) -> None:
    page = hands.page
    page.edit(replace(own(context), steps=(press("SP9"), press(changeover_seconds=2))))
    hands.key(KEY.Key_Down)
    row = page.steps.model.rows[1]
    assert row.problem == "Time to switch sides is too short"
    note = next(it for it in page.side.panel.findChildren(ProblemNote) if it.isVisible())
    assert note.words.text() == "Two seconds is too short to move your hand. Five or more works well."
    assert note.repair.text() == "Make it 8 seconds"
    note.repair.click()
    step = hands.draft.steps[1]
    assert isinstance(step, PressStep)
    assert step.changeover_seconds == 8
    assert page.steps.model.rows[1].problem == ""
    hands.ctrl(KEY.Key_Z)
    assert page.steps.model.rows[1].problem != ""


def test_the_whole_time_follows_every_change(hands: Hands, context: Context) -> None:
    hands.page.edit(replace(own(context), steps=(press("SP9"), press("ST36"))))
    head = hands.page.steps.head
    assert head.length.text() == "4\u00a0min 32\u00a0s"  # twice: 8 s, 60 s, 8 s, 60 s
    assert not head.remark.isVisible()
    hands.key(KEY.Key_Delete)
    assert head.length.text() == "2\u00a0min 16\u00a0s"


def test_sides_that_get_different_times_are_told(hands: Hands, context: Context) -> None:
    from acutimer.core.sides import Sides

    left_only = replace(press("SP9", 90), sides=Sides.LEFT)
    hands.page.edit(replace(own(context), steps=(left_only, press("ST36"))))
    assert hands.page.steps.head.remark.text() == "left 2:30, right 1:00"


def test_what_the_safety_profile_leaves_out_is_told_on_its_row(hands: Hands, context: Context) -> None:
    context.preferences.update(conditions=(Condition.PREGNANT,))
    hands.page.edit(replace(own(context), steps=(press("BL23"), press("ST36"))))
    first, second = hands.page.steps.model.rows
    assert first.left_out == "Not for you: you are pregnant"
    assert (first.time, second.left_out) == ("", "")
    hands.page.steps.head.try_it.click()
    assert [subject_of(step) for step in hands.tried[0].routine.steps] == ["ST36"]


def test_nothing_left_to_do_is_refused_kindly(hands: Hands, context: Context) -> None:
    context.preferences.update(conditions=(Condition.PREGNANT,))
    hands.page.edit(replace(own(context), steps=(press("BL23"),)))
    hands.page.steps.head.try_it.click()
    assert hands.tried == []
    assert hands.said[-1].kind == "caution"


def test_trying_needs_no_name_but_a_step(hands: Hands, context: Context) -> None:
    hands.page.edit(None)
    hands.page.steps.head.try_it.click()
    assert hands.tried == []
    hands.page.add_step(press())
    hands.page.steps.head.try_it.click()
    assert hands.tried[0].routine.name == "New routine"


def test_a_hundred_steps_are_enough(hands: Hands, context: Context) -> None:
    hands.page.edit(replace(own(context), steps=(press(),) * 100))
    hands.page.add_step(press())
    assert len(hands.draft.steps) == 100
    assert hands.said[-1].kind == "caution"


def test_what_is_said_of_the_routine_is_changed_in_its_card(hands: Hands, context: Context) -> None:
    page = hands.page
    page.edit(own(context))
    page.steps.head.about.click()
    assert hands.place is None
    hands.write("For tired knees")
    hands.key(KEY.Key_Return)
    hands.write(".")
    assert hands.draft.summary == "For tired knees."
    about = page.side.about
    for chip in about.postures.values():
        chip.click()
    assert [it.value for it in hands.draft.postures] == ["standing", "walking"]
    about.equipment.setFocus()
    hands.write("chair, wall")
    assert hands.draft.equipment == ("chair", "wall")
    while hands.page.desk.changes.stack.canUndo():
        hands.ctrl(KEY.Key_Z)
    assert not hands.draft.equipment
    assert about.equipment.text() == ""
    assert about.summary.text() == ""


def test_a_routine_without_a_posture_is_mended_by_one_press(hands: Hands, context: Context) -> None:
    page = hands.page
    page.edit(replace(own(context), postures=()))
    page.steps.head.save.click()
    note = page.side.about.posture_note
    assert note.isVisible()
    note.repair.click()
    assert not note.isVisible()
    page.steps.head.save.click()
    assert hands.saved == ["own-1"]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_cut_at_any_size(context: Context, qtbot: QtBot, width: int, height: int) -> None:
    page = shown(EditorPage(context), qtbot, width, height)
    long = "A name of eighty letters that somebody will certainly write one day or another.."
    for steps in (EVENING, (*EVENING, press(changeover_seconds=2)), ()):
        page.edit(routine(*steps, name=long, id=f"own-{len(steps)}") if steps else None)
        resized(page, width, height)
        nothing_is_cut(page.steps)
        if steps:
            page.steps.list.choose(len(steps) - 1)
            page.steps.list.chosen.emit(len(steps) - 1)
        page.steps.list.opened.emit(False)
        resized(page, width, height)
        nothing_is_cut(page)
        page.steps.head.about_wanted.emit()
        resized(page, width, height)
        nothing_is_cut(page)
        page.start_adding()
        resized(page, width, height)
        nothing_is_cut(page)


def test_in_a_small_window_a_card_covers_the_steps_and_there_is_a_way_back(hands: Hands, context: Context) -> None:
    page = hands.page
    page.edit(own(context))
    resized(page, 512, 340)
    assert page.steps.isVisible()
    assert not page.side.isVisible()
    page.steps.list.setFocus()
    hands.key(KEY.Key_Down)
    assert not page.side.isVisible()  # walking the list is no more than that
    hands.key(KEY.Key_Return)
    assert page.side.isVisible()
    assert not page.steps.isVisible()
    page.side.back.click()
    assert page.steps.isVisible()
    assert page.steps.list.hasFocus()
    hands.key(KEY.Key_Insert)
    assert page.side.is_adding
    hands.key(KEY.Key_Escape)
    assert page.steps.isVisible()
    assert hands.closed == 0
    resized(page, 1068, 800)
    assert page.side.isVisible()
    assert page.steps.isVisible()


def test_nothing_of_the_page_is_ever_a_window_of_its_own(hands: Hands, context: Context) -> None:
    """Be it for a moment: it would flicker, and take the keyboard away."""
    hands.page.edit(own(context))
    hands.page.start_adding()
    hands.page.steps.head.about.click()
    for place in range(len(EVENING)):
        hands.page.steps.list.choose(place)
        hands.page.steps.list.chosen.emit(place)
    hands.page.steps.list.setFocus()
    QApplication.processEvents()
    assert hands.page.window().isActiveWindow()
    assert hands.page.steps.list.hasFocus()


def test_the_undo_button_says_what_was_done_last_from_the_first_change_on(hands: Hands, context: Context) -> None:
    hands.page.edit(own(context))
    head = hands.page.steps.head
    assert not head.undo.isEnabled()
    hands.ctrl(KEY.Key_D)
    assert (head.undo.isEnabled(), head.undo.accessibleName()) == (True, "Undo: Duplicate a step")
    hands.key(KEY.Key_Delete)
    assert head.undo.accessibleName() == "Undo: Remove a step"
    hands.ctrl(KEY.Key_Z)
    assert (head.undo.accessibleName(), head.redo.accessibleName()) == (
        "Undo: Duplicate a step",
        "Do it again: Remove a step",
    )
    hands.ctrl(KEY.Key_Z)
    assert not head.undo.isEnabled()


def test_a_short_list_leaves_its_room_below_and_not_in_the_head(hands: Hands) -> None:
    steps = hands.page.steps
    hands.page.edit(None)
    hands.page.add_step(press())
    resized(hands.page, 1068, 800)
    assert steps.head.height() == steps.head.sizeHint().height()
    assert steps.add.mapTo(steps, QPoint()).y() < steps.height() / 2
