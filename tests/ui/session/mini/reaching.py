"""Sessions at a certain moment, without a player."""

from acutimer.core.fitting import plan
from acutimer.core.planning import PhaseKind
from acutimer.core.session import Session
from acutimer.ui.context import Context
from tests.unprofiled import UNPROFILED


def reached(context: Context, routine: str, kind: PhaseKind, number: int = 0, seconds: float = 0.0) -> Session:
    """A session `seconds` into the `number`-th phase of its kind, which began at second 0 of its clock."""
    laid_out = plan(context.library.routine(routine), context.preferences.value.choices(), UNPROFILED)
    index = [place for place, phase in enumerate(laid_out.phases) if phase.kind is kind][number]
    return Session.restored(laid_out, (), index, seconds).resume(seconds)
