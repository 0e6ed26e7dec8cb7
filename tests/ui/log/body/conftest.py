"""A context whose figures are one flat colour, ready at once."""

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

SKIN = qRgb(220, 200, 190)


class FlatFigures(Figures):
    """Has every picture, as large as asked for and all of one colour."""

    def __init__(self, atlas: Atlas) -> None:
        super().__init__(atlas)
        self._flat_atlas = atlas
        self.asked: list[FigureKey] = []

    def get(self, key: FigureKey) -> QImage | None:
        """The picture."""
        self.asked.append(key)
        _, _, width, height = self._flat_atlas.figure(key.id).rect
        size = (round(width * key.px_per_unit), round(height * key.px_per_unit))
        picture = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(SKIN)
        return picture


@pytest.fixture
def context(tmp_path: Path, qtbot: QtBot) -> Iterator[Context]:
    made = make_context(tmp_path)
    made.figures.close()
    context = replace(made, figures=FlatFigures(made.atlas))
    yield context
    context.figures.close()
