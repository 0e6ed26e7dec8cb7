"""Texts cite their sources, keep tradition and evidence apart, warn in time and promise nothing."""

import re
from pathlib import Path

from acutimer.content.atlas import IDS
from acutimer.content.library import Library
from acutimer.core.points import Claim
from acutimer.core.practices import Exercise, Technique
from tests.content.everything import all_steps, everything, texts, words_of

STUDIES = {"cochrane-2019", "jama-2024", "bmc-2019"}


def test_the_complaints_stand_in_their_groups(library: Library) -> None:
    assert [(it.group, it.name) for it in library.complaints.values()] == [
        ("Knee", "Aching"),
        ("Knee", "Stiff"),
        ("Knee", "Creaky"),
        ("Knee", "Outer side"),
        ("Knee", "After exercise"),
        ("Leg and ankle", "Tight calf"),
        ("Leg and ankle", "Cramps"),
        ("Leg and ankle", "Stiff ankle"),
        ("Back and balance", "Lower back"),
        ("Back and balance", "Unsteady standing"),
    ]


def test_every_complaint_offers_points_and_routines(library: Library) -> None:
    for complaint in library.complaints.values():
        assert complaint.points
        assert complaint.routines


def test_pictures_and_icons_exist(library: Library, resources: Path) -> None:
    practices: list[Technique | Exercise] = [*library.techniques.values(), *library.exercises.values()]
    for practice in practices:
        assert practice.picture in IDS
        assert (resources / f"icons/{practice.icon}.svg").is_file(), practice.icon


def test_every_cited_source_exists_and_every_source_is_used(library: Library) -> None:
    cited: set[object] = set()
    for way, value in everything(library):
        if way.endswith(".sources") and isinstance(value, tuple):
            cited.update(value)
        elif way.endswith(".source"):
            cited.add(value)
    assert cited == set(library.sources) - {"own"}  # that one is what users write


def test_tradition_and_evidence_are_kept_apart(library: Library) -> None:
    claims = [(way, value) for way, value in everything(library) if isinstance(value, Claim)]
    for way, claim in claims:
        if ".evidence[" in way:
            assert set(claim.sources) <= STUDIES, way
        if ".tradition[" in way:
            assert not set(claim.sources) & {*STUDIES, "product"}, way
    assert {source for way, claim in claims if ".evidence[" in way for source in claim.sources} == STUDIES


def test_evidence_gives_its_size_and_its_limits(library: Library) -> None:
    found = {card.id: words_of(card.evidence) for card in library.guide.values()}
    assert "23% fewer falls" in found["balance-and-falls"]
    assert "15% fewer people who fell" in found["balance-and-falls"]
    assert all(figure in found["self-pressing"] for figure in ("0.54", "0.10", "0.97", "16.5", "did not differ"))
    assert all(figure in found["walking-backwards"] for figure in ("1.8", "1.0"))


def test_views_on_food_stand_each_as_its_sources_own(library: Library) -> None:
    views = library.guide["food"].tradition
    assert [claim.sources for claim in views] == [("balance",), ("qigong",)]
    assert "cheese" in views[0].text
    assert "dairy" in views[1].text
    assert "contradict" in words_of(library.guide["food"].text)


def test_every_complaint_says_when_to_see_a_doctor(library: Library) -> None:
    for complaint in library.complaints.values():
        assert re.search(r"See a doctor|medical help|emergency help", words_of(complaint.red_flags)), complaint.id


def test_the_red_flags_are_all_named(library: Library) -> None:
    words = words_of(library.guide["see-a-doctor"].text)
    for flag in (
        "calf",
        "blood clot",
        "injury",
        "broken",
        "Fever",
        "between the legs",
        "bladder",
        "weakness",
        "Chest pain",
    ):
        assert flag in words


VERB = re.compile(
    "(Add|Breathe|Circle|Clip|Draw|Drink|Hold|Knead|Lift|Pat|Press|Raise|Rest|Rub|Sit|Stand|Start|Stroke|Turn|Walk|Warm)"
)


def test_an_instruction_is_short_and_begins_with_its_verb(library: Library) -> None:
    for step in all_steps(library):
        assert len(step.say) <= 34, step.say
        assert VERB.fullmatch(step.say.split()[0]), step.say
        assert not step.say.endswith("."), step.say


def test_nothing_is_promised(library: Library) -> None:
    promise = re.compile(
        r"\b(heal(s|ed|ing)?|cure[sd]?|treat(s|ed|ing)?|reliev\w+|relief|detox\w*|side effects?)\b", re.IGNORECASE
    )
    assert not [(way, text) for way, text in texts(library) if promise.search(text)]


def test_left_and_right_are_said_by_the_session_alone(library: Library) -> None:
    side = re.compile(r"\b(left|right)\b", re.IGNORECASE)
    step_sides = re.compile(r"\.sides$")
    assert not [(way, text) for way, text in texts(library) if side.search(text) and not step_sides.search(way)]


def test_words_are_calm_and_well_set(library: Library) -> None:
    unit = re.compile(r"\d (min|s|mph|km/h|cun|weeks|hours|minutes|seconds)\b")
    for way, text in texts(library):
        assert "!" not in text, way
        assert not unit.search(text), f"{way}: a no-break space belongs before the unit"
        assert text == text.strip(), way
        assert "  " not in text, way


def test_claims_are_whole_sentences(library: Library) -> None:
    for way, value in everything(library):
        if isinstance(value, Claim):
            assert value.text.endswith((".", "?")), way
            assert value.text[0].isupper(), way
