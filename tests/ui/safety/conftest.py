"""A context of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from tests.ui.practice import make_context


@pytest.fixture
def context(tmp_path: Path, qtbot: QtBot) -> Iterator[Context]:
    context = make_context(tmp_path)
    yield context
    context.figures.close()
