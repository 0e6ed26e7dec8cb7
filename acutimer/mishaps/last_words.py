"""The end of a process by a fault of our own: the whole of it in the notebook, one line for people."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from acutimer.language.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from acutimer.mishaps.notebook import Notebook

OWN_FAULT = 70  # what programs say of themselves (EX_SOFTWARE of sysexits.h)


def end_with(error: BaseException, notebook: Notebook, wall: Callable[[], datetime]) -> int:
    """Note an error that ends the process and say so in one line; the exit code. It cannot fail."""
    is_noted = False
    with suppress(Exception):
        from acutimer.mishaps.fault import fault_of, key_of

        fault = fault_of(error, error.__traceback__, wall(), "the process ended")
        is_noted = notebook.note(fault.whole, key_of(error, error.__traceback__))
    if is_noted:
        say(line_with(notebook))
    else:
        words = tr(
            "acutimer: something went wrong in acutimer itself; what you did is kept. The log cannot be written; it was"
            " {0} at {1}."
        )
        say(words.format(type(error).__name__, _where(error)))
    return OWN_FAULT


def line_with(notebook: Notebook) -> str:
    """That something went wrong, and where the whole of it is."""
    words = tr("acutimer: something went wrong in acutimer itself; what you did is kept. Details: {0}")
    return words.format(notebook.path)


def say(line: str) -> None:
    """One line on stderr, if anybody is there to read it."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def _where(error: BaseException) -> str:
    from acutimer.mishaps.sharing import place

    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return tr("a place unknown") if trace is None else f"{place(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"
