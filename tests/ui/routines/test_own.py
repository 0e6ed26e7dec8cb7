"""The user's own routines in the list: where they stand, what can be done with them, and what is taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.conditions import Condition
from acutimer.core.drafting import draft_of
from acutimer.core.errors import WorldError
from acutimer.core.planning import Plan
from acutimer.core.routines import Routine
from acutimer.store.draft_text import draft_text
from acutimer.ui.context import Context
from acutimer.ui.editor.adding.starting import starting_step
from acutimer.ui.kit.text import Text
from acutimer.ui.messages import Message
from acutimer.ui.routines.actions import Action
from acutimer.ui.routines.filters import Filter
from acutimer.ui.routines.place import RoutinesPlace
from acutimer.ui.routines.row import RoutineRow
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.practice import NOW, practise, resized, shown

LONG = "A rather long name for a routine that somebody gave to somebody else"


def own(context: Context, id_: str, name: str) -> Routine:
    made = replace(context.library.routines["knee-pain-press"], id=id_, name=name, source="own")
    context.shelf.save(made)
    return made


@pytest.fixture
def said(context: Context) -> list[Message]:
    said: list[Message] = []
    context.messages.said.connect(said.append)
    return said


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> RoutinesPlace:
    own(context, "own-b", "Stairs")
    own(context, "own-a", "Evening knees")
    return shown(RoutinesPlace(context), qtbot)


def ids(place: RoutinesPlace) -> list[str]:
    """From top to bottom."""
    resized(place, place.width(), place.height())
    rows = [row for row in place.findChildren(RoutineRow) if row.isVisible()]
    return [row.id for row in sorted(rows, key=lambda row: row.mapTo(place, row.rect().topLeft()).y())]


def headings(place: RoutinesPlace) -> list[str]:
    resized(place, place.width(), place.height())
    seen = [it for it in place.catalogue._headings.values() if it.isVisible()]
    return [it.text() for it in sorted(seen, key=lambda it: it.y())]


def pick(place: RoutinesPlace, action: Action) -> None:
    """By keyboard, from the list behind the dots."""
    more = place.detail.head.more
    more.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(more, Qt.Key.Key_Space)
    assert more.is_open
    for _ in range(more.offered.index(action)):
        QTest.keyClick(more.list.options, Qt.Key.Key_Down)
    QTest.keyClick(more.list.options, Qt.Key.Key_Return)
    assert not more.is_open


def test_own_routines_stand_before_the_built_in_ones_by_name(place: RoutinesPlace) -> None:
    assert ids(place)[:3] == ["own-a", "own-b", "morning-balance"]
    assert headings(place) == ["Yours", "Built in"]


def test_without_own_ones_and_favourites_there_are_neither_headings_nor_chips_for_them(
    context: Context, qtbot: QtBot
) -> None:
    place = shown(RoutinesPlace(context), qtbot)
    assert headings(place) == []
    assert not place.catalogue.head.chips[Filter.OWN].isVisible()
    assert not place.catalogue.head.chips[Filter.FAVOURITES].isVisible()


def test_a_favourite_comes_first_and_the_star_keeps_the_keyboard(context: Context, place: RoutinesPlace) -> None:
    place.show_routine("walk-and-soak")
    star = place.detail.head.star
    star.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(star, Qt.Key.Key_Space)
    assert context.shelf.favourites == {"walk-and-soak"}
    assert ids(place)[:2] == ["walk-and-soak", "own-a"]
    assert headings(place) == ["Favourites", "Yours", "Built in"]
    assert star.isChecked()
    assert star.hasFocus()
    assert place.catalogue.current == "walk-and-soak"
    QTest.mouseClick(star, Qt.MouseButton.LeftButton)
    assert context.shelf.favourites == frozenset()
    assert ids(place)[0] == "own-a"


def test_the_chips_for_favourites_and_own_ones_narrow_the_list(context: Context, place: RoutinesPlace) -> None:
    context.shelf.set_favourite("walk-and-soak", True)
    place.catalogue.head.chips[Filter.OWN].click()
    assert ids(place) == ["own-a", "own-b"]
    place.catalogue.head.chips[Filter.FAVOURITES].click()
    assert ids(place) == ["walk-and-soak"]
    context.shelf.set_favourite("walk-and-soak", False)  # the chip has nothing to find any more, and goes
    assert place.catalogue.head.chips[Filter.ALL].isChecked()
    assert ids(place) == ["own-a", "own-b", *context.library.routines]


def test_the_arrows_walk_the_list_as_the_eye_does(context: Context, place: RoutinesPlace) -> None:
    context.shelf.set_favourite("post-workout-recovery", True)
    place.show_routine("post-workout-recovery")
    place.catalogue.focus_current()
    walked = [place.catalogue.current]
    for _ in range(3):
        focused = place.window().focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Down)
        walked.append(place.catalogue.current)
    assert walked == ["post-workout-recovery", "own-a", "own-b", "morning-balance"]


def test_how_often_a_routine_was_done_stands_with_it(context: Context, place: RoutinesPlace) -> None:
    facts = place.detail.head
    for days in range(12):
        practise(context, "knee-pain-press", NOW - timedelta(days=days))
    practise(context, "knee-pain-press", NOW - timedelta(days=20), until=1)
    place.show_routine("knee-pain-press")
    assert "Done 12 times" in words_in(facts)
    place.show_routine("own-a")
    assert "Not done yet" in words_in(facts)
    assert not any("Done" in it for it in words_in(facts))
    practise(context, "morning-balance", until=1)
    place.show_routine("morning-balance")
    assert "Today, in part" in words_in(facts)


def words_in(widget: QWidget) -> list[str]:
    return [it.text() for it in widget.findChildren(Text) if it.isVisible()]


def test_deleting_asks_nothing_and_can_be_undone(context: Context, place: RoutinesPlace, said: list[Message]) -> None:
    place.show_routine("own-a")
    pick(place, Action.DELETE)
    assert "own-a" not in ids(place)
    assert place.catalogue.current == "own-b"
    assert place.detail.shown == "own-b"
    assert said[-1].is_undo
    assert "Evening knees" in said[-1].text
    assert said[-1].do is not None
    said[-1].do()
    assert ids(place)[:2] == ["own-a", "own-b"]


def test_the_delete_key_deletes_what_is_ones_own_and_nothing_else(
    context: Context, place: RoutinesPlace, said: list[Message]
) -> None:
    place.show_routine("morning-balance")
    place.catalogue.focus_current()
    QTest.keyClick(place.catalogue._rows["morning-balance"], Qt.Key.Key_Delete)
    assert "morning-balance" in ids(place)
    assert "duplicate" in said[-1].text
    place.show_routine("own-b")
    place.catalogue.focus_current()
    QTest.keyClick(place.catalogue._rows["own-b"], Qt.Key.Key_Delete)
    assert "own-b" not in ids(place)
    assert place.catalogue._rows[str(place.catalogue.current)].hasFocus()


def test_a_disk_that_refuses_is_said_and_nothing_changes(
    context: Context, place: RoutinesPlace, said: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise WorldError("The disk is full.")

    monkeypatch.setattr(context.shelf, "delete", refuse)
    monkeypatch.setattr(context.shelf, "set_favourite", refuse)
    place.show_routine("own-a")
    pick(place, Action.DELETE)
    assert "own-a" in ids(place)
    assert (said[-1].text, said[-1].kind) == ("The disk is full.", "caution")
    place.detail.head.star.click()
    assert len(said) == 2


def test_what_is_offered_depends_on_whose_it_is(place: RoutinesPlace) -> None:
    more, change = place.detail.head.more, place.detail.foot.change
    place.show_routine("own-a")
    assert set(more.offered) == set(Action)
    assert change.text() == "Edit"
    place.show_routine("morning-balance")
    assert set(Action) - set(more.offered) == {Action.EDIT, Action.DELETE}
    assert change.text() == "Change"


def test_tab_and_escape_leave_the_actions_without_doing_one(place: RoutinesPlace, said: list[Message]) -> None:
    more = place.detail.head.more
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Escape):
        more.click()
        QTest.keyClick(more.list.options, key)
        assert not more.is_open
    assert said == []
    assert place.page is place.browsing


def test_a_press_on_the_dots_opens_and_closes(place: RoutinesPlace) -> None:
    more = place.detail.head.more
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert more.is_open
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert not more.is_open


def test_remind_names_the_routine(place: RoutinesPlace) -> None:
    wanted: list[str] = []
    place.remind.connect(wanted.append)
    place.show_routine("own-a")
    place.detail.foot.remind.click()
    pick(place, Action.REMIND)
    assert wanted == ["own-a", "own-a"]


def test_a_draft_is_offered_and_can_be_let_go_of_and_had_back(
    context: Context, place: RoutinesPlace, said: list[Message]
) -> None:
    routine = context.shelf.routine("own-a")
    context.shelf.drafts.keep("own-a", draft_text(replace(draft_of(routine), name="Evening knees, longer")), NOW)
    place.refresh()
    card = place.catalogue.drafts["own-a"]
    assert card.accessibleName() == "Evening knees, longer, Not saved yet, changed at 09:30"
    card.discard.click()
    assert place.catalogue.drafts == {}
    assert "as it was saved" in said[-1].text
    assert said[-1].do is not None
    said[-1].do()
    assert list(place.catalogue.drafts) == ["own-a"]
    assert context.shelf.drafts.all()["own-a"].changed_at == NOW


def test_a_draft_nobody_here_can_read_can_still_be_let_go_of(context: Context, place: RoutinesPlace) -> None:
    context.shelf.drafts.keep("own-z", '{"name": 7}', NOW - timedelta(days=3))
    context.shelf.drafts.keep("own-y", draft_text(draft_of(context.shelf.routine("own-b"))).replace("Stairs", " "), NOW)
    place.refresh()
    names = [card.accessibleName() for card in place.catalogue.drafts.values()]
    assert names[0].startswith("A routine without a name")
    assert names[1] == "A routine from another version of acutimer, Not saved yet, changed 3 days ago"
    place.catalogue.drafts["own-z"].discard.click()
    assert list(place.catalogue.drafts) == ["own-y"]


def test_what_the_safety_profile_changes_is_said_with_the_routine(context: Context, place: RoutinesPlace) -> None:
    place.show_routine("knee-pain-press")
    assert not place.detail.changes.isVisible()
    context.preferences.update(conditions=(Condition.BLOOD_THINNERS,))
    assert place.detail.changes.isVisible()
    assert place.detail.changes.lines


def test_a_routine_of_which_nothing_is_left_says_why_and_does_not_start(
    context: Context, place: RoutinesPlace, said: list[Message]
) -> None:
    condition, point = Condition.PREGNANT, "BL23"
    assert context.library.safety((condition,)).forbids(point)
    context.shelf.save(
        replace(
            context.library.routines["knee-pain-press"],
            id="own-c",
            name="Only this",
            source="own",
            steps=(starting_step(point, context.library),),
        )
    )
    plans: list[Plan] = []
    place.start.connect(plans.append)
    context.preferences.update(conditions=(condition,))
    place.show_routine("own-c")
    assert place.detail.empty.isVisible()
    because = context.library.safety_words.because((condition,))
    assert because in place.detail.empty.text()
    QTest.keyClick(place.detail.start_button, Qt.Key.Key_Return)
    assert plans == []
    assert because in said[-1].text
    assert "Not for you" in place.catalogue._rows["own-c"].accessibleName()


@pytest.mark.parametrize(("width", "height"), [(1068, 800), (872, 640), (552, 400), (512, 340)])
def test_nothing_is_cut_in_any_window(context: Context, place: RoutinesPlace, width: int, height: int) -> None:
    own(context, "own-d", LONG)
    own(context, "own-e", "W" * 80)
    context.shelf.set_favourite("own-d", True)
    context.shelf.drafts.keep("own-d", draft_text(draft_of(context.shelf.routine("own-d"))), NOW)
    context.preferences.update(conditions=(Condition.BLOOD_THINNERS, Condition.POOR_BALANCE))
    resized(place, width, height)
    nothing_is_cut(place)
    for routine in ("own-d", "own-e", "daily-strength", "backward-treadmill"):
        place.show_routine(routine)
        resized(place, width, height)
        nothing_is_cut(place)
