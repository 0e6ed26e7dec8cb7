"""What a kill leaves under a name of its own goes with the next save, backup or export of another day."""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.cases import cases
from tests.crash.judging import litter
from tests.crash.serving import Server
from tests.crash.tracing import boundaries, killed_at
from tests.crash.user import NOW, User
from tests.trusting import amount

CASES = cases(sessions=3)
TWO_DAYS_SECONDS = 2 * 86_400.0


@pytest.mark.parametrize("what", ["saving settings", "making a backup", "restoring a backup", "exporting"])
def test_what_a_kill_leaves_under_another_name_goes_a_day_later(
    what: str, children: Server, chance: random.Random, tmp_path: Path, tally: Callable[[str, int, int], None]
) -> None:
    deed, prepare, _ = CASES[what]
    counted, user = User(tmp_path / "counted"), User(tmp_path / "user")
    for each in (counted, user):
        prepare(each)
    every = boundaries(children, counted, deed, tmp_path / "trace")
    renames = [it for it in every if it[0].startswith("rename")][:1]
    chosen = chance.sample(every, min(len(every), amount(1, 12)))
    for call, number in [*renames, *chosen]:
        killed_at(children, user, deed, call, number)
    left = litter(user)
    assert left, "no kill left anything: it is not tried here"
    long_ago = min(time.time(), NOW.timestamp()) - TWO_DAYS_SECONDS
    for path in left:
        os.utime(path, (long_ago, long_ago))
    last = "backing_up" if what == "restoring a backup" else deed
    child = children.begin(user, last)
    child.go()
    assert child.hear_all() == 0
    still = litter(user)
    tally("litter of a kill, a day later", len(left), len(still))
    assert not still
