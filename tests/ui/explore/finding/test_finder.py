"""Walking through the steps of finding a point."""

import pytest
from PySide6.QtCore import QObject, Qt, QVariantAnimation
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.core.points import Shows
from acutimer.ui.explore.finding.finder import Finder
from acutimer.ui.explore.finding.finding import Finding
from tests.shipped import LIBRARY
from tests.ui.kit.seeing import description, name
from tests.ui.practice import shown

STEPS = LIBRARY.points["ST36"].steps
MARKS = ("outer knee eye", "four fingers")


class Heard(QObject):
    """Everything the finder told."""

    def __init__(self, finder: Finder) -> None:
        super().__init__(finder)
        self.told: list[Finding | None] = []
        finder.found.connect(self.told.append)

    @property
    def last(self) -> Finding | None:
        return self.told[-1]


@pytest.fixture
def finder(qtbot: QtBot) -> Finder:
    return shown(Finder(STEPS, MARKS, is_still=True), qtbot, 380, 500)


@pytest.fixture
def heard(finder: Finder) -> Heard:
    return Heard(finder)


def current(finder: Finder) -> list[int]:
    return [index for index, row in enumerate(finder.rows) if row.is_current]


def test_the_steps_stand_there_as_words_with_the_names_in_them_standing_out(finder: Finder) -> None:
    assert [row.words.text() for row in finder.rows] == [step.words for step in STEPS]
    assert [row.words.marked for row in finder.rows] == [(), ("outer knee eye",), ("four fingers",), ()]
    assert not finder.is_walking
    assert not finder.next.isVisible()
    assert current(finder) == []


def test_show_me_walks_through_the_steps_one_after_another(finder: Finder, heard: Heard) -> None:
    finder.show_me.click()
    assert heard.last == Finding(0, Shows.POSE, 1.0, MARKS[0])
    for index, step in enumerate(STEPS):
        assert current(finder) == [index]
        assert heard.last == Finding(index, step.shows, 1.0, MARKS[0])
        finder.next.click()
    assert heard.last is None
    assert not finder.is_walking
    assert current(finder) == []


def test_by_keyboard_enter_goes_on_and_the_focus_comes_back_in_the_end(finder: Finder) -> None:
    finder.show_me.setFocus()
    QTest.keyClick(finder.show_me, Qt.Key.Key_Return)
    for _ in STEPS:
        assert finder.next.hasFocus()
        QTest.keyClick(finder.next, Qt.Key.Key_Return)
    assert not finder.is_walking
    assert finder.show_me.hasFocus()


def test_one_can_go_back_but_not_before_the_first_step(finder: Finder, heard: Heard) -> None:
    finder.start()
    assert not finder.back.isEnabled()
    finder.go(1)
    finder.go(-1)
    finder.go(-1)
    assert heard.last == Finding(0, Shows.POSE, 1.0, MARKS[0])


def test_the_last_step_says_that_it_is(finder: Finder) -> None:
    finder.start()
    assert name(finder.next) == "Next step"
    for _ in STEPS[1:]:
        finder.go(1)
    assert name(finder.next) == "Done"


def test_stopping_in_the_middle_leaves_no_step_marked(finder: Finder, heard: Heard) -> None:
    finder.start()
    finder.go(1)
    finder.show_me.click()
    assert heard.last is None
    assert current(finder) == []
    count = len(heard.told)
    finder.stop()
    finder.go(1)
    assert len(heard.told) == count


def test_a_screen_reader_is_told_the_step(finder: Finder) -> None:
    finder.start()
    assert description(finder.next) == STEPS[0].words
    finder.go(1)
    assert description(finder.next) == STEPS[1].words


def test_without_reduced_motion_each_part_grows_and_a_new_step_does_not_wait(qtbot: QtBot) -> None:
    finder = shown(Finder(STEPS, MARKS, is_still=False), qtbot, 380, 500)
    heard = Heard(finder)
    (motion,) = finder.findChildren(QVariantAnimation)
    finder.start()
    motion.pause()
    motion.setCurrentTime(motion.duration() // 2)
    assert heard.last is not None
    assert heard.last.shows is Shows.POSE
    assert 0 < heard.last.progress < 1
    finder.go(1)
    motion.pause()
    assert heard.last.index == 1 if heard.last is not None else False
    motion.setCurrentTime(motion.duration())
    assert heard.last == Finding(1, Shows.LANDMARK, 1.0, MARKS[0])
    finder.stop()
    QApplication.processEvents()
    assert heard.last is None
