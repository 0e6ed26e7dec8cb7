"""A reader of command lines whose own words are in the language in use, too."""

import argparse
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from acutimer.core.legible import printable
from acutimer.language.catalogue import marked, tr
from acutimer.language.retelling import retold

# What argparse says of a command line it cannot follow, the special before the general.
KNOWN = (
    marked("argument {0}: invalid choice: {1} (choose from {2})"),
    marked("argument {0}: expected one argument"),
    marked("argument {0}: expected at least one argument"),
    marked("argument {0}: ignored explicit argument {1}"),
    marked("argument {0}: not allowed with argument {1}"),
    marked("argument {0}: {1}"),
    marked("ambiguous option: {0} could match {1}"),
    marked("the following arguments are required: {0}"),
    marked("unrecognized arguments: {0}"),
)


class CommandLine(argparse.ArgumentParser):
    """Says what is wrong with a command line in words that a terminal shows and does not obey."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, add_help=False, formatter_class=_Help)
        self._positionals.title, self._optionals.title = tr("positional arguments"), tr("options")
        self.add_argument(
            "-h", "--help", action="help", default=argparse.SUPPRESS, help=tr("show this help message and exit")
        )

    def error(self, message: str) -> NoReturn:
        """Say it below how the command is used, and end with exit code 2."""
        self.print_usage(sys.stderr)
        self.exit(2, tr("{0}: error: {1}").format(self.prog, retold(printable(message), KNOWN)) + "\n")


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, tr("usage: ") if prefix is None else prefix)
