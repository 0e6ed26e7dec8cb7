"""A context whose clock a test moves by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from tests.ui.practice import NOW, make_context


class Clock:
    """The time of day, which only a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def context(tmp_path: Path, clock: Clock, qtbot: QtBot) -> Iterator[Context]:
    context = replace(make_context(tmp_path), wall=clock)
    yield context
    context.figures.close()
