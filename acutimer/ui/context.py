"""What every place is built with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from acutimer.content.atlas import Atlas
from acutimer.content.library import Library
from acutimer.store.history import History
from acutimer.ui.body.figures import Figures
from acutimer.ui.messages import Messages
from acutimer.ui.preferences_holder import Preferences


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
