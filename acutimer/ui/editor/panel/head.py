"""What the panel is about: the step's picture, its name, its place."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.routines import PressStep, Step
from acutimer.ui.context import Context
from acutimer.ui.editor.panel.picture import StepPicture
from acutimer.ui.editor.panel.words_part import name_of
from acutimer.ui.kit.cards import Badge
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text


class StepHead(QWidget):
    """Picture, name, code and "step 4 of 6"."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = context.library
        self.picture = StepPicture(context)
        self.name = Text("", "head", wrap=True)
        self.code = Badge("", "code")
        self.place = Text("", "small", "ink2", tabular=True)
        below = row(self.code, self.place, None, spacing=10)
        words = column(None, self.name, below, None, spacing=8)
        row((self.picture, Qt.AlignmentFlag.AlignVCenter), (words, 1), spacing=22, parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_step(self, step: Step, place: int, count: int) -> None:
        """Show a step that stands at `place`, counted from 0, of `count`."""
        self.picture.show_step(step)
        self.name.setText(name_of(step, self._library))
        code = step.point if isinstance(step, PressStep) else ""
        self.code.setText(code)
        self.code.setVisible(bool(code))
        words = QCoreApplication.translate("Editor", "step {0} of {1}") if code else _alone()
        self.place.setText(words.format(place + 1, count))


def _alone() -> str:
    return QCoreApplication.translate("Editor", "Step {0} of {1}")
