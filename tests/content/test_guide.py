"""The texts to read: complete, each claim with its source, each where it fits."""

from itertools import groupby

import pytest

from acutimer.content.atlas import IDS
from acutimer.content.library import Library
from acutimer.core.points import Area
from tests.content.everything import words_of

# So many rows are a short list; more would bury what the panel is about.
MOST_LINKS = 5

# What the guide must tell, card by card: words that cannot be missing. Units follow their figure after any space.
TOLD = {
    "warmth": ("socks", "leg warmers", "air-conditioned", "soups", "stews", "teas", "ginger", "green onion", "root"),
    "food": ("beans", "cheese", "mushrooms", "blue fish", "wheat", "dairy", "corn", "soy", "sugar"),
    "recovery": ("water", "sleep", "rest days"),
    "frequency": ("once or twice a day", "48 hours", "10 to 20", "100", "12 weeks", "three times a week"),
    "why-knees-hurt": (
        "mechanics",
        "nutrition",
        "thigh",
        "hip",
        "ligaments",
        "capsule",
        "ST",
        "SP",
        "LR",
        "KI",
        "BL",
        "GB",
    ),
    "tcm-view": (
        "Liver",
        "smooth flow",
        "Kidney",
        "lower back",
        "legs",
        "stasis",
        "deficiency",
        "damp",
        "heat",
        "cold",
    ),
    "professional": ("Tuina", "Five Elements Meridian", "slipped disc", "cupping", "Kidney Wellness", "acupuncture"),
    "balance-and-falls": ("30%", "23%", "15%", "inner ear"),
    "self-pressing": ("0.54", "16.5", "blood flow"),
    "walking-backwards": ("1.8", "1.0", "0.5 mph"),
    "breath-and-soak": ("10 to 15 minutes", "elbow"),
    "hand-ruler": (
        "thumb is 1 cun",
        "middle segment",
        "1.5",
        "about 2 cun",
        "all four 3 cun",
        "own hand",
    ),
    "how-to-press": ("slowly", "Ease up", "soreness"),
    "how-hard-how-long": (
        "Gentle",
        "1 to 2 minutes",
        "30 to 60 seconds",
        "3 minutes",
        "1 minute",
        "choice",
    ),
    "see-a-doctor": ("blood clot", "Fever", "bladder", "Chest pain"),
    "where-not-to-press": ("varicose veins", "artery", "nerve", "kidneys", "devices"),
    "ask-first": ("Pregnant", "Blood thinners", "knee joint", "Osteoporosis", "Diabetes", "pacemaker"),
}


@pytest.mark.parametrize("card", TOLD)
def test_every_card_tells_what_it_must(card: str, library: Library) -> None:
    words = words_of(library.guide[card].claims).replace("\u00a0", " ")
    assert not [word for word in TOLD[card] if word not in words]


def test_there_is_no_card_nobody_asked_for(library: Library) -> None:
    assert set(library.guide) == set(TOLD)


def test_every_card_cites_known_sources(library: Library) -> None:
    for card in library.guide.values():
        assert set(card.sources) <= set(library.sources), card.id


def test_what_an_article_claims_names_the_article_in_its_words(library: Library) -> None:
    # Attributed, not asserted: the reader sees whose view it is without looking down at the source.
    for name in ("warmth", "self-pressing", "balance-and-falls", "breath-and-soak"):
        first = library.guide[name].text[0]
        assert first.sources == ("balance",)
        assert "the article on balance says" in first.text.replace("The article", "the article"), name


def test_the_hand_as_ruler_rests_on_the_standard_alone(library: Library) -> None:
    assert library.guide["hand-ruler"].sources == ("who-2008",)


def test_every_picture_is_a_figure_we_ship(library: Library) -> None:
    pictures = {card.picture for card in library.guide.values() if card.picture is not None}
    assert pictures <= set(IDS)
    assert library.guide["hand-ruler"].picture == "hand_dorsal"


def test_every_card_is_about_something_there_is(library: Library) -> None:
    known: set[str] = {area.value for area in Area}
    known |= {*library.points, *library.techniques, *library.exercises, *library.routines, *library.complaints}
    for card in library.guide.values():
        assert set(card.about) <= known, card.id


def test_no_name_means_two_things_a_card_could_be_about(library: Library) -> None:
    kinds = (library.points, library.techniques, library.exercises, library.routines, library.complaints)
    names = [*(area.value for area in Area), *(name for kind in kinds for name in kind)]
    assert len(names) == len(set(names))


def test_every_complaint_and_every_area_has_a_short_list_to_read(library: Library) -> None:
    for subject in (*library.complaints, *(area.value for area in Area)):
        cards = [card.id for card in library.guide.values() if subject in card.about]
        assert 1 <= len(cards) <= MOST_LINKS, (subject, cards)


def test_a_point_a_hand_measures_leads_to_the_hand_as_ruler(library: Library) -> None:
    measured = {code for code, point in library.points.items() if point.rule.measure is not None}
    assert measured
    assert measured <= set(library.guide["hand-ruler"].about)


def test_the_cards_of_a_group_stand_together_and_what_comes_before_pressing_stands_first(library: Library) -> None:
    groups = [name for name, _ in groupby(library.guide.values(), key=lambda card: card.group)]
    assert len(groups) == len(set(groups))
    assert groups[0] == "Before you press"


def test_every_red_flag_asks_what_to_look_for_and_says_what_to_do(library: Library) -> None:
    for complaint in library.complaints.values():
        for flag in complaint.red_flags:
            asked, _, told = flag.text.partition("?")
            assert asked, complaint.id
            assert told.strip().endswith("."), flag.text
