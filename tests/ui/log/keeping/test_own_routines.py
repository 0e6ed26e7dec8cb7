"""Own routines leave with everything else, come in with it, and are worth a copy of the log as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.store.exporting import export_json
from acutimer.ui.context import Context
from tests.ui.log.keeping.keeping_hands import Desk, backups
from tests.ui.practice import NOW, make_context


@pytest.fixture
def routines_alone(tmp_path: Path, qtbot: QtBot) -> Path:
    """What another computer exported: two routines and nothing else."""
    (tmp_path / "other").mkdir()
    other = make_context(tmp_path / "other")
    built_in = other.library.routines["knee-pain-press"]
    for number in (1, 2):
        other.shelf.save(replace(built_in, id=f"own-{number}", name=f"Mine {number}"))
    list(export_json(other.history.ledger.connection, tmp_path / "other.json", NOW))
    other.figures.close()
    return tmp_path / "other.json"


def test_an_import_of_routines_alone_is_told_and_can_be_undone(
    desk: Desk, context: Context, routines_alone: Path
) -> None:
    desk.answers.path = routines_alone
    desk.press(desk.page.imports.choose)
    assert "2 routines of your own added." in desk.texts()
    assert len([file for file in backups(context).files() if file.moment]) == 1
    context.shelf.look_again()
    assert set(context.shelf.own()) == {"own-1", "own-2"}
    undo = desk.said[-1].do
    assert undo is not None
    undo()
    desk.settle()
    context.shelf.look_again()
    assert context.shelf.own() == {}


def test_they_leave_with_everything_and_not_with_a_table(desk: Desk, context: Context, tmp_path: Path) -> None:
    context.shelf.save(replace(context.library.routines["knee-pain-press"], id="own-1"))
    desk.answers.path = tmp_path / "all.json"
    desk.press(desk.page.exports.everything)
    assert desk.said[-1].text == "Exported 3 sessions and 1 routine of your own to all.json."
    desk.answers.path = tmp_path / "table.csv"
    desk.press(desk.page.exports.table)
    assert desk.said[-1].text == "Exported 3 sessions to table.csv."
