from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from pytestqt.qtbot import QtBot

from acutimer.ui.reminding.desktop import quiet_bus
from acutimer.ui.reminding.desktop.quiet import Quiet
from acutimer.ui.reminding.desktop.quiet_bus import QuietBus
from tests.ui.session.desktop.children import PATIENCE_MS, Child
from tests.ui.session.desktop.conftest import Bus


def soon(holds: Callable[[], bool]) -> None:
    """Run Qt's events until it holds."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not holds():
        assert not deadline.hasExpired(), "it never came"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)


@pytest.fixture
def quiet(bus: Bus) -> Iterator[QuietBus]:
    quiet = QuietBus(environment=bus.environment)
    yield quiet
    quiet.close()


def answer_of(quiet: QuietBus | Quiet) -> bool:
    answers: list[bool] = []
    quiet.ask(answers.append)
    soon(lambda: bool(answers))
    assert len(answers) == 1
    return answers[0]


def test_a_desktop_that_wants_quiet_says_so(quiet: QuietBus, notifier: Callable[..., Child]) -> None:
    notifier("inhibited")
    assert answer_of(quiet)


def test_a_desktop_that_does_not_lets_it_speak(quiet: QuietBus, notifier: Callable[..., Child]) -> None:
    notifier()
    assert not answer_of(quiet)
    assert not answer_of(quiet)


def test_where_nobody_knows_it_may_speak(quiet: QuietBus) -> None:
    assert not answer_of(quiet)


def test_one_who_never_answers_holds_up_nobody(
    quiet: QuietBus, notifier: Callable[..., Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiet_bus, "PATIENCE_MS", 1)
    notifier("slow")
    assert not answer_of(quiet)


def test_a_bus_that_ends_while_it_is_asked_has_nothing_against_it(
    quiet: QuietBus, notifier: Callable[..., Child], bus: Bus
) -> None:
    notifier("slow")
    answers: list[bool] = []
    quiet.ask(answers.append)
    bus.end()
    soon(lambda: bool(answers))
    assert answers == [False]


def test_without_a_bus_it_may_speak_at_once(qtbot: QtBot) -> None:
    answers: list[bool] = []
    QuietBus(environment={}).ask(answers.append)
    assert answers == [False]


def test_closed_it_answers_nothing_more(quiet: QuietBus, notifier: Callable[..., Child]) -> None:
    notifier("slow")
    quiet.ask(lambda _: pytest.fail("it was closed"))
    quiet.close()


def test_a_screen_given_to_something_else_needs_no_bus(bus: Bus) -> None:
    taken = Quiet(environment=bus.environment, is_taken=lambda: True)
    free = Quiet(environment=bus.environment, is_taken=lambda: False)
    assert answer_of(taken)
    assert not answer_of(free)
    free.close()
    taken.close()
