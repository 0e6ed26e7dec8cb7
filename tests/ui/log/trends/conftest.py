"""A locale for the length of a test."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale


@pytest.fixture
def speak() -> Iterator[Callable[[str], None]]:
    """Take another locale until the test is over."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)
