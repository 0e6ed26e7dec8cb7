"""Which voice speaks, tried out on the spot."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.settings import Settings
from acutimer.ui.context import Context
from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.buttons import Button, IconButton
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text

if TYPE_CHECKING:
    from acutimer.ui.session.sound.synthesizer import Engine
    from acutimer.ui.session.sound.voice import Voice

ARROW_PX = 50  # as high as a stepper


class VoiceChoice(QWidget):
    """The chosen voice with the one before and the next; `hear` is the button to hear it, to be laid out elsewhere.

    The system's voices are asked for when one of its buttons is first pressed, never by showing it; put away it lets
    them go. `opening` gives the engine, if not the system's own.
    """

    def __init__(
        self, context: Context, opening: "Callable[[], Engine | None] | None" = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._opening = context, opening
        self._voice: Voice | None = None
        self._voices: list[tuple[str, str]] = []
        self._step = 0  # where to go once the voices are known
        self._trouble = ""
        left, right = ("right", "left") if self.isRightToLeft() else ("left", "right")
        self.before = IconButton(self.tr("The voice before"), left, ARROW_PX, "ghost")
        self.next = IconButton(self.tr("The next voice"), right, ARROW_PX, "ghost")
        self.hear = Button(self.tr("Hear it"), "secondary", "sound", height=48)
        self.chosen = Text("", "small", "ink2", wrap=True)
        self.before.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self.hear.clicked.connect(lambda: self._speaking().sample())
        words = column(None, Text(self.tr("Voice"), "body"), self.chosen, None)
        pair = row(self.before, 8, self.next)
        middle = Qt.AlignmentFlag.AlignVCenter
        row((words, 1), 20, (pair, middle), parent=self)
        context.preferences.changed.connect(self._show)
        self._show(context.preferences.value)

    def _show(self, settings: Settings) -> None:
        if not settings.voice:
            self._trouble, self._step = "", 0
        for button in (self.before, self.next, self.hear):
            button.setEnabled(settings.voice)
        said = self._trouble or self._label(settings.voice_name)
        if said != self.chosen.text():
            self.chosen.setText(said)
        for button in (self.before, self.next):
            button.setAccessibleDescription(said)

    def _label(self, name: str) -> str:
        if not name:
            return self.tr("Chosen for you")
        return dict(self._voices).get(name, name)

    def _say(self, trouble: str) -> None:
        """Say why there is no voice to choose, or with "" which one is chosen."""
        self._trouble = trouble
        self._show(self._context.preferences.value)
        announce(self, self.chosen.text())

    # -- what is pressed -------------------------------------------------------------------------

    def _go(self, step: int) -> None:
        self._step = step
        if self._voices:
            self._take_step()
            return
        self._say(self.tr("Looking for voices\u2026"))
        self._speaking().find_voices()

    def _take_step(self) -> None:
        """Go on from the chosen voice; before the first and after the last comes what chooses by itself."""
        step, self._step = self._step, 0
        names = ["", *(name for name, _ in self._voices)]
        now = self._context.preferences.value.voice_name
        place = (names.index(now) if now in names else 0) + step
        self._context.preferences.update(voice_name=names[place % len(names)])
        self._say("")

    # -- the voice -------------------------------------------------------------------------------

    def _speaking(self) -> "Voice":
        """The voice, made at the first press."""
        if self._voice is None:
            from acutimer.ui.session.sound.synthesizer import open_synthesizer
            from acutimer.ui.session.sound.voice import Voice

            context, opening = self._context, self._opening or open_synthesizer
            pronunciation = context.library.pronunciation
            self._voice = Voice(context.preferences, context.monotonic, pronunciation, opening, self)
            self._voice.voices_found.connect(self._on_found)
            self._voice.fell_silent.connect(lambda: self._say(self.tr("There is no voice on this computer")))
        elif self._voice.is_silent:
            self._say(self.tr("There is no voice on this computer"))
        return self._voice

    def _on_found(self) -> None:
        if self._voice is None:
            return
        self._voices = self._voice.voices()
        if self._step and self._voices:
            self._take_step()
        else:
            self._say("" if self._voices else self.tr("There is no voice on this computer"))

    def hideEvent(self, event: QHideEvent) -> None:
        """Put away, it falls quiet and lets the voice go."""
        if self._voice is not None and not event.spontaneous():
            self._voice.close()
            self._trouble, self._step = "", 0
            self._show(self._context.preferences.value)
        super().hideEvent(event)
