"""Words told in English, told again in the language in use: core speaks no other, and argparse none of ours."""

import re
from collections.abc import Iterable

from acutimer.language.catalogue import tr

_PLACE = re.compile(r"\\\{\d\\\}")


def retold(told: str, known: Iterable[str]) -> str:
    """What was `told` in English, in the language in use, where it fits one of the `known` words; else as it is.

    `known` are marked where they stand; {0}, {1} and so on in them, in this order, stand for anything.
    """
    for words in known:
        found = re.fullmatch(_PLACE.sub("(.+)", re.escape(words)), told, re.DOTALL)
        if found is not None:
            return tr(words).format(*found.groups())
    return told
