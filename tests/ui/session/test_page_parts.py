"""The page joined to what is heard, to the small window and to the desktop."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.core.session import Held, Over, Running
from acutimer.ui.context import Context
from acutimer.ui.session.keys import Action
from acutimer.ui.session.page import SessionPage
from tests.ui.practice import shown
from tests.ui.session.conftest import Clocks, Loudspeaker
from tests.ui.session.page_hands import begin, state
from tests.ui.session.sound.voicing import Engines, FakeEngine

KEY = Qt.Key


@pytest.fixture
def engines() -> Engines:
    return Engines()


@pytest.fixture
def page(context: Context, qtbot: QtBot, loudspeaker: Loudspeaker, engines: Engines) -> Iterator[SessionPage]:
    page = SessionPage(context, opening=lambda _folder: loudspeaker, speaking=engines)
    page = shown(page, qtbot, 1280, 800)
    yield page
    page.close()


def speaking(page: SessionPage, engines: Engines) -> FakeEngine:
    (engine,) = engines.made
    engine.can_open()
    return engine


def test_the_voice_leads_and_the_screen_shows_what_it_says(
    page: SessionPage, context: Context, engines: Engines, clocks: Clocks
) -> None:
    begin(page, context, "morning-balance")
    engine = speaking(page, engines)
    assert engine.said[-1].startswith("Warming the lower back")
    engine.finished.emit()
    assert page.stage.aside.isHidden()
    clocks.run(page.player, 8)
    while engine.said[-1] != "Halfway":
        engine.finished.emit()
        clocks.run(page.player, 1)
    assert page.stage.aside.text() == "Halfway"
    engine.finished.emit()
    assert page.stage.aside.isHidden()


def test_what_the_words_beside_the_lens_show_is_not_shown_twice(
    page: SessionPage, context: Context, engines: Engines
) -> None:
    begin(page, context, "knee-pain-press")
    page.player.toggle()
    speaking(page, engines)
    spoken = page.stage.column.headline.text()
    page.stage.show_caption(f"{spoken}. Something else.")
    assert page.stage.aside.text() == "Something else"


def test_v_turns_the_voice_off_and_on_and_the_button_shows_it(
    page: SessionPage, context: Context, engines: Engines
) -> None:
    begin(page, context)
    QTest.keyClick(page, KEY.Key_V)
    assert not context.preferences.value.voice
    assert not page.stage.foot.voice.isChecked()
    QTest.mouseClick(page.stage.foot.voice, Qt.MouseButton.LeftButton)
    assert context.preferences.value.voice
    assert page.stage.foot.voice.isChecked()


def test_s_says_again_where_one_is(page: SessionPage, context: Context, engines: Engines, clocks: Clocks) -> None:
    begin(page, context)
    engine = speaking(page, engines)
    clocks.run(page.player, 20)
    for _ in range(5):
        engine.finished.emit()
    before = len(engine.said)
    QTest.keyClick(page, KEY.Key_S)
    assert len(engine.said) == before + 1
    assert "to go" in engine.said[-1]


def test_a_pause_leaves_nothing_to_be_said(
    page: SessionPage, context: Context, engines: Engines, clocks: Clocks
) -> None:
    begin(page, context)
    engine = speaking(page, engines)
    clocks.run(page.player, 8)  # a second saying waits for the first
    QTest.keyClick(page, KEY.Key_Space)
    before = len(engine.said)
    engine.finished.emit()
    assert len(engine.said) == before


def test_without_a_voice_the_session_goes_on_and_says_so(
    page: SessionPage, context: Context, engines: Engines, clocks: Clocks
) -> None:
    engines.none = True
    begin(page, context)
    assert page.stage.aside.text() == "No voice on this computer: tones and screen guide you"
    clocks.run(page.player, 10)
    assert isinstance(state(page), Running)
    context.preferences.update(voice=False)
    assert page.stage.aside.isHidden()


def test_the_question_after_being_away_is_asked_aloud(
    page: SessionPage, context: Context, engines: Engines, clocks: Clocks
) -> None:
    begin(page, context)
    engine = speaking(page, engines)
    engine.finished.emit()
    clocks.run(page.player, 12)
    engine.finished.emit()
    clocks.pass_by(360)
    page.player.tick()
    engine.finished.emit()
    assert engine.said[-1].startswith("You were away for 6 minutes")


def test_a_question_that_is_read_out_is_shown_once(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    clocks.run(page.player, 12)
    clocks.pass_by(360)
    page.player.tick()
    ways = page.stage.ways
    page.stage.show_caption(f"{ways.title.text()}. {ways.text.text()}")
    assert page.stage.aside.isHidden()
    page.stage.show_caption("Both sides")  # the words beside the lens have made room for the question
    assert page.stage.aside.text() == "Both sides"


def test_the_session_goes_on_in_the_small_window_and_comes_back(
    page: SessionPage, context: Context, clocks: Clocks
) -> None:
    begin(page, context)
    QTest.keyClick(page, KEY.Key_M)
    mini = page.small.window
    assert mini is not None
    assert mini.isVisible()
    assert not page.isVisible()
    clocks.run(page.player, 20)
    assert isinstance(state(page), Running)
    running = mini.digits.text()
    assert running
    QTest.keyClick(mini, KEY.Key_Space)
    assert isinstance(state(page), Held)
    QTest.keyClick(mini, KEY.Key_M)
    assert page.isVisible()
    assert not mini.isVisible()
    assert isinstance(state(page), Held)
    assert page.stage.column.big.text() == running


def test_back_from_the_small_window_the_full_one_shows_the_time_at_once(
    page: SessionPage, context: Context, clocks: Clocks
) -> None:
    begin(page, context)
    QTest.keyClick(page, KEY.Key_M)
    clocks.run(page.player, 20)
    assert page.stage.column.big.text() == "2:00"  # unseen, it is left alone
    assert page.small.window is not None
    QTest.keyClick(page.small.window, KEY.Key_M)
    assert page.stage.column.big.text() == "1:48"


def test_a_session_that_ends_in_the_small_window_brings_the_full_one_back(page: SessionPage, context: Context) -> None:
    begin(page, context)
    page.stage.foot.mini.click()
    page.desk.asked.emit(Action.STOP)
    assert isinstance(state(page), Over)
    assert page.isVisible()
    assert page.small.window is not None
    assert not page.small.window.isVisible()


def test_where_the_full_window_is_shown_by_the_tray_or_a_later_start_the_small_one_goes(
    page: SessionPage, context: Context, clocks: Clocks
) -> None:
    begin(page, context)
    page.stage.foot.mini.click()
    page.window().show()
    assert page.isVisible()
    assert not page.small.is_open
    clocks.run(page.player, 20)
    assert isinstance(state(page), Running)


def test_a_remote_moves_the_session(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    page.desk.asked.emit(Action.SKIP)
    clocks.run(page.player, 10)
    session = page.player.session
    assert session is not None
    before = session.left(clocks.seconds)
    page.desk.seek.emit(-1.0)
    assert page.player.session is not None
    assert page.player.session.left(clocks.seconds) == pytest.approx((before or 0) + 1)


def test_a_press_is_paced_by_soft_ticks_if_wished(
    page: SessionPage, context: Context, clocks: Clocks, loudspeaker: Loudspeaker
) -> None:
    context.preferences.update(pacer=True, sounds=True)
    begin(page, context, "morning-balance")
    for _ in range(4000):
        clocks.run(page.player, 0.25)
        if any(name.startswith("pacer") for name, _ in loudspeaker.played):
            break
        session = page.player.session
        if session is not None and session.phase is not None and session.phase.seconds is None:
            page.player.toggle()
    assert any(name.startswith("pacer") for name, _ in loudspeaker.played)
