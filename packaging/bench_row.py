"""One row of the bench's table, told by the part that measured it, in whatever process that runs."""

import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path

FILE, PART = "ACUTIMER_BENCH_ROWS", "ACUTIMER_BENCH_PART"
"""Variables of the environment: the file that rows are added to, and the part of the bench that is running."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure as people read it: `beside` is the same as a ratio to something plain; `aim` is empty where none is.

    `is_met` is whether it reaches its aim, None where there is none.
    """

    part: str
    figure: str
    measured: str
    beside: str = ""
    aim: str = ""
    is_met: bool | None = None


def note(figure: str, measured: str, beside: str = "", aim: str = "", is_met: bool | None = None) -> None:
    """Put a figure into the table; without a bench that collects them, do nothing."""
    file = os.environ.get(FILE)
    if file:
        row = Row(os.environ.get(PART, ""), figure, measured, beside, aim, is_met)
        with Path(file).open("a", encoding="utf-8") as rows:
            rows.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")


def note_value(name: str, value: float, aim: str) -> None:
    """Put a number into the table whose `name` ends in its unit, and whose aim is the most or "N at least".

    One without an aim in numbers is not told.
    """
    figure, _, unit = name.removeprefix(f"{os.environ.get(PART, '')}, ").rpartition(", ")
    most, least = re.fullmatch(r"[\d.]+", aim), re.fullmatch(r"([\d.]+) at least", aim)
    if most:
        note(figure, f"{value:.1f} {unit}", "", f"{aim} {unit}", value <= float(aim))
    elif least:
        note(figure, f"{value:.1f} {unit}", "", aim, value >= float(least[1]))


def noted(file: Path) -> list[Row]:
    """All rows that were told, in their order."""
    return [Row(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]
