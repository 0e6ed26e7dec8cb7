"""The place of the settings: cards of choices, each applied as soon as it is made."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from acutimer import __version__, paths
from acutimer.core.settings import Mirror, Theme
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.scroll import BAR_PX, Scroll
from acutimer.ui.kit.text import Text
from acutimer.ui.preferences.controls import Controls
from acutimer.ui.preferences.lines import PathText, card, line
from acutimer.ui.preferences.voice_choice import VoiceChoice

if TYPE_CHECKING:
    from acutimer.ui.session.sound.synthesizer import Engine

TWO_COLUMNS_FROM_PX = 1000
COLUMN_PX = 720  # wider, words and control drift apart
PREPARING_SECONDS = (0, 600, 1)
REST_SECONDS = (0, 600, 5)
VOLUME = (0, 100, 10)
RATE = (-50, 50, 10)
HOURS = (0, 12, 1)


class PreferencesPlace(QWidget):
    """Every setting there is. What is chosen goes to `context.preferences` at once.

    `opening` gives the engine that speaks, if not the system's own.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        opening: "Callable[[], Engine | None] | None" = None,
    ) -> None:
        super().__init__(parent)
        self.voice = VoiceChoice(context, opening)
        self.controls = Controls(context.preferences)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._parts = (
            column(self._looks(), 16, self._session(), 16, self._files(), None),
            column(self._cues(), 16, self._voice(), 16, self._log(), 16, self._about(), None),
        )
        for part in self._parts:
            self._columns.addWidget(part, 1)
        self._cards = QWidget()
        self._cards.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        content.setMinimumHeight(1)  # its height is that of its width; a minimum of its own would add to it
        inside = QVBoxLayout(content)
        inside.setContentsMargins(16, 29, 12, 24)
        inside.setSpacing(0)
        inside.addWidget(Text(self.tr("Settings"), "title"))
        inside.addSpacing(19)
        across = QHBoxLayout()
        across.addWidget(self._cards, 1)
        across.addStretch()
        inside.addLayout(across)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # or two columns would hold the window open
        layout.addWidget(Scroll(content))
        context.preferences.changed.connect(self.controls.show)
        self.controls.show(context.preferences.value)

    def _looks(self) -> QWidget:
        controls = self.controls
        themes = {Theme.SYSTEM: self.tr("System"), Theme.LIGHT: self.tr("Light"), Theme.DARK: self.tr("Dark")}
        facing = {Mirror.MIRROR: self.tr("Mirror"), Mirror.CHART: self.tr("Chart")}
        colours, figure = self.tr("Colours"), self.tr("The figure")
        return card(
            self.tr("Appearance"),
            line(colours, controls.switch("theme", themes, colours)),
            line(
                figure,
                controls.switch("mirror", facing, figure),
                self.tr("As in a mirror your left is on the left. As on a chart it faces you."),
            ),
            controls.toggle("bones", self.tr("Show bones in the figure")),
            controls.toggle("warmth", self.tr("Show where you pressed lately")),
            controls.toggle("reduced_motion", self.tr("Less motion")),
        )

    def _session(self) -> QWidget:
        controls = self.controls
        sides = {Side.LEFT: self.tr("Left"), Side.RIGHT: self.tr("Right")}
        first, ready = self.tr("First side"), self.tr("Get ready")
        change, rest = self.tr("Change sides"), self.tr("Rest between sets")
        return card(
            self.tr("Session"),
            line(first, controls.switch("first_side", sides, first)),
            line(
                ready,
                controls.stepper("get_ready_seconds", PREPARING_SECONDS, self._seconds, ready),
                self.tr("Time to find each point"),
            ),
            line(
                change,
                controls.stepper("changeover_seconds", PREPARING_SECONDS, self._seconds, change),
                self.tr("Time to move to the other side"),
            ),
            line(rest, controls.stepper("rest_seconds", REST_SECONDS, self._seconds, rest)),
            controls.toggle("awake", self.tr("Keep the screen awake")),
        )

    def _cues(self) -> QWidget:
        volume = self.tr("Volume")
        return card(
            self.tr("Sounds and cues"),
            self.controls.toggle("sounds", self.tr("A tone at each change")),
            line(volume, self.controls.stepper("volume", VOLUME, self._percent, volume)),
            self.controls.toggle("flash", self.tr("A flash at each change")),
            self.controls.toggle("pacer", self.tr("A soft tick to keep the pace")),
        )

    def _voice(self) -> QWidget:
        controls, volume, speed = self.controls, self.tr("Volume of the voice"), self.tr("Speed of the voice")
        return card(
            self.tr("Voice"),
            controls.toggle("voice", self.tr("Speak each step")),
            self.voice,
            line(self.tr("Volume"), controls.stepper("voice_volume", VOLUME, self._percent, volume)),
            line(self.tr("Speed"), controls.stepper("voice_rate", RATE, self._rate, speed)),
            row(self.voice.hear, None),
        )

    def _log(self) -> QWidget:
        begins = self.tr("A day begins at")
        return card(
            self.tr("Log"),
            line(
                begins,
                self.controls.stepper("day_begins_hour", HOURS, self._hour, begins),
                self.tr("Until then it still counts as the day before."),
            ),
        )

    def _files(self) -> QWidget:
        kept = (
            (self.tr("Your log"), paths.database_file()),
            (self.tr("Backups"), paths.backups_dir()),
            (self.tr("Settings"), paths.settings_file()),
            (self.tr("Notes on faults"), paths.log_file()),
        )
        return card(
            self.tr("Where it is kept"),
            Text(self.tr("Everything stays on this computer."), "body", "ink2", wrap=True),
            *(column(Text(name, "small_strong"), 2, PathText(str(path), name)) for name, path in kept),
        )

    def _about(self) -> QWidget:
        return card(
            self.tr("About"),
            Text(self.tr("acutimer {0}").format(__version__), "strong"),
            Text(self.tr("General information, not medical advice."), "body", "ink2", wrap=True),
            Text(self.tr("Free software under the MIT licence."), "body", "ink2", wrap=True),
        )

    def _seconds(self, seconds: int) -> str:
        return self.tr("{0}\u00a0s").format(seconds) if seconds else self.tr("none")

    def _percent(self, percent: int) -> str:
        return self.tr("{0}\u00a0%").format(percent)

    def _rate(self, rate: int) -> str:
        if not rate:
            return self.tr("normal")
        return (self.tr("+{0}") if rate > 0 else self.tr("\u2212{0}")).format(abs(rate))

    def _hour(self, hour: int) -> str:
        return QLocale().toString(QTime(hour, 0), QLocale.FormatType.ShortFormat)

    def minimumSizeHint(self) -> QSize:
        """One column is enough."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest + 16 + 12 + BAR_PX, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room, one below the other elsewhere."""
        beside = event.size().width() >= TWO_COLUMNS_FROM_PX
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
        self._cards.setMaximumWidth(2 * COLUMN_PX + self._columns.spacing() if beside else COLUMN_PX)
        super().resizeEvent(event)
