"""Where messages lie while the editor is shown."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.editor.page import EditorPage
from acutimer.ui.floating import TOP_PX, Floating
from acutimer.ui.messages import MessageBar


def test_what_goes_by_itself_lies_below_the_steps_while_the_editor_is_seen(context: Context, qtbot: QtBot) -> None:
    window, places, page = QWidget(), QStackedWidget(), EditorPage(context)
    room = QVBoxLayout(window)
    room.setContentsMargins(0, 0, 0, 0)
    room.addWidget(places)
    places.addWidget(page)
    places.addWidget(QWidget())
    floating = Floating(window, places, room, MessageBar(context.messages))
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())
    window.resize(1068, 800)
    window.show()
    page.edit(context.shelf.routine("own-1"))
    context.messages.offer_undo("A step is removed.", lambda: None)
    QApplication.processEvents()
    add = page.steps.add
    lies = floating.geometry()
    assert lies.top() > page.height() - 100
    assert (lies.left(), lies.width()) == (add.mapTo(window, QPoint()).x(), add.width())
    places.setCurrentIndex(1)
    QApplication.processEvents()
    assert floating.geometry().top() == TOP_PX
