"""The editor's desk at work on an own routine, as in the window, without the window."""

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication

from acutimer.store.database import open_database
from acutimer.store.history import History
from acutimer.store.settings import SettingsFile
from acutimer.ui.body.figures import Figures
from acutimer.ui.context import Context
from acutimer.ui.editor.desk import Desk
from acutimer.ui.messages import Messages
from acutimer.ui.preferences_holder import Preferences
from tests.crash.user import NOW, User, routine
from tests.shipped import ATLAS, LIBRARY


def editing(user: User, rounds: int) -> Iterator[Callable[[], object]]:
    """Steps are added, renamed, moved, taken out and brought back; every other round is saved."""
    app = QCoreApplication.instance() or QCoreApplication([])
    with closing(open_database(user.database, NOW)) as connection:
        file = SettingsFile(user.settings)
        messages = Messages()
        context = Context(
            library=LIBRARY,
            atlas=ATLAS,
            history=History(connection),
            preferences=Preferences(file.load()[0], file, messages),
            figures=cast(Figures, None),  # the desk shows none
            messages=messages,
            wall=lambda: NOW,
            monotonic=lambda: 0.0,
        )
        desk = Desk(context, app)
        desk.begin(context.shelf.routine("own"))
        step = routine(9).steps[0]
        for number in range(rounds):
            yield partial(desk.rename, f"Named {number}", "name")
            yield partial(desk.add, step, "add")
            yield partial(desk.move, 0, 2, "move")
            yield partial(desk.remove, "take out", "bring back")
            yield desk.changes.stack.undo
            if number % 2 == 0:
                yield partial(desk.save, "save")
