"""How much of something, in words that can be heard: "2 minutes", "20 times", "5 breaths"."""

from acutimer.core.planning import Phase, PhaseKind
from acutimer.language.catalogue import trn
from acutimer.language.joining import lengths
from acutimer.ui.session.words.times import Translate


def dose_words(phase: Phase, translate: Translate) -> str:
    """How long a phase lasts or how often it is done; empty while it waits for the user."""
    if phase.reps is not None:
        if phase.sets > 1:
            return translate("Session", "{0} sets of {1}").format(phase.sets, phase.reps)
        return trn("once", "{0} times", phase.reps).format(phase.reps)
    if phase.kind is PhaseKind.BREATHS:
        n = phase.breaths
        return trn("{0} breath", "{0} breaths", n).format(n)
    if phase.seconds is None:
        return ""
    if phase.kind is PhaseKind.PATS:
        n = round(phase.seconds / (2 * phase.pats * phase.beat_seconds))
        return trn("{0} round", "{0} rounds", n).format(n)
    return length_words(phase.seconds)


def length_words(seconds: float) -> str:
    """A length in whole words: 90 is "1 minute 30 seconds", 3600 is "1 hour"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts: list[str] = []
    if hours:
        parts.append(trn("{0} hour", "{0} hours", hours).format(hours))
    if minutes:
        parts.append(trn("{0} minute", "{0} minutes", minutes).format(minutes))
    if rest or not parts:
        parts.append(trn("{0} second", "{0} seconds", rest).format(rest))
    return lengths(parts)
