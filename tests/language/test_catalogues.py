"""The words of every language are whole: all of the code's words, and nothing else."""

import re
from functools import cache

import pytest
import words
from babel.messages.catalog import Catalog, Message

PLACE = re.compile(r"\{[^{}]*\}")


@cache
def of(tag: str) -> Catalog:
    return words.read(tag)


@cache
def code() -> frozenset[tuple[str, tuple[str, ...]]]:
    return frozenset(_key(message) for message in words.found_in_code() if message.id)


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def _key(message: Message) -> tuple[str, tuple[str, ...]]:
    return message.context or "", _forms(message.id)


def _pairs(tag: str) -> list[tuple[Message, tuple[str, ...], tuple[str, ...]]]:
    return [(it, _forms(it.id), _forms(it.string)) for it in of(tag) if it.id]


def test_german_and_chinese_are_among_the_languages() -> None:
    assert {"de", "zh-Hans"} <= set(words.tags())


@pytest.mark.parametrize("tag", words.tags())
def test_a_language_has_every_word_of_the_code_and_no_other(tag: str) -> None:
    found = {_key(message) for message in of(tag) if message.id}
    assert not code() - found, "run packaging/words.py collect"
    assert not found - code(), "run packaging/words.py collect"
    assert not of(tag).obsolete


@pytest.mark.parametrize("tag", words.tags())
def test_every_word_is_translated_in_every_form(tag: str) -> None:
    assert not list(words.untranslated(of(tag)))


@pytest.mark.parametrize("tag", words.tags())
def test_no_translation_is_in_doubt(tag: str) -> None:
    assert not [message.id for message in of(tag) if message.id and message.fuzzy]


@pytest.mark.parametrize("tag", words.tags())
def test_a_translation_has_the_places_for_values_that_the_english_words_have(tag: str) -> None:
    for _, ours, theirs in _pairs(tag):
        wanted = set(PLACE.findall(ours[-1]))
        for number, form in enumerate(theirs):
            found = set(PLACE.findall(form))
            # a form for one number alone can do without that number: "Once", "on the last day"
            may_lack = 1 if number == 0 and len(theirs) > 1 else 0
            assert found <= wanted, (ours, form)
            assert len(wanted - found) <= may_lack, (ours, form)


@pytest.mark.parametrize("tag", words.tags())
def test_a_translation_can_be_filled_in(tag: str) -> None:
    for _, ours, theirs in _pairs(tag):
        named = {place[1:-1]: "x" for place in PLACE.findall(ours[-1]) if not place[1:-1].isdigit()}
        for form in theirs:
            form.format(*"0123456789", **named)


@pytest.mark.parametrize("tag", words.tags())
def test_a_translation_begins_and_ends_where_the_english_words_do(tag: str) -> None:
    for _, ours, theirs in _pairs(tag):
        if not ours[0].strip():
            continue
        for form in theirs:
            assert form[:1].isspace() == ours[-1][:1].isspace(), (ours, form)
            assert form[-1:].isspace() <= ours[-1][-1:].isspace(), (ours, form)


@pytest.mark.parametrize("tag", words.tags())
def test_no_place_for_a_number_is_left_that_nothing_fills(tag: str) -> None:
    for message, ours, theirs in _pairs(tag):
        assert "%n" not in "".join((*ours, *theirs)), message.id
