"""A JSON file anyone may have written is read, or refused in one clear line for each thing wrong."""

import os
import socket
import tracemalloc
from pathlib import Path

import pytest

from acutimer.content.reading import MAX_BYTES, read_json
from acutimer.core.errors import InputError, WorldError
from acutimer.core.legible import printable


def refused(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(InputError) as error:
        read_json(path)
    return str(error.value).removeprefix(f"{path}: ")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.acutimer.json"


def test_good_text_is_read_with_and_without_a_mark_at_its_start(path: Path) -> None:
    for data in (b'{"a": [1, 2.5, true, null, "\xc3\xa4"]}', b'\xef\xbb\xbf{"a": [1, 2.5, true, null, "\xc3\xa4"]}'):
        path.write_bytes(data)
        assert read_json(path) == {"a": [1, 2.5, True, None, "\xe4"]}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty."),
        (b" \n ", "it is empty."),
        (b'{"a": 1,\n "b" 2}', "line 2, column 6: a colon is missing"),
        (b'{"a": 1 "b": 2}', "line 1, column 9: a comma or a closing bracket is missing"),
        (b'{"a": 1,}', "line 1, column "),
        (b"[1, 2", "line 1, column 6: a comma or a closing bracket is missing"),
        (b'{"a": tru}', "line 1, column 7: a value is expected"),
        (b"{a: 1}", "line 1, column 2: a name in double quotes"),
        (b'{"a": "b}', "line 1, column 7: a text does not end"),
        (b'{"a": "b\nc"}', "line 1, column 9: a text runs over the end of its line"),
        (b'{"a": "\\x"}', "line 1, column 8: a backslash"),
        (b"{} {}", "line 1, column 4: there is more after the end"),
        (b'{"a": 1, "a": 2}', "a: this stands twice"),
        (b'{"x": [{"a b": 1, "a b": 2}]}', 'x[0]["a b"]: this stands twice'),
        (b'{"a": [0, NaN]}', "a[1]: this is not a number one can use"),
        (b'{"a": -Infinity}', "a: this is not a number one can use"),
        (b'{"a": 1e999}', "a: this is not a number one can use"),
        (b'{"a": 1000000001}', "a: this is not a number one can use"),
        (b'{"a": -' + b"9" * 5000 + b"}", "a: this is not a number one can use"),
        (b'{"a]]]":\n ' + b"[" * 100_000, "line 2, column 21: brackets stand too deep"),
        (b"[" * 200 + b"]" * 200, "brackets stand too deep"),
        (b'{"a": [' + b"0," * 100 + b"0]}", "a: it has 101 items; 100 is the most"),
        (b'{"a": "' + b"x" * 501 + b'"}', "a: the text has 501 characters"),
        (b'{"a": "\\u001b[2J"}', "a: the text has a character that cannot be shown (U+001B)"),
        (b'{"a": "\\ud800"}', "a: the text has a character that cannot be shown (U+D800)"),
        (b'{"a": "\\u202eb"}', "a: the text has a character that cannot be shown (U+202E RIGHT-TO-LEFT OVERRIDE)"),
        (b'{"a": "b\\u200b"}', "a: the text has a character that cannot be shown (U+200B ZERO WIDTH SPACE)"),
        ('{"a": "b\ufeff"}'.encode(), "a: the text has a character that cannot be shown (U+FEFF"),
        (b'{"a": "b\\nc"}', "a: the text has a character that cannot be shown (U+000A)"),
        (b"[" + b",".join([b"[" + b"[0,0,0]," * 99 + b"0]"] * 100) + b"]", "it has more than 20000 values"),
        (b"{" + b'"a":1,' * 100_000 + b'"b":2}', "a: this stands twice"),
        ("{}".encode("utf-16-le"), "it is not UTF-8 text (it looks like UTF-16)"),
        ("{}".encode("utf-32"), "it is not UTF-8 text"),
        (b'{"a":\n "\0"}', "it is not UTF-8 text (see line 2)"),
        (b'{"\\u0000": 1}', r'the name "\u0000" has a character that cannot be shown (U+0000)'),
        ("{}".encode("utf-16"), "it is not UTF-8 text (it looks like UTF-16)"),
        (b'{\n"a": "\xe4"}', "it is not UTF-8 text (see line 2)"),
        (b" " * (MAX_BYTES + 1), "it is larger than 1\N{NO-BREAK SPACE}MB"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(path: Path, data: bytes, words: str) -> None:
    message = refused(path, data)
    assert words in message
    assert message.count("\n") == 0
    assert printable(message.replace("\N{NO-BREAK SPACE}", " ")) == message.replace("\N{NO-BREAK SPACE}", " ")


def test_several_things_wrong_are_said_on_a_line_each(path: Path) -> None:
    lines = refused(path, b'{"b": NaN, "a": {"c": "\\u0007"}, "a": 1, "d": -1e999}').splitlines()
    assert [line.removeprefix(f"{path}: ").split(":")[0] for line in lines] == ["a", "b", "d"]


def test_a_file_that_is_not_there_is_the_users_mistake(tmp_path: Path) -> None:
    for wrong in (tmp_path / "none.json", tmp_path / "no\0name", tmp_path / ("x" * 5000)):
        with pytest.raises(InputError, match="there is no such file"):
            read_json(wrong)
    with pytest.raises(InputError, match="this is a folder"):
        read_json(tmp_path)


def test_a_file_that_cannot_be_read_is_the_worlds_fault(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(os, "open", forbid)
    with pytest.raises(WorldError, match=r"mine\.acutimer\.json: cannot be read \(Permission denied\)"):
        read_json(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in this system's folders")
def test_what_is_no_plain_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.acutimer.json"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(tmp_path / "s"))
        for wrong in (pipe, tmp_path / "s", Path("/dev/zero")):
            with pytest.raises(InputError, match="this is a device and no file"):
                read_json(wrong)


def test_a_file_of_gigabytes_is_refused_unread(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5_000_000_000)  # a hole: it takes no room on the disk
    tracemalloc.start()
    with pytest.raises(InputError, match="it is larger than 1"):
        read_json(path)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()
