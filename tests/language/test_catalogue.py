from gettext import GNUTranslations
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from acutimer.language.catalogue import language, tr, trn, use


def speaking(tag: str, **words: str) -> GNUTranslations:
    catalog = Catalog(locale=tag)
    catalog.add("Save", words.get("save", ""))
    catalog.add("Back", words.get("back", ""))
    catalog.add("Back", words.get("body", ""), context="body")
    catalog.add(("{0} day", "{0} days"), tuple(words.get("days", "").split("|")))
    file = BytesIO()
    write_mo(file, catalog)
    file.seek(0)
    return GNUTranslations(file)


def test_without_a_catalogue_all_is_said_in_english() -> None:
    assert (language(), tr("Save"), tr("Back", "body"), tr("")) == ("en", "Save", "Back", "")
    assert [trn("{0} day", "{0} days", count) for count in (0, 1, 2)] == ["{0} days", "{0} day", "{0} days"]


def test_a_catalogue_says_it_in_its_language() -> None:
    use(speaking("de", save="Sichern", back="Zurück", body="Rücken"), "de")
    assert (language(), tr("Save"), tr("Back"), tr("Back", "body")) == ("de", "Sichern", "Zurück", "Rücken")


def test_what_a_catalogue_lacks_is_said_in_english_and_nothing_stays_nothing() -> None:
    use(speaking("de", save="Sichern"), "de")
    assert (tr("Stop"), tr("Back"), tr("Save", "a goal"), tr("")) == ("Stop", "Back", "Save", "")
    assert trn("{0} hour", "{0} hours", 3) == "{0} hours"


@pytest.mark.parametrize(
    ("tag", "days", "expected"),
    [
        ("zh_Hans", "{0} 天", ["{0} 天"] * 4),
        ("de", "{0} Tag|{0} Tage", ["{0} Tage", "{0} Tag", "{0} Tage", "{0} Tage"]),
        ("pl", "{0} dzień|{0} dni|{0} dni.|{0} dnia", ["{0} dni.", "{0} dzień", "{0} dni", "{0} dni."]),
    ],
)
def test_each_language_has_its_own_forms_for_numbers(tag: str, days: str, expected: list[str]) -> None:
    use(speaking(tag, days=days), tag)
    assert [trn("{0} day", "{0} days", count) for count in (0, 1, 2, 5)] == expected
