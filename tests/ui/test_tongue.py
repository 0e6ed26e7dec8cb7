from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

from acutimer.language.catalogue import use
from acutimer.ui.tongue import language_name, speak_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    catalog = Catalog(locale="de")
    catalog.add("Save", "Sichern")
    catalog.add("Back", "Zurück")
    catalog.add("Back", "Rücken", context="body")
    with (tmp_path / "de.mo").open("wb") as file:
        write_mo(file, catalog)
    return tmp_path


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which forgets what it learned."""
    before = QLocale()
    yield qapp
    for made in qapp.findChildren(QTranslator):
        qapp.removeTranslator(made)
        made.setParent(None)
    QLocale.setDefault(before)
    use(None)


def test_what_widgets_say_comes_from_the_catalogue(app: QApplication, folder: Path) -> None:
    assert speak_in(app, "de", folder) == "de"
    here = QObject()
    assert here.tr("Save") == "Sichern"
    assert QCoreApplication.translate("Anything", "Save") == "Sichern"
    assert (here.tr("Back"), here.tr("Back", "body")) == ("Zurück", "Rücken")
    assert here.tr("Nobody translated this") == "Nobody translated this"


def test_qts_own_words_come_in_the_language_too(app: QApplication, folder: Path) -> None:
    speak_in(app, "de", folder)
    box = QMessageBox()
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text() == "Abbrechen"


def test_numbers_and_dates_are_those_of_the_language(app: QApplication, folder: Path) -> None:
    QLocale.setDefault(QLocale("en_US"))
    speak_in(app, "de", folder)
    assert QLocale().toString(1.5, "f", 1) == QLocale("de").toString(1.5, "f", 1)


def test_english_is_spoken_where_nothing_is_chosen_and_the_system_asks_for_none(
    app: QApplication, folder: Path
) -> None:
    before = QLocale()
    assert speak_in(app, "", folder) == "en"
    assert QLocale() == before
    assert app.findChildren(QTranslator) == []


def test_every_language_is_called_by_its_own_name() -> None:
    assert [language_name(tag) for tag in ("en", "de", "zh-Hans")] == ["English", "Deutsch", "简体中文"]
