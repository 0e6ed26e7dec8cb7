"""What is wrong with a field, right below it, with the press that mends it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.editor.panel.told import Told
from acutimer.ui.editor.panel.word_button import INSET_PX, WordButton
from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text

RADIUS_PX = 16


class ProblemNote(Card):
    """One problem in whole sentences; hidden while there is none."""

    repair_wanted = Signal(object)
    """What is to be mended, as it came with the problem."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("caution", RADIUS_PX, parent)
        self._told: Told | None = None
        self.words = Text("", "small", "ochre_ink", wrap=True)
        self.words.setContentsMargins(INSET_PX, 0, 0, 0)
        self.repair = WordButton("", "ochre_ink", 44)
        self.repair.clicked.connect(self._mend)
        told = column(self.words, row(self.repair, None))
        icon = column(Icon("warn", 22, "ochre_ink"), None)
        row(icon, (told, 1), spacing=12 - INSET_PX, margins=(16, 11, 14, 4), parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def told(self) -> Told | None:
        """The problem it tells."""
        return self._told

    def tell(self, told: Told | None) -> None:
        """Tell a problem, or none any more."""
        is_news = told is not None and (self._told is None or self._told.words != told.words)
        self._told = told
        if told is not None:
            self.words.setText(told.words)
            self.repair.setText(told.repair)
            self.repair.setVisible(bool(told.repair))
            self.setContentsMargins(0, 0, 0, 0 if told.repair else 7)  # the button has air of its own
        self.setVisible(told is not None)
        if is_news and told is not None:
            announce(self, told.words)

    def _mend(self) -> None:
        if self._told is not None:
            self.repair_wanted.emit(self._told.problem)
