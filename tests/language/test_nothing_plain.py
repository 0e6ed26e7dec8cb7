"""In a language nobody speaks no plain word is left, in any state of the window: what people read can be translated."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from acutimer.content.library import Library
from tests.language.plainness import plain_in, spelt, words_of_nobody, words_of_the_user
from tests.pseudo import pseudo_library, speaking_pseudo, stretched
from tests.reach.staging import scene_names, staged, windows

# Sheets of drawings for those who work on them; no user sees them.
SHEETS = {"marker-states"}
# What a routine file that is refused has in it, and what it may have.
OF_FILES = spelt("hurry secs sitting seated standing walking steps postures dose min max seconds kind press rest")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return pseudo_library(tmp_path_factory.mktemp("words"))


@pytest.mark.parametrize("name", [name for name in scene_names() if name not in SHEETS])
def test_every_word_in_a_window_has_gone_through_the_catalogue_or_the_content(
    name: str, library: Library, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stage.load_library", lambda *_: library)
    home = tmp_path / "home"
    home.mkdir()
    with speaking_pseudo(qapp), staged(name, home) as stage:
        allowed = words_of_nobody(library) | words_of_the_user(stage)
        allowed |= OF_FILES if name == "import-refused" else frozenset()
        assert [line for window in windows(stage) for line in plain_in(window, allowed)] == []


def test_a_plain_word_would_be_found(qapp: QApplication) -> None:
    label = QLabel(f"{stretched('Good morning')}, ST36 and left")
    label.setAccessibleDescription("Right")
    label.show()
    found = plain_in(label, frozenset({"and"}))
    label.close()
    assert [line.rpartition(": ")[2] for line in found] == ["Right", "left", "left"]


def test_words_are_two_fifths_longer_and_keep_what_is_filled_in() -> None:
    words = "You practised on {0} of the last 7 days."
    assert stretched(words) != words
    assert "{0}" in stretched(words)
    letters = sum(letter.isalpha() for letter in words)
    assert 0.4 <= stretched(words).count("~") / letters <= 0.55
    assert stretched("d\N{NO-BREAK SPACE}MMM\N{NO-BREAK SPACE}yyyy") == "d\N{NO-BREAK SPACE}MMM\N{NO-BREAK SPACE}yyyy"
