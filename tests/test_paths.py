from pathlib import Path

import pytest

from acutimer import paths

PLACES = (
    paths.data_dir,
    paths.config_dir,
    paths.cache_dir,
    paths.log_file,
    paths.database_file,
    paths.settings_file,
    paths.backups_dir,
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_every_place_lies_at_home_and_asking_creates_nothing(place: object, tmp_path: Path) -> None:
    assert callable(place)
    found = place()
    assert found.is_relative_to(tmp_path / "home")
    assert "acutimer" in found.parts
    assert not (tmp_path / "home").exists()


def test_no_two_places_are_the_same() -> None:
    assert len({place() for place in PLACES}) == len(PLACES)


def test_a_checkout_finds_resources_beside_the_package() -> None:
    assert paths.resources() == Path(__file__).resolve().parent.parent / "resources"


def test_an_installed_package_finds_resources_inside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "acutimer" / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "acutimer" / "paths.py"))
    assert paths.resources() == tmp_path / "acutimer" / "resources"
