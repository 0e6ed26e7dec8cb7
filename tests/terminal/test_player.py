import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from acutimer import paths
from acutimer.content.library import Library, load_library
from acutimer.core.errors import WorldError
from acutimer.core.fitting import plan
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Choices, Plan
from acutimer.core.points import Dose
from acutimer.core.routines import PressStep, Routine, Step, WaitStep
from acutimer.core.session import Outcome, Session
from acutimer.core.sides import Sides
from acutimer.store.database import open_database
from acutimer.store.history import History
from acutimer.store.recording import Recorder
from acutimer.terminal.keyboard import Key, NoKeys, keys_told
from acutimer.terminal.player import Ending, Player
from acutimer.terminal.screen import Screen
from tests.terminal.by_hand import START, HandClock, HandKeys
from tests.unprofiled import UNPROFILED

DOSE = Dose(seconds=60, min_seconds=30, max_seconds=120, source="balance")
PRESS = PressStep(say="Press gently", source="balance", point="KI3", dose=DOSE)
WALK = WaitStep(say="Walk your round", source="balance", technique="walking")

DONE, PARTIAL, SKIPPED = Outcome.DONE, Outcome.PARTIAL, Outcome.SKIPPED


def planned(*steps: Step) -> Plan:
    routine = Routine(id="some", name="Some", summary="Some.", postures=(), equipment=(), steps=steps, source="product")
    return plan(routine, Choices(), UNPROFILED)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(paths.resources() / "content" / "en")


class Evening:
    """A player, the clock it looks at, what it said, and the log it keeps."""

    def __init__(self, library: Library, history: History) -> None:
        self.clock = HandClock()
        self.out = io.StringIO()
        self.history = history
        self._library = library
        self.interrupted = False
        self.oversleeps = 0.0

    def play(
        self,
        *events: tuple[float, Key | Callable[[], None]],
        steps: tuple[Step, ...] = (PRESS,),
        alone: bool = False,
        never_waits: bool = False,
    ) -> Ending:
        self.player = Player(
            Session(planned(*steps)),
            Recorder(self.history, "one"),
            self._library,
            clocks=self.clock.clocks,
            keys=NoKeys(self.oversleep) if alone else HandKeys(self.clock, *events),
            screen=Screen(self.out),
            is_interrupted=lambda: self.interrupted,
            never_waits=never_waits,
        )
        return self.player.play()

    def oversleep(self, seconds: float) -> None:
        self.clock.pass_by(seconds + self.oversleeps)

    def interrupt(self) -> None:
        self.interrupted = True

    @property
    def said(self) -> list[str]:
        return self.out.getvalue().replace("\N{NO-BREAK SPACE}", " ").splitlines()

    @property
    def record(self) -> SessionRecord:
        record = self.history.session("one")
        assert record is not None
        return record

    @property
    def told(self) -> list[tuple[int, Outcome, float]]:
        return [(phase.index, phase.outcome, round(phase.done_seconds, 3)) for phase in self.record.phases]


@pytest.fixture
def evening(library: Library, tmp_path: Path) -> Iterator[Evening]:
    connection = open_database(tmp_path / "acutimer.db", START)
    yield Evening(library, History(connection))
    connection.close()


WHOLE = [(0, DONE, 8), (1, DONE, 60), (2, DONE, 8), (3, DONE, 60)]


def test_a_session_left_alone_runs_straight_through_a_line_a_phase(evening: Evening) -> None:
    assert evening.play(alone=True) is Ending.OVER
    assert evening.told == WHOLE
    assert evening.record.outcome is DONE
    assert evening.clock.ran == 136
    assert evening.said == [
        "Get ready: KI3 Supreme Stream · left (8 s)",
        "KI3 Supreme Stream · left (1 min): Press gently",
        "Change to the right side (8 s)",
        "KI3 Supreme Stream · right (1 min): Press gently",
    ]


def test_with_someone_there_the_keys_are_told_first(evening: Evening) -> None:
    evening.play()
    assert evening.said[0] == keys_told().replace("\N{NO-BREAK SPACE}", " ")
    assert evening.told == WHOLE


def test_space_pauses_and_goes_on(evening: Evening) -> None:
    evening.play((20, Key.GO), (500, Key.GO))
    assert evening.told == WHOLE
    assert evening.clock.ran == pytest.approx(136 + 480, abs=0.3)


def test_space_starts_a_preparation_now(evening: Evening) -> None:
    evening.play((3, Key.GO))
    assert evening.told[0] == (0, PARTIAL, 3)
    assert evening.told[1:] == WHOLE[1:]


def test_skip_leaves_a_phase_early(evening: Evening) -> None:
    evening.play((20, Key.SKIP))
    assert evening.told == [(0, DONE, 8), (1, PARTIAL, 12), (2, DONE, 8), (3, DONE, 60)]
    assert evening.record.outcome is PARTIAL


def test_skipping_a_preparation_says_what_was_skipped(evening: Evening) -> None:
    evening.play((5, Key.SKIP))
    assert evening.told[:2] == [(0, PARTIAL, 5), (1, SKIPPED, 0)]
    assert "Skipped: KI3 Supreme Stream · left (1 min): Press gently" in evening.said


def test_back_and_redo_append_records(evening: Evening) -> None:
    evening.play((20, Key.BACK), (40, Key.REDO))
    assert evening.told == [
        (0, DONE, 8),
        (1, PARTIAL, 12),
        (1, PARTIAL, 20),
        (1, DONE, 60),
        (2, DONE, 8),
        (3, DONE, 60),
    ]
    assert evening.record.outcome is DONE


def test_plus_lengthens_both_sides(evening: Evening) -> None:
    evening.play((20, Key.MORE))
    assert [phase.planned_seconds for phase in evening.record.phases] == [8, 75, 8, 75]
    assert evening.record.planned_seconds == 166


def test_w_lets_a_preparation_wait_until_space(evening: Evening) -> None:
    evening.play((5, Key.WAIT), (300, Key.GO), never_waits=True)
    assert evening.told[0] == (0, DONE, 300)


def test_s_says_it_again(evening: Evening) -> None:
    evening.play((20, Key.SAY))
    assert evening.said.count("KI3 Supreme Stream · left (1 min): Press gently") == 2


def test_a_wait_lasts_until_space(evening: Evening) -> None:
    evening.play((600, Key.GO), steps=(WALK, PRESS))
    assert evening.told[0] == (0, DONE, 600)
    assert any(line.endswith(" (until you say go): Walk your round") for line in evening.said)


def test_waits_end_at_once_when_they_are_told_to(evening: Evening) -> None:
    evening.play(alone=True, never_waits=True, steps=(WALK, PRESS, WALK))
    assert evening.told == [(0, DONE, 0), (1, DONE, 8), (2, DONE, 60), (3, DONE, 8), (4, DONE, 60), (5, DONE, 0)]
    assert evening.clock.ran == 136


def test_stop_keeps_what_was_done(evening: Evening) -> None:
    assert evening.play((20, Key.STOP)) is Ending.OVER
    assert evening.told == [(0, DONE, 8), (1, PARTIAL, 12)]
    assert evening.record.outcome is PARTIAL
    assert evening.clock.ran == pytest.approx(30, abs=0.3)


def test_a_key_in_the_very_moment_of_the_end_is_too_late(evening: Evening) -> None:
    assert evening.play((136, Key.GO)) is Ending.OVER
    assert evening.told == WHOLE


def test_a_long_pause_writes_nothing(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    writes: list[float] = []
    write = History.write

    def count(history: History, *ended: object, **more: object) -> None:
        writes.append(evening.clock.ran)
        write(history, *ended, **more)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(History, "write", count)
    evening.play((20, Key.GO), (3600, Key.GO))
    assert not [second for second in writes if 20 < second < 3600]
    assert 20 in writes


def test_waking_late_loses_no_time(evening: Evening) -> None:
    evening.oversleeps = 0.11
    evening.play(alone=True, never_waits=True, steps=(WALK, PRESS, WALK, PRESS))
    assert evening.told[:6] == [(0, DONE, 0), (1, DONE, 8), (2, DONE, 60), (3, DONE, 8), (4, DONE, 60), (5, DONE, 0)]
    assert evening.clock.ran == pytest.approx(272, abs=0.4)


def test_a_second_stop_leaves_at_once(evening: Evening) -> None:
    evening.play((20, Key.STOP), (21, Key.STOP))
    assert evening.clock.ran == 21


def test_a_stop_can_be_taken_back_for_ten_seconds(evening: Evening) -> None:
    ended: list[bool] = []

    def look() -> None:
        ended.append(evening.record.ended_at is not None)

    evening.play((20, Key.STOP), (22, look), (28, Key.UNDO), (40, look))
    assert ended == [True, False]
    assert evening.told == WHOLE
    assert evening.record.outcome is DONE
    assert evening.clock.ran == pytest.approx(144, abs=0.3)


def test_nothing_else_is_heard_after_a_stop(evening: Evening) -> None:
    evening.play((20, Key.STOP), (22, Key.GO), (23, Key.SKIP))
    assert evening.told == [(0, DONE, 8), (1, PARTIAL, 12)]


def test_an_interruption_keeps_what_was_done(evening: Evening) -> None:
    assert evening.play((20, evening.interrupt)) is Ending.INTERRUPTED
    ((first, _, _), (second, outcome, seconds)) = evening.told
    assert (first, second, outcome) == (0, 1, PARTIAL)
    assert seconds == pytest.approx(12, abs=0.3)
    assert evening.record.ended_at is not None


def test_a_computer_that_slept_asks_and_counts_nothing(evening: Evening) -> None:
    evening.play((20, lambda: evening.clock.suspend(360)), (25, Key.GO))
    assert evening.told == WHOLE
    assert any(line.startswith("Away for 6 min; the timer stood still.") for line in evening.said)
    assert evening.clock.ran == pytest.approx(141, abs=0.3)


def test_after_being_away_one_can_begin_again_or_stop(evening: Evening) -> None:
    evening.play((20.1, lambda: evening.clock.pass_by(30)), (55, Key.REDO), (60, Key.STOP), (61, Key.STOP))
    assert evening.told == [(0, DONE, 8), (1, PARTIAL, 12), (1, PARTIAL, 5)]


def test_a_key_after_being_away_is_not_taken_for_time_passed(evening: Evening) -> None:
    evening.play((20.1, lambda: evening.clock.suspend(3600)), (20.1, Key.SKIP))
    assert evening.told[1] == (1, PARTIAL, 12)


def test_with_no_one_there_it_goes_on_after_being_away(evening: Evening) -> None:
    slept = iter([False] * 100 + [True] + [False] * 10_000)

    def sleep(seconds: float) -> None:
        evening.clock.pass_by(seconds)
        if next(slept):
            evening.clock.suspend(90)

    player = Player(
        Session(planned(PRESS)),
        Recorder(evening.history, "one"),
        evening._library,
        clocks=evening.clock.clocks,
        keys=NoKeys(sleep),
        screen=Screen(evening.out),
        is_interrupted=lambda: False,
    )
    assert player.play() is Ending.OVER
    assert evening.told == WHOLE
    assert "Away for 1 min 30 s; the timer stood still. Going on." in evening.said


def test_the_running_phase_is_kept_every_five_seconds(evening: Evening) -> None:
    seen: list[float] = []

    def look() -> None:
        seen.append(evening.record.phases[-1].done_seconds)

    evening.play(*((second, look) for second in range(10, 60, 1)))
    assert len(evening.record.phases) == 4
    behind = [second - 8 - kept for second, kept in zip(range(10, 60), seen, strict=True)]
    assert max(behind) <= 5.3
    assert sorted(seen) == seen


def test_a_broken_output_keeps_what_was_done(evening: Evening) -> None:
    class Broken(io.StringIO):
        def write(self, text: str) -> int:
            if "Change" in text:
                raise BrokenPipeError
            return super().write(text)

    evening.out = Broken()
    with pytest.raises(BrokenPipeError):
        evening.play()
    assert evening.told[:2] == [(0, DONE, 8), (1, DONE, 60)]
    assert evening.record.ended_at is not None


def test_a_disk_that_fails_for_a_while_is_told_once_and_loses_nothing(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = History.write

    def fail(*args: object, **kwargs: object) -> None:
        raise WorldError("No room on the disk.")

    evening.play(
        (5, lambda: monkeypatch.setattr(History, "write", fail)),
        (90, lambda: monkeypatch.setattr(History, "write", write)),
    )
    assert evening.told == WHOLE
    assert evening.said.count("No room on the disk. The session goes on, and it is tried again.") == 1


def test_a_disk_that_fails_to_the_end_is_the_worlds_fault(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise WorldError("No room on the disk.")

    with pytest.raises(WorldError, match="No room"):
        evening.play((5, lambda: monkeypatch.setattr(History, "write", fail)))


def test_one_line_in_place_shows_side_time_and_what_to_do(evening: Evening) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    evening.out = Terminal()
    circling = PressStep(say="Press", source="balance", point="KI3", dose=DOSE, circle_seconds=20, sides=Sides.LEFT)
    evening.play((20, Key.GO), (25, Key.GO), steps=(circling,))
    shown = evening.out.getvalue()
    assert "left  0:48 to go  paused, Space goes on  (0:48 in all)" in shown
    assert "left  0:10 to go  circle on the spot  (0:10 in all)" in shown
    assert "\a" in shown
