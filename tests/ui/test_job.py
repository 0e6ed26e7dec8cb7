"""Works in a thread of their own, with questions and answers instead of times."""

import threading
from collections.abc import Callable, Generator, Iterator

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from acutimer.core.errors import AcutimerError, InputError
from acutimer.store.copying import KeepOn
from acutimer.store.progress import Progress
from acutimer.ui.job import Job

Steps = Generator[Progress, None, str]


class Heard:
    """What a job told, in order, and the threads it was told in."""

    def __init__(self, job: Job) -> None:
        self.told: list[object] = []
        self.threads: set[int] = set()
        job.stepped.connect(self._hear)
        job.ended.connect(self._hear)
        job.failed.connect(self._hear)
        job.given_up.connect(lambda: self._hear("given up"))

    def _hear(self, told: object) -> None:
        self.told.append(told)
        self.threads.add(threading.get_ident())


class Gate:
    """Where a work stands until the test lets it go on."""

    def __init__(self) -> None:
        self.reached, self.open = threading.Event(), threading.Event()

    def stand(self) -> None:
        self.reached.set()
        assert self.open.wait(30)


@pytest.fixture
def ticks() -> Iterator[float]:
    return iter(x * 0.03 for x in range(1000))


@pytest.fixture
def job(qtbot: QtBot, ticks: Iterator[float]) -> Iterator[Job]:
    job = Job(clock=lambda: next(ticks))
    yield job
    job.close()


def through(job: Job, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not job.is_busy, timeout=60_000)


def counting(steps: int) -> Callable[[KeepOn], Steps]:
    def work(_keep_on: KeepOn) -> Steps:
        for done in range(steps):
            yield Progress(done, steps)
        return f"{steps} steps"

    return work


def test_a_work_is_walked_elsewhere_and_told_of_here(job: Job, qtbot: QtBot) -> None:
    heard, walked = Heard(job), set[int]()

    def work(_keep_on: KeepOn) -> Steps:
        walked.add(threading.get_ident())
        yield Progress(0, 1)
        return "done"

    job.start(work)
    assert job.is_busy
    through(job, qtbot)
    assert heard.told == [Progress(0, 1), "done"]
    assert heard.threads == {threading.get_ident()}
    assert not walked & heard.threads


def test_progress_is_told_the_first_time_and_then_ten_times_a_second(job: Job, qtbot: QtBot) -> None:
    heard = Heard(job)
    job.start(counting(9))  # 30 ms each
    through(job, qtbot)
    assert heard.told == [Progress(0, 9), Progress(4, 9), Progress(8, 9), "9 steps"]


def test_a_work_that_is_given_up_puts_away_what_it_began(job: Job, qtbot: QtBot) -> None:
    heard, gate, put_away = Heard(job), Gate(), []

    def work(_keep_on: KeepOn) -> Steps:
        try:
            yield Progress(0, 2)
            gate.stand()
            yield Progress(1, 2)
            return "done"
        finally:
            put_away.append(threading.get_ident())

    job.start(work)
    assert gate.reached.wait(30)
    job.cancel()
    gate.open.set()
    through(job, qtbot)
    assert heard.told[-1] == "given up"
    assert len(put_away) == 1
    assert put_away[0] != threading.get_ident()


def test_what_was_done_before_it_could_be_given_up_is_told(job: Job, qtbot: QtBot) -> None:
    heard, gate = Heard(job), Gate()

    def work(_keep_on: KeepOn) -> Steps:
        yield Progress(0, 1)
        gate.stand()
        return "done all the same"

    job.start(work)
    assert gate.reached.wait(30)
    job.cancel()
    gate.open.set()
    through(job, qtbot)
    assert heard.told[-1] == "done all the same"


def test_a_work_that_asks_learns_that_it_is_not_wanted_any_more(job: Job, qtbot: QtBot) -> None:
    answers, gate = [], Gate()

    def work(keep_on: KeepOn) -> Steps:
        yield Progress(0, 1)
        answers.append(keep_on())
        gate.stand()
        answers.append(keep_on())
        return "done"

    job.start(work)
    assert gate.reached.wait(30)
    job.cancel()
    gate.open.set()
    through(job, qtbot)
    assert answers == [True, False]


def test_the_next_work_takes_the_place_of_the_one_before(job: Job, qtbot: QtBot) -> None:
    heard, gate = Heard(job), Gate()

    def work(_keep_on: KeepOn) -> Steps:
        gate.stand()
        yield Progress(0, 1)
        return "the first"

    job.start(work)
    assert gate.reached.wait(30)
    job.start(counting(1))
    gate.open.set()
    through(job, qtbot)
    assert heard.told == [Progress(0, 1), "1 steps"]


def test_a_fault_of_input_or_world_is_told_and_one_of_our_own_is_raised(job: Job, qtbot: QtBot) -> None:
    heard = Heard(job)

    def wrong(error: Exception) -> Callable[[KeepOn], Steps]:
        def work(_keep_on: KeepOn) -> Steps:
            yield Progress(0, 1)
            raise error

        return work

    job.start(wrong(InputError("no such file")))
    through(job, qtbot)
    assert isinstance(heard.told[-1], AcutimerError)
    assert str(heard.told[-1]) == "no such file"
    with capture_exceptions() as raised:
        job.start(wrong(ZeroDivisionError("ours")))
        through(job, qtbot)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert not job.is_busy


def test_closing_waits_until_everything_is_put_away_and_tells_nothing(qtbot: QtBot) -> None:
    job = Job()
    heard, gate, put_away = Heard(job), Gate(), []

    def work(_keep_on: KeepOn) -> Steps:
        try:
            gate.stand()
            yield Progress(0, 1)
            return "done"
        finally:
            put_away.append(True)

    job.start(work)
    job.start(work)
    assert gate.reached.wait(30)
    gate.open.set()
    job.close()
    assert put_away == [True]
    qtbot.wait(0)
    assert heard.told == []
