"""Chinese is written as Chinese: its own punctuation, and no space beside numbers and Latin letters."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from acutimer.paths import resources

HAN = "\u4e00-\u9fff"
HALF_WIDTH = re.compile(rf"[{HAN}][,;:!]|[,;:!][{HAN}]|[{HAN}]\.(?!\w)|[{HAN}] [{HAN}\d]|\d [{HAN}]")
# What is no sentence: keys with what they do, and the filters of a file dialog, which Qt takes apart.
NO_SENTENCE = (" · ", ";;")


def test_no_sentence_of_the_content_has_the_punctuation_of_another_language() -> None:
    told = [words for file in sorted(folder().glob("*.json")) for words in texts(json.loads(file.read_text("utf-8")))]
    assert told, "there is nothing to read"
    assert [words for words in told if HALF_WIDTH.search(words)] == []


def test_no_sentence_of_the_program_has_the_punctuation_of_another_language() -> None:
    catalogue = (resources() / "languages" / "zh-Hans.po").read_text("utf-8")
    told = re.findall(r'^msgstr(?:\[0\])? ((?:"(?:[^"\\]|\\.)*"\n?)+)', catalogue, re.MULTILINE)
    sentences = ["".join(json.loads(line) for line in words.splitlines()) for words in told]
    assert len(sentences) > 1000
    wrong = [words for words in sentences if HALF_WIDTH.search(words) and not any(it in words for it in NO_SENTENCE)]
    assert wrong == []


def folder() -> Path:
    return resources() / "content" / "zh-Hans"


def texts(value: object) -> Iterator[str]:
    """Every text in a file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
