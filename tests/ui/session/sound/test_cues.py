from itertools import pairwise
from pathlib import Path

import pytest

from acutimer.core.moments import Cue, Moment
from acutimer.core.pacing import Motion
from acutimer.ui.context import Context
from acutimer.ui.session.sound.cues import Cues
from acutimer.ui.session.sound.speaker import Speaker
from tests.ui.session.conftest import Clocks, Loudspeaker


class Opening:
    """Counts how often the sound device is opened."""

    def __init__(self, device: Speaker | None) -> None:
        self.device = device
        self.count = 0

    def __call__(self, _folder: Path) -> Speaker | None:
        self.count += 1
        return self.device


def due(clocks: Clocks, *cues: Cue, ago: float = 0.0) -> tuple[Moment, ...]:
    return tuple(Moment(cue, None if cue is Cue.END else 3, clocks.seconds - ago) for cue in cues)


@pytest.fixture
def opening(loudspeaker: Loudspeaker) -> Opening:
    return Opening(loudspeaker)


@pytest.fixture
def cues(context: Context, opening: Opening) -> Cues:
    return Cues(context.preferences, context.monotonic, opening)


def names(loudspeaker: Loudspeaker) -> list[str]:
    return [name for name, _ in loudspeaker.played]


def test_a_tone_is_played_as_loud_as_the_settings_say(
    cues: Cues, context: Context, clocks: Clocks, loudspeaker: Loudspeaker
) -> None:
    context.preferences.update(volume=40)
    cues.play(due(clocks, Cue.BEGIN))
    assert loudspeaker.played == [("begin", 0.4)]


@pytest.mark.parametrize(
    ("passed", "tone"),
    [
        ([Cue.SWITCH, Cue.END], "end"),
        ([Cue.LAST_FIVE, Cue.BEGIN], "begin"),
        ([Cue.SWITCH, Cue.HALFWAY], "switch"),
        ([Cue.BEGIN, Cue.SWITCH], "switch"),
        ([Cue.SWITCH, Cue.BEGIN], "begin"),
        ([Cue.CHANGE, Cue.LAST_FIVE], "last_five"),
        ([Cue.REP, Cue.CHANGE], "halfway"),
        ([Cue.REP, Cue.HALFWAY, Cue.REP], "halfway"),
        ([Cue.REP, Cue.REP], "rep"),
    ],
)
def test_of_several_moments_the_most_telling_is_heard(
    cues: Cues, clocks: Clocks, loudspeaker: Loudspeaker, passed: list[Cue], tone: str
) -> None:
    cues.play(due(clocks, *passed))
    assert names(loudspeaker) == [tone]


def test_what_is_long_past_is_not_heard_however_telling(
    cues: Cues, context: Context, clocks: Clocks, loudspeaker: Loudspeaker
) -> None:
    context.preferences.update(flash=True)
    flashes: list[None] = []
    cues.flashed.connect(lambda: flashes.append(None))
    cues.play(due(clocks, Cue.BEGIN, ago=1.6))
    assert (names(loudspeaker), flashes) == ([], [])
    cues.play(due(clocks, Cue.SWITCH, ago=30) + due(clocks, Cue.REP, ago=1.4))
    assert names(loudspeaker) == ["rep"]


def test_the_device_is_opened_once_and_not_before_the_first_tone(cues: Cues, clocks: Clocks, opening: Opening) -> None:
    assert opening.count == 0
    cues.play(due(clocks, Cue.BEGIN))
    cues.play(due(clocks, Cue.SWITCH))
    assert opening.count == 1


@pytest.mark.parametrize("quiet", [{"sounds": False}, {"volume": 0, "pacer": True}])
def test_where_nothing_is_to_be_heard_no_device_is_opened(
    cues: Cues, context: Context, clocks: Clocks, opening: Opening, quiet: dict[str, object]
) -> None:
    context.preferences.update(**quiet)
    cues.beat(Motion.PRESS)
    cues.play(due(clocks, Cue.BEGIN))
    assert (opening.count, cues.is_silent) == (0, False)


def test_a_computer_without_sound_is_told_of_once(context: Context, clocks: Clocks) -> None:
    cues = Cues(context.preferences, context.monotonic, Opening(None))
    told: list[bool] = []
    cues.fell_silent.connect(lambda: told.append(cues.is_silent))
    cues.play(due(clocks, Cue.BEGIN))
    cues.play(due(clocks, Cue.SWITCH))
    assert told == [True]


def test_a_device_that_comes_later_sounds_and_is_told_of(cues: Cues, clocks: Clocks, loudspeaker: Loudspeaker) -> None:
    told: list[str] = []
    cues.fell_silent.connect(lambda: told.append("silent"))
    cues.sounds_again.connect(lambda: told.append("sounds"))
    loudspeaker.is_there = False
    cues.play(due(clocks, Cue.BEGIN))
    assert told == ["silent"]
    loudspeaker.plug(True)
    assert (told, cues.is_silent) == (["silent", "sounds"], False)
    cues.play(due(clocks, Cue.SWITCH))
    assert names(loudspeaker) == ["switch"]


def test_a_device_taken_away_in_between_is_told_of_once_each_time(
    cues: Cues, clocks: Clocks, loudspeaker: Loudspeaker
) -> None:
    told: list[str] = []
    cues.fell_silent.connect(lambda: told.append("silent"))
    cues.sounds_again.connect(lambda: told.append("sounds"))
    cues.play(due(clocks, Cue.BEGIN))
    for is_there in (False, False, True, True, False):
        loudspeaker.plug(is_there)
        cues.play(due(clocks, Cue.REP))
    assert told == ["silent", "sounds", "silent"]


def test_who_turned_the_sounds_off_is_not_told_that_a_device_went(
    cues: Cues, context: Context, clocks: Clocks, loudspeaker: Loudspeaker
) -> None:
    told: list[None] = []
    cues.fell_silent.connect(lambda: told.append(None))
    cues.play(due(clocks, Cue.BEGIN))
    context.preferences.update(sounds=False)
    loudspeaker.plug(False)
    assert told == []


def test_flashes_come_with_cues_but_never_three_in_a_second(context: Context, clocks: Clocks) -> None:
    cues = Cues(context.preferences, context.monotonic, Opening(None))
    flashes: list[float] = []
    cues.flashed.connect(lambda: flashes.append(clocks.seconds))
    cues.play(due(clocks, Cue.REP))
    assert flashes == []
    context.preferences.update(flash=True)
    for _ in range(30):
        clocks.pass_by(0.1)
        cues.play(due(clocks, Cue.REP))
    assert 5 <= len(flashes) <= 8
    assert min(later - sooner for sooner, later in pairwise(flashes)) >= 0.39


def test_the_pace_is_heard_softly_and_only_if_wanted(
    cues: Cues, context: Context, clocks: Clocks, loudspeaker: Loudspeaker
) -> None:
    cues.beat(Motion.PRESS)
    assert loudspeaker.played == []
    context.preferences.update(pacer=True, volume=50)
    for motion in Motion:
        cues.beat(motion)
    on, off, tap = "pacer_on", "pacer_off", "pacer_tap"
    assert names(loudspeaker) == [on, off, on, on, off, on, off, tap, tap]  # holding still is not heard
    assert all(volume < 0.5 for _, volume in loudspeaker.played)


def test_a_tick_never_talks_over_a_cue(cues: Cues, context: Context, clocks: Clocks, loudspeaker: Loudspeaker) -> None:
    context.preferences.update(pacer=True)
    cues.play(due(clocks, Cue.BEGIN))
    cues.beat(Motion.PRESS)
    clocks.pass_by(0.29)
    cues.beat(Motion.RELEASE)
    assert names(loudspeaker) == ["begin"]
    clocks.pass_by(0.02)
    cues.beat(Motion.PRESS)
    assert names(loudspeaker) == ["begin", "pacer_on"]


def test_the_pace_can_be_heard_without_the_tones(
    cues: Cues, context: Context, clocks: Clocks, loudspeaker: Loudspeaker
) -> None:
    context.preferences.update(pacer=True, sounds=False)
    cues.play(due(clocks, Cue.BEGIN))
    cues.beat(Motion.PRESS)
    assert names(loudspeaker) == ["pacer_on"]
    loudspeaker.plug(False)
    assert cues.is_silent
    context.preferences.update(pacer=False)
    assert not cues.is_silent
