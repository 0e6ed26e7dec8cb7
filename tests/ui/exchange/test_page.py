import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.content.writing import text_of
from acutimer.core.errors import WorldError
from acutimer.core.routines import Routine
from acutimer.store.own import put_routine
from acutimer.ui.context import Context
from acutimer.ui.exchange.arrival_card import ArrivalCard, FaultCard
from acutimer.ui.exchange.dialogs import Dialogs
from acutimer.ui.exchange.page import ExchangePage
from acutimer.ui.messages import Message
from acutimer.ui.routines.listing import PAGE
from acutimer.ui.routines.pager import Pager
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.practice import resized, shown


@dataclass
class Hands:
    """What a user does: chooses files in the dialogs, and reads messages."""

    page: ExchangePage
    bot: QtBot
    said: list[Message] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    folder: Path | None = None

    def bring(self, *paths: Path) -> None:
        self.page.import_files(paths)
        self.settle()

    def settle(self) -> None:
        self.bot.waitUntil(lambda: not self.page.is_busy, timeout=60_000)
        resized(self.page, self.page.width(), self.page.height())


@pytest.fixture
def hands(context: Context, qtbot: QtBot) -> Iterator[Hands]:
    dialogs = Dialogs(open=lambda *_: made.files, folder=lambda *_: made.folder)
    page = ExchangePage(context, dialogs=dialogs)
    made = Hands(page, qtbot)
    context.messages.said.connect(made.said.append)
    shown(page, qtbot)
    page.begin()
    yield made
    page.close()


@pytest.fixture
def write(context: Context, tmp_path: Path) -> Callable[..., Path]:
    def write(file: str, **changes: object) -> Path:
        base: Routine = replace(context.library.routines["balance-points"], source="own", **changes)  # type: ignore[arg-type]  # any field
        path = tmp_path / f"{file}.acutimer.json"
        path.write_text(text_of(base), encoding="utf-8")
        return path

    return write


def test_nothing_is_added_before_the_user_says_so(context: Context, hands: Hands, write: Callable[..., Path]) -> None:
    hands.files = [write("stairs", id="s", name="Stairs"), write("garden", id="g", name="Garden")]
    hands.page.imports.choose.click()
    hands.settle()
    assert [card.accessibleName() for card in hands.page.cards] == [
        "Stairs, New, stairs.acutimer.json",
        "Garden, New, garden.acutimer.json",
    ]
    assert context.shelf.own() == {}
    assert hands.page.add.text() == "Add 2 routines"
    assert hands.page.add.hasFocus()
    added: list[list[str]] = []
    hands.page.added.connect(added.append)
    QTest.keyClick(hands.page.add, Qt.Key.Key_Return)
    assert set(context.shelf.own()) == {"s", "g"}
    assert added == [["s", "g"]]
    assert hands.page.cards == []


def test_an_import_can_be_undone(context: Context, hands: Hands, write: Callable[..., Path]) -> None:
    hands.bring(write("stairs", id="s", name="Stairs"))
    hands.page.add.click()
    assert hands.said[-1].is_undo
    assert hands.said[-1].do is not None
    hands.said[-1].do()
    assert context.shelf.own() == {}


def test_a_file_with_faults_says_what_and_where_and_stops_the_others(
    context: Context, hands: Hands, write: Callable[..., Path], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.acutimer.json"
    bad.write_text(write("x", id="x").read_text(encoding="utf-8").replace('"seconds": ', '"secunds": ', 1))
    hands.bring(write("stairs", id="s", name="Stairs"), bad, tmp_path / "no such file")
    faults = [card for card in hands.page.cards if isinstance(card, FaultCard)]
    assert len(faults) == 2
    assert any("secunds" in line.text() for line in faults[0].lines)
    assert any("steps[" in line.text() for line in faults[0].lines)
    assert str(tmp_path) not in " ".join(line.text() for line in faults[0].lines)  # its name stands over it
    hands.page.add.click()
    assert context.shelf.own() == {}
    assert hands.said[-1].kind == "caution"
    assert faults[0].leave_out.hasFocus()
    QTest.mouseClick(faults[0].leave_out, Qt.MouseButton.LeftButton)
    next(card for card in hands.page.cards if isinstance(card, FaultCard)).leave_out.click()
    hands.page.add.click()
    assert set(context.shelf.own()) == {"s"}


def test_a_file_that_was_mended_is_looked_into_again(
    context: Context, hands: Hands, write: Callable[..., Path], tmp_path: Path
) -> None:
    path = tmp_path / "stairs.acutimer.json"
    path.write_text("{")
    hands.bring(path)
    assert isinstance(hands.page.cards[0], FaultCard)
    assert not hands.page.add.isVisible()
    write("stairs", id="s", name="Stairs")
    hands.page.again.click()
    hands.settle()
    assert isinstance(hands.page.cards[0], ArrivalCard)
    assert hands.page.add.text() == "Add this routine"


def test_what_is_here_already_is_said_and_not_added(
    context: Context, hands: Hands, write: Callable[..., Path], tmp_path: Path
) -> None:
    built_in = tmp_path / "press.acutimer.json"
    built_in.write_text(text_of(context.library.routines["knee-pain-press"]), encoding="utf-8")
    hands.bring(built_in)
    (card,) = hands.page.cards
    assert isinstance(card, ArrivalCard)
    assert card.badge.text() == "Here already"
    assert not hands.page.add.isVisible()
    hands.bring(write("stairs", id="knee-pain-press", name="Knee-pain press"))
    hands.page.add.click()
    (own,) = context.shelf.own().values()
    assert own.name == "Knee-pain press (2)"
    assert own.id != "knee-pain-press"


def test_the_steps_can_be_looked_at_first(hands: Hands, write: Callable[..., Path]) -> None:
    hands.bring(write("stairs", id="s", name="Stairs"))
    (card,) = hands.page.cards
    assert isinstance(card, ArrivalCard)
    assert not card.steps.isVisible()
    card.fold.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.fold, Qt.Key.Key_Space)
    assert card.steps.isVisible()
    assert len(card.steps.rows) == len(card.arrival.routine.steps)


def test_a_disk_that_takes_one_and_refuses_the_next_is_left_as_it_was(
    context: Context, hands: Hands, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_the_second(connection: sqlite3.Connection, routine_id: str, text: str, **moment: Any) -> None:
        if routine_id == "g":
            raise WorldError("The disk is full.")
        put_routine(connection, routine_id, text, **moment)

    monkeypatch.setattr("acutimer.store.own.put_routine", refuse_the_second)
    hands.bring(write("stairs", id="s", name="Stairs"), write("garden", id="g", name="Garden"))
    hands.page.add.click()
    assert context.shelf.own() == {}
    assert hands.said[-1].text == "The disk is full."
    assert len(hands.page.cards) == 2


def test_a_slip_of_the_hand_is_refused(hands: Hands, tmp_path: Path) -> None:
    hands.page.import_files([tmp_path / str(number) for number in range(101)])
    assert not hands.page.is_busy
    assert "101" in hands.said[-1].text


def test_escape_lets_go_of_the_files_and_then_leaves(hands: Hands, write: Callable[..., Path]) -> None:
    closed: list[bool] = []
    hands.page.closed.connect(lambda: closed.append(True))
    hands.bring(write("stairs", id="s", name="Stairs"))
    QTest.keyClick(hands.page, Qt.Key.Key_Escape)
    assert hands.page.cards == []
    assert closed == []
    QTest.keyClick(hands.page, Qt.Key.Key_Escape)
    assert closed == [True]


def test_files_that_come_while_others_are_looked_into_join_them(hands: Hands, write: Callable[..., Path]) -> None:
    hands.page.import_files((write("stairs", id="s", name="Stairs"),))
    hands.page.import_files((write("garden", id="g", name="Garden"),))
    hands.settle()
    assert [card.arrival.routine.name for card in hands.page.cards if isinstance(card, ArrivalCard)] == [
        "Stairs",
        "Garden",
    ]


def test_what_was_let_go_of_while_it_was_looked_into_does_not_come(hands: Hands, write: Callable[..., Path]) -> None:
    hands.page.import_files((write("stairs", id="s", name="Stairs"),))
    hands.page.begin()
    hands.settle()
    assert hands.page.cards == []
    assert hands.page.imports.going_on.isHidden()


def test_several_are_chosen_by_keyboard_and_mouse_and_exported(
    context: Context, hands: Hands, write: Callable[..., Path], tmp_path: Path
) -> None:
    hands.folder = tmp_path / "out"
    hands.folder.mkdir()
    exports = hands.page.exports
    exports.export.click()
    assert list(hands.folder.iterdir()) == []
    first, second, *_ = exports.rows.values()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert exports.export.text() == "Export one routine"
    second.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert exports.export.text() == "Export 2 routines"
    exports.export.click()
    names = sorted(path.name for path in hands.folder.iterdir())
    assert names == ["balance-points.acutimer.json", "morning-balance.acutimer.json"]
    hands.folder = None
    exports.export.click()
    assert "2 routines exported" in hands.said[-1].text


def test_of_many_a_page_is_shown_and_what_is_chosen_stays_over_the_turn(context: Context, hands: Hands) -> None:
    routine = context.library.routines["knee-pain-press"]
    context.shelf.save_all(replace(routine, id=f"own-{it:03}", name=f"Evening {it:03}") for it in range(2 * PAGE))
    exports = hands.page.exports
    pager = exports.findChild(Pager)
    assert isinstance(pager, Pager)
    hands.page.begin()
    hands.page.begin_export()
    assert len(exports.rows) == PAGE
    exports.rows["own-000"].click()
    pager.next.click()
    assert next(iter(exports.rows)) == f"own-{PAGE:03}"
    assert exports.rows[f"own-{PAGE:03}"].hasFocus()
    exports.rows[f"own-{PAGE:03}"].click()
    assert exports.chosen == ("own-000", f"own-{PAGE:03}")
    pager.before.click()
    assert exports.rows["own-000"].isChecked()


@pytest.mark.parametrize("size", [(1068, 800), (872, 640), (552, 400), (512, 340)])
def test_nothing_is_cut_in_any_window(
    context: Context, hands: Hands, write: Callable[..., Path], tmp_path: Path, size: tuple[int, int]
) -> None:
    context.shelf.save(replace(context.library.routines["balance-points"], id="own", name="W" * 80, source="own"))
    hands.page.begin()
    resized(hands.page, *size)
    nothing_is_cut(hands.page)
    bad = tmp_path / ("b" * 100 + ".acutimer.json")
    bad.write_text("[" * 10)
    hands.bring(write("w", id="own", name="W" * 80), write("s", id="s", name="Stairs"), bad)
    for card in hands.page.cards:
        if isinstance(card, ArrivalCard):
            card.fold.click()
    resized(hands.page, *size)
    nothing_is_cut(hands.page)
