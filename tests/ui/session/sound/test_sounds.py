"""The tones of a session: made by packaging/sounds.py, current, and led by silence."""

import array
import importlib.util
import io
import sys
import wave
from pathlib import Path
from types import ModuleType

import pytest

from acutimer import paths
from acutimer.ui.session.sound.cues import TICKS, TONES

SCRIPT = Path(__file__).resolve().parents[4] / "packaging" / "sounds.py"
LED_BY_SECONDS = 0.2
TAP = "pacer_tap"  # taps come fast, and a late one would be worse than one swallowed
TICK_NAMES = sorted(set(TICKS.values()))
NAMES = sorted({*TONES.values(), *TICKS.values()})


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("packaging_sounds", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def read(data: bytes) -> tuple[wave._wave_params, "array.array[int]"]:
    with wave.open(io.BytesIO(data)) as file:
        samples = array.array("h", file.readframes(file.getnframes()))
        if sys.byteorder == "big":
            samples.byteswap()
        return file.getparams(), samples


def kept(name: str) -> bytes:
    return (paths.resources() / "sounds" / f"{name}.wav").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_every_cue_has_a_tone_that_is_led_by_silence(name: str) -> None:
    params, samples = read(kept(name))
    assert (params.nchannels, params.sampwidth, params.framerate) == (1, 2, 44_100)
    lead = round((0.02 if name == TAP else LED_BY_SECONDS) * params.framerate)
    assert not any(samples[:lead])
    assert any(samples[lead : lead + 2000])


@pytest.mark.parametrize("name", NAMES)
def test_a_tone_ends_softly_and_is_small(name: str) -> None:
    tone = kept(name)
    _, samples = read(tone)
    assert abs(samples[-1]) < 60
    assert len(tone) < 200_000


def test_the_tones_are_distinct() -> None:
    assert len(set(TONES.values())) == 6
    assert len({kept(name) for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize("name", TICK_NAMES)
def test_the_pace_ticks_far_softer_than_any_cue_and_briefly(name: str) -> None:
    _, tick = read(kept(name))
    softest = min(max(map(abs, read(kept(tone))[1])) for tone in TONES.values())
    assert max(map(abs, tick)) < softest / 2
    assert len(tick) < 0.4 * 44_100


def test_the_tones_are_what_the_script_makes() -> None:
    script = load_script()
    assert set(script.TONES) == set(NAMES) == {path.stem for path in (paths.resources() / "sounds").iterdir()}
    for name in NAMES:
        _, made = read(script.wav(name))
        _, was = read(kept(name))
        assert len(made) == len(was)
        # Another computer's sine may differ in the last bit.
        assert max(abs(one - other) for one, other in zip(made, was, strict=True)) <= 1
