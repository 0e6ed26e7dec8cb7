"""Where the safety profile is filled in: nine things one may have, each to be ticked, none of them asked for."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from acutimer.core.conditions import Condition
from acutimer.core.settings import Settings
from acutimer.ui.context import Context
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.listing import Listing
from acutimer.ui.kit.text import Text
from acutimer.ui.safety.condition_row import ConditionRow

TWO_COLUMNS_FROM_PX = 600
GAP_PX = 10


class ProfileForm(QWidget):
    """Shows what the settings hold, and keeps each tick at once. It scrolls nothing and has no way back of its own."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = context.preferences
        words = context.library.safety_words.conditions
        self.rows = {condition: ConditionRow(words[condition].name, words[condition].hint) for condition in Condition}
        self._listing = Listing()
        self._listing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._listing.setAccessibleName(self.tr("What may hold for you"))
        self._grid = QGridLayout(self._listing)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP_PX)
        self._columns = 0
        for row in self.rows.values():
            row.clicked.connect(self._keep)
        self._arrange(1)
        lead = self.tr(
            "Tick what holds for you, or nothing at all. Steps that do not suit you are taken out or made gentler, "
            "and you are told why."
        )
        stays = self.tr("It stays on this computer. You can change it at any time, under Settings.")
        column(
            Text(lead, "body", "ink2", wrap=True),
            14,
            self._listing,
            12,
            Text(stays, "small", "ink3", wrap=True),
            None,
            parent=self,
        )
        self._preferences.changed.connect(self._show)
        self._show(self._preferences.value)

    def _keep(self) -> None:
        chosen = {it for it, row in self.rows.items() if row.isChecked()}
        self._preferences.update(conditions=tuple(it for it in Condition if it in chosen))

    def _show(self, settings: Settings) -> None:
        for condition, row in self.rows.items():
            row.setChecked(condition in settings.conditions)

    def _arrange(self, columns: int) -> None:
        """The rows in so many columns, read downwards in each."""
        if columns == self._columns:
            return
        self._columns = columns
        rows = list(self.rows.values())
        high = -(-len(rows) // columns)
        for place, row in enumerate(rows):
            self._grid.addWidget(row, place % high, place // high)
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        self._listing.set_order(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        super().resizeEvent(event)
        self._arrange(2 if event.size().width() >= TWO_COLUMNS_FROM_PX else 1)
