"""In a language nobody speaks the voice says nothing in plain words, nor do the screens it goes with."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from acutimer.content.library import Library
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices
from acutimer.ui.session.words.digits import digits_of
from acutimer.ui.session.words.doses import dose_words
from acutimer.ui.session.words.phase_words import words_of
from acutimer.ui.session.words.sayings import saying_of
from tests.language.plainness import plain_words, words_of_nobody
from tests.pseudo import pseudo_library, speaking_pseudo
from tests.shipped import LIBRARY
from tests.test_session_words import told_in
from tests.unprofiled import UNPROFILED

translate = QCoreApplication.translate


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return pseudo_library(tmp_path_factory.mktemp("words"))


@pytest.mark.parametrize("routine", LIBRARY.routines)
def test_everything_said_and_shown_in_a_session_went_through_the_catalogue(
    routine: str, library: Library, qapp: QApplication
) -> None:
    allowed = words_of_nobody(library)
    with speaking_pseudo(qapp):
        laid_out = plan(library.routines[routine], Choices(), UNPROFILED)
        texts: set[str] = set()
        for session, moment in told_in(laid_out):
            said = saying_of(session, moment, library, translate)
            texts.add("" if said is None else said.text)
        for index, phase in enumerate(laid_out.phases):
            words = words_of(laid_out, index, library, translate)
            texts |= {words.spoken, words.upcoming, words.headline, words.care, dose_words(phase, translate)}
            texts |= set(digits_of(phase, 0.0, phase.seconds, None))
    assert {text: found for text in texts if (found := plain_words(text, allowed))} == {}
