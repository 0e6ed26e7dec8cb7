"""Text size: words, spacing, pictures and targets all drawn larger alike.

Qt takes the factor when the program starts, so another size opens the window again.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from acutimer.core.settings import TEXT_PERCENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QSize

SCALE = "QT_SCALE_FACTOR"


@contextmanager
def enlarged(percent: int) -> Iterator[None]:
    """While a QApplication is made and runs: on top of what the desktop, or the one who started us, asks for.

    Afterwards the environment is as it was, for the programs we start.
    """
    given = os.environ.get(SCALE)
    if percent != 100:
        os.environ[SCALE] = f"{_factor(given) * percent / 100:g}"
    try:
        yield
    finally:
        if given is not None:
            os.environ[SCALE] = given
        else:
            os.environ.pop(SCALE, None)


def fitting_percents(in_force: int, room: QSize, least: tuple[int, int]) -> tuple[int, ...]:
    """The sizes at which the smallest window (`least`, in px) still fits the screen, and the one in force.

    `room` is the screen's free part in px as they are at the size in force.
    """
    width, height = (side * in_force / 100 for side in (room.width(), room.height()))
    return tuple(
        it
        for it in TEXT_PERCENTS
        if it in (100, in_force) or (least[0] * it / 100 <= width and least[1] * it / 100 <= height)
    )


def _factor(given: str | None) -> float:
    """What Qt would make of the variable."""
    try:
        factor = float(given or "")
    except ValueError:
        return 1.0
    return factor if 0 < factor < 100 else 1.0  # nan is neither
