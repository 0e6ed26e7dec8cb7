"""What a command prints: whatever a user or a file wrote in it, it steers no terminal."""

import json
import sys

from acutimer.core.legible import harmless


def say(text: str) -> None:
    """Print lines of text."""
    sys.stdout.write(harmless(text))


def say_json(value: object) -> None:
    """Print a value as JSON; what a terminal would obey, or hide, is written as an escape, which means the same."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    if harmless(text) != text:
        text = "".join(it if harmless(it) == it else json.dumps(it)[1:-1] for it in text)
    sys.stdout.write(f"{text}\n")


def say_table(text: str) -> None:
    """Print CSV: as it is into a file or another program, and without what would steer a terminal onto one."""
    sys.stdout.write(harmless(text.replace("\r\n", "\n")) if sys.stdout.isatty() else text)
