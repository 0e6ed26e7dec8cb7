from collections.abc import Iterator
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.content.library import load_library
from acutimer.language.catalogue import use
from acutimer.paths import resources
from acutimer.ui.session.words.pronouncing import Pronouncing
from tests.shipped import LIBRARY

CONTENT = resources() / "content"
PRONOUNCING = Pronouncing(LIBRARY.pronunciation)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("ST36, Leg Three Miles", "S T 36, Leg Three Miles"),
        ("Then EX-LE5, left leg", "Then E X L E 5, left leg"),
        ("BL-40 or GB 34", "B L 40 or G B 34"),
        ("2:00 to go", "2 minutes to go"),
        ("0:45, 1:30, 1:05:00", "45 seconds, 1 minute 30 seconds, 1 hour 5 minutes"),
        ("It stopped at 14:05 and waited", "It stopped at 14:05 and waited"),
        ("It stopped at 2:05\u202fPM", "It stopped at 2:05 PM"),
        ("Hold 0:30 at most", "Hold 30 seconds at most"),
        ("Z\u00fas\u0101nl\u01d0", "dzoo sahn lee"),
        ("Zu\u017fanl\u0131", "Zu\u017fanl\u0131"),
        ("ZUSANLI and zusanli", "dzoo sahn lee and dzoo sahn lee"),
        ("N\u00e8ix\u012by\u01cen, not X\u012by\u01cen", "nay shee yen, not shee yen"),
        ("Leg Three Miles (\u8db3\u4e09\u91cc)", "Leg Three Miles"),
        ("\u8db3\u4e09\u91cc", ""),
        ("\uff08\u3001\uff09 \U00020000 .", ""),
        ("Start at 0.5\u00a0mph (0.8\u00a0km/h)", "Start at 0.5 miles an hour (0.8 kilometres an hour)"),
        ("Press 5 seconds", "Press 5 seconds"),
        ("LISTEN TO ST", "LISTEN TO ST"),
    ],
)
def test_words_become_what_an_english_voice_can_speak(written: str, spoken: str) -> None:
    assert PRONOUNCING.spoken(written) == spoken


def test_every_name_of_every_point_can_be_spoken() -> None:
    for point in LIBRARY.points.values():
        pinyin = PRONOUNCING.spoken(point.pinyin)
        assert pinyin == LIBRARY.pronunciation[point.pinyin]
        assert PRONOUNCING.spoken(point.code) == spelt(point.code)
        assert PRONOUNCING.spoken(point.hanzi) == ""
        assert PRONOUNCING.spoken(point.name) == point.name


def spelt(code: str) -> str:
    letters = code.rstrip("0123456789")
    return " ".join((*letters.replace("-", ""), code.removeprefix(letters)))


def test_without_a_table_codes_are_still_spelt() -> None:
    assert Pronouncing({}).spoken("ST36") == "S T 36"


@given(st.text())
def test_no_han_sign_is_ever_spoken_and_no_text_is_refused(text: str) -> None:
    spoken = PRONOUNCING.spoken(text)
    assert not any("\u3400" <= sign <= "\u9fff" or sign >= "\U00020000" for sign in spoken if sign < "\U00040000")
    assert spoken == " ".join(spoken.split())


@pytest.fixture
def speaking(request: pytest.FixtureRequest) -> Iterator[Pronouncing]:
    """Words of another language."""
    use(NullTranslations(), request.param)
    yield Pronouncing(load_library(CONTENT / "en", CONTENT / request.param).pronunciation)
    use(None)


@pytest.mark.parametrize("speaking", ["de"], indirect=True)
@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Sanft drücken, für ST36", "Sanft drücken, für S T 36"),
        ("Zúsānlǐ oder zusanli", "dsu san li oder dsu san li"),
        ("Qūquán", "tschü tschüen"),
        ("Mit 0,8\u00a0km/h beginnen", "Mit 0,8 kilometer pro stunde beginnen"),
        ("Die Sitzung hielt um 14:05 an", "Die Sitzung hielt um 14:05 an"),
        ("Drei Meilen am Bein (\u8db3\u4e09\u91cc)", "Drei Meilen am Bein"),
    ],
)
def test_german_words_keep_their_umlauts(speaking: Pronouncing, written: str, spoken: str) -> None:
    assert speaking.spoken(written) == spoken


@pytest.mark.parametrize("speaking", ["zh-Hans"], indirect=True)
@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("\u6309\u538bST36\uff0c\u8db3\u4e09\u91cc\u3002", "\u6309\u538bS T 36\uff0c\u8db3\u4e09\u91cc\u3002"),
        ("Z\u00fas\u0101nl\u01d0\u7a74", "\u8db3\u4e09\u91cc\u7a74"),
    ],
)
def test_a_chinese_voice_is_given_han_signs(speaking: Pronouncing, written: str, spoken: str) -> None:
    assert speaking.spoken(written) == spoken
