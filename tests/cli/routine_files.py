"""Routine files for tests."""

import json
from pathlib import Path
from typing import Any


def a_routine(**changes: Any) -> dict[str, Any]:
    """A routine of one second on both sides at once."""
    step = {
        "kind": "press",
        "point": "ST36",
        "say": "Press gently",
        "source": "product",
        "sides": "both",
        "dose": {"seconds": 1, "min_seconds": 1, "max_seconds": 60, "source": "product"},
    }
    routine = {
        "id": "mine",
        "name": "Mine",
        "summary": "One short press.",
        "postures": ["seated"],
        "equipment": [],
        "steps": [step],
        "source": "product",
    }
    return {**routine, **changes}


def written(folder: Path, routine: dict[str, Any], name: str = "mine") -> Path:
    file = folder / f"{name}.acutimer.json"
    file.write_text(json.dumps(routine), encoding="utf-8")
    return file
