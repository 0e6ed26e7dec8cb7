"""Tips: the small windows of Qt's own, which guess for themselves whether their words are markup."""

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

OPEN, CLOSE = "<qt>", "</qt>"
_SIGNS = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def set_tip(widget: QWidget, words: str) -> None:
    """Show `words` where the mouse rests, as they are: a routine may be called "<b>"."""
    widget.setToolTip(literal(words))


def literal(words: str) -> str:
    """Words that Qt would take for markup, as markup that shows them; all others are as they were."""
    if not Qt.mightBeRichText(words):
        return words
    for sign, written in _SIGNS:
        words = words.replace(sign, written)
    return f"{OPEN}{words}{CLOSE}"
