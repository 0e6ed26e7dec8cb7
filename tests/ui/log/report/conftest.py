"""A page over a history of its own, with the figure drawn when a test says so."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QThreadPool
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.log.report.page import ReportPage
from acutimer.ui.messages import Message
from tests.ui.practice import NOW, make_context, practise, shown


@pytest.fixture
def context(tmp_path: Path, qtbot: QtBot) -> Iterator[Context]:
    context = make_context(tmp_path)
    yield context
    context.figures.close()


@pytest.fixture
def lived(context: Context) -> Context:
    """A context with three sessions, two of them with a note, and one of these older than 12 weeks."""
    old = practise(context, "knee-pain-press", NOW - timedelta(days=100))
    near = practise(context, "knee-pain-press", NOW - timedelta(days=2))
    practise(context, "morning-balance", NOW - timedelta(days=1))
    for session, note in ((old, "In the garden"), (near, "Private matters")):
        context.history.annotate(session, discomfort_before=6, discomfort_after=4, note=note, at=NOW)
    return context


@pytest.fixture
def said(context: Context) -> list[Message]:
    """What the user is told."""
    heard: list[Message] = []
    context.messages.said.connect(heard.append)
    return heard


@pytest.fixture
def draw(context: Context) -> Callable[[], None]:
    """Lets the figures that were asked for be drawn."""

    def drawn() -> None:
        for _ in range(4):
            for pool in context.figures.findChildren(QThreadPool):
                pool.waitForDone()
            QCoreApplication.processEvents()

    return drawn


@pytest.fixture
def page(lived: Context, qtbot: QtBot) -> ReportPage:
    page = shown(ReportPage(lived), qtbot, 840, 545)
    page.refresh()
    return page
