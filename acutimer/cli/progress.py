"""A long work in the terminal: how far it is, on one line that goes away."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from acutimer.language.catalogue import tr

Step = TypeVar("Step")
_CLEAR = "\r\x1b[K"


def shown(steps: Iterable[Step], doing: str) -> Iterator[Step]:
    """The steps as they come; those that have a `share` are shown on a terminal, as "Exporting: 42 %"."""
    percent = -1
    try:
        for step in steps:
            share = getattr(step, "share", None)
            if share is not None and sys.stderr.isatty() and int(share * 100) != percent:
                percent = int(share * 100)
                sys.stderr.write(_CLEAR + tr("{0}: {1}\u00a0%").format(doing, percent))
                sys.stderr.flush()
            yield step
    finally:
        if percent >= 0:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
