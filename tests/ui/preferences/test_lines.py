from pytestqt.qtbot import QtBot

from acutimer.ui.kit.layout import column
from acutimer.ui.preferences.lines import PathText
from tests.ui.practice import resized, shown


def test_a_long_path_breaks_and_is_seen_whole(qtbot: QtBot) -> None:
    path = "/home/" + "a-long-name/" * 20
    text = PathText(path, "Your log")
    holder = shown(column(text, None), qtbot, 300, 400)
    lines = text.document().size().height()
    assert lines > 3
    assert text.height() >= lines * text.fontMetrics().lineSpacing()
    resized(holder, 1600, 400)
    assert text.document().size().height() < lines
    assert text.height() < 3 * text.fontMetrics().lineSpacing()
    assert text.toPlainText() == path
