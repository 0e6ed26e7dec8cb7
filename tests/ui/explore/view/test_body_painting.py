"""The lines from the pills to the body: there where one can see all of them."""

import pytest
from PySide6.QtCore import QRect

from acutimer.ui.explore.view.body_painting import Lead

STAGE = QRect(0, 0, 600, 600)
LEAD = Lead((200.0, 300.0), (400.0, 350.0), is_lit=False)


@pytest.mark.parametrize(
    ("lead", "covers"),
    [
        (Lead((200.0, 300.0), (610.0, 300.0), is_lit=False), []),  # ends beside the stage
        (Lead((200.0, 300.0), (400.0, 620.0), is_lit=False), []),  # below it
        (Lead((200.0, 300.0), (180.0, 300.0), is_lit=False), []),  # under its own pill
        (LEAD, [QRect(390, 340, 100, 50)]),  # ends under something
        (LEAD, [QRect(250, 280, 40, 40)]),  # runs under something
    ],
)
def test_a_line_that_leads_out_of_sight_is_not_seen(lead: Lead, covers: list[QRect]) -> None:
    assert not lead.is_seen(STAGE, covers)


def test_a_line_beside_what_lies_there_is_seen() -> None:
    assert LEAD.is_seen(STAGE, [])
    # between the line and the straight way from its beginning to its end
    assert LEAD.is_seen(STAGE, [QRect(220, 310, 130, 60)])
