"""What the window does with what a later start asks."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from acutimer.core.errors import InputError, WorldError
from acutimer.ui.instance.wishes import Answer, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acutimer.core.routines import Routine
    from acutimer.ui.context import Context
    from acutimer.ui.instance.wishes import Wish
    from acutimer.ui.reminding.reminding import Reminding
    from acutimer.ui.window import MainWindow

WRONG_INPUT, WORLDS_FAULT = 1, 3


class Answering:
    """Brings the window to the front, by way of `reminding` out of the tray, and begins what is asked for."""

    def __init__(self, context: Context, window: MainWindow, reminding: Reminding) -> None:
        self._context, self._window, self._reminding = context, window, reminding

    def __call__(self, wish: Wish) -> Answer:
        """Do it. An unknown routine leaves the window where it is."""
        with _brought_by(wish):
            if not wish.routine:
                self._reminding.open()
                return Answer()
            try:
                return self._start(self._routine(wish.routine))
            except InputError as error:
                return refusal(WRONG_INPUT, str(error))
            except WorldError as error:
                return refusal(WORLDS_FAULT, str(error))

    def _start(self, routine: Routine) -> Answer:
        if not self._window.is_free:
            return self._refuse(routine.name)
        self._reminding.lead(lambda: self._window.start_routine(routine.id))
        return Answer()

    def _routine(self, routine_id: str) -> Routine:
        shelf = self._context.shelf
        try:
            return shelf.routine(routine_id)
        except InputError:
            shelf.look_again()  # it may have been brought in beside the window
            return shelf.routine(routine_id)

    def _refuse(self, name: str) -> Answer:
        translate = QCoreApplication.translate
        if self._window.is_given_over:
            why = translate("Answering", "“{name}” was not started: a session has the window. Finish that first.")
        else:
            why = translate("Answering", "“{name}” was not started: what you began here is not saved yet.")
        line = why.format(name=name)
        self._reminding.open()
        self._context.messages.say(line)
        return refusal(WORLDS_FAULT, line)


@contextmanager
def _brought_by(wish: Wish) -> Iterator[None]:
    """Meanwhile Qt finds what the desktop gave the later start, and shows it when it asks for the front."""
    given = {"XDG_ACTIVATION_TOKEN": wish.activation, "DESKTOP_STARTUP_ID": wish.startup}
    os.environ.update({name: token for name, token in given.items() if token})
    try:
        yield
    finally:  # they are good for once, and not for the programs we start
        for name in given:
            os.environ.pop(name, None)
