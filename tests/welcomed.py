"""A user who has seen the page of the first start."""

import json
from pathlib import Path


def welcomed(config: Path, **settings: object) -> Path:
    """Their settings file in a folder of configurations, unless there is one; more settings by name."""
    file = config / "acutimer" / "settings.json"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"welcomed": True, **settings}), encoding="utf-8")
    return file
