"""The first panel: complaints by place, and at its foot the ways to what there is to read."""

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from acutimer.core.practices import Complaint
from acutimer.ui.context import Context
from acutimer.ui.explore.reading.question_panel import QuestionPanel
from acutimer.ui.kit.buttons import Chip
from tests.ui.kit.seeing import name
from tests.ui.practice import resized, shown


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> QuestionPanel:
    panel = QuestionPanel(context)
    return shown(panel, qtbot, panel.minimumWidth(), 776)


def test_every_complaint_has_a_chip_that_names_its_place(panel: QuestionPanel, context: Context) -> None:
    asked: list[Complaint] = []
    panel.asked.connect(asked.append)
    chips = panel.findChildren(Chip)
    for chip in chips:
        chip.click()
    assert asked == list(context.library.complaints.values())
    assert name(chips[0]) == "Knee: Aching"


def test_the_foot_leads_to_the_red_flags_and_to_the_texts(panel: QuestionPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.warned):
        panel.safety.click()
    with qtbot.waitSignal(panel.leafed):
        panel.texts.click()


def test_at_the_lowest_window_every_chip_is_seen_without_scrolling(panel: QuestionPanel) -> None:
    resized(panel, panel.minimumWidth(), 616)
    last = panel.findChildren(Chip)[-1]
    assert last.mapTo(panel, last.rect().bottomLeft()).y() < panel.texts.mapTo(panel, QPoint(0, 0)).y()


@pytest.mark.parametrize("height", [616, 776, 1056])
def test_the_foot_stays_in_sight_whole(panel: QuestionPanel, height: int) -> None:
    resized(panel, panel.minimumWidth(), height)
    for line in (panel.texts, panel.safety):
        assert line.width() >= line.sizeHint().width()
        top_left = line.mapTo(panel, QPoint(0, 0))
        assert panel.rect().contains(QRect(top_left, line.size()))
