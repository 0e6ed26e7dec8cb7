"""What there is to read about a routine: what to beware of, cards to read at leisure, and where it comes from."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from acutimer.content.library import Library
from acutimer.core.routines import Routine
from acutimer.language.sentences import one_after_another
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.routines.guide import Fold, guide_fold
from acutimer.ui.routines.notes import sources, step_cautions


def reading_column(routine: Routine, library: Library) -> QWidget:
    """All of it, one below the other."""
    folds = _folds(routine, library)
    texts: list[Item] = []
    if routine.cautions:
        texts += [_caution([claim.text for claim in routine.cautions]), 16]
    if folds:
        heading = Text(QCoreApplication.translate("Routines", "Good to know"), "strong")
        texts += [heading, 10, *(part for fold in folds for part in (fold, 8)), 12]
    if source := sources(routine, library):
        texts.append(Text(source, "small", "ink3", wrap=True))
    return column(*texts, None)


def _folds(routine: Routine, library: Library) -> list[Fold]:
    cards = [library.guide[id_] for id_ in routine.guide if id_ in library.guide]
    folds = [guide_fold(card, library.sources) for card in cards]
    if watch := step_cautions(routine, library):
        texts: list[Item] = [part for words in watch for part in (Text(words, "body", wrap=True), 10)]
        title = QCoreApplication.translate("Routines", "What to watch for, step by step")
        folds.insert(0, Fold(title, texts, "warn"))
    return folds


def _caution(texts: list[str]) -> Card:
    """All cautions of a routine on one ground, a little air between them."""
    card = Card("caution", 16)
    lines: list[Item] = [part for text in texts for part in (Text(text, "small", "ochre_ink", wrap=True), 6)]
    top = Qt.AlignmentFlag.AlignTop
    row((Icon("warn", 22, "ochre_ink"), top), (column(*lines[:-1]), 1), spacing=12, margins=(16, 12), parent=card)
    card.setAccessibleName(one_after_another(texts))
    return card
