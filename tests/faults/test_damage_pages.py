"""Whole parts of a log that are missing, empty, nonsense or another file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.damaged_logs import MadeLog, make
from tests.faults.damaging import (
    cut_short,
    damage_helpers,
    replace_whole,
    scribble_page,
    swap_pages,
    zero_pages,
)
from tests.faults.judging_damage import Kind, tried
from tests.trusting import amount

Say = Callable[[str, int, int], None]


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, MadeLog]:
    folder = tmp_path_factory.mktemp("logs")
    return {
        "small": make(folder / "small", sessions=8, backed_up=0),
        "usual": make(folder / "usual", sessions=40, backed_up=30, has_own=True),
        "killed": make(folder / "killed", sessions=40, backed_up=30, has_own=True, is_in_wal=True),
    }


@pytest.mark.parametrize(
    "kind",
    [
        Kind(cut_short, "the log cut short", 3, 30),
        Kind(zero_pages, "pages of the log overwritten", 1, 20),
        Kind(scribble_page, "pages of the log overwritten", 1, 20),
        Kind(swap_pages, "pages of the log overwritten", 1, 20),
        Kind(replace_whole, "another file in the log's place", 1, 6),
    ],
    ids=["cut short", "zeros", "nonsense", "swapped", "replaced"],
)
def test_what_was_backed_up_is_there_again_whatever_the_disk_did(
    kind: Kind, logs: dict[str, MadeLog], tmp_path: Path, tally: Say
) -> None:
    found = [
        tried(log, kind.damage, f"{kind.damage.__name__} in {name} {number}", tmp_path / "log")
        for name, log in logs.items()
        for number in range(amount(kind.short, kind.long))
    ]
    lost = [each for each in found if each.fault]
    tally(kind.row, len(found), len(lost))
    assert not lost


def test_a_damaged_log_of_writes_costs_no_more_than_what_was_in_it(
    logs: dict[str, MadeLog], tmp_path: Path, tally: Say
) -> None:
    row = "its write-ahead log damaged"
    found = [
        tried(logs["killed"], damage_helpers, f"{row} {number}", tmp_path / "log") for number in range(amount(4, 80))
    ]
    lost = [each for each in found if each.fault]
    tally(row, len(found), len(lost))
    assert not lost
