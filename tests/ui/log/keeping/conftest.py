"""The page of export, import and backups over a log of three days."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.log.keeping.page import KeepingPage
from acutimer.ui.messages import Message
from tests.ui.log.keeping.keeping_hands import Answers, Desk, three_days
from tests.ui.practice import shown


@pytest.fixture
def empty_desk(context: Context, qtbot: QtBot) -> Iterator[Desk]:
    answers = Answers()
    said: list[Message] = []
    changes: list[bool] = []
    context.messages.said.connect(said.append)
    page = shown(KeepingPage(context, dialogs=answers.dialogs()), qtbot)
    page.changed.connect(lambda: changes.append(True))
    desk = Desk(page, answers, said, changes, qtbot)
    page.refresh()
    desk.settle()
    yield desk
    page.close()


@pytest.fixture
def desk(context: Context, empty_desk: Desk) -> Desk:
    three_days(context)
    empty_desk.page.refresh()
    empty_desk.settle()
    return empty_desk
