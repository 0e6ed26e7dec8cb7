from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
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
    practise(context, "knee-pain-press")
    context.history.finder.find()
    return row_of(context.history.finder.page(0, 1)[0], NOW, 3)


@pytest.mark.usefixtures("qtbot")
def test_a_name_that_fits_has_one_line() -> None:
    assert name_lines("Knee-pain press", 346) == ("Knee-pain press",)


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("name", [LONG, "Kniegelenksbeschwerdenselbstbehandlungs\u00fcbungsfolge"])
def test_a_longer_name_has_more_lines_and_loses_nothing(name: str) -> None:
    lines = name_lines(name, 346)
    assert len(lines) > 1
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")
    room = 346 - text_width("120\u00a0min", font(17, 500, tabular=True)) - 60
    assert all(text_width(line, font(17, 600)) <= room for line in lines)


def a_list(rows: list[SessionRow], qtbot: QtBot) -> SessionList:
    model = SessionsModel()
    model.start(len(rows), lambda first, limit: rows[first : first + limit])
    view = shown(SessionList(model), qtbot, 358, 600)
    view.set_names({row.name for row in rows})
    QCoreApplication.sendPostedEvents()
    view.grab()
    return view


def test_every_row_is_as_high_as_the_longest_name_needs_it(row: SessionRow, qtbot: QtBot) -> None:
    view = a_list([row, replace(row, name=LONG), row], qtbot)
    heights = {view.visualRect(view.model().index(number, 0)).height() for number in range(3)}
    assert heights == {HEIGHT_PX + (len(name_lines(LONG, 346)) - 1) * LINE_PX}


def test_the_rows_stay_as_wide_when_the_bar_comes(row: SessionRow, qtbot: QtBot) -> None:
    widths = []
    for number in (2, 50):
        view = a_list([row] * number, qtbot)
        widths.append(view.visualRect(view.model().index(0, 0)).width())
        assert view.verticalScrollBar().isVisible() == (number == 50)
    assert widths[0] == widths[1]


def test_a_hundred_thousand_rows_are_laid_out_and_the_last_can_be_chosen(row: SessionRow, qtbot: QtBot) -> None:
    model, chosen = SessionsModel(), []
    rows = range(100_000)
    model.start(
        len(rows), lambda first, limit: [replace(row, name=f"Number {it}") for it in rows[first : first + limit]]
    )
    view = shown(SessionList(model), qtbot, 358, 600)
    view.chosen.connect(lambda it: chosen.append(it.name))
    view.choose(99_999)
    assert chosen == ["Number 99999"]
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
