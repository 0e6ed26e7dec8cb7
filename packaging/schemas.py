"""Writes resources/schemas/*.schema.json anew from core's types: python3 packaging/dev.py schemas."""

import json
from pathlib import Path

from acutimer.content.checking import schemas
from acutimer.store import portable_door

FOLDER = Path(__file__).resolve().parent.parent / "resources/schemas"


def texts() -> dict[str, str]:
    """What stands in each file, by the file's name."""
    return {
        f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in {**schemas(), "history": portable_door.schema()}.items()
    }


def main() -> None:
    """Write every schema and take away what is none any more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = texts()
    for path in FOLDER.glob("*.schema.json"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"resources/schemas/{name}")


if __name__ == "__main__":
    main()
