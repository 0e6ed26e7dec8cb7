"""Something a step does or does not."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.routines import Step, WaitStep
from acutimer.ui.editor.panel.part import Part
from acutimer.ui.kit.toggle import Toggle


class TogglePart(Part):
    """A switch at the end of two lines; a press on the words turns it, too."""

    def __init__(self, field: str, name: str, note: str, parent: QWidget | None = None) -> None:
        self.toggle = Toggle("")
        self.toggle.setAccessibleName(name)
        self.toggle.setAccessibleDescription(note)
        self.toggle.setFixedSize(self.toggle.sizeHint())
        super().__init__((field,), name, self.toggle, note, parent=parent)
        self.toggle.clicked.connect(self._take_on)

    def present(self, step: Step, *, anew: bool) -> None:  # noqa: ARG002  nothing is ever half turned
        """On or off."""
        self.toggle.setChecked(bool(getattr(step, self.fields[0])))

    def _take_on(self, is_on: bool) -> None:
        if self.step is not None:
            self.take(_with(self.step, self.fields[0], is_on=is_on))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words say what the switch does, so they turn it."""
        at = event.position().toPoint()
        is_on_words = self.said.rect().contains(self.said.mapFrom(self, at))
        if event.button() is Qt.MouseButton.LeftButton and is_on_words:
            self.toggle.click()


class WaitsPart(TogglePart):
    """Whether it begins only when the user says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("waits", _tr("Wait for me first"), _tr("Start this step by hand"), parent)

    def applies(self, step: Step) -> bool:
        """What waits all through needs no wait before it."""
        return not isinstance(step, WaitStep)


class OptionalPart(TogglePart):
    """Whether it may be dropped to fit a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("optional", _tr("Optional"), _tr("Dropped first when time is short"), parent)


def _with(step: Step, field: str, *, is_on: bool) -> Step:
    return replace(step, waits=is_on) if field == "waits" else replace(step, optional=is_on)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Editor", text)
