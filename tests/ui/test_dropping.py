"""Files let go over the window."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.dropping import FileDrops
from acutimer.ui.kit.field import NoteField
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.line_field import LineField
from acutimer.ui.kit.typed_stepper import TypedStepper

COPY, LEFT, NO_KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def carried(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return data


def let_go(widget: QWidget, data: QMimeData) -> bool:
    entering = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NO_KEYS)
    entering.ignore()
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), COPY, data, LEFT, NO_KEYS))
    return entering.isAccepted()


@pytest.mark.parametrize("is_free", [True, False])
def test_files_of_this_computer_are_taken_while_the_window_is_free(qtbot: QtBot, tmp_path: Path, is_free: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    got: list[Sequence[Path]] = []
    FileDrops(window, lambda: is_free).dropped.connect(got.append)
    files = [tmp_path / "knees.acutimer.json", tmp_path / "ünd.json"]
    assert let_go(window, carried(*(QUrl.fromLocalFile(str(file)).toString() for file in files))) is is_free
    assert got == ([tuple(files)] if is_free else [])


def test_links_and_text_are_left_alone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    got: list[object] = []
    FileDrops(window, lambda: True).dropped.connect(got.append)
    text = QMimeData()
    text.setText("/etc/passwd")
    assert not let_go(window, carried("https://example.org/knees.acutimer.json"))
    assert not let_go(window, text)
    assert not got


@pytest.fixture
def fields(qtbot: QtBot) -> dict[str, QWidget]:
    """A window, and in it a field of every kind."""
    line, note = LineField("Name"), NoteField("Note")
    number = TypedStepper("Times", 3, (1, 9), read=lambda text: int(text) if text.isdecimal() else None, wrong="")
    window = column(line, note, number)
    qtbot.addWidget(window)
    window.show()
    return {"window": window, "line": line.line, "note": note.lines.viewport(), "number": number.line}


@pytest.mark.parametrize("name", ["line", "note", "number"])
def test_files_let_go_over_a_field_are_the_window_s(fields: dict[str, QWidget], tmp_path: Path, name: str) -> None:
    got: list[object] = []
    FileDrops(fields["window"], lambda: True).dropped.connect(got.append)
    file = tmp_path / "knees.acutimer.json"
    data = carried(QUrl.fromLocalFile(str(file)).toString())
    data.setText(str(file))  # as file managers do
    assert let_go(fields[name], data)
    assert got == [(file,)]


@pytest.mark.parametrize("name", ["line", "note"])
def test_words_let_go_over_a_field_are_the_field_s(fields: dict[str, QWidget], name: str) -> None:
    text = QMimeData()
    text.setText("Knees")
    assert let_go(fields[name], text)
    field = fields[name] if name == "line" else fields[name].parentWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == "Knees"
