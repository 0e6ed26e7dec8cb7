"""What lies in the repository: pinned, addressed to nobody, free of any one machine."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = {".py", ".md", ".toml", ".txt", ".in", ".json", ".svg", ".sql", ".po", ""}
RECIPES = {".yml", ".xml", ".desktop", ".1", ".iss", ".plist", ".spec"}


def tracked_texts() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607 - git is on the path
    paths = [ROOT / name for name in listed.stdout.splitlines()]
    return [path for path in paths if path.suffix in TEXT | RECIPES and path.is_file()]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-build.txt"])
def test_every_dependency_is_pinned_with_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    entries = re.sub(r"\\\n\s*", " ", text).splitlines()
    for entry in (line for line in entries if line and not line.startswith("#")):
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry), entry
    assert "://" not in text


def test_no_file_names_a_machine_or_an_index() -> None:
    secret = re.compile(r"(/home/|/root/|/tmp/|/Users/)\w|index-url|find-links|pypi\.", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked_texts()
        if path != Path(__file__) and (match := secret.search(path.read_text(encoding="utf-8")))
    ]
    assert not found


def test_no_recipe_fetches_anything_by_its_address() -> None:
    recipes = [path for path in tracked_texts() if path.suffix in RECIPES]
    assert not [path.name for path in recipes if "://" in path.read_text(encoding="utf-8")]


def test_the_pinned_qt_is_one_that_keeps_its_references() -> None:
    pins = (ROOT / "packaging/requirements.txt").read_text(encoding="utf-8")
    assert re.findall(r"^pyside6-\w+==(\S+)", pins, re.MULTILINE) == ["6.11.3", "6.11.3"]
