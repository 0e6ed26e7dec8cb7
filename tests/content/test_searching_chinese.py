"""Search in Chinese: no spaces between words, simplified and traditional, pinyin and codes as everywhere."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from acutimer.content.library import library_in
from acutimer.content.search_records import Kind, records_of
from acutimer.content.search_vocabulary import paired
from acutimer.content.searching import SearchIndex
from acutimer.core.points import Area, Point
from acutimer.language.catalogue import use
from acutimer.paths import resources

AREAS = {Area.KNEE: "膝", Area.LOWER_LEG: "小腿", Area.ANKLE_FOOT: "踝与足", Area.LOWER_BACK: "腰部"}
CHINESE = library_in(resources() / "content", "zh-Hans")
NAMES = [
    (point, name)
    for point in CHINESE.points.values()
    for name in (point.code, point.name, point.pinyin, point.hanzi, *point.aliases)
]


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    """What is typed is Chinese."""
    use(NullTranslations(), "zh-Hans")
    yield
    use(None)


@pytest.fixture
def index() -> SearchIndex:
    return SearchIndex(records_of(CHINESE, AREAS))


@pytest.mark.parametrize(("point", "name"), NAMES)
def test_every_name_of_a_point_finds_it_first(point: Point, name: str, index: SearchIndex) -> None:
    first = index.find(name)[0]
    assert (first.kind, first.key) == (Kind.POINT, point.code)


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ("膝盖疼", "knee-aching"),
        ("我膝盖疼", "knee-aching"),
        ("上楼膝盖响", "knee-creaky"),
        ("腰痛", "lower-back"),
        ("腰酸背痛", "lower-back"),
        ("半夜抽筋", "leg-cramps"),
        ("小腿抽筋", "leg-cramps"),
        ("脚脖子", "ankle-stiff"),
        ("怕摔倒", "unsteady-standing"),
        ("跑步膝", "knee-outer-side"),
    ],
)
def test_a_complaint_is_found_in_the_words_people_use(asked: str, complaint: str, index: SearchIndex) -> None:
    first = index.find(asked)[0]
    assert (first.kind, first.key) == (Kind.COMPLAINT, complaint)


@pytest.mark.parametrize(
    "asked", ["zusanli", "zu2san1li3", "Zúsānlǐ", "zu san li", "足三丽", "三里", "st-36", "胃经36"]
)
def test_a_point_is_found_by_its_sound_its_code_a_part_of_it_or_one_wrong_character(
    asked: str, index: SearchIndex
) -> None:
    assert index.find(asked)[0].key == "ST36"


def test_characters_that_only_stand_somewhere_in_a_text_are_no_word_of_it(index: SearchIndex) -> None:
    """ "腰" of the back and "痛" of a pain in the chest are no "腰痛"."""
    assert "unsteady-standing" not in {hit.key for hit in index.find("腰痛")}
    assert index.find("知足") == ()


def test_a_routine_is_found_by_its_name_and_by_what_one_does_in_it(index: SearchIndex) -> None:
    assert index.find("气功")[0].key == "qigong-knee-massage"
    assert {"morning-balance", "daily-strength"} <= {hit.key for hit in index.find("提踵")}


@pytest.mark.parametrize(
    ("told", "looked_for"),
    [
        (("knee", "pain"), ("knee", "pain")),
        (("膝",), ("膝",)),
        (("我", "膝", "盖"), ("我膝", "膝盖")),
        (("按", "st36", "膝", "眼"), ("按", "st36", "膝眼")),
        ((), ()),
    ],
)
def test_every_two_characters_in_a_row_are_looked_for_as_one(
    told: tuple[str, ...], looked_for: tuple[str, ...]
) -> None:
    assert paired(told) == looked_for
