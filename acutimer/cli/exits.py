"""What a command says to the shell."""

from enum import IntEnum

from acutimer.mishaps.last_words import OWN_FAULT


class Exit(IntEnum):
    """Exit codes."""

    DONE = 0
    WRONG_INPUT = 1
    USAGE = 2
    WORLDS_FAULT = 3
    OWN_FAULT = OWN_FAULT
    INTERRUPTED = 130
