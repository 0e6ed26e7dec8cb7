"""Errors of input and output under the program's commands: each call in turn, alone or with all after it."""

import random
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.faults.children import FAULTS_OF_THE_WORLD, Home, Server
from tests.faults.deeds import DEEDS, Deed, begun, lost
from tests.faults.tracing import counting, failing
from tests.trusting import amount

Tell = Callable[[str, int, int], None]
ERRORS = {"pread64": "EIO", "mmap": "ENOMEM"}


def calls_of(children: Server, home: Home, deed: Deed, scratch: Path) -> Counter[str]:
    """How often a deed makes each call when nothing is wrong."""
    counts: Counter[str] = Counter()
    done = children.run(
        home, *deed.arguments, folder=home.folder, before=partial(counting, trace=scratch / "trace", counts=counts)
    )
    assert done.code == 0, done.err
    return counts


def test_an_error_of_the_disk_at_any_call_is_one_line_and_costs_nothing_that_was_kept(
    children: Server, practised: Home, tmp_path: Path, chance: random.Random, tally: Tell
) -> None:
    calls: list[tuple[Deed, str, int]] = []
    begins = {deed.name: begun(practised, deed, tmp_path / deed.name) for deed in DEEDS}
    for deed in DEEDS:
        home = begins[deed.name].copied(tmp_path / "home")
        counts = calls_of(children, home, deed, tmp_path)
        calls += [(deed, call, count) for call, count in counts.items()]
    tried = 0
    found: list[str] = []
    for deed, call, count in chance.choices(calls, k=amount(24, 500)):
        number = chance.randint(1, count)
        error = ERRORS.get(call) or chance.choice(("EIO", "ENOSPC"))
        goes_on = chance.random() < 0.5
        home = begins[deed.name].copied(tmp_path / "home")
        before = home.sessions() if deed.with_log else {}
        fault = partial(failing, call=call, error=error, number=number, goes_on=goes_on)
        done = children.run(home, *deed.arguments, folder=home.folder, before=fault)
        tried += 1
        problem = lost(home, deed, before, done, is_mute=call == "write" and goes_on)
        again = children.run(home, *deed.arguments, folder=home.folder)
        if not problem and again.code != 0:
            problem = f"afterwards it ends with {again.code}: {again.err}{home.notes()}"
        if problem:
            found.append(f"{deed.name}: {call} {number}{'+' if goes_on else ''} {error}: {problem}")
    tally("I/O error injected into write, fsync, rename, open, read", tried, len(found))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_every_deed_ends_well_without_a_fault(children: Server, practised: Home, tmp_path: Path, deed: Deed) -> None:
    home = begun(practised, deed, tmp_path / "home")
    before = home.sessions() if deed.with_log else {}
    done = children.run(home, *deed.arguments, folder=home.folder)
    assert lost(home, deed, before, done) == ""
    assert done.code != FAULTS_OF_THE_WORLD
