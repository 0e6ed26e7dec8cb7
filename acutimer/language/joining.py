"""Words in a row, joined as the language in use joins them."""

from collections.abc import Iterable
from functools import reduce

from acutimer.language.catalogue import tr

_FULL_STOPS = ".\u3002"  # and the Chinese one


def listed(parts: Iterable[str]) -> str:
    """Remarks in a row, those that are not empty: "ST36, left leg, skipped"."""
    return tr(", ", "between remarks").join(part for part in parts if part)


def things(names: Iterable[str]) -> str:
    """Things of one kind in a row: "chair, wall"."""
    return tr(", ", "between things of one kind").join(names)


def side_by_side(parts: Iterable[str]) -> str:
    """Remarks that may have commas of their own, those that are not empty: "ST36 left 2 min, right 1 min; GB34 …"."""
    return tr("; ", "between remarks").join(part for part in parts if part)


def lengths(parts: Iterable[str]) -> str:
    """The parts of a length of time: "1 h 5 min"; nothing of none."""
    told = tuple(parts)
    return reduce(tr("{0} {1}", "hours and minutes").format, told) if told else ""


def explained(words: str, remark: str) -> str:
    """Words with a remark beside them: "Anna (high)"; without one, the words alone."""
    return tr("{0} ({1})").format(words, remark) if remark else words


def headed(title: str, text: str) -> str:
    """A heading and what stands below it, as they are read aloud; without a text, the heading alone."""
    return tr("{0}. {1}").format(title, text) if text else title


def unended(sentence: str) -> str:
    """A sentence without the full stop at its end."""
    return sentence.rstrip(_FULL_STOPS)


def sentences(parts: Iterable[str]) -> str:
    """The parts that are not empty, each a sentence; without a full stop after the last one."""
    return _between().join(unended(part) for part in parts if part)


def sentences_in(text: str) -> tuple[str, ...]:
    """The sentences of such a text, without their full stops."""
    return tuple(found for part in unended(text).split(_between()) if (found := part.strip()))


def ended(sentence: str) -> str:
    """A sentence with its full stop."""
    return tr("{0}.").format(unended(sentence))


def _between() -> str:
    return tr(". ", "between sentences")
