"""A guide card's words: its statements, tradition and evidence apart, and after each whose word it is."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from acutimer.core.points import Claim
from acutimer.core.practices import GuideCard, Source
from acutimer.ui.kit.cards import Badge
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.text import Text

# The source id that marks a choice of ours: it is no text one could look up.
PRODUCT = "product"
CLAIM_GAP_PX = 8
SOURCE_GAP_PX = 4
GROUP_GAP_PX = 14
SECTION_GAP_PX = 24


def guide_text(
    card: GuideCard, sources: Mapping[str, Source], badge: Literal["plain", "pine"] = "plain"
) -> Iterator[Item]:
    """The card's statements, top to bottom, without its title. On a quiet ground a plain `badge` is not seen."""
    yield claims(card.text, sources)
    said = (_tr("What tradition says"), _tr("Tradition"), card.tradition)
    found = (_tr("What studies found"), _tr("Evidence"), card.evidence)
    for heading, kind, statements in (said, found):
        if statements:
            yield SECTION_GAP_PX
            yield row(Text(heading, "strong"), 10, Badge(kind, badge), None)
            yield 8
            yield claims(statements, sources)


def claims(statements: Iterable[Claim], sources: Mapping[str, Source]) -> QWidget:
    """Statements one below the other. What follows from the same sources has their names once, after the last."""
    groups = [_group(list(group), cited, sources) for cited, group in groupby(statements, key=lambda it: it.sources)]
    return column(*groups, spacing=GROUP_GAP_PX)


def references(cited: Iterable[str], sources: Mapping[str, Source]) -> list[Item]:
    """A heading and the full titles of the texts cited; nothing where all of it is our own choice."""
    known = [sources[name] for name in cited if name in sources and name != PRODUCT]
    if not known:
        return []
    titles = (Text(_tr("{0}: {1}").format(source.short, source.title), "small", "ink3", wrap=True) for source in known)
    return [SECTION_GAP_PX, Text(_tr("Sources"), "strong"), 4, column(*titles, spacing=6)]


def _group(statements: list[Claim], cited: tuple[str, ...], sources: Mapping[str, Source]) -> QWidget:
    texts = column(*(Text(claim.text, "body", "ink", wrap=True) for claim in statements), spacing=CLAIM_GAP_PX)
    names = " \u00b7 ".join(sources[name].short for name in cited if name in sources)
    source = Text(names, "small", "ink3", wrap=True)
    source.setAccessibleName(_tr("Source: {names}").format(names=names))
    return column(texts, SOURCE_GAP_PX, source)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Guide", text)
