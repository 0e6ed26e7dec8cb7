"""Search: what one types, however one spells it, finds what one means; and nonsense finds nothing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from acutimer.content.search_records import Kind, records_of
from acutimer.content.search_words import spellings
from acutimer.content.searching import MOST, Hit, SearchIndex
from acutimer.core.codes import folded
from acutimer.core.points import Area, Point
from acutimer.core.practices import Complaint
from tests.shipped import LIBRARY

AREAS = {
    Area.KNEE: "Knee",
    Area.LOWER_LEG: "Lower leg",
    Area.ANKLE_FOOT: "Ankle and foot",
    Area.LOWER_BACK: "Lower back",
}
INDEX = SearchIndex(records_of(LIBRARY, AREAS))
POINTS = list(LIBRARY.points.values())
NAMES = [
    (point, name) for point in POINTS for name in (point.code, point.name, point.pinyin, point.hanzi, *point.aliases)
]
MISTYPED = [(point, name) for point in POINTS for name in (folded(point.pinyin), point.name)]


def keys(text: str) -> list[str]:
    return [hit.key for hit in INDEX.find(text)]


def kinds(text: str) -> list[Kind]:
    return [hit.kind for hit in INDEX.find(text)]


# -- points ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("point", "name"), NAMES, ids=lambda it: it if isinstance(it, str) else it.code)
def test_every_name_of_a_point_finds_it_first(point: Point, name: str) -> None:
    assert keys(name)[0] == point.code
    assert keys(f"  {name.upper()} ")[0] == point.code


@pytest.mark.parametrize("point", POINTS, ids=lambda it: it.code)
def test_pinyin_is_found_without_its_tones_and_with_or_without_gaps(point: Point) -> None:
    plain = folded(point.pinyin)
    assert keys(plain)[0] == point.code
    assert keys(" ".join((plain[:2], plain[2:])))[0] == point.code


@given(st.sampled_from(POINTS), st.sampled_from(["", " ", "-", ". ", "\u2013"]), st.booleans(), st.data())
def test_every_spelling_of_a_code_finds_its_point_first(
    point: Point, gap: str, is_small: bool, data: st.DataObject
) -> None:
    shown = data.draw(st.sampled_from(sorted(spellings(point.code).values())))
    letters = shown.rstrip("0123456789")
    written = letters + gap + shown.removeprefix(letters)
    assert keys(written.lower() if is_small else written)[0] == point.code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("st 36", "ST36"),
        ("KD3", "KI3"),
        ("UB-40", "BL40"),
        ("s36", "ST36"),
        ("ST036", "ST36"),
        ("g34", "GB34"),
        ("36", "ST36"),
        ("stomach 36", "ST36"),
        ("zu2san1li3", "ST36"),
        ("zu san li", "ST36"),
        ("zusan", "ST36"),
        ("sanli", "ST36"),
        ("\u4e09\u91cc", "ST36"),
        ("\u8db3\u4e09\u88e1", "ST36"),
        ("behind the knee", "BL40"),
        ("behind knee", "BL40"),
        ("heel tendon", "KI3"),
        ("inner ankle bone", "KI3"),
        ("calf arch", "BL57"),
        ("mountain", "BL57"),
    ],
)
def test_a_point_is_found_by_its_code_its_name_or_its_place(text: str, code: str) -> None:
    assert keys(text)[0] == code


def test_a_code_just_begun_lists_the_points_by_number() -> None:
    assert keys("ki")[:3] == keys("KD")[:3] == ["KI3", "KI6", "KI10"]
    assert keys("st")[:3] == ["ST34", "ST35", "ST36"]


def test_knee_eye_finds_the_knee_eyes() -> None:
    assert set(keys("knee eye")[:3]) == {"EX-LE5", "ST35", "EX-LE4"}


def test_an_exact_code_stands_before_everything_that_begins_so() -> None:
    assert keys("ki1") == ["KI10"]
    assert keys("ki3")[0] == "KI3"


def test_it_tells_by_which_other_name_a_point_was_found() -> None:
    def matched(text: str) -> str:
        return INDEX.find(text)[0].matched

    assert matched("kd3") == "KD3"
    assert matched("foot three miles") == "Foot Three Miles"
    assert matched("leg three miles") == matched("zusanli") == matched("\u8db3") == matched("ST36") == ""


# -- everything else -----------------------------------------------------------------------------------


@pytest.mark.parametrize("complaint", LIBRARY.complaints.values(), ids=lambda it: it.id)
def test_the_words_of_a_complaint_find_it_before_any_point(complaint: Complaint) -> None:
    for text in (complaint.name, f"{complaint.group} {complaint.name}", f"{complaint.name}, {complaint.group.lower()}"):
        before = kinds(text)[: keys(text).index(complaint.id)]
        assert Kind.POINT not in before, text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("knee ache", "knee-aching"),
        ("stiff knees", "knee-stiff"),
        ("creaking", "knee-creaky"),
        ("cramp", "leg-cramps"),
        ("tight calves calf", "calf-tight"),
        ("my knee hurts on the outer side", "knee-outer-side"),
        ("knee", "knee"),
        ("foot", "ankle_foot"),
        ("lower leg", "lower_leg"),
        ("treadmill", "backward-treadmill"),
        ("qigong", "qigong-knee-massage"),
        ("knee pain press", "knee-pain-press"),
    ],
)
def test_complaints_areas_and_routines_are_found_by_their_words(text: str, key: str) -> None:
    assert keys(text)[0] == key


def test_what_one_does_in_a_routine_finds_it() -> None:
    assert "daily-strength" in keys("heel raises")
    assert "qigong-knee-massage" in keys("kneading")


def test_a_warning_sign_finds_the_complaints_that_warn_of_it() -> None:
    assert kinds("fever")[0] is Kind.COMPLAINT


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("knee pain", "knee-aching"),
        ("my knee hurts", "knee-aching"),
        ("Runner's knee", "knee-outer-side"),
        ("back pain", "lower-back"),
        ("fear of falling", "unsteady-standing"),
        ("night cramps", "leg-cramps"),
    ],
)
def test_what_people_type_for_a_complaint_finds_it_first(text: str, key: str) -> None:
    assert keys(text)[0] == key


def test_complaints_stand_before_points_where_both_fit_alike() -> None:
    found = kinds("knee")
    assert found.index(Kind.COMPLAINT) < found.index(Kind.POINT)
    assert kinds("kn")[0] is Kind.COMPLAINT


# -- slips of the finger ---------------------------------------------------------------------------------


@given(st.sampled_from(MISTYPED), st.data())
def test_one_slip_still_finds_the_point_among_the_first_three(meant: tuple[Point, str], data: st.DataObject) -> None:
    point, name = meant
    at = data.draw(st.integers(0, len(name) - 1))
    slips = {
        "drop": name[:at] + name[at + 1 :],
        "double": name[:at] + name[at] + name[at:],
        "swap": name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
        "replace": name[:at] + data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz")) + name[at + 1 :],
    }
    typed = data.draw(st.sampled_from(sorted(slips.values())))
    assert point.code in keys(typed)[:3], typed


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("knie", "knee"),
        ("zsanl", "ST36"),
        ("suport the mou", "BL57"),
        ("midle of the knee", "BL40"),
        ("creeky", "knee-creaky"),
        ("tredmill", "backward-treadmill"),
    ],
)
def test_a_slip_while_one_is_still_typing_is_forgiven(text: str, key: str) -> None:
    assert keys(text)[0] == key


def test_a_wrong_number_is_not_mended() -> None:
    assert keys("ST37") == keys("stomach 37") == keys("LU5") == []


# -- nonsense --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\x00",
        "...!?",
        "\u0301\u0301\u0301",
        "\U0001f9b5",
        "xyzzy",
        "asdf",
        "qwertzuiop",
        "zzzz",
        "hello world",
        "lorem ipsum dolor sit amet",
        "the",
        "of",
        "12345",
        "password",
        "house",
        "table",
        "window",
        "\u732b",
        "x" * 10_000,
    ],
)
def test_nonsense_finds_nothing(text: str) -> None:
    assert keys(text) == []


def test_a_pasted_book_is_read_no_further_than_its_beginning() -> None:
    assert keys("zusanli" + " " * 10_000) == ["ST36"]
    assert keys("\n" * 10_000 + "zusanli") == ["ST36"]
    assert len(INDEX.find("knee " * 2_000)) <= MOST


def test_marks_and_nul_do_not_hide_what_was_typed() -> None:
    assert keys("z\u0301u\u0301s\u0304an\u0304li\u030c")[0] == "ST36"
    assert keys("\x00ST36\x00")[0] == "ST36"


@given(
    st.text(max_size=60)
    | st.text("abcdeghiklnopqrstuyz 036", max_size=20)
    | st.text("\x00\u0301\u0308a st3", max_size=9)
)
@example("\ufdfa" * 80)
@example("\u0130\u0149\ufb01")
def test_any_text_has_an_answer_of_bounded_length(text: str) -> None:
    hits = INDEX.find(text)
    assert len(hits) <= MOST
    assert len({(hit.kind, hit.key) for hit in hits}) == len(hits)
    assert all(isinstance(hit, Hit) and hit.title for hit in hits)
    assert INDEX.find(text, most=3) == hits[:3]


@given(st.sampled_from(NAMES), st.data())
def test_a_name_just_begun_is_among_the_hits_from_its_fourth_letter_on(
    named: tuple[Point, str], data: st.DataObject
) -> None:
    point, name = named
    begun = name[: data.draw(st.integers(min(4, len(name)), len(name)))]
    assert point.code in [hit.key for hit in INDEX.find(begun, most=100)]


def test_an_index_of_nothing_finds_nothing() -> None:
    assert SearchIndex(()).find("knee") == ()


def test_typos_wait_until_they_are_needed() -> None:
    index = SearchIndex(records_of(LIBRARY, AREAS))
    assert [hit.key for hit in index.find("ST36")] == ["ST36"]
    assert "_typos" not in vars(index)
    index.prepare()
    assert "_typos" in vars(index)
