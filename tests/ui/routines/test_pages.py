"""The pages that take the place's room for a while: the editor, the files, and which routine a point is for."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.content.writing import text_of
from acutimer.core.conditions import Condition
from acutimer.core.routines import PressStep
from acutimer.ui.context import Context
from acutimer.ui.exchange.dialogs import Dialogs
from acutimer.ui.exchange.exporting import export_one
from acutimer.ui.messages import Message
from acutimer.ui.routines.actions import Action
from acutimer.ui.routines.place import RoutinesPlace
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.practice import resized, shown


@pytest.fixture
def said(context: Context) -> list[Message]:
    said: list[Message] = []
    context.messages.said.connect(said.append)
    return said


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> RoutinesPlace:
    return shown(RoutinesPlace(context), qtbot)


def save_own(context: Context) -> None:
    context.shelf.save(
        replace(context.library.routines["knee-pain-press"], id="own-a", name="Evening knees", source="own")
    )


def is_on(place: RoutinesPlace, page: QWidget) -> bool:
    return place.page is page


def points(place: RoutinesPlace) -> list[str]:
    """Of the routine that is being written."""
    return [step.point for step in place.editor.desk.draft.steps if isinstance(step, PressStep)]


def test_new_opens_the_editor_and_leaving_it_goes_back_to_the_list(place: RoutinesPlace) -> None:
    place.catalogue.head.new.click()
    assert is_on(place, place.editor)
    assert place.editor.desk.draft.steps == ()
    place.editor.closed.emit()
    assert is_on(place, place.browsing)


def test_control_n_begins_a_new_one(place: RoutinesPlace) -> None:
    QTest.keyClick(place.browsing, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert is_on(place, place.editor)


def test_a_built_in_routine_is_changed_as_a_copy_of_ones_own(context: Context, place: RoutinesPlace) -> None:
    place.show_routine("knee-pain-press")
    place.detail.foot.change.click()
    draft = place.editor.desk.draft
    assert draft.name == "Knee-pain press, my way"
    assert draft.id not in context.shelf.all()
    assert draft.steps == context.library.routines["knee-pain-press"].steps
    place.editor.keeping.save()
    place.editor.closed.emit()
    assert context.shelf.is_own(draft.id)
    assert place.detail.shown == draft.id  # what was saved is what one looks at next


def test_an_own_routine_is_edited_itself_and_duplicated_as_another(context: Context, place: RoutinesPlace) -> None:
    save_own(context)
    place.show_routine("own-a")
    place.detail.foot.change.click()
    assert place.editor.desk.draft.id == "own-a"
    place.editor.closed.emit()
    place.browsing._act(Action.DUPLICATE)
    assert place.editor.desk.draft.id != "own-a"
    assert place.editor.desk.draft.name == "Evening knees, copy"


def test_a_draft_is_carried_on_with(context: Context, place: RoutinesPlace) -> None:
    save_own(context)
    place.edit("own-a")
    place.add_point("ST36")  # to the one that is being written, without asking
    assert is_on(place, place.editor)
    written = place.editor.desk.draft
    place.editor.closed.emit()
    card = place.catalogue.drafts["own-a"]
    card.carry_on.click()
    assert is_on(place, place.editor)
    assert place.editor.desk.draft == written


def test_a_point_goes_into_a_new_routine_where_there_is_none_of_ones_own(place: RoutinesPlace) -> None:
    place.add_point("GB34")
    assert is_on(place, place.editor)
    assert points(place) == ["GB34"]


def test_which_routine_a_point_is_for_is_asked_and_answered_by_keys(context: Context, place: RoutinesPlace) -> None:
    save_own(context)
    place.add_point("GB34")
    assert is_on(place, place.chooser)
    new, evening = place.chooser.rows
    assert new.hasFocus()
    QTest.keyClick(new, Qt.Key.Key_Down)
    assert evening.hasFocus()
    QTest.keyClick(evening, Qt.Key.Key_Return)
    assert is_on(place, place.editor)
    assert place.editor.desk.draft.id == "own-a"
    assert points(place).count("GB34") == 2
    place.browse()
    place.add_point("GB34")
    QTest.keyClick(place.chooser.rows[0], Qt.Key.Key_Escape)
    assert is_on(place, place.browsing)


def test_a_point_for_a_professional_or_left_out_is_refused_kindly(
    context: Context, place: RoutinesPlace, said: list[Message]
) -> None:
    professional = next(it.code for it in context.library.points.values() if it.professional)
    place.add_point(professional)
    assert "professional" in said[-1].text
    context.preferences.update(conditions=(Condition.PREGNANT,))
    place.add_point("BL23")
    assert context.library.safety_words.because((Condition.PREGNANT,)) in said[-1].text
    place.add_point("XX99")
    assert "XX99" in said[-1].text
    assert {it.kind for it in said} == {"caution"}
    assert is_on(place, place.browsing)


def test_files_are_looked_into_on_their_page_and_what_came_is_shown(
    context: Context, place: RoutinesPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "stairs.acutimer.json"
    file.write_text(text_of(replace(context.library.routines["balance-points"], id="s", name="Stairs", source="own")))
    place.import_files([file])
    assert is_on(place, place.exchange)
    qtbot.waitUntil(lambda: not place.exchange.is_busy, timeout=60_000)
    place.exchange.add.click()
    assert is_on(place, place.browsing)
    assert place.detail.shown == "s"


def test_import_and_export_several_open_the_page_and_escape_leaves_it(place: RoutinesPlace) -> None:
    place.catalogue.head.bring_in.click()
    assert is_on(place, place.exchange)
    assert place.exchange.imports.choose.hasFocus()
    QTest.keyClick(place.exchange, Qt.Key.Key_Escape)
    assert is_on(place, place.browsing)
    place.browsing._act(Action.EXPORT_SEVERAL)
    first = next(iter(place.exchange.exports.rows.values()))
    assert first.hasFocus()


def test_one_routine_is_exported_where_the_user_says(
    context: Context, place: RoutinesPlace, said: list[Message], tmp_path: Path
) -> None:
    asked: list[Path] = []

    def save(_parent: QWidget, _title: str, suggested: Path, _kinds: str) -> Path | None:
        asked.append(suggested)
        return tmp_path / suggested.name

    routine = context.library.routines["walk-and-soak"]
    export_one(place, context, routine, Dialogs(save=save))
    assert asked[0].name == "walk-and-soak.acutimer.json"
    assert (tmp_path / asked[0].name).read_text(encoding="utf-8") == text_of(routine)
    assert asked[0].name in said[-1].text
    export_one(place, context, routine, Dialogs(save=lambda *_: tmp_path / "no such folder" / "a.json"))
    assert said[-1].kind == "caution"
    export_one(place, context, routine, Dialogs(save=lambda *_: None))
    assert len(said) == 2


@pytest.mark.parametrize("size", [(1068, 800), (552, 400), (512, 340)])
def test_the_chooser_shows_all_of_itself(context: Context, place: RoutinesPlace, size: Sequence[int]) -> None:
    save_own(context)
    context.shelf.save(replace(context.shelf.routine("own-a"), id="own-b", name="W" * 80))
    place.add_point("EX-LE5")
    resized(place, *size)
    nothing_is_cut(place.chooser)


class Windows(QObject):
    """Notes every window that comes up beside the test's own."""

    def __init__(self, own: QWidget) -> None:
        super().__init__()
        self._own = own
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        is_window = isinstance(watched, QWidget) and watched.isWindow() and watched is not self._own
        if event.type() == QEvent.Type.Show and is_window:
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_is_a_window_of_its_own_for_a_moment(
    context: Context, place: RoutinesPlace, qapp: QApplication
) -> None:
    save_own(context)
    windows = Windows(place.window())
    qapp.installEventFilter(windows)
    context.preferences.update(conditions=(Condition.BLOOD_THINNERS, Condition.POOR_BALANCE))
    for routine in context.shelf.all():
        place.show_routine(routine)
    context.shelf.set_favourite("own-a", True)
    place.detail.head.more.click()
    place.detail.head.more.close_list()
    place.catalogue.head.bring_in.click()
    place.exchange.closed.emit()
    place.add_point("ST36")
    place.chooser.closed.emit()
    qapp.removeEventFilter(windows)
    assert windows.seen == []
