from collections.abc import Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from acutimer.ui.context import Context
from acutimer.ui.log.days.model import PAGE, SessionRow, SessionsModel, row_of
from tests.ui.practice import NOW, practise


def spoken(context: Context, session_id: str) -> str:
    record = context.history.session(session_id)
    assert record is not None
    return row_of(record, NOW, 3).spoken


def test_a_row_is_one_sentence_for_a_screen_reader(context: Context) -> None:
    done = spoken(context, practise(context, "knee-pain-press"))
    part = spoken(context, practise(context, "knee-pain-press", NOW - timedelta(days=1), until=10))
    assert done == "Knee-pain press, Today, 09:30, 12\u00a0min, done"
    assert part == "Knee-pain press, Yesterday, 09:30, 9\u00a0min of 12, done in part"


def test_what_was_skipped_says_so_below_its_name(context: Context) -> None:
    record = context.history.session(practise(context, "knee-pain-press", until=0))
    assert record is not None
    row = row_of(record, NOW, 3)
    assert (row.length, row.of, row.below) == ("none", "of 12", "Today, 09:30, skipped")
    assert row.share == 0


@pytest.fixture
def model(context: Context) -> SessionsModel:
    for day in range(2):
        practise(context, "balance-points", NOW - timedelta(days=day))
    rows = [row_of(record, NOW, 3) for record in context.history.sessions()] * (PAGE + 5)
    model = SessionsModel()

    def read(skip: int, limit: int) -> Sequence[SessionRow]:
        return rows[skip : skip + limit]

    model.start(read)
    return model


def test_the_model_keeps_to_the_rules_of_models(model: SessionsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no type for it


def test_rows_are_read_page_by_page_until_there_are_no_more(model: SessionsModel) -> None:
    counts = [model.rowCount()]
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        counts.append(model.rowCount())
    assert counts == [PAGE, 2 * PAGE, 2 * PAGE + 10]
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 2 * PAGE + 10


def test_beginning_anew_keeps_as_many_rows_as_were_looked_at(model: SessionsModel) -> None:
    row = model.row(0)
    model.start(lambda _skip, limit: [row] * limit, at_least=PAGE + 30)
    assert model.rowCount() == PAGE + 30


def test_a_row_has_a_name_and_a_sentence_and_no_children(model: SessionsModel) -> None:
    index = model.index(0)
    assert index.data() == "Balance points"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == model.row(0).spoken
    assert index.data(SessionsModel.RowRole) is model.row(0)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(index) == 0
    assert model.data(QModelIndex()) is None
