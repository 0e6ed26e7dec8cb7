"""What the safety profile says: names for what a person may have, and why a step is different for them.

Window, terminal and JSON say it in the same words, for they all come from `safety.json` through here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from acutimer.content.overlaying import ContentFolder
from acutimer.core.adjusting import Adjustment, Change
from acutimer.core.conditions import Condition
from acutimer.core.points import Claim
from acutimer.core.routines import PressStep, Pressure, Step, subject_of
from acutimer.language.catalogue import tr

ANY = "any"  # the words for whatever has none of its own
FIRM_PRESS = "firm press"


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """A condition where one is asked for it (`name`, and `hint` below it) and inside a sentence: "because ..."."""

    name: str
    hint: str
    because: str


@dataclass(frozen=True, slots=True)
class AdjustmentWords:
    """How an adjustment is told, by the subject's id, else by the kind of step, else by "any".

    `told` follows a name and a colon ("pressed lightly"), `now` is what to do ("Press lightly"), `say` takes the
    place of the step's own instruction, in at most 34 characters, where that one would not be true any more.
    """

    told: Mapping[str, str]
    now: Mapping[str, str]
    say: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What was changed, in one sentence, and why in a few more."""

    words: str
    why: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class SafetyWords:
    """The words for conditions and adjustments; `reasons` tells why each adjustment is made for each condition."""

    conditions: Mapping[Condition, ConditionWords]
    adjustments: Mapping[Adjustment, AdjustmentWords]
    reasons: Mapping[Adjustment, Mapping[Condition, Claim]]

    def told(self, step: Step, adjustment: Adjustment) -> str:
        """What became of a step: "pressed lightly, not firmly"."""
        return _found(self.adjustments[adjustment].told, _keys(step)) or ""

    def say(self, step: Step, adjustment: Adjustment) -> str | None:
        """The instruction of a step so adjusted, or None where its own stays true."""
        return _found(self.adjustments[adjustment].say, _keys(step))

    def because(self, conditions: Sequence[Condition]) -> str:
        """The conditions inside a sentence that says "because": "you are pregnant, and you have varicose veins"."""
        *others, last = [self.conditions[condition].because for condition in conditions] or [""]
        return tr("{0}, and {1}", "reasons").format(", ".join(others), last) if others else last

    def lines(self, changes: Iterable[Change], name: Callable[[Step], str]) -> tuple[ChangeLine, ...]:
        """The changes in as few sentences as they need: what was changed in the same way for the same reason is one.

        `name` gives what a step is called; what has one name is told once.
        """
        alike: dict[tuple[str, tuple[Condition, ...]], list[Change]] = {}
        for change in changes:
            alike.setdefault((self.told(change.step, change.adjustment), change.because), []).append(change)
        return tuple(self._change_line(group, name) for group in alike.values())

    def _change_line(self, alike: Sequence[Change], name: Callable[[Step], str]) -> ChangeLine:
        *others, last = dict.fromkeys(name(change.step) for change in alike)
        what = tr("{0} and {1}").format(", ".join(others), last) if others else last
        return ChangeLine(self.line(what, alike[0]), self.why(alike[0]))

    def line(self, what: str, change: Change) -> str:
        """One change in one sentence, `what` being what is changed: "SP9: pressed lightly, because you ..."."""
        told = self.told(change.step, change.adjustment)
        return tr("{0}: {1}, because {2}.").format(what, told, self.because(change.because))

    def now(self, change: Change) -> str:
        """The same while one does it: "Press lightly: you take blood thinners"."""
        asked = _found(self.adjustments[change.adjustment].now, _keys(change.step)) or ""
        return tr("{0}: {1}", "what to do, and the reason").format(asked, self.because(change.because))

    def why(self, change: Change) -> tuple[Claim, ...]:
        """Why that is, a claim for each condition."""
        return self.why_of(change.adjustment, change.because)

    def why_of(self, adjustment: Adjustment, because: Iterable[Condition]) -> tuple[Claim, ...]:
        """Why an adjustment is made for these conditions, a claim for each."""
        return tuple(self.reasons[adjustment][condition] for condition in because)


def load_safety_words(folder: ContentFolder) -> SafetyWords:
    """Read the words from `safety.json` in `folder`.

    Raises:
        WorldError: the file cannot be read.
    """
    raw: Mapping[str, Any] = folder.read("safety")
    return SafetyWords(
        {Condition(name): ConditionWords(**words) for name, words in raw["conditions"].items()},
        {Adjustment(name): AdjustmentWords(**words) for name, words in raw["adjustments"].items()},
        {Adjustment(name): _claims(claims) for name, claims in raw["reasons"].items()},
    )


def _claims(raw: Mapping[str, Mapping[str, Any]]) -> dict[Condition, Claim]:
    return {Condition(name): Claim(claim["text"], tuple(claim["sources"])) for name, claim in raw.items()}


def _keys(step: Step) -> tuple[str, ...]:
    """Under which names the words for a step may stand, the nearest first."""
    is_firm = isinstance(step, PressStep) and step.pressure is Pressure.FIRM
    return (subject_of(step) or "", *((FIRM_PRESS,) if is_firm else ()), step.kind, ANY)


def _found(words: Mapping[str, str], keys: Iterable[str]) -> str | None:
    return next((words[key] for key in keys if key in words), None)
