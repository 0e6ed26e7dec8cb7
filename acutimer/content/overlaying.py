"""Lays the words of another language over the content, whose facts stand in one language's files alone."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from acutimer.core.errors import WorldError

NAMES = ("id", "code")  # what a record is known by
JOINED = ("aliases", "words")  # what someone may look for: in either language


@dataclass(frozen=True, slots=True)
class ContentFolder:
    """The files of the content. `words` has those of another language, words only; None reads it as it is."""

    facts: Path
    words: Path | None = None

    def read(self, name: str) -> Any:
        """What the file `name` (without .json) holds, in the other language where that has words for it.

        Raises:
            WorldError: a file cannot be read.
        """
        content = _read(self.facts / f"{name}.json")
        other = None if self.words is None else self.words / f"{name}.json"
        return content if other is None or not other.exists() else overlaid(content, _read(other))


def overlaid(content: Any, words: Any) -> Any:
    """`content` with `words` in the places where they stand.

    Objects are joined name by name. A list of records is joined by their id or code, a list of other objects place by
    place. Of two lists of names to look for the new ones come first, and none twice. Anything else is replaced.
    """
    if isinstance(content, dict) and isinstance(words, dict):
        joined = {name: overlaid(content.get(name), value) for name, value in words.items()}
        lists = (name for name in JOINED if isinstance(words.get(name), list))
        joined |= {name: list(dict.fromkeys((*words[name], *content[name]))) for name in lists}
        return {**content, **joined}
    if isinstance(content, list) and isinstance(words, list) and not all(isinstance(it, str) for it in content):
        by_name = {_name_of(it): it for it in words if _name_of(it) is not None}
        if by_name:
            return [overlaid(it, by_name.get(_name_of(it), it)) for it in content]
        return [*(overlaid(it, word) for it, word in zip(content, words, strict=False)), *content[len(words) :]]
    return words


def _name_of(record: Any) -> str | None:
    if not isinstance(record, Mapping):
        return None
    return next((record[name] for name in NAMES if name in record), None)


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WorldError(f"{path}: cannot be read ({error.strerror}). Install acutimer anew.") from error
