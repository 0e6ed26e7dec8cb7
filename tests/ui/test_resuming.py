"""The offer to go on with a session that was cut off, in windows of any width."""

import pytest
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.resuming import ResumeOffer
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.practice import practise, resized, shown


@pytest.mark.parametrize("width", [488, 528, 820])
def test_the_answers_stand_beside_the_words_or_below_them(context: Context, qtbot: QtBot, width: int) -> None:
    record = context.history.session(practise(context, "post-workout-recovery", until=4))
    assert record is not None
    offer = shown(ResumeOffer(), qtbot, width, 200)
    offer.ask(record)
    for _ in range(2):  # the answers go below once it knows how wide it is
        resized(offer, width, offer.heightForWidth(width))
    nothing_is_cut(offer)
    words_end = offer._title.mapTo(offer, offer._title.rect().bottomLeft()).y()
    first = offer.resume.mapTo(offer, offer.resume.rect().topLeft()).y()
    assert (first > words_end) is (width < 620)
