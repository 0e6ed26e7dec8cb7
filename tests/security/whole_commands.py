"""Runs every command: `python whole_commands.py FOLDER`, for files to go to and come from; ends with 0 if all did."""

import os
import signal
import sys
from pathlib import Path

from acutimer.cli import main
from acutimer.terminal.player import Ending, Player
from tests.security.source import ROOT

EXAMPLE = str(ROOT / "docs/examples/desk-break.acutimer.json")
A_WHILE_SECONDS = 0.7
PROMPT = "$ acutimer "
play = Player.play


def interrupted_after_a_while(player: Player) -> Ending:
    """The session, and Ctrl-C once it has gone on for a while."""
    signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(signal.SIGINT))
    signal.setitimer(signal.ITIMER_REAL, A_WHILE_SECONDS)
    return play(player)


def run(files: Path) -> int:
    """What each of them said of itself, if it was not 0."""
    os.umask(int(os.environ.get("TOUR_UMASK", "077"), 8))
    Player.play = interrupted_after_a_while  # type: ignore[method-assign, assignment]  # it would last some minutes
    commands = (
        (["points"], 0),
        (["points", "ST36", "--json"], 0),
        (["routines"], 0),
        (["routines", EXAMPLE, "--json"], 0),
        (["routines", "tour"], 0),
        (["routines", "tour", "--json"], 0),
        (["check", EXAMPLE], 0),
        (["check", "/dev/zero"], 1),
        (["play", "tour", "--yes"], 130),
        (["log"], 0),
        (["log", "--json"], 0),
        (["log", "--csv"], 0),
        (["export", str(files / "by-command.json")], 0),
        (["export", str(files / "by-command.csv")], 0),
        (["import", str(files / "by-command.json")], 0),
        (["paths"], 0),
        (["--version"], 0),
    )
    for command, wanted in commands:
        sys.stdout.write(f"{PROMPT}{' '.join(command)}\n")
        if (code := main(command)) != wanted:
            sys.stderr.write(f"{command}: {code}, not {wanted}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1])))
