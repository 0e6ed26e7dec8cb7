"""What the safety profile makes of a step, said while one writes it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from acutimer.core.routines import Step
from acutimer.language.sentences import one_after_another
from acutimer.ui.context import Context
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text


class SafetyLine(QWidget):
    """A shield and a sentence; hidden where the step stays as it is written."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.words = Text("", "small", "ink2", wrap=True)
        row(column(Icon("shield", 22), None), (self.words, 1), spacing=10, parent=self)
        self.hide()

    def show_step(self, step: Step) -> None:
        """Say what becomes of it, and why."""
        words = self._context.library.safety_words
        parts = [
            QCoreApplication.translate("Editor", "For you: {0}, because {1}.").format(
                words.told(step, adjustment), words.because(because)
            )
            for adjustment, because in self._context.safety.verdict(step)
        ]
        self.words.setText(one_after_another(parts))
        self.setVisible(bool(parts))
