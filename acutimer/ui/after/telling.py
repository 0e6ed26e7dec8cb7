"""What was done, made ready for the table and for the figure that tell it."""

from collections.abc import Iterable

from acutimer.content.library import Library
from acutimer.core.planning import PhaseKind
from acutimer.ui.after.summary import Done
from acutimer.ui.after.table import RowWords
from acutimer.ui.body.warm_views import Pressed, members


def table_rows(told: Iterable[Done], library: Library) -> list[RowWords]:
    """A line for each subject; a point has its code before its name."""
    return [
        RowWords(done.subject if done.kind is PhaseKind.PRESS else "", library.name_of(done.subject), done.sides)
        for done in told
    ]


def points_pressed(told: Iterable[Done], library: Library) -> tuple[Pressed, ...]:
    """Every point pressed and how long, side by side; a pair of points as its two points."""
    presses = (done for done in told if done.kind is PhaseKind.PRESS)
    pressed = [Pressed(it.subject, side, amount.done) for it in presses for side, amount in it.sides.items()]
    return members(pressed, library.points)
