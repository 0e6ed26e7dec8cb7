"""The power is cut after any call: of what was not synced nothing, all or some of it is there when it comes back."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.cases import cases
from tests.crash.judging import Judge, LostError
from tests.crash.power import Call, Disk, calls_in, put
from tests.crash.tracing import recorded
from tests.crash.user import User
from tests.trusting import amount

CASES = cases(sessions=3)
WAYS = ("nothing", "all", "some")


@pytest.mark.parametrize("what", CASES)
def test_after_a_power_cut_all_is_as_before_the_step_or_as_after_it_and_what_had_ended_is_there(
    what: str,
    judge_for: Callable[[str], Judge],
    chance: random.Random,
    tmp_path: Path,
    tally: Callable[[str, int, int], None],
) -> None:
    deed, judge = CASES[what].deed, judge_for(what)
    user = judge.fresh(tmp_path / "recorded")
    disk = Disk(user.home)
    calls = calls_in(recorded(judge.children, user, deed, tmp_path / "trace"))
    cuts = {(place, way) for place in range(len(calls)) for way in WAYS}
    chosen = set(chance.sample(sorted(cuts), min(len(cuts), amount(5, len(cuts)))))
    begun = ended = 0
    lost = []
    for place, call in enumerate(calls):
        begun, ended = begun + _tells(call, b"begins"), ended + _tells(call, b"ended")
        disk.do(call)
        for way in WAYS:
            if (place, way) not in chosen:
                continue
            found = disk.after_a_cut(chance if way == "some" else None, has_all=way == "all")
            home = tmp_path / "after"
            put(found, user.home, home)
            try:
                judge.judge_after(User(home), ended, begun)
            except LostError as error:
                lost.append(f"after call {place}, {call.name} {call.path or call.texts[:1]}, with {way}: {error}")
            shutil.rmtree(home)
    tally("power cut: what was not synced is lost (simulated)", len(chosen), len(lost))
    assert begun == ended > 0, "it was not seen what the child told"
    assert not lost, "\n".join(lost)


def _tells(call: Call, word: bytes) -> int:
    return call.name == "writev" and call.texts[0].startswith(word)
