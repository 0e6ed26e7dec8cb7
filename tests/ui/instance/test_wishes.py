import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acutimer.ui.instance.wishes import (
    LONGEST_LINE,
    MOST_BYTES,
    Answer,
    Wish,
    line_of,
    read_answer,
    read_wish,
    refusal,
    wish_of_this_start,
)
from tests.trusting import amount

WISH = {"routine": "balance-points", "activation": "t", "startup": "s_TIME12"}


def sent(value: object) -> bytes:
    return json.dumps(value).encode() + b"\n"


def test_what_is_sent_is_what_is_read() -> None:
    for wish in (Wish(), Wish("balance-points", "token", "id_TIME1"), Wish("ü" * 200, "t" * 400, "s" * 400)):
        assert read_wish(line_of(wish)) == wish
    for answer in (Answer(), Answer(1, "There is none."), refusal(3, "\N{OLD ITALIC LETTER A}" * 900)):
        assert read_answer(line_of(answer)) == answer
        assert len(line_of(answer)) <= MOST_BYTES


def test_a_reason_is_made_to_fit_on_one_plain_line() -> None:
    assert refusal(3, "a\nb\x1b[31m").line == "a b [31m"
    assert len(refusal(3, "x" * 5000).line) == LONGEST_LINE
    assert refusal(3, "").line


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"{}\n",
        b"[]\n",
        b"null\n",
        b'"routine"\n',
        b"\xff\xfe\n",
        sent(WISH)[:-1],
        sent({**WISH, "more": ""}),
        sent({name: WISH[name] for name in ("routine", "startup")}),
        sent({**WISH, "routine": None}),
        sent({**WISH, "routine": ["balance-points"]}),
        sent({**WISH, "routine": "a\nb"}),
        sent({**WISH, "routine": "a" * 201}),
        sent({**WISH, "activation": "\0"}),
        sent({**WISH, "activation": "t" * 401}),
        sent({**WISH, "startup": "ü"}),
        sent({**WISH, "routine": "\ud800"}),
        sent(WISH) + b" " * MOST_BYTES + b"\n",
        b"[" * 4000 + b"\n",
    ],
)
def test_anything_else_is_no_wish(line: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  whichever of them
        read_wish(line)


@pytest.mark.parametrize(
    "answer",
    [
        {"code": 0, "line": "why"},
        {"code": 1, "line": ""},
        {"code": True, "line": "why"},
        {"code": 130, "line": "why"},
        {"code": 1, "line": "two\nlines"},
        {"code": 1, "line": "\x1b[2J"},
        {"code": "1", "line": "why"},
        {"code": 1},
        [1, "why"],
    ],
)
def test_anything_else_is_no_answer(answer: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  whichever of them
        read_answer(sent(answer))


@settings(max_examples=amount(100, 20_000))
@given(st.one_of(st.binary(max_size=5000), st.recursive(st.none() | st.text() | st.floats(), st.lists).map(sent)))
def test_nothing_that_comes_in_does_more_than_be_refused(line: bytes) -> None:
    for read in (read_wish, read_answer):
        with pytest.raises(ValueError):  # noqa: PT011  whichever of them
            read(line + b"\n")


def test_a_start_hands_on_what_the_desktop_gave_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "kwin-7")
    monkeypatch.setenv("DESKTOP_STARTUP_ID", "no\ntoken")
    assert wish_of_this_start("balance-points") == Wish("balance-points", "kwin-7", "")
    assert wish_of_this_start(None).routine == ""
    with pytest.raises(ValueError, match="id"):
        wish_of_this_start("no\nid")
