"""One fault of our own."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acutimer import __version__
from acutimer.core.errors import AcutimerError

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType

INNER_FRAMES = 3  # where it happened, for being the same fault again


@dataclass(frozen=True, slots=True)
class Fault:
    """`key` is the same for the same fault again. `whole` is for the notebook; `shared` holds no word of the user's.

    `told` is what the error says to people, or empty: then it is truly our own.
    """

    key: str
    at: datetime
    whole: str
    shared: str
    told: str


def key_of(error: BaseException, trace: TracebackType | None) -> str:
    """The kind of an error and where it was raised; cheap, for an error may come at every tick."""
    places: list[str] = []
    while trace is not None:
        places.append(f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}")
        trace = trace.tb_next
    kind = type(error)
    return " ".join((kind.__module__, kind.__qualname__, *places[-INNER_FRAMES:]))


def fault_of(error: BaseException, trace: TracebackType | None, at: datetime, where: str) -> Fault:
    """All about an error; `where` names the thread, or what was being put away."""
    from traceback import format_exception

    from acutimer.mishaps.sharing import shared_trace

    about = f"acutimer {__version__}, Python {sys.version.split()[0]}, {sys.platform}, {where}"
    return Fault(
        key=key_of(error, trace),
        at=at,
        whole=f"{about}\n{''.join(format_exception(type(error), error, trace))}",
        shared=f"{at.isoformat(timespec='seconds')}, {where}\n{shared_trace(error, trace)}",
        told=str(error) if isinstance(error, AcutimerError) else "",
    )
