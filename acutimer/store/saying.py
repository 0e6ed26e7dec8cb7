"""What a file holds, said on one line that is safe to print."""

import json

from acutimer.core.legible import printable

LONGEST = 40


def quoted(value: object) -> str:
    """A value as JSON has it, short enough for a line."""
    shortened = value[: LONGEST + 1] if isinstance(value, str) else value
    words = json.dumps(shortened, ensure_ascii=False, default=str)
    return printable(words if len(words) <= LONGEST else f"{words[: LONGEST - 3]}...")


def place_in(parts: tuple[str | int, ...]) -> str:
    """A place inside a value, as one writes it: phases[2].done_seconds. Items count from 0."""
    words = ""
    for part in parts:
        if isinstance(part, int):
            words += f"[{part}]"
        else:
            words += f".{part}" if part.isidentifier() and part.isascii() else f"[{quoted(part)}]"
    return words.removeprefix(".")
