from pytestqt.qtbot import QtBot

from acutimer.core.sides import Side
from acutimer.ui.after.summary import Amount
from acutimer.ui.after.table import DoneTable, RowWords
from tests.ui.practice import resized, shown

SIDES = {Side.LEFT: Amount(60, 60), Side.RIGHT: Amount(0, 60)}
ROWS = [
    RowWords("SP9", "Yin Mound Spring", SIDES),
    RowWords("", "Heel raises", {Side.BOTH: Amount(5, 20, in_reps=True)}),
]


def test_the_height_of_new_lines_is_known_at_once(qtbot: QtBot) -> None:
    table = shown(DoneTable(), qtbot, 536, 400)
    table.show_rows(ROWS)
    assert table.sizeHint().height() == 28 + 2 * 44
    table.show_rows(ROWS[1:])  # without sides there is nothing to name above the lines
    assert table.sizeHint().height() == 44


def test_the_bars_go_below_the_names_where_there_is_no_room_beside_them(qtbot: QtBot) -> None:
    table = shown(DoneTable(), qtbot, 536, 400)
    table.show_rows(ROWS)
    assert all(row.is_wide for row in table.rows)
    resized(table, 320, 400)
    assert not any(row.is_wide for row in table.rows)
    resized(table, 536, 400)
    table.show_rows([RowWords("SP9", "A name that is longer than half of the table is wide", SIDES)])
    assert not table.rows[0].is_wide


def test_a_line_says_what_was_done_and_what_was_not(qtbot: QtBot) -> None:
    table = shown(DoneTable(), qtbot, 536, 400)
    table.show_rows(ROWS)
    assert [row.accessibleName() for row in table.rows] == [
        "SP9 Yin Mound Spring, left 1:00, right none",
        "Heel raises, 5 of 20",
    ]
