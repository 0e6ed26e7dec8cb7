"""The time to go from one side to the other: that of the settings, or the step's own."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.core.altering import with_changeover
from acutimer.core.routines import Step
from acutimer.core.sides import Sides
from acutimer.ui.editor.panel.amounts import length_shown
from acutimer.ui.editor.panel.number_part import Number, NumberPart, lengths
from acutimer.ui.editor.panel.word_button import WordButton
from acutimer.ui.kit.layout import row

MOST_SECONDS = 600


class SwitchTimePart(NumberPart):
    """A stepper that stands at the time of the settings until the user wants another; a button goes back to that."""

    def __init__(self, of_settings: Callable[[], int], parent: QWidget | None = None) -> None:
        self._of_settings = of_settings
        name = QCoreApplication.translate("Editor", "Time to switch sides")
        number = Number(
            fields=("changeover_seconds",),
            kind=lengths(step=1, page=5),
            limits=(0, MOST_SECONDS),
            name=lambda _: name,
            get=self._seconds,
            put=with_changeover,
            applies=lambda step: getattr(step, "sides", None) is Sides.EACH,
        )
        super().__init__(number, name, parent=parent)
        self.reset = WordButton("", inset=0)
        self.reset.clicked.connect(self._reset)
        layout = self.said.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, row(self.reset, None))

    def present(self, step: Step, *, anew: bool) -> None:
        """Say whose time it is."""
        super().present(step, anew=anew)
        is_own = getattr(step, "changeover_seconds", None) is not None
        self.set_note("" if is_own else QCoreApplication.translate("Editor", "As in Settings"))
        words = QCoreApplication.translate("Editor", "Use {0}, as in Settings")
        self.reset.setText(words.format(length_shown(self._of_settings())))
        self.reset.setVisible(is_own)

    def mark(self, *, is_marked: bool) -> None:
        """What mends a problem stands there by itself."""
        super().mark(is_marked=is_marked)
        own = getattr(self.step, "changeover_seconds", None)
        self.reset.setVisible(own is not None and not is_marked)

    def _seconds(self, step: Step) -> int:
        own: int | None = getattr(step, "changeover_seconds", None)
        return self._of_settings() if own is None else own

    def _reset(self) -> None:
        if self.step is not None:
            self.take(with_changeover(self.step, None))
            self.field.line.setFocus()
