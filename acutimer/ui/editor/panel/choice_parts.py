"""How a point is pressed: how firmly, and in which rhythm. And whether a practice has a time at all."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from acutimer.content.library import Library
from acutimer.core.altering import with_beat
from acutimer.core.routines import Cadence, PressStep, Pressure, Step, TechniqueStep, WaitStep
from acutimer.core.starting_steps import timed, untimed
from acutimer.ui.editor.panel.amounts import TENTHS, tenths_shown
from acutimer.ui.editor.panel.number_part import tenths
from acutimer.ui.editor.panel.part import Part
from acutimer.ui.kit.dropdown import Dropdown
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.typed_stepper import TypedStepper

RHYTHMS = (None, Cadence(5, 2), Cadence(3, 3), Cadence(10, 5))
"""What is offered by itself, none first; anything else is the user's own."""
STARTING_OWN = Cadence(4, 4)
BEAT_TENTHS = (10, 600)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Editor", text)


class PressurePart(Part):
    """A switch: lightly, gently, firmly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = {Pressure.LIGHT: _tr("Light"), Pressure.GENTLE: _tr("Gentle"), Pressure.FIRM: _tr("Firm")}
        self._order = tuple(words)
        self.switch = Switch(tuple(words.values()), height=48, name=_tr("Pressure"), even=False)
        super().__init__(("pressure",), _tr("Pressure"), self.switch, parent=parent)
        self.switch.chosen.connect(self._take_index)

    def present(self, step: Step, *, anew: bool) -> None:  # noqa: ARG002  nothing is ever half chosen
        """Raise the one it has."""
        if isinstance(step, PressStep):
            self.switch.set_index(self._order.index(step.pressure))
            self.set_note(_tr("Never until it hurts") if step.pressure is Pressure.FIRM else "")

    def _take_index(self, index: int) -> None:
        if isinstance(self.step, PressStep):
            self.take(replace(self.step, pressure=self._order[index]))


class RhythmPart(Part):
    """A list of rhythms; the user's own shows its two times below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = [_tr("Steady"), *(_beat_words(it) for it in RHYTHMS if it is not None), _tr("Your own")]
        self.list = Dropdown(words, _tr("Rhythm"))
        self.press, self.release = _beat(_tr("Press for")), _beat(_tr("Release for"))
        super().__init__(("cadence",), _tr("Rhythm"), self.list, parent=parent)
        self._own = row(
            column(Text(_tr("Press for"), "small", "ink2"), self.press, spacing=4),
            column(Text(_tr("Release for"), "small", "ink2"), self.release, spacing=4),
            spacing=16,
            margins=(0, 10, 0, 0),
        )
        self._is_own = False
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._own)
        self.list.chosen.connect(self._take_index)
        for field, name in ((self.press, "press"), (self.release, "release")):
            field.changed.connect(lambda value, name=name: self._take_beat(name, value))
            field.misread.connect(lambda _: self.fault.tell(self.press.fault or self.release.fault))

    def applies(self, step: Step) -> bool:
        """Not where all of the time goes in circles."""
        return isinstance(step, PressStep) and step.circle_seconds < step.dose.seconds

    def present(self, step: Step, *, anew: bool) -> None:
        """Choose it in the list, and show its times where it is the user's own."""
        cadence = step.cadence if isinstance(step, PressStep) else None
        self._is_own = cadence not in RHYTHMS or (self._is_own and not anew and cadence is not None)
        self.list.set_index(len(RHYTHMS) if self._is_own else RHYTHMS.index(cadence))
        self._own.setVisible(self._is_own)
        if cadence is None:
            return
        for field, seconds in ((self.press, cadence.press_seconds), (self.release, cadence.release_seconds)):
            value = round(seconds * TENTHS)
            if anew or field.value != value:
                field.set_value(value)

    def _take_index(self, index: int) -> None:
        if not isinstance(self.step, PressStep):
            return
        self._is_own = index == len(RHYTHMS)
        cadence = self.step.cadence or STARTING_OWN if self._is_own else RHYTHMS[index]
        before, after = self.step, replace(self.step, cadence=cadence)
        self.take(after)
        if after == before:  # only the two times come into sight
            self.present(after, anew=False)

    def _take_beat(self, name: str, tenths: int) -> None:
        if isinstance(self.step, PressStep) and self.step.cadence is not None:
            self._is_own = True
            self.take(with_beat(self.step, **{name: tenths / TENTHS}))


class SpanPart(Part):
    """A switch: a practice for a set time, or for as long as one likes."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        self._library = library
        words = (_tr("Set time"), _tr("As long as I like"))
        self.switch = Switch(words, height=48, name=_tr("How long"), even=False)
        super().__init__(("span",), "", self.switch, parent=parent)
        self.switch.chosen.connect(self._take_index)

    def applies(self, step: Step) -> bool:
        """Only where there is a practice that has a usual time."""
        return isinstance(step, TechniqueStep | WaitStep) and step.technique in self._library.techniques

    def present(self, step: Step, *, anew: bool) -> None:  # noqa: ARG002  nothing is ever half chosen
        """Raise what it is."""
        self.switch.set_index(0 if isinstance(step, TechniqueStep) else 1)

    def _take_index(self, index: int) -> None:
        step = self.step
        if index == 0 and isinstance(step, WaitStep):
            self.take(timed(step, self._library.techniques[step.technique or ""].dose))
        elif index == 1 and isinstance(step, TechniqueStep):
            self.take(untimed(step))


def _beat(name: str) -> TypedStepper:
    kind = tenths()
    return TypedStepper(
        name,
        round(STARTING_OWN.press_seconds * TENTHS),
        BEAT_TENTHS,
        step=kind.step,
        page=kind.page,
        show=kind.show,
        read=kind.read,
        wrong=kind.wrong,
    )


def _beat_words(cadence: Cadence) -> str:
    press, release = (tenths_shown(round(it * TENTHS)) for it in (cadence.press_seconds, cadence.release_seconds))
    return _tr("Press {0}, release {1}").format(press, release)
