"""The user's own words for a step: what it says, and what it is called."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from acutimer.content.library import Library
from acutimer.core.drafting import MOST_SAY_LETTERS, one_line
from acutimer.core.limits import MOST_IN_NAME, MOST_IN_SAY
from acutimer.core.routines import RestStep, Step, subject_of
from acutimer.ui.editor.adding.usual_say import usual_say
from acutimer.ui.editor.panel.part import Part
from acutimer.ui.kit.line_field import LineField
from acutimer.ui.kit.text import Text


class WordsPart(Part):
    """A line of at most `most` letters. Empty it stands for the usual words, which it shows palely."""

    def __init__(self, field: str, name: str, note: str, most: int, *, beside: Text | None = None) -> None:
        self._most = most
        self.field = LineField(name)
        self.field.line.setMaxLength(most)
        super().__init__((field,), name, self.field, note, is_below=True, beside=() if beside is None else (beside,))
        self.field.edited.connect(self._take_text)

    def present(self, step: Step, *, anew: bool) -> None:
        """Show the words, but leave alone what is being typed where that means the same."""
        self.field.line.setPlaceholderText(self.usual(step))
        if anew or self.meant(step, self.field.text()) != self.words(step):
            self.field.set_text(self.shown(step))

    def shown(self, step: Step) -> str:
        """What stands in the field."""
        return self.words(step)

    def usual(self, step: Step) -> str:
        """What it is where the user wants nothing else."""
        raise NotImplementedError

    def words(self, step: Step) -> str:
        """What it is."""
        raise NotImplementedError

    def altered(self, step: Step, words: str) -> Step:
        """The step with other words; none are the usual ones."""
        raise NotImplementedError

    def meant(self, step: Step, text: str) -> str:
        """What is meant by what is typed."""
        return one_line(text, self._most).strip() or self.usual(step)

    def _take_text(self, text: str) -> None:
        if self.step is None:
            return
        clean = one_line(text, self._most)
        if clean != text:  # pasted with what nobody can see
            at = self.field.line.cursorPosition()
            self.field.set_text(clean)
            self.field.line.setCursorPosition(min(at, len(clean)))
        self.take(self.altered(self.step, clean.strip()))


class SayPart(WordsPart):
    """The instruction, with its letters counted."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        self._library = library
        self.count = Text("", "small", "ink2", tabular=True)
        name, note = _tr("What it says"), _tr("On the screen, and in the voice")
        super().__init__("say", name, note, MOST_IN_SAY, beside=self.count)
        self.setParent(parent)

    def present(self, step: Step, *, anew: bool) -> None:
        """Count, too."""
        super().present(step, anew=anew)
        letters = len(step.say)
        self.count.setText(_tr("{0} of {1}").format(letters, MOST_SAY_LETTERS))
        self.count.setAccessibleName(_tr("{0} of {1} letters").format(letters, MOST_SAY_LETTERS))
        self.count.set_color("ochre_ink" if letters > MOST_SAY_LETTERS else "ink2")

    def usual(self, step: Step) -> str:
        """Our own words."""
        return usual_say(step, self._library)

    def words(self, step: Step) -> str:
        """The instruction."""
        return step.say

    def altered(self, step: Step, words: str) -> Step:
        """With another instruction."""
        return replace(step, say=words or self.usual(step))


class TitlePart(WordsPart):
    """The name of a step where it is to be another than that of its practice; `name_of` tells that one."""

    def __init__(self, name_of: Callable[[Step], str], parent: QWidget | None = None) -> None:
        self._name_of = name_of
        super().__init__("title", _tr("Name of this step"), "", MOST_IN_NAME)
        self.setParent(parent)

    def usual(self, step: Step) -> str:
        """That of its practice."""
        return self._name_of(replace(step, title=None))

    def shown(self, step: Step) -> str:
        """Only a name of its own."""
        return step.title or ""

    def words(self, step: Step) -> str:
        """Its name."""
        return step.title or self.usual(step)

    def altered(self, step: Step, words: str) -> Step:
        """With another name."""
        return replace(step, title=words if words and words != self.usual(step) else None)


def name_of(step: Step, library: Library) -> str:
    """What a step is called: by itself, by its practice, or by its kind."""
    subject = subject_of(step)
    if step.title:
        return step.title
    if subject is not None:
        return library.name_of(subject)
    return _tr("Rest") if isinstance(step, RestStep) else _tr("Wait for me")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Editor", text)
