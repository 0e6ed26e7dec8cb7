"""`acutimer check`: says what is wrong in routine files."""

import sys
from collections.abc import Sequence
from pathlib import Path

from acutimer.cli import opening
from acutimer.cli.exits import Exit
from acutimer.core.errors import InputError, WorldError
from acutimer.core.legible import harmless, printable
from acutimer.language.catalogue import trn


def run(files: Sequence[str]) -> int:
    """Check each file: a line for a good one, a line for each mistake in another.

    A file with mistakes makes the exit code 1; one that cannot be read makes it 3, and the others are checked still.
    """
    from acutimer.content.checking import read_routine

    library = opening.library()
    code = Exit.DONE
    for file in files:
        try:
            routine = read_routine(Path(file), library)
        except InputError as error:
            _tell(error)
            code = max(code, Exit.WRONG_INPUT)
        except WorldError as error:
            _tell(error)
            code = Exit.WORLDS_FAULT
        else:
            count = len(routine.steps)
            words = trn("{0}: good ({1}, {2} step)", "{0}: good ({1}, {2} steps)", count)
            sys.stdout.write(words.format(printable(file), printable(routine.name), count) + "\n")
    return code


def _tell(error: Exception) -> None:
    sys.stdout.flush()  # so that what is told of the files stands in their order
    sys.stderr.write(harmless(f"{error}\n"))
