from pathlib import Path

import pytest

from acutimer.content.library import load_library
from acutimer.content.overlaying import ContentFolder, overlaid
from acutimer.content.wording import plain
from acutimer.core.errors import WorldError
from acutimer.paths import resources

FACTS = resources() / "content" / "en"


@pytest.mark.parametrize(
    ("content", "words", "together"),
    [
        ({"name": "Rest", "dose": 30}, {"name": "Pause"}, {"name": "Pause", "dose": 30}),
        (
            [{"id": "a", "name": "one", "n": 1}, {"id": "b", "name": "two", "n": 2}],
            [{"id": "b", "name": "zwei"}],
            [{"id": "a", "name": "one", "n": 1}, {"id": "b", "name": "zwei", "n": 2}],
        ),
        (
            [{"text": "one", "sources": ["x"]}, {"text": "two", "sources": ["y"]}],
            [{"text": "eins"}, {"text": "zwei"}],
            [{"text": "eins", "sources": ["x"]}, {"text": "zwei", "sources": ["y"]}],
        ),
        ({"words": ["sore knee", "knee"]}, {"words": ["Knie", "knee"]}, {"words": ["Knie", "knee", "sore knee"]}),
        ({"equipment": ["chair"]}, {"equipment": ["Stuhl"]}, {"equipment": ["Stuhl"]}),
        ({"a": "top"}, {"a": {"": "Spitze", "dat": "der Spitze"}}, {"a": {"": "Spitze", "dat": "der Spitze"}}),
    ],
)
def test_words_take_the_place_of_words_and_facts_stay(content: object, words: object, together: object) -> None:
    assert overlaid(content, words) == together


def test_nothing_is_lost_where_words_are_missing() -> None:
    assert overlaid([{"text": "one"}, {"text": "two"}], [{"text": "eins"}]) == [{"text": "eins"}, {"text": "two"}]


def test_a_language_without_a_file_is_read_in_the_language_of_the_facts(tmp_path: Path) -> None:
    assert ContentFolder(FACTS, tmp_path).read("measures") == ContentFolder(FACTS).read("measures")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"points\.json: cannot be read"):
        ContentFolder(tmp_path).read("points")


def test_sentences_take_the_form_of_a_name_they_ask_for(tmp_path: Path) -> None:
    (tmp_path / "landmarks.json").write_text(
        '{"patella_base_lateral": {"": "obere Ecke", "gen": "der oberen Ecke"}}', encoding="utf-8"
    )
    (tmp_path / "points.json").write_text(
        '[{"code": "ST34", "short": "{measure} oberhalb {landmark.gen}", "find": {"steps": ['
        '{"words": "Sitzen."}, {"words": "die {landmark}"}]}}]',
        encoding="utf-8",
    )
    library = load_library(FACTS, tmp_path)
    point = library.points["ST34"]
    assert point.short == "Two thumbs oberhalb der oberen Ecke"
    assert [step.words for step in point.find.steps][:2] == ["Sitzen.", "Die obere Ecke"]
    assert library.landmarks["patella_base_lateral"] == "obere Ecke"


def test_the_plain_form_is_what_stands_alone() -> None:
    assert plain({"a": "top", "b": {"": "Spitze", "dat": "der Spitze"}}) == {"a": "top", "b": "Spitze"}
