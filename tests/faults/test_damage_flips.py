"""Whatever byte of a log is another: it works, or is set aside and mended, and everyone is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.damaged_logs import MadeLog, make, make_old_backup, make_three_years
from tests.faults.damaging import burst, flip_bit, flip_byte
from tests.faults.judging_damage import Kind, tried
from tests.trusting import amount

IN_A_PAGE = 26  # sessions that a page may hold, or whose phases it holds
Say = Callable[[str, int, int], None]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("logs")


@pytest.fixture(scope="module")
def logs(folder: Path) -> dict[str, MadeLog]:
    """Logs of several shapes, as they lie there."""
    usual = make(folder / "usual", sessions=40, backed_up=30, has_own=True)
    return {
        "small": make(folder / "small", sessions=8, backed_up=0),
        "usual": usual,
        "killed": make(folder / "killed", sessions=40, backed_up=30, has_own=True, is_in_wal=True),
        "old backup": make_old_backup(usual, folder / "old"),
    }


@pytest.mark.parametrize(
    "kind",
    [
        Kind(flip_bit, "a bit of the log flipped", 3, 130),
        Kind(flip_byte, "a byte of the log is another", 1, 90),
        Kind(burst, "some bytes of the log are nonsense", 1, 35),
    ],
    ids=["bits", "bytes", "bursts"],
)
def test_a_flip_costs_no_session_that_can_be_had(
    kind: Kind, logs: dict[str, MadeLog], tmp_path: Path, tally: Say
) -> None:
    found = [
        tried(log, kind.damage, f"{kind.damage.__name__} in {name} {number}", tmp_path / "log")
        for name, log in logs.items()
        for number in range(amount(kind.short, kind.long))
    ]
    lost = [each for each in found if each.fault or len(each.gone) > IN_A_PAGE]
    tally(kind.row, len(found), len(lost))
    assert not lost


def test_a_flip_in_the_log_of_three_years_costs_nothing_that_was_backed_up(
    folder: Path, tmp_path: Path, tally: Say
) -> None:
    if not amount(0, 1):
        pytest.skip("making a log of three years takes seconds; dev.py trust does")
    long_log = make_three_years(folder / "years")
    found = [tried(long_log, flip_bit, f"a bit of three years {number}", tmp_path / "log") for number in range(30)]
    lost = [each for each in found if each.fault or each.gone]
    tally("a bit of the log flipped", len(found), len(lost))
    assert not lost
