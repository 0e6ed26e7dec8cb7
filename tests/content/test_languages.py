"""Every language has words for all of the content, and nothing but words: the facts stand in one place."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from acutimer.content.checking import KINDS, NAMES, RECORDS, SOUND, check_content
from acutimer.content.library import Library, load_library
from acutimer.content.overlaying import ContentFolder
from acutimer.core.drafting import MOST_SAY_LETTERS
from acutimer.core.points import Claim
from tests.content.everything import all_steps, everything, texts

CONTENT = Path(__file__).resolve().parents[2] / "resources" / "content"
FACTS = CONTENT / "en"
LANGUAGES = sorted(folder.name for folder in CONTENT.iterdir() if folder != FACTS)
FILES = (*KINDS, *RECORDS, *NAMES)
# How each language writes the sound of a word, and how long an instruction may be so that it stands on one line.
SOUNDS = {"de": "[a-zäöüß]+( [a-zäöüß]+)*", "zh-Hans": "[\u4e00-\u9fff]+"}
MOST_SAY = {"zh-Hans": 18}
# Fields whose strings are words for people; those of sources are mostly names, and so are left out.
WORDS = {"name", "meridian", "text", "words", "short", "group", "title", "say", "summary", "hint", "because"}
TABLES = {"told", "now", "say"}  # of an adjustment, by what they are said of
LISTS = {"equipment", "aliases", "words"}
PLACEHOLDER = re.compile(r"\{(\w+)(?:\.\w+)?\}")

each_language = pytest.mark.parametrize("language", LANGUAGES)


def read(language: str) -> dict[str, Any]:
    folder = ContentFolder(FACTS, CONTENT / language)
    return {name: folder.read(name) for name in FILES}


def library_in(language: str) -> Library:
    return load_library(FACTS, CONTENT / language)


def leaves(value: object, way: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every value that holds no other, with the names that lead to it; a place in a list has none."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*way, name))
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, way)
    else:
        yield way, value


def is_words(way: tuple[str, ...]) -> bool:
    name, holder = way[-1], way[-2:-1]
    return name in WORDS | LISTS or bool(TABLES.intersection(holder))


def facts(value: object) -> list[tuple[tuple[str, ...], object]]:
    return [(way, it) for way, it in leaves(value) if not is_words(way)]


def words(value: object) -> list[str]:
    return [str(it) for way, it in leaves(value) if is_words(way) and way[-1] not in {"aliases"}]


@each_language
def test_the_content_in_another_language_passes_the_strict_door(language: str, tmp_path: Path) -> None:
    for name, content in read(language).items():
        (tmp_path / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    check_content(tmp_path, SOUNDS.get(language, SOUND))


@each_language
@pytest.mark.parametrize("name", [name for name in (*KINDS, *RECORDS) if name != "sources"])
def test_the_facts_are_the_same_in_every_language(language: str, name: str) -> None:
    assert facts(read(language)[name]) == facts(json.loads((FACTS / f"{name}.json").read_text(encoding="utf-8")))


@each_language
@pytest.mark.parametrize("name", [name for name in (*KINDS, *RECORDS) if name != "sources"])
def test_no_words_are_left_in_english(language: str, name: str) -> None:
    english = set(words(json.loads((FACTS / f"{name}.json").read_text(encoding="utf-8"))))
    path = CONTENT / language / f"{name}.json"
    found = [it for it in words(json.loads(path.read_text(encoding="utf-8"))) if it in english]
    assert not [it for it in found if re.search("[a-z]{3}", it)]
    told = [way for way, text in leaves(read(language)[name]) if is_words(way) and text in english]
    assert not [way for way in told if way[-1] not in {"aliases", "words"}]  # names in English still find a point


@each_language
@pytest.mark.parametrize("name", NAMES)
def test_every_name_has_its_words(language: str, name: str) -> None:
    english = json.loads((FACTS / f"{name}.json").read_text(encoding="utf-8"))
    own = json.loads((CONTENT / language / f"{name}.json").read_text(encoding="utf-8"))
    assert own.keys() >= english.keys()
    assert not [key for key in english if own[key] == english[key]]


@each_language
def test_an_overlay_has_nothing_but_words(language: str) -> None:
    for path in (CONTENT / language).iterdir():
        assert path.stem in FILES, path.name
        known = {"id", "code"} if path.stem not in {*NAMES, "sources"} else {"id", "title", "short", "publisher"}
        told = leaves(json.loads(path.read_text(encoding="utf-8")))
        assert path.stem in NAMES or not [way for way, _ in told if not is_words(way) and way[-1] not in known]


@each_language
def test_each_sentence_names_the_same_marks_and_measures(language: str) -> None:
    english = json.loads((FACTS / "points.json").read_text(encoding="utf-8"))
    for own, first in zip(read(language)["points"], english, strict=True):
        pairs = zip(sentences(own), sentences(first), strict=True)
        assert not [text for text, wanted in pairs if named(text) != named(wanted)], own["code"]


def sentences(point: dict[str, Any]) -> list[str]:
    return [point["short"], *(step["words"] for step in point["find"]["steps"])]


def named(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


@each_language
def test_what_stands_on_one_line_is_short_in_every_language(language: str) -> None:
    library = library_in(language)
    for step in all_steps(library):
        assert len(step.say) <= MOST_SAY.get(language, MOST_SAY_LETTERS), step.say
    for adjustment in library.safety_words.adjustments.values():
        assert all(len(say) <= MOST_SAY.get(language, MOST_SAY_LETTERS) for say in adjustment.say.values())
    for point in library.points.values():
        assert len(point.short) <= 60, point.short


@each_language
def test_the_plain_form_of_a_name_comes_first(language: str) -> None:
    library = library_in(language)
    for name, plain in {**library.landmarks, **library.measures}.items():
        assert library.forms[name][0] == plain


@each_language
def test_words_are_calm_and_well_set_in_every_language(language: str) -> None:
    for way, text in texts(library_in(language)):
        if ".aliases" in way or ".words[" in way:
            continue
        assert "!" not in text, way
        assert "\uff01" not in text, way
        assert '"' not in text, way
        assert "  " not in text, way
        assert text == text.strip(), way
        assert not re.search(r"\d (Cun|Minuten?|Sekunden?|Stunden?|Wochen|Punkten?|km/h|mph|%)", text), way


@each_language
def test_claims_are_whole_sentences_in_every_language(language: str) -> None:
    for way, value in everything(library_in(language)):
        if isinstance(value, Claim):
            assert value.text.endswith((".", "?", "。", "\uff1f")), way


def test_german_promises_nothing() -> None:
    promise = re.compile(r"\b(heilt|heilen|Heilung|kuriert|lindert|Linderung|behebt|entgift\w+)\b", re.IGNORECASE)
    assert not [(way, text) for way, text in texts(library_in("de")) if promise.search(text)]


def test_german_leaves_left_and_right_to_the_session() -> None:
    side = re.compile(r"\b(links|rechts|linke[rsn]?|rechte[rsn]?)\b", re.IGNORECASE)
    found = [(way, text) for way, text in texts(library_in("de")) if side.search(text)]
    assert not found


def test_german_quotes_and_speaks_as_german_does() -> None:
    for way, text in texts(library_in("de")):
        assert "\u201d" not in text, way
        assert text.count("„") == text.count("“"), way
        assert way.startswith(".pronunciation") or not re.search(r"\b(du|dein\w*|dir|dich)\b", text), way
