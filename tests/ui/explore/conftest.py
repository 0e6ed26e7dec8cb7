"""A context of its own for every test; its figures are drawn only when a test says so."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, qRgb
from pytestqt.qtbot import QtBot

from acutimer.content.atlas import Atlas
from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.context import Context
from tests.ui.practice import make_context


class SlowFigures(Figures):
    """Remembers what was asked for; `finish` is what the painter's thread would do."""

    def __init__(self, atlas: Atlas) -> None:
        super().__init__(atlas)
        self.atlas = atlas
        self.asked: list[FigureKey] = []
        self.ready: dict[FigureKey, QImage] = {}

    def get(self, key: FigureKey) -> QImage | None:
        """Only what was finished."""
        if key not in self.ready:
            self.asked.append(key)
        return self.ready.get(key)

    def stand_in(self, _key: FigureKey) -> QImage | None:
        """Nothing: tests see the empty stage."""
        return None

    def finish(self, key: FigureKey) -> None:
        """Have the picture ready, one colour all over."""
        _, _, width, height = self.atlas.figure(key.id).rect
        whole = (round(width * key.px_per_unit), round(height * key.px_per_unit))
        size = whole if key.part is None else key.part[2:]
        self.ready[key] = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        self.ready[key].fill(qRgb(200, 150, 120))
        self.drawn.emit(key)


@pytest.fixture
def context(tmp_path: Path, qtbot: QtBot) -> Iterator[Context]:
    made = make_context(tmp_path)
    made.figures.close()
    context = replace(made, figures=SlowFigures(made.atlas))
    yield context
    context.figures.close()


@pytest.fixture
def figures(context: Context) -> SlowFigures:
    assert isinstance(context.figures, SlowFigures)
    return context.figures


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds
