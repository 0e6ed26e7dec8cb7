"""Lets what follows a fault happen all the same."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def going_on() -> Iterator[None]:
    """A fault inside is handed over as one that nobody caught, and what comes after is done as if there was none.

    For steps that do not need each other: what is to be put away at the end, and what a window is made of.
    """
    try:
        yield
    except Exception as error:  # noqa: BLE001  handed over, not swallowed
        sys.excepthook(type(error), error, error.__traceback__)
