import contextlib
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acutimer.core.errors import WorldError
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Plan
from acutimer.core.session import Held, Outcome, Over, Running, Session, Why
from acutimer.store.database import open_database, open_in_memory
from acutimer.store.history import History
from acutimer.store.recording import CHECKPOINT_SECONDS, RETRY_SECONDS, Recorder
from acutimer.store.rows import plan_text

ROOT = Path(__file__).resolve().parents[2]


class Shell:
    """What the window and the terminal do: a clock moved by hand, a session, and its recorder following."""

    def __init__(self, history: History, plan: Plan, start: datetime) -> None:
        self.history = history
        self.wall = start
        self.now = 1000.0
        self.recorder = Recorder(history, "a")
        self.recorder.begin(plan, start)
        self.session = Session(plan).start(self.now)
        self.follow()

    def follow(self) -> None:
        self.recorder.follow(self.session, self.now, self.wall)

    def checkpoint(self) -> None:
        self.recorder.checkpoint(self.session, self.now, self.wall)

    def pass_time(self, seconds: float) -> None:
        self.now += seconds
        self.wall += timedelta(seconds=seconds)
        self.session = self.session.advance(self.now)
        self.follow()

    def do(self, control: str) -> None:
        self.session = getattr(self.session, control)(self.now)
        self.follow()

    @property
    def kept(self) -> SessionRecord:
        record = self.history.session("a")
        assert record is not None
        return record


@pytest.fixture
def shell(history: History, plan: Plan, start: datetime) -> Shell:
    return Shell(history, plan, start)


def test_a_session_is_kept_from_its_first_moment(shell: Shell, plan: Plan) -> None:
    kept = shell.kept
    assert (kept.routine, kept.routine_name, kept.outcome) == ("small", "Small", None)
    assert (kept.planned_seconds, kept.practice_seconds) == (plan.seconds, 180)
    assert [phase.index for phase in kept.phases] == [0]


def test_every_phase_is_kept_as_it_ends(shell: Shell, start: datetime) -> None:
    shell.pass_time(8)
    shell.pass_time(60)
    phases = shell.kept.phases
    assert [(phase.index, phase.outcome, phase.done_seconds) for phase in phases[:2]] == [
        (0, Outcome.DONE, 8),
        (1, Outcome.DONE, 60),
    ]
    assert phases[1].ended_at == start + timedelta(seconds=68)


def test_a_phase_that_ended_between_two_ticks_ended_when_it_was_due(shell: Shell, start: datetime) -> None:
    shell.pass_time(8 + 60 + 8 + 5)
    ends = [(phase.ended_at - start).total_seconds() for phase in shell.kept.phases]
    assert ends == [8, 68, 76, 81]


def test_a_whole_session_is_done(shell: Shell, start: datetime) -> None:
    shell.pass_time(8 + 60 + 8 + 60 + 8 + 60)
    shell.pass_time(600)
    shell.do("go")
    kept = shell.kept
    assert shell.session.state == Over(stopped=False)
    assert (kept.outcome, kept.ended_at) == (Outcome.DONE, start + timedelta(seconds=804))
    assert [phase.outcome for phase in kept.phases] == [Outcome.DONE] * 7
    assert (kept.done_seconds, kept.share) == (780, 1)
    assert kept.phases[5].done_reps == 10


def test_a_session_with_a_part_left_out_is_partial(shell: Shell) -> None:
    shell.pass_time(8 + 60)
    shell.do("skip")
    shell.pass_time(8 + 60)
    shell.do("go")
    kept = shell.kept
    assert kept.outcome is Outcome.PARTIAL
    assert [phase.outcome.value for phase in kept.phases] == [
        *("done", "done", "skipped", "skipped", "done", "done", "done")
    ]


def test_a_session_skipped_through_is_skipped(shell: Shell) -> None:
    while not isinstance(shell.session.state, Over):
        shell.do("skip")
    assert shell.kept.outcome is Outcome.SKIPPED


def test_what_was_left_and_done_again_is_done(shell: Shell) -> None:
    shell.pass_time(8 + 30)
    shell.do("redo")
    shell.pass_time(60 + 8 + 60 + 8 + 60)
    shell.do("go")
    assert shell.kept.outcome is Outcome.DONE
    assert [phase.index for phase in shell.kept.phases] == [0, 1, 1, 2, 3, 4, 5, 6]
    assert shell.kept.done_seconds == 30 + 180


def test_stopping_keeps_what_was_done(shell: Shell, start: datetime) -> None:
    shell.pass_time(8 + 60 + 8 + 13)
    shell.do("stop")
    kept = shell.kept
    assert (kept.outcome, kept.ended_at) == (Outcome.PARTIAL, start + timedelta(seconds=89))
    assert (kept.phases[-1].outcome, kept.phases[-1].done_seconds) == (Outcome.PARTIAL, 13)
    assert shell.history.unfinished() is None


def test_a_stop_can_be_undone_and_nothing_is_counted_twice(shell: Shell) -> None:
    shell.pass_time(8 + 60 + 8 + 13)
    before = shell.session.pause(shell.now)
    shell.do("stop")
    shell.recorder.undo_stop(before)
    unfinished = shell.history.unfinished()
    assert unfinished is not None
    assert unfinished.id == "a"
    shell.now += 100
    shell.wall += timedelta(seconds=100)
    shell.session = before.resume(shell.now)
    shell.follow()
    shell.pass_time(60 - 13 + 8 + 60)
    shell.do("go")
    assert shell.kept.outcome is Outcome.DONE
    assert [phase.index for phase in shell.kept.phases] == list(range(7))
    assert shell.kept.done_seconds == 180


def test_a_stop_undone_after_which_the_power_fails_is_taken_up_where_it_was(shell: Shell) -> None:
    shell.pass_time(8 + 13)
    before = shell.session
    shell.do("stop")
    shell.recorder.undo_stop(before)
    _, session = Recorder.restored(shell.history, shell.kept)
    assert session.state == Held(1, 13, Why.RESTORED)


def test_undoing_a_stop_takes_back_whatever_ended_with_it(shell: Shell) -> None:
    shell.pass_time(8 + 13)
    before = shell.session.pause(shell.now)
    shell.now += 47 + 8 + 5
    shell.wall += timedelta(seconds=60)
    shell.do("stop")
    assert [phase.index for phase in shell.kept.phases] == [0, 1, 2, 3]
    shell.recorder.undo_stop(before)
    assert [phase.index for phase in shell.kept.phases] == [0, 1]
    shell.session = before.resume(shell.now)
    shell.pass_time(47 + 8 + 2)
    assert [(phase.index, phase.done_seconds) for phase in shell.kept.phases] == [(0, 8), (1, 60), (2, 8), (3, 2)]


def test_an_extension_is_kept_with_the_plan(shell: Shell) -> None:
    shell.pass_time(8)
    shell.do("extend")
    assert shell.kept.practice_seconds == 210
    assert shell.history.plan_of("a") == shell.session.plan
    shell.pass_time(75)
    assert shell.kept.phases[1].planned_seconds == 75


def test_the_running_phase_is_kept_at_a_checkpoint(shell: Shell) -> None:
    shell.pass_time(8 + 33)
    shell.checkpoint()
    running = shell.kept.phases[-1]
    assert (running.index, running.outcome, running.done_seconds) == (1, Outcome.PARTIAL, 33)


def test_nothing_is_written_while_nothing_ends(shell: Shell, connection: sqlite3.Connection) -> None:
    shell.pass_time(8)
    before = connection.total_changes
    for _ in range(100):
        shell.pass_time(0.1)
    assert connection.total_changes == before


def test_a_session_cut_off_in_a_phase_is_taken_up_there(shell: Shell, plan: Plan) -> None:
    shell.pass_time(8 + 30)
    shell.checkpoint()
    _, session = Recorder.restored(shell.history, shell.kept)
    assert session.plan == plan
    assert session.state == Held(1, 30, Why.RESTORED)
    assert [(lived.index, lived.phase) for lived in session.lived] == [(0, plan.phases[0])]


def test_a_session_cut_off_while_getting_ready_is_taken_up_there(shell: Shell) -> None:
    shell.pass_time(8 + 60 + 3)
    shell.checkpoint()
    _, session = Recorder.restored(shell.history, shell.kept)
    assert session.state == Held(2, 3, Why.RESTORED)


def test_a_session_cut_off_as_a_phase_was_skipped_goes_on_with_the_next(shell: Shell) -> None:
    shell.pass_time(8 + 30)
    shell.do("skip")
    _, session = Recorder.restored(shell.history, shell.kept)
    assert session.state == Held(2, 0, Why.RESTORED)


def test_a_session_cut_off_on_the_way_back_goes_on_there(shell: Shell) -> None:
    shell.pass_time(8 + 60 + 8 + 1)
    shell.do("back")
    _, session = Recorder.restored(shell.history, shell.kept)
    assert session.state == Held(0, 0, Why.RESTORED)


def test_a_session_cut_off_between_two_phases_goes_on_with_the_next(
    shell: Shell, connection: sqlite3.Connection
) -> None:
    shell.pass_time(8 + 60)
    connection.execute("DELETE FROM phase WHERE running = 1")
    _, session = Recorder.restored(shell.history, shell.kept)
    assert session.state == Held(2, 0, Why.RESTORED)


def test_a_session_cut_off_at_its_very_end_is_over(shell: Shell, connection: sqlite3.Connection) -> None:
    shell.pass_time(8 + 60 + 8 + 60 + 8 + 60)
    shell.do("go")
    connection.execute("UPDATE session SET ended_at = NULL, outcome = NULL")
    recorder, session = Recorder.restored(shell.history, shell.kept)
    assert session.state == Over(stopped=False)
    recorder.follow(session, 0, shell.wall)
    assert shell.kept.outcome is Outcome.DONE


def test_a_session_cut_off_before_its_first_phase_starts_there(history: History, plan: Plan, start: datetime) -> None:
    Recorder(history, "a").begin(plan, start)
    record = history.unfinished()
    assert record is not None
    _, session = Recorder.restored(history, record)
    assert session.state == Held(0, 0, Why.RESTORED)


def test_a_session_taken_up_goes_on_in_the_same_record(shell: Shell, start: datetime) -> None:
    shell.pass_time(8 + 30)
    shell.checkpoint()
    shell.recorder, shell.session = Recorder.restored(shell.history, shell.kept)
    shell.now, shell.wall = 5.0, start + timedelta(hours=2)
    shell.session = shell.session.resume(shell.now)
    assert isinstance(shell.session.state, Running)
    shell.pass_time(30 + 8 + 60 + 8 + 60)
    shell.do("go")
    assert shell.kept.outcome is Outcome.DONE
    assert [phase.done_seconds for phase in shell.kept.phases] == [8, 60, 8, 60, 8, 60, 0]


def test_a_full_disk_is_told_once_and_what_was_done_is_kept_when_there_is_room(
    shell: Shell, connection: sqlite3.Connection
) -> None:
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(WorldError):
        shell.pass_time(8)
    shell.pass_time(1)
    shell.checkpoint()
    connection.execute("PRAGMA query_only = OFF")
    shell.pass_time(RETRY_SECONDS)
    assert [phase.done_seconds for phase in shell.kept.phases] == [8, 6]


CHILD = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from acutimer.core.session import Session
from acutimer.store.database import open_database
from acutimer.store.history import History
from acutimer.store.recording import Recorder
from acutimer.store.plans import read_plan
start = datetime.fromisoformat(sys.argv[2])
history = History(open_database(Path(sys.argv[1]), start))
plan = read_plan(sys.stdin.readline())
recorder = Recorder(history, "cut off")
recorder.begin(plan, start)
session = Session(plan).start(0.0)
for line in sys.stdin:
    now = float(line.split()[1])
    at = start + timedelta(seconds=now)
    session = session.advance(now)
    if line.startswith("tick"):
        recorder.follow(session, now, at)
    else:
        recorder.checkpoint(session, now, at)
    print("ok", flush=True)
"""


@contextlib.contextmanager
def a_running_program(path: Path, plan: Plan, start: datetime) -> Iterator["subprocess.Popen[str]"]:
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path), start.isoformat()],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(plan_text(plan) + "\n")
        yield child
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            child.stdin.close()


def tell(child: "subprocess.Popen[str]", what: str) -> None:
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(what + "\n")
    child.stdin.flush()
    assert child.stdout.readline() == "ok\n"


def test_killed_in_the_middle_of_a_press_at_most_five_seconds_are_missing(
    path: Path, plan: Plan, start: datetime
) -> None:
    seconds = 8 + 60 + 8 + 43.9
    with a_running_program(path, plan, start) as child:
        for tenth in range(int(seconds * 10)):
            now = tenth / 10
            tell(child, f"{'checkpoint' if now % CHECKPOINT_SECONDS == 0 else 'tick'} {now}")
        with contextlib.closing(open_database(path, start)) as beside:
            other = History(beside)
            assert other.unfinished() is None, "a session another process records is no crash"
            other.claims.close()
    with contextlib.closing(open_database(path, start)) as connection:
        history = History(connection)
        record = history.unfinished()
        assert record is not None
        recorder, session = Recorder.restored(history, record)
        lived = sum(it.done_seconds for it in session.lived) + session.elapsed(0)
        assert seconds - CHECKPOINT_SECONDS <= lived <= seconds
        assert session.index == 3
        assert [it.outcome for it in session.lived] == [Outcome.DONE] * 3
        recorder.leave()
        history.claims.close()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.floats(0, 90),
            st.sampled_from(["pause", "resume", "skip", "back", "redo", "extend", "go", "wait", "checkpoint"]),
        ),
        max_size=30,
    )
)
def test_whatever_is_done_the_record_is_the_session(plan: Plan, start: datetime, happenings: list[float | str]) -> None:
    with contextlib.closing(open_in_memory()) as connection:
        shell = Shell(History(connection), plan, start)
        for happening in happenings:
            if isinstance(happening, float):
                shell.pass_time(happening)
            elif happening == "checkpoint":
                shell.checkpoint()
            else:
                shell.do(happening)
        shell.checkpoint()
        recorder, session = Recorder.restored(shell.history, shell.kept)
        recorder.leave()
        as_kept = [(it.index, it.outcome, it.done_seconds, it.done_reps) for it in session.lived]
        assert as_kept == [(it.index, it.outcome, it.done_seconds, it.done_reps) for it in shell.session.lived]
        assert session.plan == shell.session.plan
        assert session.index == shell.session.index
        assert session.elapsed(0) == pytest.approx(shell.session.elapsed(shell.now))
        ends = [phase.ended_at for phase in shell.kept.phases]
        assert ends == sorted(ends)


def test_a_beginning_the_disk_would_not_have_is_kept_with_what_comes_next(
    history: History, connection: sqlite3.Connection, plan: Plan, start: datetime
) -> None:
    recorder, session = Recorder(history, "a"), Session(plan)
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(WorldError):
        recorder.begin(plan, start)
    assert recorder.is_behind
    connection.execute("PRAGMA query_only = OFF")
    session = session.start(0.0).advance(8 + 60)
    recorder.follow(session, 68.0, start + timedelta(seconds=68))
    assert not recorder.is_behind
    record = history.session("a")
    assert record is not None
    assert record.started_at == start
    assert [phase.done_seconds for phase in record.phases][:2] == [8, 60]


def test_an_undone_stop_the_disk_would_not_have_costs_no_phase(shell: Shell, connection: sqlite3.Connection) -> None:
    shell.pass_time(8 + 30)
    before = shell.session.pause(shell.now)
    shell.do("stop")
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(WorldError):
        shell.recorder.undo_stop(before)
    connection.execute("PRAGMA query_only = OFF")
    shell.session = before.resume(shell.now)
    shell.pass_time(30)
    assert [phase.done_seconds for phase in shell.kept.phases][:2] == [8, 60]
    assert shell.kept.outcome is None


def test_the_end_the_disk_would_not_have_is_kept_as_it_was(
    shell: Shell, connection: sqlite3.Connection, start: datetime
) -> None:
    shell.pass_time(8 + 30)
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(WorldError):
        shell.do("stop")
    lived = shell.recorder.lived(shell.session, shell.now, shell.wall)
    with pytest.raises(WorldError):
        shell.recorder.retry(shell.session, shell.now, shell.wall)
    connection.execute("PRAGMA query_only = OFF")
    shell.recorder.retry(shell.session, shell.now, shell.wall)
    assert shell.kept.ended_at == start + timedelta(seconds=38)
    assert lived is not None
    assert (lived.outcome, lived.ended_at, lived.phases) == (
        *(shell.kept.outcome, shell.kept.ended_at),
        shell.kept.phases,
    )
