"""The settings file: JSON, written whole; a damaged one loses only its bad keys."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

from acutimer.core.conditions import Condition
from acutimer.core.errors import WorldError
from acutimer.core.settings import Mirror, Settings, Theme
from acutimer.core.sides import Side
from acutimer.language.catalogue import tr
from acutimer.store.files import FILE_MODE, own_folder, write_whole

if TYPE_CHECKING:
    from acutimer.core.reminding import Reminder

_WORDS = {
    "theme": Theme,
    "mirror": Mirror,
    "first_side": Side,
}
_SHAPES = ("window", "mini")
_COPIES = 20


def chosen_language(path: Path) -> str:
    """The language chosen in the settings file at `path`, or "" for the system's; nothing is said or mended here."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, RuntimeError, ValueError):
        return ""
    found = values.get("language") if isinstance(values, dict) else None
    return found if isinstance(found, str) else ""


class SettingsFile:
    """The user's choices in the file at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen = self._stamp()  # what tells the file from the one another program writes in its place
        self._is_unread = False  # whether there is a file that could not be read: it is not written over

    def load(self) -> tuple[Settings, tuple[str, ...]]:
        """The settings, and what was wrong in words; a missing file is the defaults, and nothing wrong.

        Keys that are unknown or out of their limits are dropped alone. The damaged file is copied aside and a
        whole one written, so that the words come once.
        """
        self._seen, self._is_unread = self._stamp(), False
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return Settings(), ()
        except (OSError, RuntimeError) as error:  # links in a circle are the latter
            self._is_unread = True
            reason = getattr(error, "strerror", None) or error
            words = tr("The settings cannot be read: {0}: {1}. The defaults are used.")
            return Settings(), (words.format(self.path, reason),)
        except UnicodeDecodeError:
            return Settings(), self._put_aside(Settings(), [tr("it is not text (UTF-8); the defaults are used")])
        try:
            values = json.loads(text)
        except (ValueError, RecursionError) as error:
            return Settings(), self._put_aside(
                Settings(), [tr("it is not JSON ({0}); the defaults are used").format(error)]
            )
        if not isinstance(values, dict):
            problems = [tr("it holds no list of names and values; the defaults are used")]
            return Settings(), self._put_aside(Settings(), problems)
        settings, problems = read(values)
        return settings, self._put_aside(settings, problems) if problems else ()

    def news(self) -> Settings | None:
        """What another program has written since the file was read or written here, if all of it is good."""
        stamp = self._stamp()
        if stamp == self._seen:
            return None
        self._seen = stamp
        try:
            values = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        settings, problems = read(values) if isinstance(values, dict) else (Settings(), ["no names"])
        return None if problems else settings

    def save(self, settings: Settings) -> None:
        """Write the settings, whole or not at all.

        Raises:
            WorldError: the disk is full, or the permission is missing; the old file is as it was.
        """
        try:
            own_folder(self.path.parent)
            if self._is_unread:
                self._move_aside()
            write_whole(self.path, json.dumps(_plain(settings), indent=2) + "\n")
        except OSError as error:
            line = tr("The settings could not be saved: {0}: {1}.")
            raise WorldError(line.format(error.filename or self.path, error.strerror or error)) from error
        self._seen = self._stamp()

    def _stamp(self) -> tuple[int, int, int] | None:
        """None where there is no file."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _put_aside(self, settings: Settings, problems: list[str]) -> tuple[str, ...]:
        told = tuple(tr("The settings file had a mistake: {0}.").format(problem) for problem in problems)
        try:
            copy = self._copy_aside()
            self.save(settings)
        except (OSError, WorldError) as error:
            reason = getattr(error, "strerror", None) or error
            return (*told, tr("The damaged file stays as it is: {0} ({1}).").format(self.path, reason))
        return (*told, tr("The old file is kept as {0}.").format(copy))

    def _copy_aside(self) -> Path:
        """Copy the file beside itself under a name that is free; the last of many is written over."""
        damaged, copy = self.path.read_bytes(), self._free_name()
        copy.unlink(missing_ok=True)
        with os.fdopen(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE), "wb") as file:
            file.write(damaged)
        return copy

    def _move_aside(self) -> None:
        """What could not be read when it was asked for is kept beside the new file: its owner may know how to."""
        if self.path.is_file() or self.path.is_symlink():
            self.path.replace(self._free_name())
        self._is_unread = False

    def _free_name(self) -> Path:
        copies = [self.path.with_name(f"{self.path.stem}-damaged-{number}.json") for number in range(1, _COPIES + 1)]
        return next((it for it in copies if not (it.exists() or it.is_symlink())), copies[-1])


def read(values: Mapping[str, object]) -> tuple[Settings, list[str]]:
    """Settings from names and values, key by key: each bad one is left at its default and told in words.

    Of a list that the user made over time only what is bad is lost.
    """
    known = {field.name for field in fields(Settings)}
    good: dict[str, object] = {}
    problems = []
    for name, given in values.items():
        value: object = given
        if name not in known:
            problems.append(tr("{0} is no setting of this version; it is left out").format(_shown(name)))
            continue
        if name in _PARTS and isinstance(value, list):
            value, troubles = _parts(name, value)
            problems += troubles
        try:
            ready = _ready(name, value)
            Settings(**{name: ready})  # type: ignore[arg-type]  # Settings itself says whether the value is good
        except ValueError as error:
            problems.append(tr("{0}, not {1}; the default is used").format(_said(error), _shown(value)))
        else:
            good[name] = ready
    return Settings(**good), problems  # type: ignore[arg-type]  # each was tried alone, and each is valid on its own


def _plain(settings: Settings) -> dict[str, object]:
    """As JSON holds it."""
    plain = asdict(settings)
    if settings.reminders:
        from acutimer.core.reminding import as_plain

        plain["reminders"] = [as_plain(it) for it in settings.reminders]
    return plain


def _condition(value: object) -> Condition:
    if not isinstance(value, str) or value not in list(Condition):
        raise ValueError(f"it is none of {', '.join(Condition)}")
    return Condition(value)


def _reminder(value: object) -> Reminder:
    # most have none, and the window reads its settings before it shows anything
    from acutimer.core.reminding import from_plain

    return from_plain(value)


_PARTS: Mapping[str, Callable[[object], Condition | Reminder]] = {"conditions": _condition, "reminders": _reminder}


def _parts(name: str, values: list[object]) -> tuple[tuple[Condition | Reminder, ...], list[str]]:
    """What is good in a list, and for each that is not why. Of two reminders with one id the first stays."""
    good: dict[str, Condition | Reminder] = {}
    problems = []
    for value in values:
        try:
            made = _PARTS[name](value)
        except ValueError as error:
            problems.append(tr("{0}: {1} is left out: {2}").format(name, _shown(value), _said(error)))
            continue
        key = made if isinstance(made, Condition) else made.id
        if good.setdefault(key, made) != made:
            problems.append(tr("{0}: {1} is left out: another one has its id").format(name, _shown(value)))
    return tuple(good.values()), problems


def _said(error: ValueError) -> str:
    # what is wrong is seldom told, and the window reads its settings before it shows anything
    from acutimer.store.setting_words import setting_words

    return setting_words(str(error))


def _ready(name: str, value: object) -> object:
    """A value as JSON has it, made into what Settings holds; what does not fit is left for Settings to refuse."""
    words = _WORDS.get(name)
    if words is not None:
        return words(value) if isinstance(value, str) and value in list(words) else value
    if name in _SHAPES:
        return tuple(value) if isinstance(value, list) else ("?",)
    return value


def _shown(value: object) -> str:
    text = json.dumps(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
