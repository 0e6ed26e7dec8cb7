"""Where a line of words may end: at spaces, and beside Chinese characters, which have none between them."""

import re

_HAN = "\u2e80-\u2fff\u3005-\u3007\u3021-\u9fff"  # what a line may end before and after
_OPENING = "\u3008\u300a\u300c\u300e\u3010\uff08\u201c\u2018"  # what no line ends with
_CLOSING = "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff1a\uff1b\uff1f\u201d\u2019\u2026"
_BREAKS = "[ \u200b]"  # a space without a width is where a name too long for a line may break
# Compiled when it is first needed: that takes 3 ms, and the first window of most people has no Chinese.
_PART = f"[{_OPENING}]*(?:[{_HAN}]|[^{_HAN}{_OPENING}]+)[{_CLOSING}]*|[{_OPENING}]+"
_IN_A_LINE = 5  # Chinese characters that stand together at least, lest they become a column


def parts_of(word: str) -> list[str]:
    """The parts of a word between which a line may end; of most languages that is the word."""
    return re.findall(_PART, word) if has_han(word) else [word]


def unbroken(text: str) -> tuple[str, ...]:
    """What of a text is to stand in one line, however narrow that is: its words.

    Of Chinese, a few characters are one, for a line of one or two is no line.
    """
    found: list[str] = []
    for word in re.split(_BREAKS, text):
        parts = parts_of(word)
        found += parts
        if len(parts) > 1:
            found += ("".join(parts[:_IN_A_LINE]), "".join(parts[-_IN_A_LINE:]))
    return tuple(found)


def has_han(text: str) -> bool:
    """Whether there are Chinese characters in a text."""
    return not text.isascii() and re.search(f"[{_HAN}]", text) is not None
