"""Words a user may write, that something somewhere could obey instead of showing them; and whether a window does."""

from collections.abc import Iterator
from itertools import product

from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMessageBox, QTextEdit, QWidget

from acutimer.core.filtering import plain_words
from acutimer.ui.kit.tips import CLOSE, OPEN

# A formula, a picture, a link, what markup makes of a sign, a key of a menu, a place for a value. As long as a name may
# be: what is longer, and what cannot be seen, the door of the routines refuses.
WORDS = '=cmd|\'/C calc\'!A1<img src="file:///etc/hostname"><a href="http://x">&lt; &X {0}'
# In a note anything may stand: it is written into a field, or pasted. Colours and titles of a terminal, a bell, a
# direction of writing, the same in one byte.
NOTE = f"{WORDS} \x1b[31m\x1b]0;owned\x07 \u202ecba\u2066 \x9b31m"
KEPT_NOTE = plain_words(NOTE)
"""What the log keeps of it: the codes of terminals are no letters, the direction of writing is."""
MOST_LINES, MOST_COLUMNS = 50, 60  # of a table: the others are like them


def interpreted() -> Iterator[str]:
    """Whatever in the windows that are open now could take words for markup, in words."""
    for widget in QApplication.allWidgets():
        what = f"{type(widget).__name__} {widget.objectName()!r}"
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            yield f"{what}: its text {widget.text()!r} may be markup"
        if isinstance(widget, QTextEdit | QMessageBox):
            yield f"{what}: it reads markup"
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from (f"{what}: {tip}" for tip in _tips_in(widget.model(), QModelIndex()))
        for told in _tips_of(widget):
            if obeyed(told):
                yield f"{what}: the tip {told!r}"


def obeyed(tip: str) -> bool:
    """Whether a tip would be read as markup, and not as ours that shows words as they are."""
    inside = tip.removeprefix(OPEN).removesuffix(CLOSE) if tip.startswith(OPEN) else tip
    return Qt.mightBeRichText(tip) and (inside == tip or "<" in inside)


def looked_at() -> int:
    """How many things there are to be looked at."""
    return len(QApplication.allWidgets())


def _tips_of(widget: QWidget) -> tuple[str, ...]:
    """What Qt shows in a small window of its own, and there guesses whether it is markup."""
    actions = widget.actions()
    tips = [text for action in actions for text in (action.toolTip(), action.whatsThis())]
    return (widget.toolTip(), widget.whatsThis(), widget.statusTip(), *tips)


def _tips_in(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for line, column in product(range(MOST_LINES), range(MOST_COLUMNS)):
        if model.hasIndex(line, column, parent):
            index = model.index(line, column, parent)
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.StatusTipRole):
                told = index.data(role)
                if isinstance(told, str) and obeyed(told):
                    yield f"the tip {told!r}"
