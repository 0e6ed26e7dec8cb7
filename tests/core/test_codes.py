"""One spelling for every way people write a point's code."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from acutimer.core.codes import MERIDIANS, PREFIXES, canonical, folded


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("ST36", "ST36"),
        ("st-36", "ST36"),
        (" St. 36 ", "ST36"),
        ("ST\N{NO-BREAK SPACE}36", "ST36"),
        ("ST\N{EN DASH}36", "ST36"),
        ("\uff33\uff34\uff13\uff16", "ST36"),  # full-width, as a Chinese keyboard writes
        ("ST036", "ST36"),
        ("UB 23", "BL23"),
        ("b23", "BL23"),
        ("KID-3", "KI3"),
        ("k3", "KI3"),
        ("S36", "ST36"),
        ("g 34", "GB34"),
        ("Kd 10", "KI10"),
        ("liv8", "LR8"),
        ("LV-8", "LR8"),
        ("SJ5", "TE5"),
        ("TW5", "TE5"),
        ("TB5", "TE5"),
        ("TH5", "TE5"),
        ("DU 4", "GV4"),
        ("REN-4", "CV4"),
        ("RN4", "CV4"),
        ("P6", "PC6"),
        ("H7", "HT7"),
        ("HE 7", "HT7"),
        ("ex-le4", "EX-LE4"),
        ("EXLE 5", "EX-LE5"),
        ("Ex HN 3", "EX-HN3"),
        ("Xiyan", "EX-LE5"),
        ("xi yan", "EX-LE5"),
        ("X\u012by\u01cen", "EX-LE5"),
    ],
)
def test_every_spelling_gives_the_who_code(written: str, code: str) -> None:
    assert canonical(written) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", ""),
        (" xyz 9 ", "XYZ9"),
        ("Zusanli", "ZUSANLI"),
        ("ST", "ST"),
        ("36", "36"),
        ("ST0", "ST0"),
        ("ST100", "ST100"),
        ("EX-LE0", "EX-LE0"),
        ("Q-36", "Q-36"),
    ],
)
def test_what_is_no_code_comes_back_in_capitals_without_spaces(written: str, code: str) -> None:
    assert canonical(written) == code


@given(
    st.sampled_from(sorted(PREFIXES)),
    st.integers(1, 67),
    st.sampled_from(["", " ", "-", " - ", ".", "\u2011", "\u00a0"]),
    st.booleans(),
)
def test_prefix_case_space_and_hyphen_make_no_difference(prefix: str, number: int, gap: str, small: bool) -> None:
    written = f"{prefix}{gap}{number}"
    code = canonical(written.lower() if small else written)
    assert code == f"{PREFIXES[prefix]}{number}"
    assert code[:2] in MERIDIANS


@given(st.text() | st.from_regex(r"\A[A-Za-z\-\. ]{1,6}[0-9]{1,4}\Z"))
@example("\u0149 ")
@example("\ufb01 1")
def test_a_code_made_canonical_twice_is_the_same(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@given(st.text())
def test_any_text_is_taken_and_no_space_comes_back(text: str) -> None:
    assert not any(character.isspace() for character in canonical(text))


def test_names_are_folded_alike_whatever_marks_and_gaps_they_have() -> None:
    assert folded("Z\u00fas\u0101nl\u01d0") == folded("zu san-LI") == "zusanli"
    assert folded("\u8db3\u4e09\u91cc") == "\u8db3\u4e09\u91cc"
