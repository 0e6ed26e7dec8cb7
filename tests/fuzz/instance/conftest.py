"""A folder of data with a short name (a socket's may not be long), and the lock of it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from acutimer.ui.instance.lock import Held, WindowLock


@pytest.fixture
def lock() -> Iterator[WindowLock]:
    with tempfile.TemporaryDirectory() as folder:
        lock = WindowLock(Path(folder) / "data")
        assert lock.take() is Held.HERE
        yield lock
        lock.close()
