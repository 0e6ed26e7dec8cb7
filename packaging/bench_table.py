"""The one table of the bench: as it is printed, and as it stands in the README between two comments."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench_row import Row

BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
HEADS = ("part", "figure", "measured", "beside", "aim")
MISSED = "not met"
_WHERE = re.compile(rf"(?<={BEGIN}\n)(?:.*\n)*?(?={END})")


def table(rows: Iterable[Row]) -> str:
    """The rows as a table in Markdown, each with a newline; a part is named where it begins."""
    lines, last = ["| " + " | ".join(HEADS) + " |", "|---|---|---|---|---|"], ""
    for row in rows:
        lines.append("| " + " | ".join(("" if row.part == last else row.part, *_cells(row))) + " |")
        last = row.part
    return "".join(f"{line}\n" for line in lines)


def missed(rows: Iterable[Row]) -> list[str]:
    """The figures that do not reach their aim."""
    return [f"{row.part}: {row.figure}" for row in rows if row.is_met is False]


def read(text: str) -> list[Row]:
    """The rows that stand in a text between the comments.

    Raises:
        ValueError: the comments are not there.
    """
    found = _WHERE.search(text)
    if found is None:
        raise ValueError(f"There is no place for the table: {BEGIN} and {END}, each in a line of its own.")
    rows: list[Row] = []
    for line in found[0].splitlines()[2:]:
        part, figure, measured, beside, aim = (cell.strip() for cell in line.strip("|").split(" | "))
        is_met = None if not aim else not aim.endswith(MISSED)
        rows.append(
            Row(part or rows[-1].part, figure, measured, beside, aim.removesuffix(MISSED).removesuffix(", "), is_met)
        )
    return rows


def renewed(before: Sequence[Row], now: Sequence[Row], order: Sequence[str]) -> list[Row]:
    """All rows, those of a part that was measured now in place of what it told before; parts in this order."""
    parts = {row.part for row in now}
    rows = [*(row for row in before if row.part not in parts), *now]
    return [row for part in order for row in rows if row.part == part]


def write(file: Path, now: Sequence[Row], order: Sequence[str]) -> None:
    """Put the rows into a file between the comments.

    Raises:
        ValueError: the comments are not there.
    """
    text = file.read_text(encoding="utf-8")
    whole = table(renewed(read(text), now, order))
    file.write_text(_WHERE.sub(lambda _: whole, text, count=1), encoding="utf-8")


def _cells(row: Row) -> tuple[str, ...]:
    aim = f"{row.aim}, {MISSED}" if row.is_met is False else row.aim
    return tuple(cell.replace("|", "/") for cell in (row.figure, row.measured, row.beside, aim))
