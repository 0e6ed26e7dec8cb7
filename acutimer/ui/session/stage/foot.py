"""The row of big buttons at the foot: always in the same places, whatever they mean at the moment."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.session import Held, Session
from acutimer.ui.session.stage.controls import HEIGHT_PX, RoundButton, SessionButton
from acutimer.ui.session.words import control_words

GAP_PX, EDGE_PX = 14.0, 32.0


class Foot(QWidget):
    """`stop`, `back`, `main`, `skip`, `more`, `voice` and `mini`; the page connects them.

    `main` is the one solid button. While a wait asks for it in the middle of the page, it is not here.
    `voice` is checked while the voice is on; `show_voice` says so.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = control_words
        self.stop = RoundButton("stop", words.stop(), "quiet", 64, self)
        self.back = RoundButton("back", words.back(), parent=self)
        self.main = RoundButton("pause", words.pause(), "primary", 88, self)
        self.skip = RoundButton("skip", words.skip(), parent=self)
        self.more = RoundButton("+15", words.more_words()[0], parent=self)
        self.voice = RoundButton("sound", words.voice_words()[0], "quiet", 64, self)
        self.mini = RoundButton("mini", words.mini(), "quiet", 64, self)
        self._scale = 1.0
        self.stop.setToolTip(words.stop_tip())
        self.back.setToolTip(words.back_tip())
        self.skip.setToolTip(words.skip_tip())
        self.voice.setToolTip(words.voice_tip())
        self.mini.setToolTip(words.mini_tip())
        self.mini.setAccessibleName(words.mini_name())
        self.voice.setCheckable(True)
        self.voice.toggled.connect(self._name_voice)
        self.show_voice(is_on=True)

    def show_session(self, session: Session, *, has_main: bool) -> None:
        """Name the buttons after what they do now."""
        phase = session.phase
        if phase is None:
            return
        self.main.setVisible(has_main)
        main = control_words.main_control(session)
        self.main.show_as(main.icon, main.word)
        more = control_words.more_control(phase, is_held=isinstance(session.state, Held))
        self.more.setVisible(phase.seconds is not None)
        self.more.show_as(more.icon, more.word, more.name)
        self._arrange()

    def show_voice(self, *, is_on: bool) -> None:
        """Show whether the voice speaks."""
        self.voice.setChecked(is_on)
        self._name_voice()

    def set_scale(self, scale: float) -> None:
        """Measure everything times `scale` from now on."""
        self._scale = scale
        for button in self.buttons:
            button.scale = scale
            button.update()
        self._arrange()

    @property
    def buttons(self) -> tuple[SessionButton, ...]:
        """All of them, from the left."""
        return (self.stop, self.back, self.main, self.skip, self.more, self.voice, self.mini)

    def _name_voice(self) -> None:
        voice = control_words.voice_control(is_on=self.voice.isChecked())
        self.voice.show_as(voice.icon, voice.word, voice.name)

    def _arrange(self) -> None:
        scale, high = self._scale, round(HEIGHT_PX * self._scale)
        middle = (self.back, self.main, self.skip, self.more)
        # Each is as wide as the longest word it may bear, so that none moves when the words change.
        widths = [
            self.back.width_for(control_words.back()),
            self.main.width_for(*control_words.main_words()),
            self.skip.width_for(control_words.skip()),
            self.more.width_for(*control_words.more_words()),
        ]
        x = self.width() / 2 - (sum(widths) + 3 * GAP_PX * scale) / 2
        for button, width in zip(middle, widths, strict=True):
            button.setGeometry(round(x), 0, width, high)
            x += width + GAP_PX * scale
        self.stop.setGeometry(round(EDGE_PX * scale), 0, self.stop.sizeHint().width(), high)
        right = self.width() - EDGE_PX * scale
        for button, width in (
            (self.mini, self.mini.width_for(control_words.mini())),
            (self.voice, self.voice.width_for(*control_words.voice_words())),
        ):
            right -= width
            button.setGeometry(round(right), 0, width, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the middle and the edges."""
        self._arrange()
        super().resizeEvent(event)
