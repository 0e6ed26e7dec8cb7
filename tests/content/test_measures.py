"""Measures are told in both systems, so that nobody has to convert or to choose: 0.5 mph (0.8 km/h)."""

import re
from pathlib import Path

import pytest

from acutimer import paths

PAIRS = {
    "mph": r"mph \(\d[\d.]*\skm/h\)",
    "km/h": r"mph \(\d[\d.]*\skm/h\)",
    "cm": r"cm \(\d[\d.]*\sin\)",
    "\u00b0C": r"\u00b0C \(\d[\d.]*\s\u00b0F\)",
    "\u00b0F": r"\u00b0C \(\d[\d.]*\s\u00b0F\)",
}
OTHERS = ("mm", "m", "km", "ft", "feet", "foot", "inch", "inches", "yd", "mile", "miles", "kg", "lb", "lbs", "degrees")
MEASURE = re.compile(rf"\d\s?({'|'.join(sorted((*PAIRS, *OTHERS), key=len, reverse=True))})\b")
FILES = sorted((paths.resources() / "content" / "en").glob("*.json"))


def alone(text: str) -> list[str]:
    """The measures in a text that are told in one system only."""
    for pair in set(PAIRS.values()):
        text = re.sub(rf"\d[\d.]*\s{pair}", "", text)
    return [found.group() for found in MEASURE.finditer(text)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_measure_is_told_in_both_systems(file: Path) -> None:
    assert alone(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Start at 0.5 mph (0.8 km/h), hold on", []),
        ("Start at 0.8 km/h", ["8 km/h"]),
        ("Keep 5 cm (2 in) above", []),
        ("Keep 5 cm above", ["5 cm"]),
        ("At 38 \u00b0C", ["8 \u00b0C"]),
        ("Keep 2 inches above", ["2 inches"]),
        ("4 fingers, 10 minutes, 3 in a row of 9", []),
    ],
)
def test_a_measure_is_known_when_it_is_seen(text: str, found: list[str]) -> None:
    assert alone(text) == found
