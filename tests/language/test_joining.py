"""Words in a row, joined as each language does."""

import gettext
from pathlib import Path

import pytest

from acutimer.language.catalogue import use
from acutimer.language.joining import (
    ended,
    explained,
    lengths,
    listed,
    sentences,
    sentences_in,
    side_by_side,
    things,
    unended,
)

CHINESE = {
    "between remarks\x04, ": "，",
    "between things of one kind\x04, ": "、",
    "between remarks\x04; ": "；",
    "between sentences\x04. ": "。",
    "{0}.": "{0}。",
    "{0} ({1})": "{0}（{1}）",
    "hours and minutes\x04{0} {1}": "{0}{1}",
}


class Words(gettext.NullTranslations):
    """A catalogue of a few words."""

    def gettext(self, message: str) -> str:
        return CHINESE.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        return CHINESE.get(f"{context}\x04{message}", message)


@pytest.fixture
def chinese() -> None:
    use(Words(), "zh-Hans")


def test_english_has_commas_semicolons_and_full_stops_with_a_space_behind_them() -> None:
    assert listed(("ST36", "", "left leg")) == "ST36, left leg"
    assert things(("chair", "wall")) == "chair, wall"
    assert side_by_side(("one, two", "three")) == "one, two; three"
    assert ended(sentences(("Press.", "", "Breathe"))) == "Press. Breathe."
    assert explained("Anna", "high") == "Anna (high)"
    assert lengths(("1 h", "5 min")) == "1 h 5 min"


@pytest.mark.usefixtures("chinese")
def test_chinese_has_its_own_marks_and_no_spaces() -> None:
    assert listed(("足三里", "左腿")) == "足三里，左腿"
    assert things(("椅子", "墙")) == "椅子、墙"
    assert side_by_side(("左", "右")) == "左；右"
    assert ended(sentences(("轻按。", "呼吸"))) == "轻按。呼吸。"
    assert explained("晨间", "副本") == "晨间（副本）"
    assert lengths(("1小时", "5分钟")) == "1小时5分钟"


@pytest.mark.usefixtures("chinese")
def test_sentences_put_in_a_row_are_found_again() -> None:
    assert sentences_in("左腿。轻按。") == ("左腿", "轻按")


def test_nothing_stays_nothing() -> None:
    assert (listed(()), things(()), sentences(()), lengths(()), unended("")) == ("", "", "", "", "")
    assert sentences_in("") == ()
    assert explained("Anna", "") == "Anna"


def test_every_language_has_its_own_marks() -> None:
    """A catalogue that lacks them would put English commas between its words."""
    languages = Path(__file__).resolve().parents[2] / "resources" / "languages"
    for file in languages.glob("*.po"):
        assert 'msgctxt "between remarks"' in file.read_text(encoding="utf-8"), file.name
