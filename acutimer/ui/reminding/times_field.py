"""Times of the day: one or several, each typed or stepped."""

from datetime import time

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.kit.buttons import Button, IconButton
from acutimer.ui.kit.flow import FlowLayout
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.typed_stepper import TypedStepper
from acutimer.ui.log.editing.typed import HOUR, daytime_read, daytime_shown

LAST_MINUTE = 24 * HOUR - 1
STEP_MINUTES = 15
FIRST_MINUTE, APART_MINUTES = 8 * HOUR, 4 * HOUR
WIDTH_PX = 172


def time_stepper(name: str, clock: time) -> TypedStepper:
    """A time of the day that one types or steps by quarters of an hour."""
    made = TypedStepper(
        name,
        minutes_of(clock),
        (0, LAST_MINUTE),
        step=STEP_MINUTES,
        page=HOUR,
        show=daytime_shown,
        read=daytime_read,
        wrong=QCoreApplication.translate("Reminding", "Write a time of day like {0}.").format(
            daytime_shown(7 * HOUR + 30)
        ),
    )
    made.setFixedWidth(WIDTH_PX)
    return made


def minutes_of(clock: time) -> int:
    """Minutes from midnight."""
    return clock.hour * HOUR + clock.minute


def clock_of(minutes: int) -> time:
    """The time of day that many minutes from midnight."""
    return time(*divmod(minutes, HOUR))


class TimesField(QWidget):
    """Up to `most` times; the last one cannot be taken away."""

    changed = Signal()

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.steppers: list[TypedStepper] = []
        self.removers: list[IconButton] = []
        self._boxes: list[QWidget] = []
        self._lines = FlowLayout(12, 8, self)
        self.add = Button(self.tr("Add a time"), "ghost", "plus", height=48)
        self.add.clicked.connect(self._add)
        self._lines.addWidget(self.add)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def times(self) -> tuple[time, ...]:
        """What is chosen, in order, none twice."""
        return tuple(clock_of(it) for it in sorted({stepper.value for stepper in self.steppers}))

    @property
    def fault(self) -> str:
        """What is wrong with what is typed; empty while it is understood."""
        return next((it.fault for it in self.steppers if it.fault), "")

    def set_times(self, times: tuple[time, ...], most: int) -> None:
        """Show these, saying nothing."""
        self._most = most
        while self.steppers:
            self._take_out(0)
        for clock in times:
            self._put_in(clock)
        self._name()

    def settle(self) -> None:
        """Show what was typed as it is said; the keyboard goes to the first that is not understood."""
        for stepper in self.steppers:
            stepper.settle()
        wrong = next((it for it in self.steppers if it.fault), None)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        taken = {it.value for it in self.steppers}
        wanted = max(taken, default=FIRST_MINUTE - APART_MINUTES) + APART_MINUTES
        minutes = next((it for it in range(wanted, LAST_MINUTE + 1, HOUR) if it not in taken), None)
        if minutes is None:
            minutes = next(it for it in range(0, LAST_MINUTE + 1, STEP_MINUTES) if it not in taken)
        self._put_in(clock_of(minutes))
        self._name()
        self.steppers[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, box: QWidget) -> None:
        place = self._boxes.index(box)
        self._take_out(place)
        self._name()
        self.steppers[min(place, len(self.steppers) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _put_in(self, clock: time) -> None:
        stepper = time_stepper(self.tr("Time"), clock)
        stepper.changed.connect(lambda _: self.changed.emit())
        stepper.misread.connect(lambda _: self.changed.emit())
        remove = IconButton(self.tr("Take this time away"), "close")
        box = row(stepper, remove, spacing=2)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        remove.clicked.connect(lambda: self._remove(box))
        self._lines.removeWidget(self.add)
        self._lines.addWidget(box)
        self._lines.addWidget(self.add)
        self.steppers.append(stepper)
        self.removers.append(remove)
        self._boxes.append(box)
        QWidget.setTabOrder(remove, self.add)

    def _take_out(self, place: int) -> None:
        box = self._boxes.pop(place)
        del self.steppers[place], self.removers[place]
        self._lines.removeWidget(box)
        box.hide()
        box.deleteLater()

    def _name(self) -> None:
        for number, (stepper, remove) in enumerate(zip(self.steppers, self.removers, strict=True), 1):
            stepper.set_name(self.tr("Time {0}").format(number))
            remove.set_name(self.tr("Take time {0} away").format(number))
            remove.setVisible(len(self.steppers) > 1)
        self.add.setVisible(len(self.steppers) < self._most)
        self.updateGeometry()
