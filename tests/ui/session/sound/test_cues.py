from itertools import pairwise
from pathlib import Path

import pytest

from acutimer.core.moments import Cue
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


def test_a_tone_is_played_as_loud_as_the_settings_say(context: Context, loudspeaker: Loudspeaker) -> None:
    cues = Cues(context.preferences, context.monotonic, Opening(loudspeaker))
    context.preferences.update(volume=40)
    cues.play(Cue.BEGIN)
    assert loudspeaker.played == [("begin", 0.4)]


def test_the_device_is_opened_once_and_not_before_the_first_tone(context: Context, loudspeaker: Loudspeaker) -> None:
    opening = Opening(loudspeaker)
    cues = Cues(context.preferences, context.monotonic, opening)
    assert opening.count == 0
    cues.play(Cue.BEGIN)
    cues.play(Cue.SWITCH)
    assert opening.count == 1


@pytest.mark.parametrize("quiet", [{"sounds": False}, {"volume": 0}])
def test_with_sounds_off_no_device_is_opened(context: Context, quiet: dict[str, object]) -> None:
    opening = Opening(None)
    context.preferences.update(**quiet)
    Cues(context.preferences, context.monotonic, opening).play(Cue.BEGIN)
    assert opening.count == 0


def test_a_computer_without_sound_is_told_of_once(context: Context) -> None:
    cues = Cues(context.preferences, context.monotonic, Opening(None))
    told: list[bool] = []
    cues.fell_silent.connect(lambda: told.append(cues.is_silent))
    cues.play(Cue.BEGIN)
    cues.play(Cue.SWITCH)
    assert told == [True]


def test_flashes_come_with_cues_but_never_three_in_a_second(context: Context, clocks: Clocks) -> None:
    cues = Cues(context.preferences, context.monotonic, Opening(None))
    flashes: list[float] = []
    cues.flashed.connect(lambda: flashes.append(clocks.seconds))
    cues.play(Cue.REP)
    assert flashes == []
    context.preferences.update(flash=True)
    for _ in range(30):
        clocks.pass_by(0.1)
        cues.play(Cue.REP)
    assert 5 <= len(flashes) <= 8
    assert min(later - sooner for sooner, later in pairwise(flashes)) >= 0.39
