"""How much of something, in words that can be heard: "2 minutes", "20 times", "5 breaths"."""

from acutimer.core.planning import Phase, PhaseKind
from acutimer.ui.session.words.times import Translate


def dose_words(phase: Phase, translate: Translate) -> str:
    """How long a phase lasts or how often it is done; empty while it waits for the user."""
    if phase.reps is not None:
        if phase.sets > 1:
            return translate("Session", "{0} sets of {1}").format(phase.sets, phase.reps)
        return translate("Session", "once") if phase.reps == 1 else translate("Session", "%n times", "", phase.reps)
    if phase.kind is PhaseKind.BREATHS:
        n = phase.breaths
        return translate("Session", "1 breath") if n == 1 else translate("Session", "%n breaths", "", n)
    if phase.seconds is None:
        return ""
    if phase.kind is PhaseKind.PATS:
        n = round(phase.seconds / (2 * phase.pats * phase.beat_seconds))
        return translate("Session", "1 round") if n == 1 else translate("Session", "%n rounds", "", n)
    return length_words(phase.seconds, translate)


def length_words(seconds: float, translate: Translate) -> str:
    """A length in whole words: 90 is "1 minute 30 seconds", 3600 is "1 hour"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts: list[str] = []
    if hours:
        parts.append(translate("Session", "1 hour") if hours == 1 else translate("Session", "%n hours", "", hours))
    if minutes:
        one, many = translate("Session", "1 minute"), translate("Session", "%n minutes", "", minutes)
        parts.append(one if minutes == 1 else many)
    if rest or not parts:
        parts.append(translate("Session", "1 second") if rest == 1 else translate("Session", "%n seconds", "", rest))
    return " ".join(parts)
