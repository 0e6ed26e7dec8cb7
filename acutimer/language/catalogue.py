"""The words of the language in use. English stands in the code; another language's words come from a catalogue.

One process speaks one language, chosen once when it starts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

ENGLISH = "en"

_in_use: list[tuple[NullTranslations, str]] = []


def use(catalogue: NullTranslations | None, tag: str = ENGLISH) -> None:
    """Speak with these words from now on; None speaks English. `tag` is the language's BCP 47 name ("zh-Hans")."""
    _in_use[:] = [] if catalogue is None else [(catalogue, tag)]


def language() -> str:
    """The tag of the language in use."""
    return _in_use[0][1] if _in_use else ENGLISH


def tr(text: str, context: str = "") -> str:
    """These English words in the language in use, or as they are where it has none for them.

    `context` tells two meanings of the same English words apart.
    """
    if not _in_use or not text:
        return text
    catalogue = _in_use[0][0]
    return catalogue.pgettext(context, text) if context else catalogue.gettext(text)


def trn(one: str, many: str, count: int, context: str = "") -> str:
    """The form that goes with `count` (0 or more): English has `one` and `many`, other languages one to six.

    The number is not put in.
    """
    if not _in_use:
        return one if count == 1 else many
    catalogue = _in_use[0][0]
    return catalogue.npgettext(context, one, many, count) if context else catalogue.ngettext(one, many, count)


def marked(text: str) -> str:
    """The same English words, marked to be translated: `tr` is given them when they are wanted."""
    return text
