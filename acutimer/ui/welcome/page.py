"""The page of the first start: what this is, when to see a doctor, and the safety profile for who likes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessibleInterface, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card, Rule
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.scroll import BAR_PX, Scroll
from acutimer.ui.kit.spoken import as_group, speak_for_itself
from acutimer.ui.kit.text import Text
from acutimer.ui.navigation import Mark
from acutimer.ui.preferences.text_size_choice import TextSizeChoice
from acutimer.ui.safety.profile_form import ProfileForm
from acutimer.ui.welcome.doctor_card import DoctorCard

TWO_COLUMNS_FROM_PX = 1140
LEFT_PX, CARD_PX = 500, 720
ONE_COLUMN_PX = 720
LOW_BELOW_PX = 520
MIDDLE = Qt.AlignmentFlag.AlignVCenter
ROOMY_FROM_PX = 800
DOCTOR = "see-a-doctor"  # the text whose last statement says what all of this is, and the others what to look for


class WelcomePage(QWidget):
    """Everything on it may be passed over. `done` follows the one button, or Escape; the page is not shown again."""

    done = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        speak_for_itself()
        super().__init__(parent)
        self._preferences = context.preferences
        self.setAccessibleName(self.tr("Welcome"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        signs = context.library.guide[DOCTOR].text
        self.begin = Button(self.tr("Begin"), "primary", height=60)
        self.begin.clicked.connect(self.leave)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)
        self.doctor = DoctorCard(self.tr("See a doctor first"), signs[:-1])
        self.form = ProfileForm(context)
        self.text_size = TextSizeChoice(context.preferences)
        self._card = Card("surface", 28)
        self._side_px, self._foot_px = 16, 8
        self._left = column(
            row(Mark(38), 14, (Text(self.tr("Welcome to acutimer"), "title", wrap=True, align=MIDDLE), 1)),
            12,
            Text(
                self.tr("Press points on your legs and back, and train your balance, guided by a timer."),
                "lead",
                "ink2",
                wrap=True,
            ),
            10,
            Text(signs[-1].text, "strong", wrap=True),
            16,
            self.doctor,
            None,
        )
        column(Text(self.tr("About you, if you like"), "title", wrap=True), 8, self.form, None, parent=self._card)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(36)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self._card)
        self._both = QWidget()
        self._both.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._content = QWidget()
        self._content.setMinimumHeight(1)  # its height is that of its width
        self._inside = QVBoxLayout(self._content)
        self._inside.addWidget(self._both)
        self._inside.addStretch(1)
        self._foot = row(Text(self.tr("Text size"), "body"), 16, self.text_size, None, self.begin)
        self._rule = Rule()
        scroll = Scroll(self._content)
        self._bar = scroll.verticalScrollBar()
        self._bar.rangeChanged.connect(lambda _low, high: self._close_foot(is_over=high > 0))
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # or two columns would hold the window open
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._rule)
        layout.addWidget(self._foot)

    def leave(self) -> None:
        """Go on to the program; what was ticked is kept already."""
        self._preferences.update(welcomed=True)
        self.done.emit()

    def _close_foot(self, *, is_over: bool) -> None:
        """A line over the foot while there is more above it; its button ends where the card does."""
        self._rule.setVisible(is_over)
        foot = self._foot.layout()
        assert foot is not None
        side, high = self._side_px, self._foot_px
        foot.setContentsMargins(side, high, side + (BAR_PX if is_over else 0), high)

    def accessible(self) -> QAccessibleInterface:
        """A group of all that is asked and told."""
        return as_group(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room, one below the other elsewhere; less air in a small window."""
        width, height = event.size().width(), event.size().height()
        beside, low, roomy = width >= TWO_COLUMNS_FROM_PX, height < LOW_BELOW_PX, width >= ROOMY_FROM_PX
        across = 40 if beside else 32 if roomy else 16
        widest = LEFT_PX + 36 + CARD_PX if beside else ONE_COLUMN_PX
        side = max(across, (width - widest) // 2)
        inner = 32 if roomy else 20
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(36 if beside else 20)
        self._card.setMinimumWidth(CARD_PX if beside else 0)
        self._card.setMaximumWidth(CARD_PX if beside else ONE_COLUMN_PX)
        card = self._card.layout()
        assert card is not None
        card.setContentsMargins(inner, 28 if roomy else 20, inner, 24 if roomy else 18)
        self._inside.setContentsMargins(side, 12 if low else 28, side, 16)
        self._side_px, self._foot_px = side, 8 if low else 16
        self._close_foot(is_over=self._bar.maximum() > 0)
        super().resizeEvent(event)
