"""The commands that need no window, and the way into the window."""

import argparse
import math
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from io import TextIOWrapper
from typing import TextIO

from acutimer import __version__
from acutimer.cli.command_line import CommandLine
from acutimer.cli.exits import Exit
from acutimer.cli.own_faults import OwnFaults
from acutimer.core.errors import InputError, WorldError
from acutimer.core.legible import harmless, printable
from acutimer.language.catalogue import tr

LONGEST_MINUTES = 24 * 60


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command (`argv` without the program's name; None takes the process's own) and give its exit code."""
    _choose_language()
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as done:
        return int(done.code or 0)
    _make_output_fit()
    if arguments.command is None:  # the window sees to its own faults
        return _exit_code_of(arguments)
    with OwnFaults() as faults:
        code = _exit_code_of(arguments)
    return faults.code or code


def _exit_code_of(arguments: argparse.Namespace) -> int:
    code: int = Exit.DONE
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except InputError as error:
        code = _complain(error, Exit.WRONG_INPUT)
    except WorldError as error:
        code = _complain(error, Exit.WORLDS_FAULT)
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    except BrokenPipeError:
        _drop_output()  # whoever read has seen enough
    except OSError as error:
        _drop_output()
        reason = error.strerror or error
        words = tr("This could not be read or written to its end: {0}.")
        if error.filename:
            words = tr("This could not be read or written to its end: {1}: {0}.")
        code = _complain(WorldError(words.format(reason, printable(str(error.filename)))), Exit.WORLDS_FAULT)
    return code


def _run(arguments: argparse.Namespace) -> int:
    """Each command is loaded when it is asked for: starting the window needs none of them."""
    match arguments.command:
        case "points":
            from acutimer.cli import points

            code = points.run(arguments.codes, as_json=arguments.json)
        case "routines":
            from acutimer.cli import routines

            code = routines.run(arguments.routine, as_json=arguments.json)
        case "play":
            from acutimer.cli import play

            code = play.run(arguments.routine, minutes=arguments.minutes, side=arguments.side, yes=arguments.yes)
        case "check":
            from acutimer.cli import check

            code = check.run(arguments.files)
        case "log":
            from acutimer.cli import log

            code = log.run(arguments.since, as_json=arguments.json, as_csv=arguments.csv)
        case "export":
            from acutimer.cli import export

            code = export.run(arguments.file)
        case "import":
            from acutimer.cli import bring_in

            code = bring_in.run(arguments.file)
        case "paths":
            from acutimer.cli import places

            code = places.run()
        case _:
            code = _open_window(arguments.start, in_background=arguments.background)
    return code


def _open_window(start: str | None, *, in_background: bool) -> int:
    from acutimer import app

    return app.run(start=start, in_background=in_background)


def _parser() -> CommandLine:
    parser = CommandLine(
        prog="acutimer",
        description=tr("Guides self-acupressure and gentle exercise. Without a command it opens its window."),
        epilog=tr("General information, not medical advice."),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"acutimer {__version__}",
        help=tr("show program's version number and exit"),
    )
    parser.add_argument("--start", metavar=tr("ROUTINE"), help=tr("open the window and start this routine"))
    parser.add_argument(
        "--background", action="store_true", help=tr("remind from the tray, or from a minimised window")
    )
    commands = parser.add_subparsers(dest="command", metavar=tr("COMMAND"), title=tr("commands"))

    points = commands.add_parser("points", help=tr("the points, or all about some of them"))
    points.add_argument(
        "codes", metavar=tr("CODE"), nargs="*", help=tr("a code or a name in any spelling, such as st-36")
    )
    points.add_argument("--json", action="store_true", help=tr("as JSON"))

    routines = commands.add_parser("routines", help=tr("the routines, or all about one of them"))
    routines.add_argument(
        "routine", metavar=tr("ID or FILE"), nargs="?", help=tr("a routine, or a *.acutimer.json file")
    )
    routines.add_argument("--json", action="store_true", help=tr("as JSON; with one routine, its plan as well"))

    play = commands.add_parser("play", help=tr("run a routine in the terminal"))
    play.add_argument("routine", metavar=tr("ID or FILE"), nargs="?", help=tr("a routine, or a *.acutimer.json file"))
    play.add_argument("--minutes", type=_minutes, metavar=tr("N"), help=tr("make it fit into N minutes"))
    play.add_argument("--side", choices=("left", "right", "each"), default="each", help=tr("one side only, or each"))
    play.add_argument("--yes", action="store_true", help=tr("let every wait end at once"))

    check = commands.add_parser("check", help=tr("say what is wrong in routine files"))
    check.add_argument("files", metavar=tr("FILE"), nargs="+", help=tr("a *.acutimer.json file"))

    log = commands.add_parser("log", help=tr("the sessions so far"))
    log.add_argument("--since", type=_day, metavar=tr("DATE"), help=tr("only from this day on, such as 2026-01-31"))
    form = log.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=tr("as JSON"))
    form.add_argument("--csv", action="store_true", help=tr("as CSV, one row a phase"))

    export = commands.add_parser("export", help=tr("everything in the log as one file, to carry or to keep"))
    export.add_argument(
        "file", metavar=tr("FILE"), help=tr("NAME.json for another computer, NAME.csv for a spreadsheet")
    )

    bring_in = commands.add_parser("import", help=tr("merge a log exported as JSON into this one"))
    bring_in.add_argument("file", metavar=tr("FILE"), help=tr("a file made with acutimer export NAME.json"))

    commands.add_parser("paths", help=tr("where data, settings, log and backups are"))
    return parser


def _minutes(text: str) -> float:
    minutes = float(text) if re.fullmatch(r"\d+(\.\d+)?", text, re.ASCII) else math.nan
    if not 0 < minutes <= LONGEST_MINUTES:
        raise argparse.ArgumentTypeError(tr("{0} is not a number of minutes, such as 5 or 7.5").format(repr(text)))
    return minutes


def _day(text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(tr("{0} is not a day, such as 2026-01-31").format(repr(text)))


def _choose_language() -> None:
    """The settings', else the one the system's variables name."""
    from acutimer.language.choosing import from_environment, speak
    from acutimer.paths import resources, settings_file
    from acutimer.store.settings import chosen_language

    chosen = chosen_language(settings_file())
    speak(resources() / "languages", (chosen,) if chosen else from_environment(os.environ))


def _make_output_fit() -> None:
    """Han and tone marks never stop a command: a pipe gets UTF-8, a terminal that lacks a letter a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace", newline="")


def _complain(error: Exception, code: int) -> int:
    try:
        sys.stderr.write(harmless(f"acutimer: {error}\n"))
        sys.stderr.flush()
    except OSError:  # there may be no one left to tell
        _drop(sys.stderr)
    return code


def _drop_output() -> None:
    _drop(sys.stdout)


def _drop(stream: TextIO) -> None:
    """Let the interpreter's own flush at the end find nothing to complain about."""
    with suppress(OSError, ValueError):  # a stream that is no file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
