"""Beside the hand: nothing to press, the measures, how to lay the hand on, and whose hand it is to be."""

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.points import HAND_MEASURES
from acutimer.core.practices import GuideCard
from acutimer.ui.context import Context
from acutimer.ui.explore.reading.guide_panel import GuideLinks
from acutimer.ui.explore.reading.hand_panel import CARD, HandPanel
from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.text import Text
from tests.ui.practice import shown


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> HandPanel:
    panel = HandPanel(context)
    return shown(panel, qtbot, panel.minimumWidth(), 776)


def words(panel: HandPanel) -> list[str]:
    return [text.text() for text in panel.findChildren(Text) if text.isVisibleTo(panel)]


def test_it_says_first_that_there_is_nothing_to_press_here(panel: HandPanel) -> None:
    read = words(panel)
    assert read[0] == "Your hand is the ruler"
    assert "None of our points lies on the hand" in read[1]


def test_the_measures_stand_as_a_list_and_none_is_missing(panel: HandPanel) -> None:
    assert [(line.hand, line.cun) for line in panel.lines()] == [
        ("One thumb", "1\u00a0cun"),
        ("Middle finger", "1\u00a0cun"),
        ("Two fingers", "about 1.5\u00a0cun"),
        ("Three fingers", "about 2\u00a0cun"),
        ("Four fingers", "3\u00a0cun"),
    ]
    read = words(panel)
    assert all(line.hand in read and line.cun in read and line.across in read for line in panel.lines())


def test_every_distance_the_points_are_found_by_is_among_them(panel: HandPanel) -> None:
    told = " ".join(line.cun for line in panel.lines())
    assert all(f"{cun:g}\u00a0cun" in told for cun in HAND_MEASURES)


def test_it_says_how_to_measure_and_whose_hand_it_is_to_be(panel: HandPanel) -> None:
    read = " ".join(words(panel))
    assert "straight and close together" in read
    assert "Your hand measures your own body alone." in read
    assert "For a child or anyone else, use their own hand." in read


def test_it_names_the_sources_of_the_card_it_rests_on(panel: HandPanel, context: Context) -> None:
    sources = context.library.sources
    wanted = " \u00b7 ".join(sources[name].short for name in context.library.guide[CARD].sources)
    assert wanted in words(panel)


def test_it_leads_to_other_texts_about_the_hand_and_back(panel: HandPanel, qtbot: QtBot) -> None:
    cards: list[GuideCard] = []
    panel.card_chosen.connect(cards.append)
    links = panel.findChild(GuideLinks)
    assert links is not None
    for row in links.rows:
        row.click()
    assert cards
    assert CARD not in [card.id for card in cards]
    back = panel.findChild(IconButton)
    assert back is not None
    with qtbot.waitSignal(panel.closed):
        back.click()
