"""Which languages there are, and which of them fits what someone asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acutimer.language.catalogue import ENGLISH, use

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

# Where POSIX systems keep the languages a user reads, the first that is set counts.
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
# Chinese is written in two ways; where the region alone is told, it says which.
_TRADITIONAL = {"hant", "tw", "hk", "mo"}


def available(folder: Path) -> tuple[str, ...]:
    """The tags of all languages with a catalogue in `folder` (resources/languages), English first."""
    return (ENGLISH, *sorted(file.stem for file in folder.glob("*.mo")))


def speak(folder: Path, wanted: Sequence[str]) -> str:
    """Use the first language of `wanted` that has a catalogue in `folder`, and return its tag.

    `wanted` are names as settings and systems have them: "de", "de_AT.UTF-8", "zh-Hans-CN". English is used where
    none fits, or where the catalogue of the one that does is damaged; an empty name is passed over.
    """
    tag = fitting(wanted, available(folder)) if any(wanted) else ENGLISH
    if tag == ENGLISH:
        use(None)
        return tag
    import struct  # most starts are in one language, and many of them in English
    from gettext import GNUTranslations

    try:
        with (folder / f"{tag}.mo").open("rb") as file:
            use(GNUTranslations(file), tag)
    except (OSError, ValueError, LookupError, struct.error):  # what gettext says of a file that is cut short
        use(None)
        return ENGLISH
    return tag


def fitting(wanted: Iterable[str], tags: Iterable[str]) -> str:
    """The tag that fits the first of the wanted languages that any tag fits; English where none does."""
    known = tuple(tags)
    for name in wanted:
        for tag in known:
            if fits(name, tag):
                return tag
    return ENGLISH


def fits(name: str, tag: str) -> bool:
    """Whether the words of `tag` are those a reader of `name` ("de_AT.UTF-8") expects."""
    wanted, has = _parts(name), _parts(tag)
    if not wanted or wanted[0] != has[0]:
        return False
    return "hans" not in has or "hans" in wanted or not _TRADITIONAL.intersection(wanted)


def from_environment(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The languages a POSIX system says its user reads, the dearest first. "C" and "POSIX" ask for none."""
    for variable in VARIABLES:
        if value := environment.get(variable):
            return tuple(name for name in value.split(":") if name)
    return ()


def _parts(name: str) -> tuple[str, ...]:
    """("zh", "hans", "cn") of "zh_Hans_CN.UTF-8@pinyin"."""
    plain = re.sub("[.@].*", "", name).replace("_", "-").lower()
    return tuple(part for part in plain.split("-") if part)
