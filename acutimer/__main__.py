"""Starts the program: `python -m acutimer`, and what the command `acutimer` runs."""

import sys


def main() -> int:
    """Open the window when nothing is asked for; the commands need not be loaded for that."""
    if len(sys.argv) > 1:
        from acutimer.cli import main as run_command

        return run_command()
    from acutimer.app import run

    return run(None)


if __name__ == "__main__":
    sys.exit(main())
