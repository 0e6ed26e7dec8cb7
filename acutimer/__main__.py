"""Starts the program: `python -m acutimer`, and what the command `acutimer` runs."""

import os
import sys


def main() -> int:
    """Open the window when nothing is asked for; the commands need not be loaded for that."""
    _open_what_is_closed()
    if len(sys.argv) > 1:
        from acutimer.cli import main as run_command

        return run_command()
    from acutimer.app import run

    return run(None)


def _open_what_is_closed() -> None:
    """Where the standard streams were closed (`acutimer log >&-`), let what is written to them go nowhere.

    Else the next file that is opened takes the number of one of them, and what is meant for a person goes into it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # a system gives the lowest number that is free
        if getattr(sys, name) is None:
            stream = open(os.devnull, "r" if number == 0 else "w", encoding="utf-8")  # noqa: PTH123, SIM115 - to the end
            setattr(sys, name, stream)


if __name__ == "__main__":
    sys.exit(main())
