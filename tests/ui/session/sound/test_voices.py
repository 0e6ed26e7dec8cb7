from collections.abc import Iterator
from gettext import NullTranslations

import pytest
from PySide6.QtCore import QLocale

from acutimer.language.catalogue import use
from acutimer.ui.session.sound.voices import Known, best, offered

L, C = QLocale.Language, QLocale.Country
ESPEAK = (
    Known("German", L.German, C.Germany, 0),
    Known("English (Scotland)", L.English, C.UnitedKingdom, 1),
    Known("English (Great Britain)", L.English, C.UnitedKingdom, 2),
    Known("English (Great Britain)+whisper", L.English, C.UnitedKingdom, 3),
    Known("English (Caribbean)", L.English, C.UnitedStates, 4),
    Known("English (America)", L.English, C.UnitedStates, 5),
    Known("Klingon", L.C, C.AnyCountry, 6),
)


def names(own: QLocale) -> list[str]:
    return [known.name for known in offered(ESPEAK, own)]


def test_voices_of_our_language_come_first_and_the_plain_one_before_dialects() -> None:
    assert names(QLocale(L.English, C.UnitedStates)) == [
        "English (America)",
        "English (Caribbean)",
        "English (Great Britain)",
        "English (Scotland)",
        "German",
    ]


def test_the_users_own_country_goes_before_others() -> None:
    assert names(QLocale(L.English, C.UnitedKingdom))[0] == "English (Great Britain)"
    assert names(QLocale(L.German, C.Germany))[0] == "English (America)"


def test_the_best_speaks_our_words_or_there_is_none() -> None:
    found = offered(ESPEAK, QLocale.c())
    assert best(found) == found[0]
    assert best(known for known in found if not known.speaks_content) is None


def test_a_label_tells_a_voice_from_its_like() -> None:
    assert Known("Anne", L.English, C.UnitedKingdom, 0).label == "Anne (United Kingdom)"
    assert Known("Kari", L.Finnish, C.Finland, 0).label == "Kari (Finnish)"
    assert [known.label for known in offered(ESPEAK, QLocale.c())] == names(QLocale.c())


@pytest.fixture
def german() -> Iterator[None]:
    """The words are German."""
    use(NullTranslations(), "de")
    yield
    use(None)


@pytest.mark.usefixtures("german")
def test_the_voice_speaks_the_language_of_the_words() -> None:
    found = offered(ESPEAK, QLocale(L.English, C.UnitedStates))
    assert found[0].name == "German"
    assert best(found) == found[0]
    assert best(known for known in found if known.language is L.English) is None


@pytest.mark.usefixtures("german")
def test_a_label_is_not_in_english_where_the_words_are_not() -> None:
    assert Known("Anna", L.German, C.Germany, 0).label == "Anna (Deutschland)"
    assert Known("Kari", L.Finnish, C.Finland, 0).label == "Kari (suomi)"
