"""How much the tests of trust try: a little in every run, much when `dev.py trust` asks for it; and what came of it."""

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LONG = "ACUTIMER_TESTS_LONG"
"""Set in the environment of a long run, and so in that of all it starts."""
HEADINGS = ("fault", "tried", "survived", "lost")


class Tally(NamedTuple):
    """Of one kind of fault: how often it was tried, and how often something was lost by it that should not be."""

    fault: str
    tried: int
    lost: int


def amount(short: int, long: int) -> int:
    """How many times to try, in this run."""
    return long if os.environ.get(LONG) else short


def table(tallies: Iterable[Tally]) -> str:
    """What was tried and lost, as a table of Markdown in columns; a fault that was told twice is added up."""
    sums: dict[str, tuple[int, int]] = {}
    for fault, tried, lost in tallies:
        before = sums.get(fault, (0, 0))
        sums[fault] = (before[0] + tried, before[1] + lost)
    rows = [(fault, f"{tried:,}", f"{max(0, tried - lost):,}", f"{lost:,}") for fault, (tried, lost) in sums.items()]
    widths = [max(len(line[column]) for line in (HEADINGS, *rows)) for column in range(len(HEADINGS))]
    rule = tuple("-" * width for width in widths)
    return "\n".join(_line(cells, widths) for cells in (HEADINGS, rule, *rows))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *numbers = (
        cell.ljust(width) if index == 0 else cell.rjust(width)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join((first, *numbers))} |"
