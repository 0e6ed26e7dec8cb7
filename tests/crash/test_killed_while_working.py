"""Killed (SIGKILL) at random instants of all that writes: saving, importing, backing up, bringing up to date."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.cases import ROWS, cases
from tests.crash.judging import LostError, judge_of
from tests.crash.serving import Server, duration_of, killed_after
from tests.crash.user import User
from tests.trusting import amount

CASES = cases(sessions=amount(20, 250))
ROUNDS = {"recording": amount(1, 3), "editing": amount(1, 12)}
MANY_ROUNDS = amount(4, 30)


@pytest.mark.parametrize("what", CASES)
def test_killed_at_any_instant_all_is_as_before_the_step_or_as_after_it(
    what: str, children: Server, chance: random.Random, tmp_path: Path, tally: Callable[[str, int, int], None]
) -> None:
    deed, prepare, between = CASES[what]
    rounds = ROUNDS.get(deed, MANY_ROUNDS)
    template = User(tmp_path / "template")
    prepare(template)
    judge = judge_of(children, template, deed, rounds, between)
    seconds = duration_of(children, judge.fresh(tmp_path / "undisturbed"), deed, rounds)
    kills, lost = 0, []
    for _ in range(amount(2, 25)):
        user = judge.fresh(tmp_path / "user")
        child = killed_after(children, user, deed, rounds, chance.uniform(0, seconds))
        try:
            judge.judge(user, child)
        except LostError as error:
            lost.append(f"after {child.ended} steps: {error}")
        kills += child.was_killed
        shutil.rmtree(user.home)
    tally(f"killed (SIGKILL) while {ROWS.get(deed, what)}", kills, len(lost))
    assert not lost, "\n".join(lost)


def test_what_a_killed_child_had_not_heard_is_not_taken_for_the_next_ones_order(
    children: Server, tmp_path: Path
) -> None:
    user = User(tmp_path / "user")
    user.make_folders()
    deaf = children.begin(user, "opening")
    deaf.kill()
    deaf.hear_all()
    deaf.go()
    child = children.begin(user, "opening")
    assert not user.database.exists()
    child.go()
    assert child.hear_all() == 0
    assert user.database.exists()
