"""What happens when something is asked of a session: by key, by button, in the small window, or from afar."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from acutimer.core.session import Held
from acutimer.ui.context import Context
from acutimer.ui.session.keys import Action
from acutimer.ui.session.mini.small import Small
from acutimer.ui.session.player import Player
from acutimer.ui.session.sound.hearing import Hearing
from acutimer.ui.session.stage.stage import Stage


class Doing:
    """Does it, with the parts of `page`."""

    def __init__(  # noqa: PLR0917  the parts of one page, which makes one of these
        self, page: QWidget, context: Context, player: Player, stage: Stage, hearing: Hearing, small: Small
    ) -> None:
        self._page, self._context, self._player = page, context, player
        self._stage, self._hearing, self._small = stage, hearing, small
        ways = stage.ways
        self._ways_to: dict[Action, Callable[[], None]] = {
            Action.GO: self.go,
            Action.PAUSE: player.pause,
            Action.SKIP: player.skip,
            Action.BACK: player.back,
            Action.MORE: player.extend,
            Action.WAIT: player.wait,
            Action.REDO: self.redo,
            Action.SAY_AGAIN: self.say_again,
            Action.VOICE: self.switch_voice,
            Action.MINI: self.switch_small,
            Action.STOP: self.stop_or_finish,
            Action.UNDO: player.undo_stop,
            Action.NEXT_WAY: lambda: ways.step_focus(1),
            Action.WAY_BEFORE: lambda: ways.step_focus(-1),
        }

    def do(self, action: Action) -> None:
        """What `action` asks for; nothing where it asks for nothing."""
        if action in self._ways_to:
            self._ways_to[action]()

    def go(self) -> None:
        """Pause, go on or start now; after a stop, see what was done."""
        if self._player.can_undo:
            self._player.finish()
        else:
            self._player.toggle()

    def more(self) -> None:
        """Lengthen what is practised; let what leads up to it wait."""
        session = self._player.session
        if session is None or session.phase is None:
            return
        if session.phase.kind.is_practice or isinstance(session.state, Held):
            self._player.extend()
        else:
            self._player.wait()

    def stop(self) -> None:
        """End it. For a while that can be taken back."""
        self._player.stop()

    def redo(self) -> None:
        """Begin the phase again; after a stop, go on as if there had been none."""
        if self._player.can_undo:
            self._player.undo_stop()
        else:
            self._player.redo()

    def finish_here(self) -> None:
        """Chosen from three ways on, with the consequence beside it: there is nothing to undo."""
        self._player.stop()
        self._player.finish()

    def stop_or_finish(self) -> None:
        """End it; where ways on are offered, that is one of them."""
        if self._player.can_undo:
            return
        if self._stage.is_asking:
            self.finish_here()
        else:
            self.stop()

    def say_again(self) -> None:
        """Say aloud where one is."""
        if self._player.session is not None:
            self._hearing.say_again(self._player.session)

    def switch_voice(self) -> None:
        """Let the voice speak, or not."""
        self._context.preferences.update(voice=not self._context.preferences.value.voice)

    def switch_small(self) -> None:
        """To the small window, or back from it."""
        if self._small.is_open:
            self._small.expand()
        else:
            self.open_small()

    def open_small(self) -> None:
        """To the small window."""
        if self._player.session is not None:
            self._small.open(self._player.session, self._player.now(), self._page)
