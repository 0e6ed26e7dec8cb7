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
from acutimer.core.moments import Cue

SCRIPT = Path(__file__).resolve().parents[3] / "packaging" / "sounds.py"
LED_BY_SECONDS = 0.2


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


@pytest.fixture(params=list(Cue))
def tone(request: pytest.FixtureRequest) -> bytes:
    return (paths.resources() / "sounds" / f"{request.param}.wav").read_bytes()


def test_every_cue_has_a_tone_that_is_led_by_silence(tone: bytes) -> None:
    params, samples = read(tone)
    assert (params.nchannels, params.sampwidth, params.framerate) == (1, 2, 44_100)
    lead = round(LED_BY_SECONDS * params.framerate)
    assert not any(samples[:lead])
    assert any(samples[lead : lead + 2000])


def test_a_tone_ends_softly_and_is_small(tone: bytes) -> None:
    _, samples = read(tone)
    assert abs(samples[-1]) < 60
    assert len(tone) < 200_000


def test_the_tones_are_distinct() -> None:
    files = [(paths.resources() / "sounds" / f"{cue}.wav").read_bytes() for cue in Cue]
    assert len(set(files)) == len(Cue)


def test_the_tones_are_what_the_script_makes() -> None:
    script = load_script()
    assert set(script.TONES) == {cue.value for cue in Cue}
    for name, notes in script.TONES.items():
        _, made = read(script.wav(notes))
        _, kept = read((paths.resources() / "sounds" / f"{name}.wav").read_bytes())
        assert len(made) == len(kept)
        # Another computer's sine may differ in the last bit.
        assert max(abs(one - other) for one, other in zip(made, kept, strict=True)) <= 1
