"""The session bus of a test's own, as for the rest of the desktop, and somebody on it who shows notices."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.session.desktop.children import Child
from tests.ui.session.desktop.conftest import Start, bus, start, strict_python

__all__ = ["bus", "notifier", "start", "strict_python"]

NOTIFIER = Path(__file__).with_name("notifier.py")


@pytest.fixture
def notifier(start: Start, strict_python: str) -> Callable[..., Child]:
    """Starts somebody who shows notices and is there when this returns."""

    def serve(*manner: str) -> Child:
        child = start(strict_python, str(NOTIFIER), *manner)
        assert child.told() == {"ready": True}
        return child

    return serve
