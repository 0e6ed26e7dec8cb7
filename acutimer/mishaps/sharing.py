"""What of an error may be shown to others: where it happened, and our own words about it, never the user's.

The words of an error may hold what it was about: a note, the name of a routine, a file. So of an error raised by a
line of Python only those words are kept that this line has itself; of one that Python or Qt made, the quoted parts go,
but for the kinds that quote nothing but names of the program.
"""

from __future__ import annotations

import re
from pathlib import Path
from traceback import FrameSummary, StackSummary, extract_tb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

PACKAGE = Path(__file__).resolve().parent.parent
HIDDEN = "..."
MOST_CHARACTERS = 8_000  # of all that is shared at once; the middle goes first
_MOST_ERRORS = 5  # in a chain
_HEAD_FRAMES, _TAIL_FRAMES = 8, 24
_ABOUT_NAMES = (AttributeError, TypeError, NameError, ImportError, IndexError, ArithmeticError, MemoryError)
_OVERRIDE = re.compile(r"Error calling Python override of [\w:.]+\(\): ")  # Qt says it once a level
_FILE = re.compile(r'(?<=File ")[^"\n]+(?=")')
_EXTENSIONS = re.compile(r"^Extension modules: .*$\n?", re.MULTILINE)


def shared_trace(error: BaseException, trace: TracebackType | None) -> str:
    """The trace of an error and of those that led to it, the first one first, as it may be shown to others."""
    parts = [_one(error, trace)]
    seen = {id(error)}
    while len(parts) < _MOST_ERRORS:
        earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if earlier is None or id(earlier) in seen:
            break
        seen.add(id(earlier))
        parts.append(_one(earlier, earlier.__traceback__))
        error = earlier
    return "\n\nwhich led to\n\n".join(reversed(parts))


def shared_words(error: BaseException, line: str) -> str:
    """The kind of an error, and what may be shown of its words; it was raised by `line`, empty where unknown."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(error, OSError):
        number = "" if error.errno is None else f"[Errno {error.errno}]"
        words = number if _is_ours(line) else f"{number} {error.strerror or ''}".strip()
    elif not line or isinstance(error, KeyError):
        words = HIDDEN
    else:
        try:
            words = _OVERRIDE.sub("", str(error))
        except Exception:  # noqa: BLE001  an error that cannot even say what it is
            words = HIDDEN
        if _is_ours(line):
            words = _only_words_of(line, words)
        elif not isinstance(error, _ABOUT_NAMES):
            words = _without_quoted(words)
    return f"{name}: {bounded(words, 500)}" if words else name


def shared_report(text: str) -> str:
    """What Python wrote as a signal ended it: files and lines, no words of anybody."""
    return _FILE.sub(lambda found: place(found[0]), _EXTENSIONS.sub("", text))


def place(file: str) -> str:
    """Where a file of a program lies, without the folders that only this computer has."""
    path = Path(file)
    if path.is_relative_to(PACKAGE):
        return f"acutimer/{path.relative_to(PACKAGE).as_posix()}"
    parts = path.parts
    for number in range(len(parts) - 1, 0, -1):
        if parts[number] == "site-packages" or re.fullmatch(r"python\d+\.\d+", parts[number]):
            return "/".join(parts[number + 1 :])
    return path.name


def bounded(text: str, most: int = MOST_CHARACTERS) -> str:
    """The beginning and the end of a text, where it is longer than `most` characters."""
    half = (most - len(HIDDEN)) // 2 - 2
    return text if len(text) <= most else f"{text[:half]}\n{HIDDEN}\n{text[-half:]}"


def without_home(text: str) -> str:
    """The same with the user's home folder as ~."""
    try:
        home = str(Path.home())
    except RuntimeError:  # a user without one
        return text
    return text if len(home) < 2 else re.sub(re.escape(home) + r"(?![\w.-])", "~", text)


def _one(error: BaseException, trace: TracebackType | None) -> str:
    frames = extract_tb(trace)
    shown = list(frames)
    if len(frames) > _HEAD_FRAMES + _TAIL_FRAMES:
        shown = [*frames[:_HEAD_FRAMES], *frames[-_TAIL_FRAMES:]]
    told = StackSummary.from_list(
        [FrameSummary(place(it.filename), it.lineno, it.name, lookup_line=False, line=it.line) for it in shown]
    ).format()
    line = (frames[-1].line or "") if frames else ""
    return f"{''.join(told)}{shared_words(error, line)}"


def _is_ours(line: str) -> bool:
    """Whether a line of Python raises by itself; else something that it calls and that is no Python did."""
    return re.search(r"\b(raise|assert)\b", line) is not None


def _only_words_of(line: str, words: str) -> str:
    known = set(re.findall(r"\w+", line))
    kept = re.sub(r"\w+", lambda found: found[0] if found[0] in known else HIDDEN, words)
    return re.sub(rf"{re.escape(HIDDEN)}(\W*{re.escape(HIDDEN)})+", HIDDEN, kept)


def _without_quoted(words: str) -> str:
    """From the first quote to the last: what is quoted may hold quotes."""
    return re.sub(r"""["'].*["']""", HIDDEN, words, flags=re.DOTALL)
