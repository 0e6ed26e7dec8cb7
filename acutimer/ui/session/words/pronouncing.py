"""How written words are to be spoken: what goes to the speech engine, and never to the screen."""

import re
import unicodedata
from collections.abc import Mapping

from acutimer.language.catalogue import ENGLISH, language
from acutimer.ui.session.words.doses import length_words

# The codes of the World Health Organization: a channel's two letters, or EX and the region, and a number.
CHANNELS = "LU|LI|ST|SP|HT|SI|BL|KI|PC|TE|GB|LR|GV|CV"
# Han signs stand beside a code or a length without a space, so that no "\b" may tell where these begin.
CODE = re.compile(rf"(?<![A-Za-z0-9_])(EX-(?:HN|CA|UE|LE|B)|{CHANNELS})[- ]?(\d{{1,2}})(?![A-Za-z0-9_])")
# A length on a clock. After "at", or what stands for it, it is a time of day, which every voice reads by itself.
NO_TIME_OF_DAY = r"(?<!\bat )(?<!\bum )(?<![\u4e8e\u5728])"
CLOCK = re.compile(
    rf"{NO_TIME_OF_DAY}(?<![:A-Za-z0-9_])(?:(\d{{1,2}}):)?(\d{{1,2}}):([0-5]\d)(?![A-Za-z0-9_])", re.IGNORECASE
)
# Han signs, their strokes and punctuation, and the wide forms of Latin ones.
HAN = re.compile("[\u2e80-\u2fdf\u3000-\u303f\u31c0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]+")
HAN_FURTHER = re.compile("[\U00020000-\U0003ffff]+")
EMPTY_BRACKETS = re.compile(r"\(\s*\)")
TONES = "\u0300\u0301\u0304\u030c"  # the marks of pinyin; other languages have letters with other marks
CHINESE = "zh"


class Pronouncing:
    """Speaks by a table of words in the language in use: how each is written, and letters that sound like it.

    Accents and capitals make no difference, so "Zusanli" is spoken as "Zúsānlǐ" is. Codes are spelt, times on a clock
    become words, and Han signs are left out where the language is not written in them: other voices read noise.
    """

    def __init__(self, table: Mapping[str, str]) -> None:
        self._has_han = language().startswith(CHINESE)
        self._spoken = {_plain(written).lower(): spoken for written, spoken in table.items()}
        longest_first = sorted(self._spoken, key=len, reverse=True)
        known = "|".join(re.escape(written) for written in longest_first)
        letter = r"[^\W\u3400-\u9fff]"
        self._known = re.compile(rf"(?<!{letter})(?:{known})(?!{letter})", re.IGNORECASE) if known else None

    def spoken(self, text: str) -> str:
        """What the engine is to be given for a text; empty where nothing of it can be spoken."""
        if not self._has_han:
            text = HAN_FURTHER.sub("", HAN.sub("", text))
        text = EMPTY_BRACKETS.sub("", text)
        text = CODE.sub(_spelt, _plain(text))
        text = CLOCK.sub(self._length, text)
        if self._known is not None:
            text = self._known.sub(self._sounding, text)
        text = " ".join(text.split())
        return text if any(character.isalnum() for character in text) else ""

    def _sounding(self, found: re.Match[str]) -> str:
        # A few letters count as others when capitals make no difference, and are none of ours: "\u017f" as "s".
        return self._spoken.get(found.group().lower(), found.group())

    def _length(self, found: re.Match[str]) -> str:
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return length_words(hours * 3600 + minutes * 60 + seconds)


def _spelt(found: re.Match[str]) -> str:
    letters = found.group(1).replace("-", "")
    return " ".join((*letters, found.group(2)))


def _plain(text: str) -> str:
    """Latin letters without their accents; in other languages than English without those of pinyin."""
    signs = unicodedata.normalize("NFD", text)
    if language() == ENGLISH:
        return "".join(sign for sign in signs if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", "".join(sign for sign in signs if sign not in TONES))
