"""A text to read: statements with their sources, tradition and evidence apart; and the lists that lead to it."""

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.practices import GuideCard
from acutimer.ui.context import Context
from acutimer.ui.explore.reading.guide_list import GuideList
from acutimer.ui.explore.reading.guide_panel import GuideLinks, GuidePanel, links
from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.text import Text
from tests.ui.kit.seeing import name
from tests.ui.practice import shown


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> GuidePanel:
    return shown(GuidePanel(context), qtbot, 440, 776)


def words(panel: GuidePanel) -> list[str]:
    return [text.text() for text in panel.findChildren(Text) if text.isVisibleTo(panel)]


def test_a_card_is_read_in_order_tradition_and_evidence_apart(panel: GuidePanel, context: Context) -> None:
    card = context.library.guide["frequency"]
    panel.show_card(card)
    read = words(panel)
    expected = [card.group, card.title, *(claim.text for claim in card.text), "What studies found"]
    expected += [*(claim.text for claim in card.evidence), "Sources"]
    places = [read.index(text) for text in expected]
    assert places == sorted(places)
    panel.show_card(context.library.guide["why-knees-hurt"])
    read = words(panel)
    assert "What studies found" not in read
    tradition = context.library.guide["why-knees-hurt"].tradition[0]
    assert read.index("What tradition says") < read.index(tradition.text)


def test_every_statement_is_followed_by_the_names_of_its_sources(panel: GuidePanel, context: Context) -> None:
    library = context.library
    panel.show_card(library.guide["food"])
    read = words(panel)
    for claim in library.guide["food"].claims:
        assert read[read.index(claim.text) + 1] == " \u00b7 ".join(library.sources[it].short for it in claim.sources)


def test_what_has_the_same_sources_names_them_once(panel: GuidePanel, context: Context) -> None:
    card = context.library.guide["hand-ruler"]
    panel.show_card(context.library.guide["see-a-doctor"])
    assert words(panel).count("acutimer's choice") == 1
    assert len({claim.sources for claim in card.text}) == 1


def test_the_full_titles_stand_at_the_end_and_our_own_choice_is_none(panel: GuidePanel, context: Context) -> None:
    panel.show_card(context.library.guide["recovery"])
    assert words(panel)[-1].endswith(context.library.sources["post-workout"].title)
    panel.show_card(context.library.guide["see-a-doctor"])
    assert "Sources" not in words(panel)


def test_a_picture_stands_with_the_card_that_has_one(panel: GuidePanel, context: Context) -> None:
    panel.show_card(context.library.guide["why-knees-hurt"])
    assert panel.picture is not None
    assert panel.picture.isVisibleTo(panel)
    panel.show_card(context.library.guide["food"])
    assert panel.picture is None


@pytest.mark.parametrize("width", [412, 440])
def test_every_card_is_shown_whole_in_either_width(panel: GuidePanel, context: Context, width: int) -> None:
    for card in context.library.guide.values():
        panel.show_card(card, width)
        assert panel.width() == width
        for text in panel.findChildren(Text):
            right = text.mapTo(panel, text.rect().topRight()).x()
            assert right <= width, (card.id, text.text())


def test_the_way_back_is_told(panel: GuidePanel, context: Context, qtbot: QtBot) -> None:
    panel.show_card(context.library.guide["food"])
    button = panel.findChild(IconButton)
    assert button is not None
    assert name(button) == "Close this text"
    with qtbot.waitSignal(panel.closed):
        button.click()


# -- the lists ---------------------------------------------------------------------------------------


def test_links_lead_to_the_cards_about_a_subject(context: Context, qtbot: QtBot) -> None:
    made = links(context, ("knee-stiff",))
    assert made is not None
    shown(made, qtbot, 352, 300)
    chosen: list[GuideCard] = []
    made.chosen.connect(chosen.append)
    for row in made.rows:
        row.click()
    assert [card.id for card in chosen] == [
        card.id for card in context.library.guide.values() if "knee-stiff" in card.about
    ]


def test_links_name_a_card_once_and_the_first_subject_comes_first(context: Context, qtbot: QtBot) -> None:
    made = links(context, ("foot-soak", "warm-up", "lower-back-warming", "ST36"))
    assert made is not None
    shown(made, qtbot, 352, 600)
    titles = [row.text() for row in made.rows]
    assert len(titles) == len(set(titles))
    assert titles[0] == context.library.guide["ask-first"].title
    assert titles.index("Keeping warm") < titles.index("Your hand is the ruler")


def test_links_leave_out_what_stands_there_already(context: Context, qtbot: QtBot) -> None:
    made = links(context, ("hand",), leave_out=("hand-ruler",))
    assert made is not None
    shown(made, qtbot, 352, 300)
    assert "Your hand is the ruler" not in [row.text() for row in made.rows]


def test_where_there_is_nothing_to_read_there_is_no_list(context: Context) -> None:
    assert links(context, ()) is None
    assert links(context, ("nothing of that name",)) is None


def test_the_list_of_all_texts_leads_to_each_of_them(context: Context, qtbot: QtBot) -> None:
    every = shown(GuideList(context), qtbot, 412, 776)
    chosen: list[GuideCard] = []
    every.chosen.connect(chosen.append)
    groups = every.findChildren(GuideLinks)
    for group in groups:
        for row in group.rows:
            row.click()
    assert chosen == list(context.library.guide.values())
    assert len(groups) == len({card.group for card in chosen})
