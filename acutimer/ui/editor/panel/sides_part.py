"""On which side a step is done."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from acutimer.core.altering import with_sides
from acutimer.core.routines import Step
from acutimer.core.sides import Side, Sides
from acutimer.ui.editor.panel.part import Part
from acutimer.ui.kit.switch import Switch

PAIRED = (Sides.EACH, Sides.LEFT, Sides.RIGHT, Sides.BOTH)
TOGETHER = (Sides.BOTH, Sides.EACH, Sides.LEFT, Sides.RIGHT)  # what one does with both legs as a rule


class SidesPart(Part):
    """A switch: one after the other as the settings say, one alone, or both at once."""

    def __init__(self, first_side: Side, *, is_together: bool = False, parent: QWidget | None = None) -> None:
        self._order = TOGETHER if is_together else PAIRED
        words = _words(first_side)
        name = QCoreApplication.translate("Editor", "Side")
        self.switch = Switch([words[it] for it in self._order], height=48, name=name, even=False)
        super().__init__(("sides",), "", self.switch, parent=parent)
        self.switch.chosen.connect(self._take_index)

    def applies(self, step: Step) -> bool:
        """Not where sides mean nothing."""
        return getattr(step, "sides", None) is not None

    def present(self, step: Step, *, anew: bool) -> None:  # noqa: ARG002  nothing is ever half chosen
        """Raise the one it has."""
        self.switch.set_index(self._order.index(getattr(step, "sides", Sides.EACH)))

    def _take_index(self, index: int) -> None:
        if self.step is not None:
            self.take(with_sides(self.step, self._order[index]))


def _words(first_side: Side) -> dict[Sides, str]:
    def tr(text: str) -> str:
        return QCoreApplication.translate("Editor", text)

    return {
        Sides.EACH: tr("Right, then left") if first_side is Side.RIGHT else tr("Left, then right"),
        Sides.LEFT: tr("Left"),
        Sides.RIGHT: tr("Right"),
        Sides.BOTH: tr("Both"),
    }
