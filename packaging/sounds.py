"""Makes the tones of a session: `python3 packaging/sounds.py` writes resources/sounds/*.wav. Standard library only.

Every file begins with 200 ms of silence: a sound device that was asleep swallows the first moment of what it plays.
Only the tap of a pat does not: pats follow each other too fast for a device to fall asleep, and for a tap to come late.
"""

import array
import io
import math
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

SOUNDS = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE_HZ = 44_100
SILENCE_SECONDS = 0.2
ATTACK_SECONDS = 0.012
LOUDEST = 0.5  # of full scale; the program's own volume comes on top
# A soft bell: the note itself, and a little of what rings above it (share of the pitch, loudness, decay).
PARTIALS = ((1.0, 1.0, 1.0), (2.0, 0.28, 1.9), (3.01, 0.10, 2.8))

A4, C5, D5, E5, G5, C6 = 440.0, 523.25, 587.33, 659.25, 783.99, 1046.5


@dataclass(frozen=True)
class Note:
    """A pitch in Hz that begins after `at` seconds, sounds for `seconds` and is `loud`, 0 to 1."""

    hz: float
    at: float
    seconds: float
    loud: float = 1.0


TONES: dict[str, tuple[Note, ...]] = {
    "begin": (Note(C5, 0.0, 0.45), Note(G5, 0.16, 0.7)),  # upwards: hands on
    "switch": (Note(G5, 0.0, 0.45), Note(D5, 0.16, 0.7)),  # downwards: hands off
    "halfway": (Note(E5, 0.0, 0.6, 0.8),),  # one bell
    "last_five": (Note(A4, 0.0, 0.16, 0.7), Note(A4, 0.2, 0.16, 0.7), Note(A4, 0.4, 0.3, 0.7)),  # three knocks
    "rep": (Note(A4, 0.0, 0.12, 0.55),),  # one knock
    "end": (Note(C5, 0.0, 0.8), Note(E5, 0.18, 0.8), Note(G5, 0.36, 0.8), Note(C6, 0.54, 1.1)),  # a chord opens
    # The pacer: heard under everything else, the higher for what is done, the lower for letting go.
    "pacer_on": (Note(E5, 0.0, 0.14, 0.22),),
    "pacer_off": (Note(A4, 0.0, 0.14, 0.22),),
    "pacer_tap": (Note(D5, 0.0, 0.07, 0.22),),
}
LEAD_SECONDS = {"pacer_tap": 0.02}  # the others are led in by SILENCE_SECONDS


def samples(notes: tuple[Note, ...], lead_seconds: float = SILENCE_SECONDS) -> "array.array[int]":
    """The notes as 16 bit samples, led by silence and ending in it."""
    length = lead_seconds + max(note.at + note.seconds for note in notes)
    mixed = [0.0] * round(length * RATE_HZ)
    for note in notes:
        start = round((lead_seconds + note.at) * RATE_HZ)
        for index in range(min(round(note.seconds * RATE_HZ), len(mixed) - start)):
            mixed[start + index] += _heard(note, index / RATE_HZ)
    loudest = max(map(abs, mixed))
    return array.array("h", (round(value / max(1.0, loudest) * LOUDEST * 32767) for value in mixed))


def _heard(note: Note, seconds: float) -> float:
    rise = min(1.0, seconds / ATTACK_SECONDS)
    fall = min(1.0, (note.seconds - seconds) / 0.05)
    whole = sum(
        loud * math.exp(-4.0 * decay * seconds / note.seconds) * math.sin(2 * math.pi * note.hz * share * seconds)
        for share, loud, decay in PARTIALS
    )
    return note.loud * whole * _soft(rise) * _soft(max(0.0, fall))


def _soft(share: float) -> float:
    return 0.5 - 0.5 * math.cos(math.pi * share)


def wav(name: str) -> bytes:
    """A tone as a mono WAV file."""
    data = samples(TONES[name], LEAD_SECONDS.get(name, SILENCE_SECONDS))
    if sys.byteorder == "big":
        data.byteswap()
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(data.tobytes())
    return held.getvalue()


def main() -> None:
    """Write every file."""
    SOUNDS.mkdir(parents=True, exist_ok=True)
    for name in TONES:
        path = SOUNDS / f"{name}.wav"
        path.write_bytes(wav(name))
        print(f"{path.name}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
