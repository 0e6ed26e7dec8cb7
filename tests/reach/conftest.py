"""Scenes on the clock of the pictures, with figures that are not drawn; and the same in a language longer than ours."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import stage
from PySide6.QtWidgets import QApplication
from shots_camera import CLOCK

from acutimer.content.library import load_library
from tests.pseudo import pseudo_library, speaking_pseudo
from tests.reach.staging import blank, scene_names


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for a `scene` is done in each: one for each layout, and in a long run every one there is."""
    if "scene" in metafunc.fixturenames:
        metafunc.parametrize("scene", scene_names(every=metafunc.config.getoption("--long")))


@pytest.fixture(autouse=True)
def of_the_pictures(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", CLOCK)
        patch.setattr("acutimer.ui.body.painter.paint_figure", blank)
        if hasattr(time, "tzset"):
            time.tzset()
        yield
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(scope="session")
def longer_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the content lies in words that are longer."""
    folder = tmp_path_factory.mktemp("content")
    pseudo_library(folder)
    return folder


@pytest.fixture
def longer(qapp: QApplication, longer_content: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything is said in words that are 40 % longer."""
    monkeypatch.setattr(stage, "load_library", lambda folder, _=None: load_library(folder, longer_content))
    with speaking_pseudo(qapp):
        yield
