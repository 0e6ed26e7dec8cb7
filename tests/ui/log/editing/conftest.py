"""An editing card beside a clock in Berlin, and what it says."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.history import SessionRecord
from acutimer.ui.context import Context
from acutimer.ui.log.editing.edit_card import EditCard
from acutimer.ui.messages import Message
from tests.ui.practice import shown

BERLIN = ZoneInfo("Europe/Berlin")


def in_berlin(naive: datetime) -> datetime:
    """A time of day on a clock in Berlin."""
    return naive.replace(tzinfo=BERLIN)


class Heard:
    """What a card said, in order."""

    def __init__(self, card: EditCard) -> None:
        self.told: list[str] = []
        card.saved.connect(lambda session_id: self.told.append(f"saved {session_id}"))
        card.closed.connect(lambda: self.told.append("closed"))
        card.reopened.connect(lambda: self.told.append("reopened"))


@pytest.fixture
def card(context: Context, qtbot: QtBot) -> EditCard:
    made = EditCard(context, local=lambda naive: naive.replace(tzinfo=UTC), new_id=lambda: "new")
    return shown(made, qtbot, 352, 700)


@pytest.fixture
def heard(card: EditCard) -> Heard:
    return Heard(card)


@pytest.fixture
def messages(context: Context) -> list[Message]:
    said: list[Message] = []
    context.messages.said.connect(said.append)
    return said


def kept(context: Context, session_id: str) -> SessionRecord:
    record = context.history.session(session_id)
    assert record is not None
    return record
