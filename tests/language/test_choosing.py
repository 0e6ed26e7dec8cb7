from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from acutimer.language.catalogue import language, tr
from acutimer.language.choosing import available, fits, fitting, from_environment, speak

TAGS = ("en", "de", "zh-Hans")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two languages, each with a word of its own."""
    for tag, word in (("de", "Sichern"), ("zh-Hans", "保存")):
        catalog = Catalog(locale=tag.replace("-", "_"))
        catalog.add("Save", word)
        with (tmp_path / f"{tag}.mo").open("wb") as file:
            write_mo(file, catalog)
    return tmp_path


def test_every_catalogue_in_the_folder_is_a_language_and_english_needs_none(folder: Path) -> None:
    assert available(folder) == TAGS
    assert available(folder / "none") == ("en",)


@pytest.mark.parametrize(
    ("wanted", "tag"),
    [
        (["de"], "de"),
        (["de_AT.UTF-8"], "de"),
        (["de-Latn-CH"], "de"),
        (["zh_CN.UTF-8"], "zh-Hans"),
        (["zh-Hans-SG"], "zh-Hans"),
        (["zh-Hans-HK"], "zh-Hans"),  # the script says more than the region
        (["zh"], "zh-Hans"),
        (["zh_TW"], "en"),
        (["zh-Hant-HK"], "en"),
        (["zh-Hant-HK", "de"], "de"),
        (["fr", "de"], "de"),
        (["fr"], "en"),
        (["en_GB", "de"], "en"),
        (["C.UTF-8"], "en"),
        (["POSIX"], "en"),
        (["d"], "en"),
        (["", "@", "."], "en"),
        ([], "en"),
    ],
)
def test_the_first_wanted_language_that_there_is_is_the_one(wanted: list[str], tag: str) -> None:
    assert fitting(wanted, TAGS) == tag


def test_a_name_of_a_country_fits_the_language_written_there() -> None:
    assert fits("de_AT", "de")
    assert fits("zh_SG", "zh-Hans")
    assert not fits("zh_TW", "zh-Hans")
    assert not fits("den", "de")


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"LANGUAGE": "de:zh_CN", "LC_ALL": "fr_FR.UTF-8"}, ("de", "zh_CN")),
        ({"LC_ALL": "fr_FR.UTF-8", "LANG": "de_DE"}, ("fr_FR.UTF-8",)),
        ({"LC_MESSAGES": "de", "LANG": "fr"}, ("de",)),
        ({"LANGUAGE": "", "LANG": "de_CH.UTF-8"}, ("de_CH.UTF-8",)),
        ({}, ()),
    ],
)
def test_the_variables_of_the_system_are_asked_in_their_order(
    environment: dict[str, str], wanted: tuple[str, ...]
) -> None:
    assert from_environment(environment) == wanted


def test_speaking_a_language_uses_its_words(folder: Path) -> None:
    assert speak(folder, ["fr", "zh_CN"]) == "zh-Hans"
    assert (language(), tr("Save")) == ("zh-Hans", "保存")
    assert speak(folder, ["de"]) == "de"
    assert (language(), tr("Save")) == ("de", "Sichern")


@pytest.mark.parametrize("wanted", [[], [""], ["fr"], ["en_GB"]])
def test_where_none_fits_english_is_spoken(folder: Path, wanted: list[str]) -> None:
    speak(folder, ["de"])
    assert speak(folder, wanted) == "en"
    assert (language(), tr("Save")) == ("en", "Save")


@pytest.mark.parametrize("bytes_left", [0, 3, 20, 40, -1])
def test_a_catalogue_that_is_cut_short_is_none_and_english_is_spoken(folder: Path, bytes_left: int) -> None:
    file = folder / "de.mo"
    file.write_bytes(file.read_bytes()[:bytes_left])
    assert speak(folder, ["zh_CN"]) == "zh-Hans"
    assert speak(folder, ["de"]) == "en"
    assert (language(), tr("Save")) == ("en", "Save")


def test_a_catalogue_that_is_something_else_is_none(folder: Path) -> None:
    file = folder / "de.mo"
    file.write_bytes(file.read_bytes().replace(b"Sichern", b"\xff" * 7))
    assert speak(folder, ["de"]) == "en"
    file.write_bytes(b"no catalogue at all, but long enough to have a header")
    assert speak(folder, ["de"]) == "en"
