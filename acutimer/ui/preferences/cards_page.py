"""All settings there are, in groups of cards of which one is shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Chip
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.scroll import BAR_PX
from acutimer.ui.kit.text import Text
from acutimer.ui.preferences import groups
from acutimer.ui.preferences.columns import Columns
from acutimer.ui.preferences.controls import Controls
from acutimer.ui.preferences.data_cards import BackupsCard, kept
from acutimer.ui.preferences.help_cards import KeysCard, about
from acutimer.ui.preferences.safety_cards import ProfileCard, RemindersCard
from acutimer.ui.preferences.text_size_choice import TextSizeChoice
from acutimer.ui.preferences.voice_choice import VoiceChoice

if TYPE_CHECKING:
    from acutimer.ui.session.sound.synthesizer import Engine

LEFT_PX, EDGE_PX, LOW_BELOW_PX = 20, 12, 480


class CardsPage(QWidget):
    """The cards; `show_group` goes to "looks", "session", "safety", "data" or "help".

    `page_wanted` names another page ("profile", "reminders"), `keeping_wanted` and `keys_wanted` lead out of here.
    """

    page_wanted = Signal(str)
    keeping_wanted = Signal()
    keys_wanted = Signal()

    def __init__(
        self,
        context: Context,
        opening: "Callable[[], Engine | None] | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.voice = VoiceChoice(context, opening)
        self.controls = Controls(context.preferences)
        self.profile, self.reminders = ProfileCard(context), RemindersCard(context)
        self.backups, self.keys = BackupsCard(context), KeysCard()
        self._groups = self._built(context)
        self.chips = {name: Chip(words, checkable=True, height=44) for name, words in self._names().items()}
        self._content = QWidget()
        self._inside = QVBoxLayout(self._content)
        self._inside.setSpacing(0)
        self._inside.setContentsMargins(LEFT_PX, 0, 0, EDGE_PX)
        self._lay_out()
        self._scroll = GutterScroll(EDGE_PX + BAR_PX, self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # or two columns would hold the window open
        layout.addWidget(self._scroll)
        self._join(context)
        self.show_group("looks")

    def show_group(self, name: str) -> None:
        """Show one group of cards from its top."""
        self.chips[name].setChecked(True)
        for other, group in self._groups.items():
            group.setVisible(other == name)
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """It is shown again: what changes by itself is looked at anew."""
        self.backups.refresh()
        self.reminders.refresh()

    # -- inside ----------------------------------------------------------------------------------

    def _names(self) -> dict[str, str]:
        return {
            "looks": self.tr("Appearance"),
            "session": self.tr("Session"),
            "safety": self.tr("Safety and reminders"),
            "data": self.tr("Your data"),
            "help": self.tr("Help"),
        }

    def _built(self, context: Context) -> dict[str, Columns]:
        controls = self.controls
        size = TextSizeChoice(context.preferences)
        return {
            "looks": Columns((groups.looks(controls, size),), (groups.figure(controls),)),
            "session": Columns(
                (groups.session(controls),), (groups.cues(controls), groups.voice(controls, self.voice))
            ),
            "safety": Columns((self.profile,), (self.reminders,)),
            "data": Columns((self.backups, groups.log(controls)), (kept(context),)),
            "help": Columns((self.keys,), (about(),)),
        }

    def _lay_out(self) -> None:
        self._inside.addWidget(Text(self.tr("Settings"), "title"))
        self._inside.addSpacing(12)
        self._inside.addWidget(flow(*self.chips.values(), gap=8, line_gap=8))
        self._inside.addSpacing(16)
        for group in self._groups.values():
            across = QHBoxLayout()
            across.addWidget(group, 1)
            across.addStretch()
            self._inside.addLayout(across)
        self._inside.addStretch(1)

    def _join(self, context: Context) -> None:
        for name, chip in self.chips.items():
            chip.setAutoExclusive(True)
            chip.toggled.connect(lambda on, name=name: self.show_group(name) if on else None)
        self.profile.wanted.connect(lambda: self.page_wanted.emit("profile"))
        self.reminders.wanted.connect(lambda: self.page_wanted.emit("reminders"))
        self.backups.wanted.connect(self.keeping_wanted)
        self.keys.wanted.connect(self.keys_wanted)
        context.preferences.changed.connect(self.controls.show)
        self.controls.show(context.preferences.value)

    # -- Qt --------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """One column is enough."""
        widest = max(group.minimumSizeHint().width() for group in self._groups.values())
        return QSize(widest + LEFT_PX + EDGE_PX + BAR_PX, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room; less air in a small window."""
        width, height = event.size().width(), event.size().height()
        for group in self._groups.values():
            group.set_width(width)
        margins = self._inside.contentsMargins()
        margins.setTop(12 if height < LOW_BELOW_PX else 24)
        self._inside.setContentsMargins(margins)
        super().resizeEvent(event)
