"""A number of a step."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from acutimer.core.routines import Step
from acutimer.ui.editor.panel.amounts import length_read, length_shown, tenths_read, tenths_shown
from acutimer.ui.editor.panel.part import Part
from acutimer.ui.kit.typed_stepper import TypedStepper
from acutimer.ui.log.editing.typed import count_read


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of number is shown, typed and stepped; `wrong` is what is said of what is none."""

    show: Callable[[int], str]
    read: Callable[[str], int | None]
    step: int
    page: int
    wrong: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("Editor", text)


def lengths(step: int = 15, page: int = 60) -> Kind:
    """Seconds, as long as a practice lasts."""
    return Kind(length_shown, length_read, step, page, _tr("Write a time from {0} to {1}, like 1:30."))


def tenths() -> Kind:
    """Tenths of a second, as long as a breath or a beat lasts."""
    return Kind(tenths_shown, tenths_read, 5, 20, _tr("Write a time from {0} to {1}, like 2.5\u00a0s."))


def counts(page: int = 5) -> Kind:
    """How often."""
    return Kind(str, count_read, 1, page, _tr("Write a number from {0} to {1}."))


@dataclass(frozen=True, slots=True)
class Number:
    """One number: `get` reads it from a step, `put` gives the step with another. Words may depend on the step.

    A step without the number is what `applies` says no to. `stops` are numbers worth stopping at on the way.
    """

    fields: tuple[str, ...]
    kind: Kind
    limits: tuple[int, int]
    name: Callable[[Any], str]
    get: Callable[[Any], int]
    put: Callable[[Any, int], Step]
    note: Callable[[Any], str] = lambda _: ""
    applies: Callable[[Any], bool] = lambda _: True
    most: Callable[[Any], int] | None = None
    stops: Iterable[int] = ()


class NumberPart(Part):
    """A stepper one can type in."""

    def __init__(
        self, number: Number, words: str = "", *, beside: Iterable[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        kind = number.kind
        self._number, self._limits = number, number.limits
        self.field = TypedStepper(
            words,
            number.limits[0],
            number.limits,
            step=kind.step,
            page=kind.page,
            stops=number.stops,
            show=kind.show,
            read=kind.read,
            wrong=kind.wrong,
            wide=True,
        )
        super().__init__(number.fields, words or " ", self.field, beside=beside, parent=parent)
        self.field.changed.connect(self._take_number)
        self.field.misread.connect(self.fault.tell)

    def applies(self, step: Step) -> bool:
        """As the number says."""
        return self._number.applies(step)

    def present(self, step: Step, *, anew: bool) -> None:
        """Show it, but leave alone what is being typed where that means the same."""
        number = self._number
        limits = (number.limits[0], number.most(step)) if number.most is not None else number.limits
        value = number.get(step)
        if limits != self._limits:
            self._limits = limits
            self.field.set_limits(*limits)
        if anew or self.field.value != value:
            self.field.set_value(value)
        name = number.name(step)
        self.set_name(name)
        self.field.set_name(name)
        self.set_note(number.note(step))

    def mark(self, *, is_marked: bool) -> None:
        """An ochre border."""
        self.field.mark(is_marked=is_marked)

    def _take_number(self, value: int) -> None:
        if self.step is not None:
            self.take(self._number.put(self.step, value))
