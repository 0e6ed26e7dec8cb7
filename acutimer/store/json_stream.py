"""Reads one large JSON object from a stream, item by item, in a bounded room, and knows the line of each.

The standard library reads a whole text or nothing, and the readers that do not (ijson) tell neither lines nor names
that stand twice. So the outermost object, and the lists that are its values, are walked here; each item is then
small enough for the standard reader.
"""

import codecs
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from acutimer.core.errors import InputError
from acutimer.language.catalogue import marked, tr
from acutimer.store.saying import quoted

CHUNK_BYTES = 1 << 20
MOST_CHARACTERS = 8_000_000  # of one item: a session of thousands of phases has a quarter of that
DAMAGED = marked("The file is damaged, or was changed by hand. Export it again.")
CUT_SHORT = marked("the file ends too early; it was not copied whole. Copy it, or export it, again.")
_SURE_CHARACTERS = 16  # a mistake farther than this from the end of what was read is none that reading on would mend
_SPACE = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True, slots=True)
class Item:
    """A value under `name` in the outermost object; `number` counts the items of a list from 1.

    A list itself comes first, as an empty one with the number None; so does any other value. `text` is as in the file.
    """

    name: str
    number: int | None
    line: int
    value: object
    text: str


class _TwiceError(ValueError):
    """A name stands twice in one object."""


class JsonStream:
    """The items in `file`, once. `bytes_read` tells how far it is."""

    def __init__(self, file: BinaryIO) -> None:
        self.bytes_read = 0
        self._file = file
        self._text, self._at = "", 0
        self._line, self._counted = 1, 0  # the line of the character at `_counted`
        self._lines_read = 0
        self._has_ended = False
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._reader = json.JSONDecoder(object_pairs_hook=_object, parse_constant=lambda _: math.nan)

    def items(self) -> Iterator[Item]:
        """Every item in order.

        Raises:
            InputError: it is no JSON object in UTF-8; the line is told, but not the file.
            OSError: it cannot be read.
        """
        self._skip_mark()
        if self._peek() != "{":
            raise self._refusal(tr("there is nothing in the file.") if self._has_nothing() else self._not_ours())
        self._at += 1
        names: set[str] = set()
        while self._peek() != "}" or names:
            name = self._name(names)
            yield from self._values(name)
            if self._peek() == "}":
                break
            self._take(",")
        self._take("}")
        if self._peek():
            raise self._refusal(damaged(tr("there is more after the end.")))

    # -- walking ---------------------------------------------------------------------------------

    def _name(self, names: set[str]) -> str:
        if self._peek() != '"':
            raise self._unexpected(tr("a name in double quotes should stand here, not {0}."))
        name = str(self._item("", None).value)
        if name in names:
            raise self._refusal(damaged(tr("{0} stands twice.").format(quoted(name))))
        names.add(name)
        self._take(":")
        return name

    def _values(self, name: str) -> Iterator[Item]:
        if self._peek() != "[":
            yield self._item(name, None)
            return
        yield Item(name, None, self._line_here(), [], "[]")
        self._at += 1
        number = 0
        while self._peek() != "]" or number:
            number += 1
            yield self._item(name, number)
            if self._peek() == "]":
                break
            self._take(",")
        self._take("]")

    def _item(self, name: str, number: int | None) -> Item:
        """The value that begins here, read with as much more of the file as it needs."""
        self._peek()
        line = self._line_here()
        while True:
            try:
                value, end = self._reader.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                length = error.pos - self._at  # reading on moves what is kept of the text
                is_sure = error.pos + _SURE_CHARACTERS < len(self._text) and not error.msg.startswith("Unterminated")
                if is_sure or not self._read_on(line):
                    raise self._wrong(error.msg, self._at + length) from None
            except RecursionError:
                raise self._refusal(damaged(tr("brackets stand too deep inside each other."))) from None
            except _TwiceError as error:
                raise self._refusal(damaged(str(error))) from None
            except ValueError:  # Python reads no number of thousands of digits
                raise self._refusal(damaged(tr("a number has too many digits."))) from None
            else:
                length = end - self._at
                is_whole = not isinstance(value, int | float)  # more digits may follow a number
                if is_whole or end + _SURE_CHARACTERS < len(self._text) or not self._read_on(line):
                    text = self._text[self._at : self._at + length]
                    self._at += length
                    return Item(name, number, line, value, text)

    def _take(self, mark: str) -> None:
        if self._peek() != mark:
            raise self._unexpected(tr("a {1} should stand here, not {0}."), mark)
        self._at += 1

    def _peek(self) -> str:
        """The next character that is no space; nothing at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            assert space is not None
            self._at = space.end()
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._fill():
                return ""

    # -- the file --------------------------------------------------------------------------------

    def _fill(self) -> bool:
        """Read a piece more, letting go of what was taken; whether there was one."""
        chunk = b"" if self._has_ended else self._file.read(max(CHUNK_BYTES, len(self._text) - self._at))
        if self._has_ended:
            return False
        self._has_ended = not chunk
        try:
            more = self._decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            if not chunk:
                raise self._refusal(tr(CUT_SHORT)) from None
            line = self._lines_read + error.object.count(b"\n", 0, error.start) + 1
            raise InputError(at_line(line, damaged(tr("it is not UTF-8 text here.")))) from None
        self.bytes_read += len(chunk)
        self._lines_read += chunk.count(b"\n")
        self._line_here()
        self._text = self._text[self._at :] + more
        self._at = self._counted = 0
        return bool(chunk)

    def _read_on(self, line: int) -> bool:
        if len(self._text) - self._at > MOST_CHARACTERS:
            raise InputError(at_line(line, damaged(tr("one item is larger than any acutimer writes."))))
        return self._fill()

    def _skip_mark(self) -> None:
        """Pass over the mark some editors put before UTF-8."""
        self._fill()
        self._text = self._text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")

    def _line_here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    # -- what is wrong ---------------------------------------------------------------------------

    def _has_nothing(self) -> bool:
        return not self._peek()

    def _not_ours(self) -> str:
        words = tr("it begins with {0}; this is no export of acutimer's log.")
        return words.format(quoted(self._text[self._at : self._at + 20]))

    def _unexpected(self, words: str, wanted: str = "") -> InputError:
        if not self._peek():
            return self._refusal(tr(CUT_SHORT))
        return self._refusal(damaged(words.format(quoted(self._text[self._at]), wanted)))

    def _wrong(self, words: str, at: int) -> InputError:
        rest = self._text[at:]
        if self._has_ended and (words.startswith("Unterminated") or not rest.strip()):
            self._at = len(self._text)
            return self._refusal(tr(CUT_SHORT))
        self._at = at
        return self._refusal(damaged(tr("this is not JSON at {0}.").format(quoted(rest[:12]))))

    def _refusal(self, words: str) -> InputError:
        return InputError(at_line(self._line_here(), words))


def damaged(words: str) -> str:
    """A sentence that says what is wrong, and one that says how to mend it."""
    return tr("{0} {1}", "two sentences").format(words, tr(DAMAGED))


def at_line(line: int, words: str) -> str:
    """Where something is wrong, and what."""
    return tr("line {0}: {1}").format(line, words)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read = dict(pairs)
    if len(read) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _TwiceError(tr("{0} stands twice in one object.").format(quoted(twice)))
    return read
