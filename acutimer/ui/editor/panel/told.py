"""A problem of a step as its panel tells it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What is wrong, in whole sentences.

    `field` names what it stands at: an attribute of the step, or "" for the step as a whole. `repair` are the words of
    the press that mends it, empty where only the user can; that press hands on `problem`.
    """

    field: str
    words: str
    repair: str = ""
    problem: object = None
