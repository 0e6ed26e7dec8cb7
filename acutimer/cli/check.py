"""`acutimer check`: says what is wrong in routine files."""

import sys
from collections.abc import Sequence
from pathlib import Path

from acutimer.cli import opening
from acutimer.cli.exits import Exit
from acutimer.core.errors import InputError, WorldError
from acutimer.core.legible import harmless, printable


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
            steps = "1 step" if count == 1 else f"{count} steps"
            sys.stdout.write(f"{printable(file)}: good ({printable(routine.name)}, {steps})\n")
    return code


def _tell(error: Exception) -> None:
    sys.stdout.flush()  # so that what is told of the files stands in their order
    sys.stderr.write(harmless(f"{error}\n"))
