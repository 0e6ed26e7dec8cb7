"""Files of every kind through the real check: each is answered in words that name it, quickly and in little memory."""

import sys
from collections.abc import Iterator
from pathlib import Path

import bench_fuzz
import pytest
from bench_fuzz import Child, fault_in, made_files, measure

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the child is watched as only POSIX lets one")

GOOD = {"code": 0, "seconds": 0.01, "cpu_seconds": 0.01, "peak_mb": 60.0, "out": "a: good (A, 1 step)\n", "err": ""}
REFUSED = {**GOOD, "code": 1, "out": ""}


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child()
    yield child
    child.close()


def test_files_of_every_kind_are_answered_as_they_should_be(tmp_path: Path) -> None:
    inside, alone = measure(tmp_path, 250, 2, 7, None)
    # How long one takes on a machine in use is for the bench to say; what runs away is ended by the child.
    for tally in (inside, alone):
        assert [fault for fault in tally.faults if ": it took" not in fault or " MB" in fault] == []
    assert len(inside.seconds) == 250
    assert inside.good > 10
    assert inside.refused > 100
    assert bench_fuzz.MOST_MB > inside.peak_mb > 20


def test_the_same_seed_makes_the_same_files() -> None:
    first, second, other = (list(made_files(12, number)) for number in (1, 1, 2))
    assert first == second
    assert first != other


def test_a_check_that_falls_over_is_told_with_its_traceback(tmp_path: Path, child: Child) -> None:
    answer = child.check(tmp_path / "none")
    assert fault_in(tmp_path / "none", answer) == ""
    assert "exit code" in fault_in(Path("a"), {**answer, "err": "Traceback (most recent call last):\nKeyError: 'a'"})


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (GOOD, ""),
        ({**REFUSED, "err": "a: steps[2].dose: this is missing. Add it.\n"}, ""),
        ({**REFUSED, "err": 'a: ["a b"][0]: this stands twice.\n'}, ""),
        ({**REFUSED, "err": "a: it is empty.\n"}, ""),
        ({**GOOD, "code": -1}, "exit code -1"),
        ({**GOOD, "code": 3}, "exit code 3"),
        ({**GOOD, "seconds": 1.5}, "it took 1.50 s"),
        ({**GOOD, "peak_mb": 201.0}, "it took 201 MB"),
        (REFUSED, "exit code 1 with 0 lines"),
        ({**GOOD, "err": "a: steps: bad.\n"}, "exit code 0 with 1 lines"),
        ({**REFUSED, "err": "b: steps: bad.\n"}, "does not name the file"),
        ({**REFUSED, "err": "a: steps: \u202ebad.\n"}, "cannot be shown"),
        ({**REFUSED, "err": "a: something is wrong somewhere.\n"}, "names no place"),
    ],
)
def test_an_answer_is_judged(answer: dict[str, object], fault: str) -> None:
    found = fault_in(Path("a"), answer)
    assert fault in found
    assert bool(fault) == bool(found)
