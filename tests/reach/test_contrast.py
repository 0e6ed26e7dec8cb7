"""Words and controls stand out in the picture itself, not in the tokens alone: in every theme, on what lies there."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.settings import Theme
from acutimer.ui.body import painter
from tests.reach.looking import faint_controls, faint_words
from tests.reach.staging import staged

PAINTER = painter.paint_figure  # before the scenes go without
DRAWN = ("point-ST36", "body-front", "session-press-left")
PLAIN = ("routines", "editor-problem", "log-day-chosen", "log-trends-year", "settings", "after")


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
@pytest.mark.parametrize("name", [*DRAWN, *PLAIN])
def test_everything_stands_out(
    name: str, theme: Theme, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name in DRAWN:
        monkeypatch.setattr(painter, "paint_figure", PAINTER)
    with staged(name, tmp_path, theme=theme) as stage:
        found = [*faint_words(stage.window), *faint_controls(stage.window)]
    assert not found, f"{name}, {theme}:\n" + "\n".join(found)
