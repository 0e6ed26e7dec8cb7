"""Killed as it goes into each of its system calls that change a file, once each (in the short run a few of them)."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.cases import cases
from tests.crash.judging import Judge, LostError
from tests.crash.tracing import boundaries, killed_at
from tests.trusting import amount

CASES = cases(sessions=3)


@pytest.mark.parametrize("what", CASES)
def test_killed_at_a_system_call_all_is_as_before_the_step_or_as_after_it(
    what: str,
    judge_for: Callable[[str], Judge],
    chance: random.Random,
    tmp_path: Path,
    tally: Callable[[str, int, int], None],
) -> None:
    deed, judge = CASES[what].deed, judge_for(what)
    every = boundaries(judge.children, judge.fresh(tmp_path / "counted"), deed, tmp_path / "trace")
    assert every, "nothing was written"
    chosen = chance.sample(every, min(len(every), amount(2, len(every))))
    lost = []
    for call, number in chosen:
        user = judge.fresh(tmp_path / "user")
        child = killed_at(judge.children, user, deed, call, number)
        assert child.was_killed, f"no {call} number {number} this time"
        try:
            judge.judge(user, child)
        except LostError as error:
            lost.append(f"{call} {number}: {error}")
        shutil.rmtree(user.home)
    tally("killed at each system call that writes, once each", len(chosen), len(lost))
    assert not lost, "\n".join(lost)
