"""A figure of the log's bench: its times beside those of plain sqlite3."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench_row import note


@dataclass(frozen=True, slots=True)
class Figure:
    """Some times of one thing, in `unit`. `aim` is the most it may be, in the same unit; 0 where there is none.

    `plain` are the times plain sqlite3 took for the same; `more` is what else is to be told.
    """

    name: str
    taken: Sequence[float]
    aim: float = 0
    plain: Sequence[float] = ()
    unit: str = "ms"
    more: str = ""

    def __str__(self) -> str:
        """One line."""
        median, worst = statistics.median(self.taken), max(self.taken)
        times = f"{median:.1f} {self.unit}"
        if len(self.taken) > 1:
            times = f"median {times}, worst {worst:.1f} {self.unit}"
        aim = f" (aim {self.aim:g} {self.unit})" if self.aim else ""
        beside = ""
        if self.plain:
            plain = statistics.median(self.plain)
            beside = f"; {median / plain:.1f} x plain sqlite3, {plain:.2f} {self.unit}"
        return f"log, {self.name}: {times}{aim}{beside}{f'; {self.more}' if self.more else ''}"

    def note(self) -> None:
        """Put it into the table. The median says whether the aim is reached: the worst may be the machine's."""
        median, worst = statistics.median(self.taken), max(self.taken)
        measured = _exactly(median, self.unit)
        if len(self.taken) > 1:
            measured = f"{measured}, at worst {_exactly(worst, self.unit)}"
        beside = f"{median / statistics.median(self.plain):.1f} x plain sqlite3" if self.plain else ""
        aim, is_met = (f"{self.aim:g} {self.unit}", median <= self.aim) if self.aim else ("", None)
        note(self.name, f"{measured}; {self.more}" if self.more else measured, beside, aim, is_met)


def _exactly(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.1f} {unit}"


def seconds_of(do: Callable[[], object]) -> float:
    """How long something takes."""
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def times_ms(do: Callable[[], object], times: int) -> list[float]:
    """How long something takes, that often one after the other."""
    return [1000 * seconds_of(do) for _ in range(times)]
