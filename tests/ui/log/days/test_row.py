from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import text_width
from acutimer.ui.log.days.model import SessionRow, SessionsModel, row_of
from acutimer.ui.log.days.row import HEIGHT_PX, LINE_PX, name_lines
from acutimer.ui.log.days.sessions import SessionList
from tests.ui.practice import NOW, practise, shown

LONG = "My own evening practice for both of my tired knees"


@pytest.fixture
def row(context: Context) -> SessionRow:
    record = context.history.session(practise(context, "knee-pain-press"))
    assert record is not None
    return row_of(record, NOW, 3)


def test_a_name_that_fits_has_one_line(row: SessionRow) -> None:
    assert name_lines(row, 346) == ("Knee-pain press",)


@pytest.mark.parametrize("name", [LONG, "Kniegelenksbeschwerdenselbstbehandlungsübungsfolge"])
def test_a_longer_name_has_more_lines_and_loses_nothing(row: SessionRow, name: str) -> None:
    lines = name_lines(replace(row, name=name), 346)
    assert len(lines) > 1
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")
    room = 346 - text_width(row.length, font(17, 500, tabular=True)) - 60
    assert all(text_width(line, font(17, 600)) <= room for line in lines)


def test_a_row_is_as_high_as_its_name_needs_it(row: SessionRow, qtbot: QtBot) -> None:
    model = SessionsModel()
    model.start(lambda _skip, _limit: [row, replace(row, name=LONG), row])
    view = shown(SessionList(model), qtbot, 358, 600)
    heights = [view.visualRect(model.index(number)).height() for number in range(3)]
    lines = len(name_lines(replace(row, name=LONG), 346))
    assert heights == [HEIGHT_PX, HEIGHT_PX + (lines - 1) * LINE_PX, HEIGHT_PX]


def test_the_rows_stay_as_wide_when_the_bar_comes(row: SessionRow, qtbot: QtBot) -> None:
    widths = []
    for number in (2, 50):
        model = SessionsModel()
        rows = [row] * number
        model.start(lambda _skip, _limit: rows)  # noqa: B023 - asked once, here
        view = shown(SessionList(model), qtbot, 358, 600)
        view.grab()
        widths.append(view.visualRect(model.index(0)).width())
        assert view.verticalScrollBar().isVisible() == (number == 50)
    assert widths[0] == widths[1]
