"""The place of the settings: the cards, and the pages that some of them lead to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from acutimer.ui.context import Context
from acutimer.ui.preferences.cards_page import CardsPage

if TYPE_CHECKING:
    from acutimer.ui.reminding.page import RemindersPage
    from acutimer.ui.session.sound.synthesizer import Engine

CARDS, PROFILE, REMINDERS = "cards", "profile", "reminders"


class PreferencesPlace(QWidget):
    """Every setting there is. What is chosen goes to `context.preferences` at once.

    `opening` gives the engine that speaks, if not the system's own. `keeping_wanted` asks for the page of the log
    where backups are kept, `keys_wanted` for the sheet of all keys.
    """

    keeping_wanted = Signal()
    keys_wanted = Signal()

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        opening: "Callable[[], Engine | None] | None" = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.cards = CardsPage(context, opening)
        self.cards.page_wanted.connect(self.show_page)
        self.cards.keeping_wanted.connect(self.keeping_wanted)
        self.cards.keys_wanted.connect(self.keys_wanted)
        self._pages = QStackedWidget()
        self._built: dict[str, QWidget] = {}
        self._shown = CARDS
        self._keep(CARDS, self.cards)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # a page may be wider than the cards
        layout.addWidget(self._pages)
        self.refresh()

    @property
    def shown(self) -> str:
        """The name of the page that is seen."""
        return self._shown

    def show_page(self, name: str) -> None:
        """Go to "cards", "profile" or "reminders"."""
        came_from, self._shown = self._shown, name
        if name not in self._built:
            self._keep(name, self._build(name))
        self._pages.setCurrentWidget(self._built[name])
        self.refresh()
        if name == CARDS and came_from != CARDS:  # the keyboard goes back to where one went from
            asked = self.cards.profile.change if came_from == PROFILE else self.cards.reminders.open
            asked.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name == PROFILE:
            self._built[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def remind(self, routine_id: str) -> None:
        """Go to the form for a new reminder of a routine."""
        self.show_page(REMINDERS)
        page: RemindersPage = self._built[REMINDERS]  # type: ignore[assignment]  # built under this name
        page.add_for(routine_id)

    @property
    def is_editing(self) -> bool:
        """Whether a form of a reminder is begun."""
        return bool(getattr(self._built.get(REMINDERS), "is_editing", False))

    def refresh(self) -> None:
        """The window shows the place, or a page of it: what may have changed meanwhile is looked at anew."""
        refresh: Callable[[], None] | None = getattr(self._built[self._shown], "refresh", None)
        if refresh is not None:
            refresh()

    # -- inside ----------------------------------------------------------------------------------

    def _build(self, name: str) -> QWidget:
        if name == PROFILE:
            from acutimer.ui.preferences.page_head import HeadedPage
            from acutimer.ui.safety.profile_form import ProfileForm

            profile = HeadedPage(self.tr("Your safety profile"), ProfileForm(self._context))
            profile.setFocusProxy(profile.back)
            profile.closed.connect(lambda: self.show_page(CARDS))
            return profile
        from acutimer.ui.reminding.page import RemindersPage

        reminders = RemindersPage(self._context)
        reminders.closed.connect(lambda: self.show_page(CARDS))
        return reminders

    def _keep(self, name: str, page: QWidget) -> None:
        self._built[name] = page
        self._pages.addWidget(page)

    # -- Qt --------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """As the cards."""
        return self.cards.minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one level up."""
        if event.key() == Qt.Key.Key_Escape and self._shown != CARDS:
            self.show_page(CARDS)
        else:
            super().keyPressEvent(event)
