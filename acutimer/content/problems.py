"""What is wrong in a file, one line a problem: the file, the place in it, and how to mend it."""

import json
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from acutimer.core.errors import InputError
from acutimer.core.legible import printable
from acutimer.language.catalogue import trn

MAX_LINES = 20

Part = str | int
Place = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: its place in the file, and what it is and how to mend it, in words.

    `what` may also find these words when it is called: a file can have thousands of mistakes, and few are told.
    """

    place: Place
    what: str | Callable[[], str]

    @property
    def line(self) -> str:
        """The whole of it: steps[2].dose: this is missing. Add it."""
        words = self.what if isinstance(self.what, str) else self.what()
        return f"{shown_place(self.place)}: {words}".removeprefix(": ")


def refuse(path: Path, problems: Iterable[Problem]) -> None:
    """Raise an InputError with one line for each problem (the first 20); without a problem do nothing."""
    waiting = iter(problems)
    lines = [problem.line for problem in islice(waiting, MAX_LINES)]
    if not lines:
        return
    rest = sum(1 for _ in waiting)
    if rest:
        lines.append(trn("and {0} more like these", "and {0} more like these", rest).format(rest))
    name = printable(str(path))
    raise InputError("\n".join(f"{name}: {line}" for line in lines))


def shown_place(place: Place) -> str:
    """A place as one writes it: steps[2].dose.seconds. Items count from 0."""
    words = ""
    for part in place:
        if isinstance(part, int):
            words += f"[{part}]"
        elif part.isidentifier() and part.isascii():
            words += f".{part}"
        else:
            words += f"[{quoted(part)}]"
    return words.removeprefix(".")


def quoted(value: object) -> str:
    """A value as the file has it, short enough for a line and safe to print."""
    words = json.dumps(value[:41] if isinstance(value, str) else value, ensure_ascii=False)
    return printable(words if len(words) <= 40 else words[:37] + "...")


def named(letter: str) -> str:
    """A character nobody can see, by its number and, where it has one, its name: U+202E RIGHT-TO-LEFT OVERRIDE."""
    name = unicodedata.name(letter, "")
    return f"U+{ord(letter):04X} {name}".rstrip()
