import codecs
import io
import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.errors import InputError
from acutimer.store import json_stream
from acutimer.store.json_stream import Item, JsonStream


def items(text: str | bytes) -> list[Item]:
    return list(JsonStream(io.BytesIO(text.encode() if isinstance(text, str) else text)).items())


def refusal(text: str | bytes) -> str:
    with pytest.raises(InputError) as told:
        items(text)
    assert "\n" not in str(told.value)
    return str(told.value)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), VALUES), st.integers(1, 12), st.sampled_from([None, 1]), st.booleans())
def test_whatever_the_pieces_it_reads_what_the_standard_library_reads(
    whole: dict[str, object], size: int, indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(whole, indent=indent, ensure_ascii=ascii_only)
    read: dict[str, object] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "CHUNK_BYTES", size)
        for item in items(text):
            if item.number is None:
                read[item.name] = item.value
            else:
                inner = read[item.name]
                assert isinstance(inner, list)
                inner.append(item.value)
                assert item.number == len(inner)
            assert json.loads(item.text) == item.value
    assert read == whole


def test_every_item_knows_its_line() -> None:
    text = '\n{"a": 1,\n\n"b": [\n{"c":\n2},\n3\n], "d": []}'
    found = [(item.name, item.number, item.line, item.value) for item in items(text)]
    assert found == [("a", None, 2, 1), ("b", None, 4, []), ("b", 1, 5, {"c": 2}), ("b", 2, 7, 3), ("d", None, 8, [])]


def test_a_mark_before_the_text_is_passed_over() -> None:
    assert [item.value for item in items(codecs.BOM_UTF8 + b'{"a": 1}')] == [1]


@pytest.mark.parametrize("text", ["", " \n\t ", codecs.BOM_UTF8.decode()])
def test_an_empty_file_is_told_so(text: str) -> None:
    assert "there is nothing in the file" in refusal(text)


@pytest.mark.parametrize("text", ["[1]", '"a"', "7", "hello", "null", "%PDF-1.7 \0\1", "<html>"])
def test_what_is_no_object_is_no_export(text: str) -> None:
    assert "this is no export" in refusal(text)


WHOLE = '{"a": [{"b": "c\\n", "d": [1.5e3, -2, true]}], "e": "f"}'


@pytest.mark.parametrize("length", range(1, len(WHOLE)))
def test_a_file_cut_off_anywhere_is_told_so(length: int) -> None:
    told = refusal(WHOLE[:length])
    assert "ends too early" in told or "this is not JSON" in told
    assert told.startswith("line 1: ")


def test_a_character_cut_in_two_is_a_file_cut_off() -> None:
    assert "ends too early" in refusal('{"a": "膝'.encode()[:-1])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"a": 1\n"b": 2}', 'line 2: a , should stand here, not "\\""'),
        ('{"a": [1 2]}', 'a , should stand here, not "2"'),
        ('{"a": [1,]}', "this is not JSON"),
        ('{"a": 1,}', "a name in double quotes should stand here"),
        ("{a: 1}", "a name in double quotes should stand here"),
        ('{"a" 1}', "a : should stand here"),
        ('{"a": 1} 2', "there is more after the end"),
        ('{"a": 1}{', "there is more after the end"),
        ('{"a":\n [{"b": tru}]}', "line 2: this is not JSON"),
        ('{"a": ["b\nc"]}', "line 1: this is not JSON"),
        ('{"a": "\\x"}', "this is not JSON"),
        ('{"a": "\t"}', "this is not JSON"),
        ('{"a": 01}', "should stand here"),
        ('{"a": 1, "a": 2}', '"a" stands twice'),
        ('{"a": [\n{"b": {"c": 1, "c": 1}}]}', 'line 2: "c" stands twice'),
        ('{"a": ' + "[" * 100_000 + "1" + "]" * 100_000 + "}", "too deep"),
        ('{"a": ' + '{"b":' * 100_000 + "1" + "}" * 100_001, "too deep"),
        ('{"a": [' + "9" * 5000 + "]}", "too many digits"),
        (b'{"a": 1,\n"b": "\xff"}', "line 2: it is not UTF-8"),
        (b'{"a": "\xed\xa0\x80"}', "not UTF-8"),
        ('{"a": 1}'.encode("utf-16"), "not UTF-8"),
        ('{"a": 1}'.encode("utf-16-le"), "should stand here"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_mistake_is_told_with_its_line(text: str | bytes, words: str) -> None:
    assert words in refusal(text)


def test_an_item_larger_than_any_of_ours_is_refused_before_all_of_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "CHUNK_BYTES", 1000)
    monkeypatch.setattr(json_stream, "MOST_CHARACTERS", 10_000)
    file = io.BytesIO(b'{"a": [1,\n"' + b"b" * 1_000_000 + b'"]}')
    with pytest.raises(InputError, match="line 2: one item is larger"):
        list(JsonStream(file).items())
    assert file.tell() < 50_000


def test_numbers_that_are_none_are_left_for_the_door_to_refuse() -> None:
    values = [item.value for item in items('{"a": [NaN, Infinity, 1e999]}')][1:]
    assert [repr(value) for value in values] == ["nan", "nan", "inf"]


def test_a_large_file_needs_little_room() -> None:
    line = b'{"b": "' + b"c" * 1000 + b'"},\n'
    file = io.BytesIO(b'{"a": [\n' + line * 20_000 + b"0]}")
    tracemalloc.start()
    count = sum(1 for _ in JsonStream(file).items())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_002
    assert most < 12_000_000
