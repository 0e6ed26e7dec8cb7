"""A complaint: its red flags first, then what fits, with times and postures, and what is worth reading."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.practices import GuideCard
from acutimer.ui.context import Context
from acutimer.ui.explore.reading.complaint_panel import ComplaintPanel
from acutimer.ui.explore.reading.guide_panel import GuideLinks
from acutimer.ui.kit.buttons import Chip
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import Text
from tests.ui.kit.seeing import description, name
from tests.ui.practice import resized, shown


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> ComplaintPanel:
    panel = ComplaintPanel(context)
    panel.show_complaint(context.library.complaints["knee-aching"])
    return shown(panel, qtbot, panel.minimumWidth(), 776)


def top_of(part: QWidget, panel: QWidget) -> int:
    return part.mapTo(panel, part.rect().topLeft()).y()


def test_the_red_flags_stand_above_everything_one_could_choose(panel: ComplaintPanel) -> None:
    assert panel.flags is not None
    bottom = top_of(panel.flags, panel) + panel.flags.height()
    assert all(top_of(row, panel) > bottom for row in panel.rows)
    assert bottom < panel.height()  # without scrolling


def test_the_red_flags_have_the_focus_when_the_panel_comes_up(panel: ComplaintPanel) -> None:
    assert panel.flags is not None
    assert panel.flags.hasFocus()


def test_the_red_flags_take_the_focus_from_what_led_here(context: Context, qtbot: QtBot) -> None:
    stack, chip, panel = QStackedWidget(), Chip("Aching"), ComplaintPanel(context)
    stack.addWidget(chip)
    stack.addWidget(panel)
    shown(stack, qtbot, 412, 776)
    QCoreApplication.processEvents()  # the window becomes the active one
    for complaint in context.library.complaints.values():
        stack.setCurrentWidget(chip)
        chip.setFocus()
        panel.show_complaint(complaint)
        stack.setCurrentWidget(panel)
        assert panel.flags is not None
        assert panel.flags.hasFocus(), complaint.id


def test_a_complaint_that_is_come_back_to_leaves_the_focus_where_it_is(context: Context, qtbot: QtBot) -> None:
    stack, panel = QStackedWidget(), ComplaintPanel(context)
    stack.addWidget(panel)
    stack.addWidget(QWidget())
    panel.show_complaint(context.library.complaints["knee-stiff"])
    shown(stack, qtbot, 412, 776)
    QCoreApplication.processEvents()  # the window becomes the active one
    panel.rows[1].setFocus()
    assert panel.rows[1].hasFocus()
    stack.setCurrentIndex(1)
    stack.setCurrentIndex(0)
    assert panel.flags is not None
    assert not panel.flags.hasFocus()


def test_tab_leads_from_the_red_flags_to_the_way_back_and_the_rows(panel: ComplaintPanel) -> None:
    assert panel.flags is not None
    stops: list[QWidget] = []
    stop = panel.flags.nextInFocusChain()
    while stop is not None and stop is not panel.flags:
        if isinstance(stop, Pressable) and panel.isAncestorOf(stop):
            stops.append(stop)
        stop = stop.nextInFocusChain()
    assert stops[0].accessibleName() == "Back to the question"
    assert stops[1 : 1 + len(panel.rows)] == list(panel.rows)


def test_a_screen_reader_hears_every_red_flag_at_once(panel: ComplaintPanel, context: Context) -> None:
    assert panel.flags is not None
    said = name(panel.flags)
    flags = context.library.complaints["knee-aching"].red_flags
    assert said.startswith("Read this first")
    assert all(flag.text in said for flag in flags)


def test_a_point_tells_code_name_place_and_the_time_for_each_side(panel: ComplaintPanel, context: Context) -> None:
    short = context.library.points["ST36"].short
    assert "ST36, Leg Three Miles, " + short[0].lower() + short[1:] + ", 1\u00a0min 30\u00a0s each side" in [
        name(row) for row in panel.rows
    ]


def test_a_point_of_the_back_is_pressed_on_both_sides_at_once(context: Context, qtbot: QtBot) -> None:
    panel = ComplaintPanel(context)
    panel.show_complaint(context.library.complaints["lower-back"])
    shown(panel, qtbot, panel.minimumWidth(), 776)
    assert name(panel.rows[0]).endswith("1\u00a0min, both sides at once")


def test_a_routine_tells_its_minutes_and_its_posture_and_that_it_starts(
    panel: ComplaintPanel, context: Context
) -> None:
    count = len(context.library.complaints["knee-aching"].points)
    routines = panel.rows[count:]
    assert name(routines[0]) == "Knee-pain press, 13\u00a0min, Seated"
    assert name(routines[-1]) == "Backward treadmill, 10\u00a0min, Walking"
    assert {description(row) for row in routines} == {"Starts the timer"}


def test_rows_carry_what_they_stand_for(panel: ComplaintPanel, context: Context) -> None:
    complaint = context.library.complaints["knee-aching"]
    chosen: list[str] = []
    panel.point_chosen.connect(chosen.append)
    panel.routine_chosen.connect(chosen.append)
    for row in panel.rows:
        row.click()
    assert chosen == [*complaint.points, *complaint.routines]


def test_what_is_worth_reading_about_it_stands_last(panel: ComplaintPanel) -> None:
    cards: list[GuideCard] = []
    panel.card_chosen.connect(cards.append)
    links = panel.findChild(GuideLinks)
    assert links is not None
    assert all(top_of(links, panel) > top_of(row, panel) for row in panel.rows)
    for row in links.rows:
        row.click()
    assert cards
    assert all("knee-aching" in card.about for card in cards)


def test_every_complaint_fits_the_panel_without_a_word_cut_off(context: Context, qtbot: QtBot) -> None:
    panel = shown(ComplaintPanel(context), qtbot, 412, 616)
    for complaint in context.library.complaints.values():
        panel.show_complaint(complaint)
        resized(panel, 412, 616)
        for text in panel.findChildren(Text):
            right = text.mapTo(panel, text.rect().topRight()).x()
            assert right <= panel.width(), (complaint.id, text.text())
        for row in panel.rows:
            assert row.width() >= row.minimumSizeHint().width(), (complaint.id, row.text())
            assert row.height() >= row.heightForWidth(row.width()), (complaint.id, row.text())


def test_without_a_complaint_there_is_none_to_come_back_to(panel: ComplaintPanel) -> None:
    panel.forget()
    assert panel.complaint is None
