"""Puts a landmark's name and a measure's words into the sentences that tell how to find a point.

A sentence names neither by itself: {landmark}, {toward} and {measure} stand for what the point's rule says, so that
words, ruler and drawing cannot part ways. A language whose words change with their place in a sentence gives each of
them a name of its own: {landmark.acc} is what "acc" says in its landmarks.json.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from acutimer.core.points import Point, Rule

_PLACEHOLDER = re.compile(r"\{([\w.]*)\}")

Forms = str | Mapping[str, str]
"""A word as it is in every sentence, or its forms by name; "" names the plain one."""


def plain(words: Mapping[str, Forms]) -> dict[str, str]:
    """The plain form of each."""
    return {name: forms if isinstance(forms, str) else forms[""] for name, forms in words.items()}


def forms(words: Mapping[str, Forms]) -> dict[str, tuple[str, ...]]:
    """Every form of each, the plain one first and none twice."""
    every = {name: (it,) if isinstance(it, str) else (it[""], *it.values()) for name, it in words.items()}
    return {name: tuple(dict.fromkeys(it)) for name, it in every.items()}


def worded(point: Point, landmarks: Mapping[str, Forms], measures: Mapping[str, Forms]) -> Point:
    """The point with its sentences filled in; what has no name stays as it stands.

    `landmarks` has a landmark's name by its id, `measures` a measure's words by `Measure.name`.
    """
    names = _names(point.rule, landmarks, measures)
    steps = tuple(replace(step, words=_filled(step.words, names)) for step in point.find.steps)
    return replace(point, find=replace(point.find, steps=steps), short=_filled(point.short, names))


def unfilled(text: str) -> tuple[str, ...]:
    """The placeholders that still stand in a text."""
    return tuple(match.group(0) for match in _PLACEHOLDER.finditer(text))


def _names(rule: Rule, landmarks: Mapping[str, Forms], measures: Mapping[str, Forms]) -> dict[str, str]:
    names: dict[str, str] = {}
    if rule.landmark in landmarks:
        names |= _forms("landmark", landmarks[rule.landmark])
    if rule.toward is not None and rule.toward in landmarks:
        names |= _forms("toward", landmarks[rule.toward])
    if rule.measure is not None and rule.measure.name in measures:
        names |= _forms("measure", measures[rule.measure.name])
    return names


def _forms(name: str, forms: Forms) -> dict[str, str]:
    if isinstance(forms, str):
        return {name: forms}
    return {f"{name}.{form}" if form else name: word for form, word in forms.items()}


def _filled(text: str, names: Mapping[str, str]) -> str:
    filled = _PLACEHOLDER.sub(lambda match: names.get(match.group(1), match.group(0)), text)
    return filled[:1].upper() + filled[1:]
