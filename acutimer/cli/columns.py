"""Text in columns that fits the terminal."""

import shutil
from collections.abc import Sequence

from acutimer.terminal.cells import cells, lines

WIDEST = 100  # longer lines are hard to read
LEAST_LAST = 24  # what the last column keeps even in a narrow terminal
GAP = "  "


def terminal_width() -> int:
    """How wide a text may be, in cells."""
    return min(WIDEST, shutil.get_terminal_size().columns)


def table(rows: Sequence[Sequence[str]], width: int, indent: str = "") -> str:
    """Rows with aligned columns; the last column wraps so that no line is wider than `width`."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)][:-1]
    first = sum(widths) + len(GAP) * len(widths) + len(indent)
    return "".join(_row(row, widths, max(LEAST_LAST, width - first), indent, " " * first) for row in rows)


def wrapped(text: str, width: int, indent: str = "") -> str:
    """A paragraph; a text of no words is nothing."""
    return "".join(f"{indent}{line}\n" for line in lines(text, width - len(indent)))


def section(heading: str, paragraphs: Sequence[str], width: int) -> str:
    """A heading and its paragraphs below it, indented; nothing when there are none."""
    return "".join((f"\n{heading}\n", *(wrapped(text, width, GAP) for text in paragraphs))) if paragraphs else ""


def _row(row: Sequence[str], widths: Sequence[int], room: int, indent: str, hanging: str) -> str:
    fixed = "".join(f"{text}{' ' * (width - cells(text))}{GAP}" for text, width in zip(row, widths, strict=False))
    first, *others = lines(row[-1], room) or [""]
    shown = [f"{indent}{fixed}{first}", *(f"{hanging}{line}" for line in others)]
    return "".join(f"{line.rstrip()}\n" for line in shown)
