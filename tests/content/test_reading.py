"""A JSON file anyone may have written is read, or refused in one clear line for each thing wrong."""

from pathlib import Path

import pytest

from acutimer.content.reading import MAX_BYTES, Problem, printable, quoted, read_json, refuse, shown_place
from acutimer.core.errors import InputError, WorldError


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
        (b"9" * 5000, "a number in it has too many digits"),
        (b"[" * 100_000, "brackets stand too deep"),
        (b"[" * 200 + b"]" * 200, "brackets stand too deep"),
        (b'{"a": [' + b"0," * 100 + b"0]}", "a: it has 101 items; 100 is the most"),
        (b'{"a": "' + b"x" * 501 + b'"}', "a: the text has 501 characters"),
        (b'{"a": "\\u001b[2J"}', r"a: the text has a character that cannot be shown (\x1b)"),
        (b'{"a": "\\ud800"}', r"a: the text has a character that cannot be shown (\ud800)"),
        (b'{"\\u0000": 1}', r'the name "\u0000" has a character that cannot be shown (\x00)'),
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

    monkeypatch.setattr(Path, "open", forbid)
    with pytest.raises(WorldError, match=r"mine\.acutimer\.json: cannot be read \(Permission denied\)"):
        read_json(path)


def test_a_long_list_of_problems_is_cut_short() -> None:
    with pytest.raises(InputError) as error:
        refuse(Path("f"), (Problem(("a", number), "bad.") for number in range(25)))
    lines = str(error.value).splitlines()
    assert len(lines) == 21
    assert lines[0] == "f: a[0]: bad."
    assert lines[-1] == "f: and 5 more like these"


def test_a_file_name_with_odd_characters_stays_on_one_line() -> None:
    with pytest.raises(InputError) as error:
        refuse(Path("a\nb\udcff"), [Problem((), "bad.")])
    assert str(error.value) == "a\\nb\\udcff: bad."


def test_places_and_values_are_written_as_in_the_file() -> None:
    assert shown_place(("steps", 2, "dose", "seconds")) == "steps[2].dose.seconds"
    assert shown_place((0, "a b", "c")) == '[0]["a b"].c'
    assert quoted({"a": None}) == '{"a": null}'
    assert len(quoted("x" * 1000)) <= 40
