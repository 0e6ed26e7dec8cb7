from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from acutimer.core.errors import WorldError
from acutimer.ui.context import Context
from acutimer.ui.log.days.model import PAGE, Column, SessionRow, SessionsModel, row_of
from tests.ui.practice import NOW, practise


def row(context: Context, session_id: str) -> SessionRow:
    finder = context.history.finder
    finder.find()
    place = finder.place_of(session_id)
    assert place is not None
    return row_of(finder.page(place, 1)[0], NOW, 3)


def test_a_row_is_one_sentence_for_a_screen_reader(context: Context) -> None:
    done = row(context, practise(context, "knee-pain-press")).spoken
    part = row(context, practise(context, "knee-pain-press", NOW - timedelta(days=1), until=10)).spoken
    assert done == "Knee-pain press, Today, 09:30, 12\u00a0min, done"
    assert part == "Knee-pain press, Yesterday, 09:30, 9\u00a0min of 12, done in part"


def test_what_was_skipped_says_so_below_its_name(context: Context) -> None:
    skipped = row(context, practise(context, "knee-pain-press", until=0))
    assert (skipped.length, skipped.of, skipped.below) == ("none", "of 12", "Today, 09:30, skipped")
    assert skipped.share == 0


def test_what_was_added_by_hand_says_so(context: Context) -> None:
    session_id = practise(context, "knee-pain-press")
    record = context.history.session(session_id)
    assert record is not None
    context.history.corrections.add(record, context.history.plan_of(session_id), NOW)
    added = row(context, session_id)
    assert added.below == "Today, 09:30, by hand"
    assert added.spoken == "Knee-pain press, Today, 09:30, 12\u00a0min, done, by hand"


COUNT = 2 * PAGE + 10


@pytest.fixture
def asked() -> list[int]:
    """The first row of every page that was read."""
    return []


@pytest.fixture
def model(context: Context, asked: list[int]) -> SessionsModel:
    made = row(context, practise(context, "balance-points", NOW))
    rows = [replace(made, name=f"Number {number}") for number in range(COUNT)]
    model = SessionsModel()

    def read(first: int, limit: int) -> Sequence[SessionRow]:
        asked.append(first)
        return rows[first : first + limit]

    model.start(COUNT, read)
    return model


def test_the_model_keeps_to_the_rules_of_models(model: SessionsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no type for it
    model.reach(0, COUNT - 1)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no type for it


def test_every_row_is_there_at_once_and_looking_at_one_reads_nothing(model: SessionsModel, asked: list[int]) -> None:
    assert model.rowCount() == COUNT
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, SessionsModel.RowRole)
    for number in range(COUNT):
        for column in Column:
            for role in roles:
                model.data(model.index(number, column), role)
    assert asked == [0]
    assert model.index(PAGE, 0).data() is None


def test_the_rows_near_what_is_seen_are_read_once(model: SessionsModel, asked: list[int]) -> None:
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.reach(PAGE - 3, PAGE + 3)
    model.reach(PAGE - 3, PAGE + 3)
    assert asked == [0, PAGE]
    assert changed == [(PAGE, 2 * PAGE - 1)]
    assert model.index(PAGE, 0).data() == f"Number {PAGE}"
    model.reach(COUNT - 1, COUNT + 50)
    assert model.index(COUNT - 1, 0).data() == f"Number {COUNT - 1}"


def test_what_was_not_looked_at_for_long_is_let_go(
    model: SessionsModel, asked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acutimer.ui.log.days.model.KEPT_PAGES", 2)
    for first in (PAGE, 0, 2 * PAGE):
        model.reach(first, first)
    assert model.row(PAGE) is None
    assert model.row(0) is not None
    assert model.row(2 * PAGE) is not None


def test_a_page_that_cannot_be_read_is_told_and_left_blank(model: SessionsModel) -> None:
    made = model.row(0)
    assert made is not None
    page = [made] * PAGE

    def read(first: int, _limit: int) -> Sequence[SessionRow]:
        if first:
            raise WorldError("The disk reports a fault.")
        return page

    told: list[str] = []
    model.failed.connect(told.append)
    model.start(COUNT, read)
    model.reach(PAGE, PAGE)
    model.reach(PAGE, PAGE)
    assert told == ["The disk reports a fault."]
    assert model.row(PAGE) is None


def test_a_first_page_that_cannot_be_read_leaves_everything_as_it_was(model: SessionsModel) -> None:
    def read(_first: int, _limit: int) -> Sequence[SessionRow]:
        raise WorldError("The disk reports a fault.")

    with pytest.raises(WorldError):
        model.start(5, read)
    assert model.rowCount() == COUNT
    assert model.index(0, 0).data() == "Number 0"


def test_a_row_tells_itself_column_by_column(model: SessionsModel) -> None:
    first = model.row(0)
    assert first is not None
    cells = [model.index(0, column).data() for column in Column]
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert cells == ["Number 0", "Today, 09:30", first.length, "", "done"]
    assert heads == ["Routine", "When", "Practised", "Planned", "Outcome"]
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == first.spoken
    assert model.index(0, 0).data(SessionsModel.RowRole) is first
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
