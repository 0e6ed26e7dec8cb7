"""The content we ship, read once."""

from pathlib import Path

import pytest

from acutimer.content.library import Library, load_library

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="session")
def resources() -> Path:
    return RESOURCES


@pytest.fixture(scope="session")
def content() -> Path:
    return RESOURCES / "content/en"


@pytest.fixture(scope="session")
def library(content: Path) -> Library:
    return load_library(content)
