"""A heading, a sentence, and the ways on: after being away, at a wait, after a stop."""

from PySide6.QtWidgets import QWidget

from acutimer.ui.session.stage.controls import Choice
from acutimer.ui.session.stage.line import Line

CHOICE_WIDTH_PX, CHOICE_PX, GAP_PX = 540.0, 88.0, 14.0
LEAST_CHOICE_PX = 44.0  # however low the window
AFTER_TITLE_PX, AFTER_TEXT_PX = 8.0, 30.0


class Ways(QWidget):
    """`first` is what most people take; it has the focus when the ways appear."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Line(40, 48, 650, least_px=32, parent=self)
        self.text = Line(22, 32, 450, "ink2", parent=self)
        self.first = Choice("play", primary=True, parent=self)
        self.redo = Choice("redo", parent=self)
        self.finish = Choice("flag", parent=self)
        self._scale = self._choice_scale = 1.0
        self._choice_px = round(CHOICE_WIDTH_PX)

    @property
    def choices(self) -> tuple[Choice, Choice, Choice]:
        """From the top."""
        return (self.first, self.redo, self.finish)

    def shown_words(self) -> tuple[str, ...]:
        """What is asked, a text of several sentences as one."""
        return (self.title.text(), self.text.text())

    def set_scale(self, scale: float, choice_scale: float, choice_px: int) -> None:
        """Measure the words times `scale` from now on, the choices times `choice_scale`, so many px wide."""
        self._scale, self._choice_scale, self._choice_px = scale, choice_scale, choice_px
        self.title.set_scale(scale)
        self.text.set_scale(scale)
        for choice in self.choices:
            choice.scale = choice_scale
            choice.update()
        self.arrange()

    def arrange(self) -> None:
        """Put everything in the middle of the height there is."""
        scale, width = self._scale, self.width()
        choice, gap = CHOICE_PX * self._choice_scale, GAP_PX * self._choice_scale
        seen = [it for it in self.choices if not it.isHidden()]
        high = self.title.place(0, 0, width) + (AFTER_TITLE_PX + AFTER_TEXT_PX) * scale
        high += self.text.place(0, 0, width) + (len(seen) - 1) * gap
        choice = min(choice, max(LEAST_CHOICE_PX, (self.height() - high) / max(1, len(seen))))
        high += len(seen) * choice
        y = max(0.0, (self.height() - high) / 2)
        y += self.title.place(0, y, width) + AFTER_TITLE_PX * scale
        y += self.text.place(0, y, width) + AFTER_TEXT_PX * scale
        for one in seen:
            one.setGeometry(0, round(y), self._choice_px, round(choice))
            y += choice + gap

    def step_focus(self, way: int) -> None:
        """Move the focus up or down."""
        seen = [choice for choice in self.choices if not choice.isHidden()]
        here = next((place for place, choice in enumerate(seen) if choice.hasFocus()), -1)
        seen[(here + way) % len(seen)].setFocus()
