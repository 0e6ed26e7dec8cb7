"""The rows of the list, watched by Qt's own tester."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from acutimer.ui.editor.model import StepsModel
from acutimer.ui.editor.row_words import StepRow


def row(name: str) -> StepRow:
    return StepRow(icon="point", code="", name=name, dose="1:00", time="1:00")


def show(model: StepsModel, names: str) -> None:
    model.show_rows(tuple(names), [row(name) for name in names])


def shown(model: StepsModel) -> str:
    return "".join(str(model.index(place).data()) for place in range(model.rowCount()))


@pytest.fixture
def model(qtbot: QtBot) -> StepsModel:
    return StepsModel()


@given(st.lists(st.text("ABC", max_size=6), min_size=1, max_size=12))
def test_any_rows_can_follow_any_others(all_names: list[str]) -> None:
    model = StepsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for names in all_names:
        show(model, names)
        assert shown(model) == names
    del tester


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("ABC", "ABXC", ["insert 2-2"]),
        ("ABC", "ABCD", ["insert 3-3"]),
        ("", "ABC", ["insert 0-2"]),
        ("ABC", "AC", ["remove 1-1"]),
        ("AAB", "AB", ["remove 1-1"]),
        ("ABCD", "BCDA", ["move 0 to 4"]),
        ("ABCD", "DABC", ["move 3 to 0"]),
        ("ABCD", "ACBD", ["move 1 to 3"]),
        ("ABC", "AXC", []),
        ("ABC", "XY", ["reset"]),
    ],
)
def test_views_are_told_what_moved_came_or_went_and_no_more(
    model: StepsModel, before: str, after: str, told: list[str]
) -> None:
    show(model, before)
    heard: list[str] = []
    model.rowsInserted.connect(lambda _, first, last: heard.append(f"insert {first}-{last}"))
    model.rowsRemoved.connect(lambda _, first, last: heard.append(f"remove {first}-{last}"))
    model.rowsMoved.connect(lambda _, first, _last, _to, row: heard.append(f"move {first} to {row}"))
    model.modelReset.connect(lambda: heard.append("reset"))
    show(model, after)
    assert heard == told


def test_what_is_kept_of_a_row_follows_it_when_it_moves(model: StepsModel) -> None:
    show(model, "ABCD")
    kept = QPersistentModelIndex(model.index(0))
    show(model, "BCDA")
    assert kept.row() == 3


def test_a_row_is_read_out_as_a_sentence(model: StepsModel) -> None:
    told = StepRow("point", "ST36", "Leg Three Miles", "Left, then right, 1:30 each", "3:16", problem="Too short")
    model.show_rows(("a",), (told,))
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "ST36 Leg Three Miles, Too short, Left, then right, 1:30 each, 3:16"
    assert model.index(0).data() == "ST36 Leg Three Miles"
    assert model.data(QModelIndex()) is None
