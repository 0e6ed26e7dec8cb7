"""What a second start asks of the first, and what it is told: one line of JSON each, read strictly at the door."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass

from acutimer.language.catalogue import tr

MOST_BYTES = 4096
"""Of a line, its end included."""
LONGEST_ID, LONGEST_TOKEN, LONGEST_LINE = 200, 400, 800
CODES = (0, 1, 3)


@dataclass(frozen=True, slots=True)
class Wish:
    """To be shown the window, and where `routine` names one, to begin it.

    `activation` and `startup` are what the desktop gave the second start, by which the first may come to the front:
    XDG_ACTIVATION_TOKEN and DESKTOP_STARTUP_ID.
    """

    routine: str = ""
    activation: str = ""
    startup: str = ""

    def __post_init__(self) -> None:
        if len(self.routine) > LONGEST_ID or not self.routine.isprintable():
            raise ValueError("not a routine's id")
        if not (_is_token(self.activation) and _is_token(self.startup)):
            raise ValueError("not a desktop's token")


@dataclass(frozen=True, slots=True)
class Answer:
    """The exit code of the second start, and where it is not 0 the line that says why."""

    code: int = 0
    line: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES or bool(self.code) != bool(self.line):
            raise ValueError("not an exit code with its reason")
        if len(self.line) > LONGEST_LINE or not self.line.isprintable():
            raise ValueError("not a line for people")


def wish_of_this_start(routine: str | None) -> Wish:
    """With the desktop's tokens for this process; one that is not like a token is left out.

    Raises:
        ValueError: no routine has an id like this.
    """
    found = (os.environ.get(name, "") for name in ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"))
    return Wish(routine or "", *(token if _is_token(token) else "" for token in found))


def line_of(told: Wish | Answer) -> bytes:
    """As it is sent."""
    return json.dumps(asdict(told), ensure_ascii=False).encode() + b"\n"


def read_wish(line: bytes) -> Wish:
    """A wish as it came.

    Raises:
        ValueError: it is none.
    """
    fields = _fields(line, Wish)
    texts = {name: value for name, value in fields.items() if isinstance(value, str)}
    if len(texts) < len(fields):
        raise ValueError("a wish is made of texts")
    return Wish(**texts)


def read_answer(line: bytes) -> Answer:
    """An answer as it came.

    Raises:
        ValueError: it is none.
    """
    fields = _fields(line, Answer)
    code, told = fields["code"], fields["line"]
    if type(code) is not int or not isinstance(told, str):
        raise ValueError("an answer is a number and a line")
    return Answer(code, told)


def refusal(code: int, why: str) -> Answer:
    """An answer whose reason is made to fit on a line for a terminal."""
    plain = "".join(letter if letter.isprintable() else " " for letter in why)
    return Answer(code, plain[:LONGEST_LINE] or tr("It could not be done."))


def _fields(line: bytes, kind: type[Wish | Answer]) -> dict[str, object]:
    if len(line) > MOST_BYTES or not line.endswith(b"\n"):
        raise ValueError("not one line, or a very long one")
    try:
        fields = json.loads(line)
    except RecursionError:
        raise ValueError("nested too deep") from None
    if not isinstance(fields, dict) or fields.keys() != kind.__dataclass_fields__.keys():
        raise ValueError("other keys than there are")
    return fields


def _is_token(text: str) -> bool:
    return len(text) <= LONGEST_TOKEN and text.isascii() and text.isprintable()
