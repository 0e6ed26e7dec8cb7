"""A context of its own for every test, and a locale for the length of one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from tests.ui.practice import make_context


@pytest.fixture
def context(tmp_path: Path, qtbot: QtBot) -> Iterator[Context]:
    context = make_context(tmp_path)
    yield context
    context.figures.close()


@pytest.fixture
def speak() -> Iterator[Callable[[str], None]]:
    """Take another locale until the test is over."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)
