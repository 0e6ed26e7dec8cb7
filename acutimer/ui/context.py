"""What every place is built with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from acutimer.content.atlas import Atlas
from acutimer.content.library import Library
from acutimer.core.safety import Safety
from acutimer.store.history import History
from acutimer.ui.body.figures import Figures
from acutimer.ui.messages import Messages
from acutimer.ui.preferences_holder import Preferences

if TYPE_CHECKING:
    from acutimer.ui.routine_shelf import Shelf


@dataclass(frozen=True)
class Context:
    """The parts the window shares out. `wall` gives the time of day with its offset, `monotonic` seconds."""

    library: Library
    atlas: Atlas
    history: History
    preferences: Preferences
    figures: Figures
    messages: Messages
    wall: Callable[[], datetime]
    monotonic: Callable[[], float]

    @cached_property
    def shelf(self) -> Shelf:
        """Every routine there is, the user's own among them."""
        from acutimer.ui.routine_shelf import Shelf

        return Shelf(self.library, self.history.ledger, self.wall, self.preferences)

    @property
    def safety(self) -> Safety:
        """What the safety profile, as it is now, leaves out or asks care for. Every plan is made with it."""
        return self.library.safety(self.preferences.value.conditions)
