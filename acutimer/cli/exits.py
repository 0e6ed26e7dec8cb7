"""What a command says to the shell."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes."""

    DONE = 0
    WRONG_INPUT = 1
    USAGE = 2
    WORLDS_FAULT = 3
    INTERRUPTED = 130
