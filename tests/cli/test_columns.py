from acutimer.cli.columns import section, table, wrapped
from acutimer.terminal.cells import cells


def test_han_characters_take_two_cells_and_marks_none() -> None:
    assert cells("足三里") == 6
    assert cells("Zúsānlǐ") == 7
    assert cells("Zu\N{COMBINING ACUTE ACCENT}") == 2


def test_columns_line_up_whatever_is_in_them() -> None:
    rows = table([("足三里", "a", "one"), ("x", "bb", "two")], 40).splitlines()
    assert rows == ["足三里  a   one", "x       bb  two"]


def test_the_last_column_wraps_under_itself() -> None:
    shown = table([("ST36", "four fingers below the outer knee eye")], 30)
    assert shown == "ST36  four fingers below the\n      outer knee eye\n"
    assert all(cells(line) <= 30 for line in shown.splitlines())


def test_an_empty_last_column_leaves_no_blanks() -> None:
    assert table([("a", "")], 20) == "a\n"


def test_a_heading_without_words_is_left_out() -> None:
    assert section("Take care", [], 40) == ""
    assert section("Take care", ["Stop."], 40) == "\nTake care\n  Stop.\n"


def test_no_words_are_no_line() -> None:
    assert wrapped("", 40) == ""
