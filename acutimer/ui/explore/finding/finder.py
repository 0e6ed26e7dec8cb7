"""Find it: how to find a point, in numbered steps, and shown on the drawing one after another for whoever asks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation, Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.points import FindStep
from acutimer.ui.explore.finding.find_row import FindRow
from acutimer.ui.explore.finding.finding import Finding
from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text

# One digit after another is laid within this time.
STEP_MS = 700
BUTTON_PX = 44


class Finder(QWidget):
    """The steps of one point. `marks` are the names in them that stand out: the landmark's first, then the others."""

    found = Signal(object)
    """A Finding while the steps are shown, from picture to picture; None when the showing has ended."""

    def __init__(
        self, steps: Sequence[FindStep], marks: Sequence[str], *, is_still: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._landmark = marks[0] if marks else ""
        self._index: int | None = None
        self._is_alone = False
        self._is_still = is_still
        self.rows = tuple(FindRow(number, step.words, marks) for number, step in enumerate(steps, 1))
        self.show_me = Button(self.tr("Show me"), "quiet", "play", height=BUTTON_PX)
        self.back = Button(self.tr("Back"), "ghost", height=BUTTON_PX)
        self.next = Button(self.tr("Next step"), "secondary", height=BUTTON_PX)
        self._walk = column(flow(self.back, self.next, gap=8, line_gap=6), margins=(0, 6, 0, 0))
        self._walk.hide()
        heading = row(Text(self.tr("Find it"), "strong"), None, self.show_me)
        column(heading, 2, *self.rows, self._walk, spacing=2, parent=self)
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(STEP_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._motion.valueChanged.connect(self._tell)
        self.show_me.clicked.connect(self._start_or_stop)
        self.next.clicked.connect(lambda: self.go(1))
        self.back.clicked.connect(lambda: self.go(-1))

    @property
    def is_walking(self) -> bool:
        """Whether the steps are being shown."""
        return self._index is not None

    def start(self) -> None:
        """Show the first step."""
        self._show(0)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Show no step any more; the whole ruler stays."""
        if self._index is None:
            return
        had_focus = self._walk.isAncestorOf(self.focusWidget() or self)
        self._index = None
        self._motion.stop()
        self._arrange()
        if had_focus:
            self.show_me.setFocus(Qt.FocusReason.OtherFocusReason)
        self.found.emit(None)

    def show_step_alone(self, is_alone: bool) -> None:
        """While the steps are shown, show one at a time: what leads on is to be in sight beside a low drawing."""
        self._is_alone = is_alone
        self._arrange()

    def go(self, by: int) -> None:
        """To the next step (1) or the one before (-1). After the last one the showing ends."""
        if self._index is None:
            return
        wanted = self._index + by
        if wanted >= len(self._steps):
            self.stop()
        elif wanted >= 0:
            self._show(wanted)

    def _start_or_stop(self) -> None:
        if self.is_walking:
            self.stop()
        else:
            self.start()

    def _show(self, index: int) -> None:
        self._index = index
        self._arrange()
        self._motion.stop()
        if self._is_still:
            self._tell(1.0)
        else:
            self._tell(0.0)  # at once: what makes way for it is not to wait for the first picture
            self._motion.start()
        words = self._steps[index].words
        self.next.setAccessibleDescription(words)
        announce(self, words)

    def _tell(self, progress: float) -> None:
        if self._index is not None:
            self.found.emit(Finding(self._index, self._steps[self._index].shows, progress, self._landmark))

    def _arrange(self) -> None:
        for index, step in enumerate(self.rows):
            step.show_current(index == self._index)
            step.setVisible(index == self._index or not (self._is_alone and self.is_walking))
        is_last = self._index == len(self._steps) - 1
        self.next.setText(self.tr("Done") if is_last else self.tr("Next step"))
        self.back.setEnabled(self._index != 0)
        self._walk.setVisible(self.is_walking)
        self.show_me.setText(self.tr("Stop") if self.is_walking else self.tr("Show me"))
        self.show_me.set_icon("close" if self.is_walking else "play")
