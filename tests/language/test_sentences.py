"""Words go on inside a sentence as each language has them."""

from gettext import NullTranslations

import pytest

from acutimer.language.catalogue import use
from acutimer.language.sentences import inside, one_after_another


def test_english_words_lose_their_capital_inside_a_sentence() -> None:
    assert inside("Left leg") == "left leg"
    assert inside("") == ""


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("Linkes Bein", "linkes Bein"),
        ("Im äußeren Knieauge, unter der Kniescheibe", "im äußeren Knieauge, unter der Kniescheibe"),
        ("Heute, teilweise", "heute, teilweise"),
        ("Fersenheben", "Fersenheben"),
        ("Unterschenkel", "Unterschenkel"),
        ("Inneres Knieauge", "Inneres Knieauge"),  # a name
        ("", ""),
    ],
)
def test_german_nouns_keep_their_capitals(words: str, within: str) -> None:
    use(NullTranslations(), "de")
    assert inside(words) == within


def test_chinese_has_no_capitals_and_a_latin_name_keeps_its_own() -> None:
    use(NullTranslations(), "zh-Hans")
    assert inside("ST36") == "ST36"


def test_sentences_stand_one_after_another_and_empty_ones_are_passed_over() -> None:
    assert one_after_another(["It is kept.", "", "Close it."]) == "It is kept. Close it."
    assert one_after_another([]) == ""
