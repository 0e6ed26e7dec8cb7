"""Chance with a seed that is told when something fails, the server that makes children, and what they find."""

import os
import random
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from tests.crash.cases import cases
from tests.crash.judging import Judge, judge_of
from tests.crash.serving import Server, server
from tests.crash.user import User
from tests.trusting import amount

SEED = "ACUTIMER_CRASH_SEED"
"""Set in the environment, the instants are those of an earlier run, as far as the machine is as fast."""


@pytest.fixture(scope="session")
def children() -> Iterator[Server]:
    """Makes the children."""
    with server() as made:
        yield made


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Random numbers, in a short run the same each time; where the test fails, their beginning is in its output."""
    seed = os.environ.get(SEED) or f"{amount(0, random.SystemRandom().getrandbits(32))}"
    print(f"{SEED}={seed}")  # noqa: T201 - shown where the test fails
    return random.Random(f"{seed} {request.node.name}")  # noqa: S311 - no secret


@pytest.fixture(scope="session")
def judge_for(children: Server, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Judge]:
    """The judge of a case on a small log, of one round; made once."""

    @cache
    def make(what: str) -> Judge:
        deed, prepare, between = cases(sessions=3)[what]
        template = User(tmp_path_factory.mktemp(deed) / "template")
        prepare(template)
        return judge_of(children, template, deed, 1, between)

    return make
