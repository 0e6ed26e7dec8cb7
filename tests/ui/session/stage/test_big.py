from pytestqt.qtbot import QtBot

from acutimer.ui.kit.fonts import font
from acutimer.ui.session.stage.big import Big, cells


def test_digits_stand_still_while_they_change(qtbot: QtBot) -> None:
    letters = font(176, 600)
    assert cells("1:11", letters) == cells("0:48", letters)
    assert len(set(cells("0123456789", letters))) == 1


def test_the_phrase_is_read_as_one(qtbot: QtBot) -> None:
    big = Big()
    qtbot.addWidget(big)
    big.say("12", "of 20", "52 of 100 today")
    assert big.text() == "12 of 20, 52 of 100 today"
    big.say("1:24")
    assert big.text() == "1:24"
