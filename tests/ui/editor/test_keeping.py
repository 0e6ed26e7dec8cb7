"""Nothing that was written is lost: drafts are kept after each change, and found again after a kill."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from acutimer.core.drafting import Draft, draft_of
from acutimer.core.errors import WorldError
from acutimer.store.draft_text import draft_text, read_draft
from acutimer.ui.context import Context
from acutimer.ui.editor.page import EditorPage
from tests.ui.editor.conftest import Hands
from tests.ui.editor.desk_hands import EVENING, press, rest, routine
from tests.ui.practice import make_context, shown

KEY = Qt.Key


def kept(context: Context) -> dict[str, Draft]:
    return {name: read_draft(it.text) for name, it in context.shelf.drafts.all().items()}


def test_a_draft_is_kept_after_each_change_and_gone_when_all_is_taken_back(hands: Hands, context: Context) -> None:
    hands.page.edit(context.shelf.routine("own-1"))
    assert kept(context) == {}
    hands.alt(KEY.Key_Down)
    assert kept(context) == {"own-1": hands.draft}
    hands.key(KEY.Key_Delete)
    assert kept(context) == {"own-1": hands.draft}
    hands.ctrl(KEY.Key_Z)
    hands.ctrl(KEY.Key_Z)
    assert kept(context) == {}


def test_a_draft_is_of_the_routine_it_is_kept_under_whatever_its_text_says(hands: Hands, context: Context) -> None:
    other = draft_text(replace(draft_of(context.shelf.routine("own-1")), id="balance-points", name="Mine"))
    context.shelf.drafts.keep("own-1", other, context.wall())
    hands.page.edit(context.shelf.routine("own-1"))
    assert (hands.draft.id, hands.draft.name) == ("own-1", "Mine")


def test_after_a_kill_a_new_window_over_the_same_store_finds_the_draft(
    hands: Hands, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    hands.page.edit(context.shelf.routine("own-1"))
    hands.page.add_step(rest())
    hands.write("")  # and now the power is cut: nothing is closed or told
    again = make_context(tmp_path)
    page = shown(EditorPage(again), qtbot)
    others = Hands(page, again)
    page.edit(again.shelf.routine("own-1"))
    assert others.draft == hands.draft
    assert others.said[-1].action == "Go back to the saved one"
    do = others.said[-1].do
    assert do is not None
    do()
    assert others.draft.steps == EVENING
    assert kept(again) == {}
    others.ctrl(KEY.Key_Z)  # that, too, is taken back
    assert others.draft == hands.draft
    again.figures.close()


def test_a_new_routine_is_found_after_a_kill_by_its_id(
    hands: Hands, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    hands.page.edit(None)
    assert kept(context) == {}  # there is nothing in it yet
    hands.write("Eve")
    routine_id = hands.draft.id
    assert kept(context)[routine_id].name == "Eve"
    again = make_context(tmp_path)
    page = shown(EditorPage(again), qtbot)
    assert page.open_draft(routine_id)
    assert page.desk.draft.name == "Eve"
    assert not page.open_draft("own-nothing")
    again.figures.close()


def test_saving_leaves_no_draft_and_a_copy_of_ours_has_its_own_id(hands: Hands, context: Context) -> None:
    ours = next(iter(context.library.routines.values()))
    hands.page.edit(ours)
    assert hands.draft.id != ours.id
    assert hands.draft.name == f"{ours.name} 2"
    assert hands.draft.id in kept(context)
    hands.page.steps.head.save.click()
    assert kept(context) == {}
    assert context.shelf.routine(hands.draft.id).steps == ours.steps
    assert hands.said[-1].text == f"\u201c{ours.name} 2\u201d is saved."


def test_a_routine_nobody_saved_is_a_draft_at_once(hands: Hands, context: Context) -> None:
    hands.page.edit(routine(press(), id="own-new"))
    assert list(kept(context)) == ["own-new"]


def test_leaving_asks_nothing_and_what_is_thrown_away_comes_back(hands: Hands, context: Context) -> None:
    hands.page.edit(context.shelf.routine("own-1"))
    hands.page.steps.head.back.click()
    assert (hands.closed, hands.said) == (1, [])
    hands.page.add_step(rest())
    hands.page.steps.head.back.click()
    assert hands.closed == 2
    assert hands.said[-1].action == "Throw it away"
    throw_away = hands.said[-1].do
    assert throw_away is not None
    throw_away()
    assert kept(context) == {}
    assert hands.said[-1].is_undo
    undo = hands.said[-1].do
    assert undo is not None
    undo()
    assert kept(context) == {"own-1": hands.draft}


def thrown_away(hands: Hands) -> None:
    """Press what the message says that was said when the user left."""
    (do,) = (it.do for it in hands.said if it.action == "Throw it away")
    assert do is not None
    do()


def test_what_is_thrown_away_is_what_was_left_though_another_is_open_by_now(hands: Hands, context: Context) -> None:
    hands.page.edit(context.shelf.routine("own-1"))
    hands.page.add_step(rest())
    hands.page.steps.head.back.click()
    hands.page.edit(routine(press(), id="own-new"))
    thrown_away(hands)
    assert list(kept(context)) == ["own-new"]


def test_what_one_has_gone_back_to_is_not_thrown_away(hands: Hands, context: Context) -> None:
    hands.page.edit(context.shelf.routine("own-1"))
    hands.page.add_step(rest())
    hands.page.steps.head.back.click()
    hands.page.edit(context.shelf.routine("own-1"))
    thrown_away(hands)
    assert kept(context) == {"own-1": hands.draft}


def test_what_cannot_be_kept_is_not_left_unless_the_user_says_so(
    hands: Hands, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise WorldError("The disk is full.")

    hands.page.edit(context.shelf.routine("own-1"))
    monkeypatch.setattr(context.shelf.drafts, "keep", full)
    hands.page.add_step(rest())
    hands.page.steps.head.back.click()
    assert hands.closed == 0
    assert (hands.said[-1].text, hands.said[-1].action) == ("The disk is full.", "Leave without it")
    do = hands.said[-1].do
    assert do is not None
    do()
    assert hands.closed == 1


def test_blanks_round_a_name_are_not_saved_and_leave_no_draft(hands: Hands, context: Context) -> None:
    hands.page.edit(None)
    hands.write("  Eve ")
    hands.page.add_step(press())
    hands.page.steps.head.save.click()
    assert context.shelf.routine(hands.draft.id).name == "Eve"
    assert kept(context) == {}
    assert not hands.page.desk.is_dirty


def test_a_disk_that_is_full_is_told_once_and_what_was_written_stays(
    hands: Hands, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.page.edit(context.shelf.routine("own-1"))

    def refuse(*_: object) -> None:
        raise WorldError("The disk is full.")

    monkeypatch.setattr(context.shelf.drafts, "keep", refuse)
    hands.page.add_step(rest())
    hands.page.add_step(rest(30))
    assert [it.text for it in hands.said] == ["The disk is full."]
    monkeypatch.setattr(context.shelf, "save", refuse)
    hands.page.steps.head.save.click()
    assert hands.saved == []
    assert len(hands.draft.steps) == len(EVENING) + 2


def test_a_draft_of_another_version_is_told_and_stays(hands: Hands, context: Context) -> None:
    context.shelf.drafts.keep("own-1", "{}", context.wall())
    hands.page.edit(context.shelf.routine("own-1"))
    assert hands.draft.steps == EVENING
    assert "another version" in hands.said[-1].text
