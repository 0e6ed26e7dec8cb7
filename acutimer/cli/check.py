"""`acutimer check`: says what is wrong in routine files."""

import sys
from collections.abc import Sequence
from pathlib import Path

from acutimer.cli import opening
from acutimer.core.errors import InputError


def run(files: Sequence[str]) -> int:
    """Check each file: a line for a good one, a line for each mistake in another; 1 when there was any."""
    from acutimer.content.checking import read_routine

    library = opening.library()
    code = 0
    for file in files:
        try:
            routine = read_routine(Path(file), library)
        except InputError as error:
            sys.stdout.flush()
            sys.stderr.write(f"{error}\n")
            code = 1
        else:
            sys.stdout.write(f"{file}: good ({routine.name}, {len(routine.steps)} steps)\n")
    return code
