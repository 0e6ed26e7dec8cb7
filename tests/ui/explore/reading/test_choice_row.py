"""A row to choose: everything on it can be read, and heard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.ui.explore.reading.choice_row import LEAST_PX, ChoiceRow, Fact
from tests.ui.kit.seeing import name, picture
from tests.ui.practice import resized, shown

PLACE = "Two thumbs above the outer top corner of the kneecap"
TIME = Fact("clock", "2 min each side")

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_screen_reader_hears_code_name_place_and_facts() -> None:
    row = ChoiceRow("Ridge Mound", PLACE, [TIME], code="ST34")
    assert name(row) == "ST34, Ridge Mound, two thumbs above the outer top corner of the kneecap, 2 min each side"


def test_a_row_is_as_high_as_its_words_need_in_its_width() -> None:
    row = ChoiceRow("Ridge Mound", PLACE, [TIME], code="ST34")
    wide, narrow = row.heightForWidth(600), row.heightForWidth(260)
    assert narrow > wide
    assert ChoiceRow("Ridge Mound", PLACE, code="ST34").heightForWidth(600) < wide
    assert ChoiceRow("Food").heightForWidth(352) == LEAST_PX


def test_a_long_name_wraps_instead_of_being_cut_off() -> None:
    row = ChoiceRow("A routine with a name nobody would expect to fit", facts=[TIME])
    assert row.heightForWidth(300) > row.heightForWidth(600)
    assert row.minimumSizeHint().width() < 250


def test_facts_that_do_not_fit_beside_each_other_stand_below() -> None:
    facts = [Fact("clock", "13 min"), Fact("seated", "Seated and standing")]
    row = ChoiceRow("Morning balance", facts=facts)
    assert row.heightForWidth(240) > row.heightForWidth(352)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_chooses_it(key: Qt.Key, qtbot: QtBot) -> None:
    row = shown(ChoiceRow("Food", icon="book"), qtbot, 352, 56)
    with qtbot.waitSignal(row.clicked):
        QTest.keyClick(row, key)


def test_every_line_lies_inside_the_row(qtbot: QtBot) -> None:
    row = shown(ChoiceRow("Ridge Mound of the Long Name", PLACE, [TIME], code="ST34"), qtbot)
    for width in (260, 352, 600):
        resized(row, width, row.heightForWidth(width))
        image = picture(row)
        ground = image.pixelColor(width // 2, 3)
        for y in (*range(2, 8), *range(row.height() - 8, row.height() - 2)):
            assert all(image.pixelColor(x, y) == ground for x in range(20, width - 20)), (width, y)
