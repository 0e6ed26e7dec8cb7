import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.log.days.phases import PhaseLine, Phases
from tests.ui.practice import practise, shown


def lines(phases: QWidget) -> list[str]:
    return [line.accessibleName() for line in phases.findChildren(PhaseLine) if line.isVisibleTo(phases)]


@pytest.fixture
def phases(context: Context, qtbot: QtBot) -> Phases:
    record = context.history.session(practise(context, "knee-pain-press", until=5, skipped=2))
    assert record is not None
    phases = shown(Phases(context.library), qtbot, 312, 600)
    phases.show_phases(record.phases)
    return phases


def test_folded_away_they_are_not_built(phases: Phases) -> None:
    assert not phases.findChildren(PhaseLine)
    phases.fold.click()
    assert len(lines(phases)) == 6
    phases.fold.click()
    assert not lines(phases)


def test_each_says_what_it_was_and_how_it_ended(phases: Phases) -> None:
    phases.fold.click()
    told = lines(phases)
    assert told[1:5] == ["Get ready, 0:08", "SP9, left leg, skipped", "Change sides, 0:08", "SP9, right leg, 2:00"]
    assert told[5] == "Get ready, 0:04 of 0:08"


def test_opened_once_they_stay_open_for_the_next_session(phases: Phases, context: Context) -> None:
    phases.fold.click()
    record = context.history.session(practise(context, "balance-points"))
    assert record is not None
    phases.show_phases(record.phases)
    assert len(lines(phases)) == len(record.phases)


def test_where_there_is_room_they_are_always_open(phases: Phases) -> None:
    phases.set_foldable(False)
    assert phases.fold.isHidden()
    assert len(lines(phases)) == 6
    phases.set_foldable(True)
    assert not lines(phases)


def test_a_session_without_phases_has_no_heading_for_them(phases: Phases) -> None:
    phases.show_phases(())
    assert phases.isHidden()
