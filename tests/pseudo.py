"""A language nobody speaks: each word of ours in letters with marks, 40 % longer, so that what is not in it shows.

What is plain in a window that speaks it never went through the catalogue; what is cut off in it has no room for German.
"""

import gettext
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

from words import found_in_code

from acutimer import paths
from acutimer.content.library import Library, load_library
from acutimer.language.catalogue import use
from acutimer.ui.tongue import Tongue

TAG = "en-XA"  # what such a language is called by custom
STRETCH = 0.4
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MARKED = "áƀçđéƒĝĥíĵķĺɱńóƥɋŕšťúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĹṀŃÓƤɊŔŠŤÚṼŴẊÝŽ"
_LETTERS = str.maketrans(_PLAIN, _MARKED)
_PLACE = re.compile(r"(\{[^{}]*\}|\\n|&nbsp;)")
_PATTERN = re.compile(r"[dMyHhmszap\s.,/:'-]+")  # Qt's dates and times: letters of a form, not words
_ENDINGS = re.compile(r"\*\.\w+")  # of files, as dialogs want them


class Pseudo(gettext.NullTranslations):
    """Knows every word the code marks, and no other: not Qt's own, and none the collecting passes over."""

    def gettext(self, message: str) -> str:
        """The words in marked letters."""
        return self.pgettext("", message)

    def pgettext(self, context: str, message: str) -> str:
        """The same, where they have a meaning of their own."""
        return stretched(message) if (context, message) in known() else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form for that number: there are two, as in English."""
        return self.npgettext("", msgid1, msgid2, n)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The same, where they have a meaning of their own."""
        return stretched(msgid1 if n == 1 else msgid2) if (context, msgid1) in known() else (msgid1, msgid2)[n != 1]


@contextmanager
def speaking_pseudo(app: Any = None) -> Iterator[None]:
    """Inside, everything speaks it; with an `app`, Qt hands its words to it as well."""
    use(Pseudo(), TAG)
    tongue = None if app is None else Tongue(app)
    if tongue is not None:
        app.installTranslator(tongue)
    try:
        yield
    finally:
        if tongue is not None:
            app.removeTranslator(tongue)
            tongue.deleteLater()
        use(None)


def stretched(text: str, share: float = STRETCH) -> str:
    """The text with marks on its letters and longer by that share; places for values and forms of dates stay."""
    if not any(letter.isalpha() for letter in _PLACE.sub("", text)) or _PATTERN.fullmatch(text):
        return text
    parts = [part if _PLACE.fullmatch(part) else _marked(part, share) for part in _PLACE.split(text)]
    return "".join(parts)


def _marked(text: str, share: float) -> str:
    """Each word a little longer, so that lines still break where they would: the tail of a word is waves."""
    owed = 0.0
    words = []
    for word in re.split(r"([ \u00a0\n]+)", text):
        if _ENDINGS.search(word) or not any(letter.isalpha() for letter in word):
            words.append(word)
            continue
        owed += len(word) * share
        tail = ceil(owed)
        owed -= tail
        letters = word.translate(_LETTERS)
        stop = len(letters.rstrip(".,;:!?)\u201d\u2019"))
        words.append(letters[:stop] + "~" * tail + letters[stop:])
    return "".join(words)


@cache
def known() -> frozenset[tuple[str, str]]:
    """Every word the code marks, with its meaning where it has one."""
    words = ((it.context or "", it.id) for it in found_in_code() if it.id)
    return frozenset((meaning, id_ if isinstance(id_, str) else id_[0]) for meaning, id_ in words)


def pseudo_library(folder: Path, like: str = "de") -> Library:
    """The content in that language, laid out in `folder`: it has words wherever the language `like` has them."""
    content = paths.resources() / "content"
    for file in sorted((content / like).glob("*.json")):
        if file.stem == "pronunciation":
            continue
        facts = json.loads((content / "en" / file.name).read_text(encoding="utf-8"))
        words = json.loads(file.read_text(encoding="utf-8"))
        (folder / file.name).write_text(json.dumps(_pseudo(facts, words)), encoding="utf-8")
    return load_library(content / "en", folder)


def _pseudo(facts: Any, words: Any) -> Any:
    if isinstance(facts, str):
        return stretched(facts)
    if isinstance(facts, dict):
        joined = {name: _pseudo(facts.get(name), it) for name, it in words.items()}
        kept = {name: facts[name] for name in ("id", "code") if name in words}
        titles = {name: stretched(facts[name], 0.0) for name in ("title",) if name in words}  # they have their limits
        return {**joined, **titles, **kept}
    if isinstance(facts, list) and all(isinstance(it, str) for it in facts):
        return [stretched(it) for it in facts]
    if isinstance(facts, list):
        by_name = {it.get("id", it.get("code")): it for it in facts if isinstance(it, dict)}
        if all(isinstance(it, dict) and ("id" in it or "code" in it) for it in words):
            return [_pseudo(by_name[it.get("id", it.get("code"))], it) for it in words]
        return [_pseudo(fact, it) for fact, it in zip(facts, words, strict=False)]
    return words
