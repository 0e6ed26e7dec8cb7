"""What a field shows in any language, it can read again: who changes nothing is told of no mistake."""

from collections.abc import Iterator
from gettext import GNUTranslations
from io import BytesIO

import pytest
import words
from babel.messages.mofile import write_mo
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from acutimer.language.catalogue import use
from acutimer.ui.editor.panel.amounts import length_read, length_shown, tenths_read, tenths_shown
from acutimer.ui.log.editing.typed import daytime_read, daytime_shown, minutes_read, minutes_shown, seconds_read
from acutimer.ui.reminding.hours_field import span_read
from acutimer.ui.reminding.words import span
from acutimer.ui.tongue import Tongue
from tests.pseudo import Pseudo


@pytest.fixture(params=["en", "pseudo", *words.tags()])
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    tag = request.param
    if tag in words.tags():
        compiled = BytesIO()
        write_mo(compiled, words.read(tag))
        compiled.seek(0)
        use(GNUTranslations(compiled), tag)
    elif tag == "pseudo":
        use(Pseudo(), "en-XA")
    before, hands = QLocale(), Tongue(qapp)
    QLocale.setDefault(QLocale("de" if tag == "pseudo" else tag))
    qapp.installTranslator(hands)
    yield tag
    qapp.removeTranslator(hands)
    hands.deleteLater()
    QLocale.setDefault(before)


@pytest.mark.usefixtures("tongue")
def test_what_is_shown_is_read_again() -> None:
    for minutes in (1, 13, 90):
        assert minutes_read(minutes_shown(minutes)) == minutes
    for seconds in (5, 45, 90, 600):
        assert length_read(length_shown(seconds)) == seconds
    for tenths in (5, 20, 25):
        assert tenths_read(tenths_shown(tenths)) == tenths
    for minutes in (30, 90, 120):
        assert span_read(span(minutes)) == minutes
    for minutes in (5, 451, 1000):
        assert daytime_read(daytime_shown(minutes)) == minutes


@pytest.mark.usefixtures("tongue")
def test_english_units_are_read_in_every_language() -> None:
    assert seconds_read("2 min 5 s") == 125
    assert seconds_read("1 hour 5 min.") == 3900
    assert seconds_read("2 apples") is None
