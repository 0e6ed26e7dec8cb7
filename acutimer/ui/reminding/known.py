"""The routines that a reminder can ask for."""

from collections.abc import Mapping

from acutimer.core.errors import WorldError
from acutimer.core.routines import Routine
from acutimer.ui.context import Context


def known(context: Context) -> Mapping[str, Routine]:
    """All routines by id; those we ship alone where the user's own cannot be read, which is told in their place."""
    try:
        return context.shelf.all()
    except WorldError:
        return context.library.routines
