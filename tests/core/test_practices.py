"""Guide cards and complaints: what they must have, and what they tell of themselves."""

from typing import Any

import pytest

from acutimer.core.points import Claim
from acutimer.core.practices import MOST_TITLE_LETTERS, Complaint, GuideCard

WORD = Claim("One word.", ("balance", "product"))
OTHER = Claim("Another.", ("qigong", "balance"))
CARD: dict[str, Any] = {"id": "card", "title": "A card", "group": "Cards", "text": (WORD,)}
COMPLAINT: dict[str, Any] = {
    "id": "it",
    "name": "It",
    "group": "All",
    "red_flags": (WORD,),
    "points": ("ST36",),
    "routines": ("mine",),
}


def test_a_card_needs_only_a_title_a_group_and_a_text() -> None:
    card = GuideCard(**CARD)
    assert (card.about, card.picture, card.tradition, card.evidence) == ((), None, (), ())


def test_a_card_names_each_source_once_in_the_order_of_its_statements() -> None:
    card = GuideCard(**{**CARD, "tradition": (OTHER,), "evidence": (Claim("Found.", ("jama-2024",)),)})
    assert card.sources == ("balance", "product", "qigong", "jama-2024")
    assert [claim.text for claim in card.claims] == ["One word.", "Another.", "Found."]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"title": " "}, "letters"),
        ({"title": "T" * (MOST_TITLE_LETTERS + 1)}, "letters"),
        ({"group": ""}, "group"),
        ({"text": ()}, "at least one text"),
        ({"about": ("knee", "knee")}, "once"),
        ({"picture": " "}, "picture"),
    ],
)
def test_a_card_outside_its_limits_is_refused(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        GuideCard(**{**CARD, **wrong})


def test_a_title_may_be_as_long_as_a_row_is_wide() -> None:
    assert GuideCard(**{**CARD, "title": "T" * MOST_TITLE_LETTERS})


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"red_flags": ()}, "red flags"),
        ({"points": (), "routines": ()}, "fits"),
        ({"points": ("ST36", "ST36")}, "once"),
        ({"routines": ("mine", "mine")}, "once"),
    ],
)
def test_a_complaint_outside_its_limits_is_refused(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Complaint(**{**COMPLAINT, **wrong})


@pytest.mark.parametrize("missing", ["points", "routines"])
def test_a_complaint_may_have_points_alone_or_routines_alone(missing: str) -> None:
    assert Complaint(**{**COMPLAINT, missing: ()})
