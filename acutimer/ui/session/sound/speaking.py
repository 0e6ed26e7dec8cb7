"""The queue of the voice, as a value: what is being said, and what waits. Time is an argument."""

from dataclasses import dataclass, replace

from acutimer.content.search_words import is_han
from acutimer.ui.session.words.sayings import Saying, Urgency

# eSpeak takes 0.08 s for a character of a sentence, and 0.12 s at its slowest. A Han sign is a whole syllable.
LEAST_SECONDS, SECONDS_PER_CHARACTER, SECONDS_PER_HAN = 5.0, 0.16, 0.6


@dataclass(frozen=True, slots=True)
class Speaking:
    """One thing is said at a time and never cut off; what waits keeps its order.

    What waits is dropped when it is too late, when an instruction of another phase comes, or when its like comes: a
    count gives way to a newer count, an aside to a newer aside. An instruction gives way to no count and no aside.
    """

    spoken: Saying | None = None
    queued: tuple[Saying, ...] = ()

    def add(self, saying: Saying, now: float) -> "Speaking":
        """Let something wait for its turn."""
        kept = tuple(other for other in self.queued if now <= other.until and not _gives_way(other, saying))
        return replace(self, queued=(*kept, saying) if now <= saying.until else kept)

    def begin(self, now: float) -> "Speaking":
        """Say what waits longest and is not too late; nothing changes while something is being said."""
        if self.spoken is not None:
            return self
        waiting = tuple(saying for saying in self.queued if now <= saying.until)
        return Speaking(waiting[0], waiting[1:]) if waiting else Speaking()

    def finish(self) -> "Speaking":
        """What was being said has been said."""
        return replace(self, spoken=None)

    def take_back(self) -> "Speaking":
        """What was being said was not heard: it waits again, before all others."""
        return self if self.spoken is None else Speaking(None, (self.spoken, *self.queued))

    def hush(self) -> "Speaking":
        """Nothing more after what is being said."""
        return replace(self, queued=())


def longest_seconds(text: str) -> float:
    """After how long no voice can still be saying a text."""
    return LEAST_SECONDS + sum(SECONDS_PER_HAN if is_han(sign) else SECONDS_PER_CHARACTER for sign in text)


def _gives_way(waiting: Saying, newer: Saying) -> bool:
    if waiting.urgency is Urgency.INSTRUCTION:
        is_instruction = newer.urgency is Urgency.INSTRUCTION
        return is_instruction and (newer.index != waiting.index or newer.text == waiting.text)
    return newer.index != waiting.index or newer.urgency is waiting.urgency
