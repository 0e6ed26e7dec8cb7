"""Search in German: its own words, forms and spellings, and the English and Chinese names besides."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from acutimer.content.library import library_in
from acutimer.content.search_records import Kind, records_of
from acutimer.content.searching import SearchIndex
from acutimer.core.points import Area, Point
from acutimer.language.catalogue import use
from acutimer.paths import resources

AREAS = {
    Area.KNEE: "Knie",
    Area.LOWER_LEG: "Unterschenkel",
    Area.ANKLE_FOOT: "Fußgelenk und Fuß",
    Area.LOWER_BACK: "Unterer Rücken",
}
GERMAN = library_in(resources() / "content", "de")
NAMES = [
    (point, name)
    for point in GERMAN.points.values()
    for name in (point.code, point.name, point.pinyin, point.hanzi, *point.aliases)
]


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    """What is typed is German."""
    use(NullTranslations(), "de")
    yield
    use(None)


@pytest.fixture
def index() -> SearchIndex:
    return SearchIndex(records_of(GERMAN, AREAS))


def keys(index: SearchIndex, text: str) -> list[str]:
    return [hit.key for hit in index.find(text)]


@pytest.mark.parametrize(("point", "name"), NAMES, ids=lambda it: it if isinstance(it, str) else it.code)
def test_every_name_of_a_point_finds_it_first(index: SearchIndex, point: Point, name: str) -> None:
    assert keys(index, name)[0] == point.code


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("knieschmerzen", "knee-aching"),
        ("mein Knie tut weh", "knee-aching"),
        ("Schmerzen im Knie", "knee-aching"),
        ("steife Knie", "knee-stiff"),
        ("das Knie knackt", "knee-creaky"),
        ("Läuferknie", "knee-outer-side"),
        ("laeuferknie", "knee-outer-side"),
        ("nach dem Training", "knee-after-exercise"),
        ("Wadenkrampf", "leg-cramps"),
        ("Wadenkrämpfe in der Nacht", "leg-cramps"),
        ("Rückenschmerzen", "lower-back"),
        ("ruecken", "lower-back"),
        ("Hexenschuss", "lower-back"),
        ("Angst vor Stürzen", "unsteady-standing"),
        ("Gleichgewicht", "unsteady-standing"),
        ("Ma 36", "ST36"),
        ("Magen 36", "ST36"),
        ("MP 10", "SP10"),
        ("Kniekehle", "BL40"),
        ("Achillessehne", "KI3"),
        ("knee pain", "knee-aching"),
        ("Leg Three Miles", "ST36"),
    ],
)
def test_german_words_find_what_they_mean(index: SearchIndex, typed: str, key: str) -> None:
    assert key in keys(index, typed)[:3], keys(index, typed)


def test_a_slip_of_the_finger_is_forgiven(index: SearchIndex) -> None:
    assert keys(index, "Kalbsnaase")[0] == "ST35"


@pytest.mark.parametrize("typed", ["xyzzy", "", "Bundeskanzler"])
def test_nonsense_finds_nothing(index: SearchIndex, typed: str) -> None:
    assert not index.find(typed)


def test_a_place_lists_its_points_and_complaints(index: SearchIndex) -> None:
    found = [hit.kind for hit in index.find("Knie")]
    assert {Kind.POINT, Kind.COMPLAINT} <= set(found)
