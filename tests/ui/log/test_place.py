from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.log.place import LogPlace
from tests.ui.practice import NOW, practise, shown


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> LogPlace:
    practise(context, "knee-pain-press", NOW - timedelta(days=1), until=10)
    practise(context, "morning-balance", NOW - timedelta(hours=1))
    return shown(LogPlace(context), qtbot)


def newest(place: LogPlace) -> str:
    row = place.days.listing.row(0)
    assert row is not None
    return row.when


def test_a_new_day_is_noticed_when_the_window_comes_back(context: Context, qtbot: QtBot) -> None:
    now = [NOW]
    moved = replace(context, wall=lambda: now[0])
    practise(moved, "balance-points")
    place = shown(LogPlace(moved), qtbot)
    now[0] += timedelta(days=1)
    assert newest(place) == "Today, 09:30"
    QCoreApplication.sendEvent(place, QEvent(QEvent.Type.ActivationChange))
    assert newest(place) == "Yesterday, 09:30"
