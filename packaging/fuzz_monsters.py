"""Files made to be slow, large or endless: as much trouble as a megabyte can hold, and what is no file at all."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from acutimer.content.reading import MAX_BYTES

Json = Any


def monsters(base: Json) -> Iterator[tuple[str, bytes]]:
    """Each with its name; `base` is a sound routine."""
    yield "nested lists", b"[" * MAX_BYTES
    yield "nested objects", b'{"a":' * (MAX_BYTES // 5)
    yield "deep steps", json.dumps({**base, "steps": _nested(19)}).encode()
    yield "empty lists", b"[" + b"[]," * (MAX_BYTES // 3 - 1) + b"[]]"
    yield "empty objects", b"[" + b"{}," * (MAX_BYTES // 3 - 1) + b"{}]"
    yield "a name a hundred thousand times", b"{" + b'"a":1,' * (MAX_BYTES // 7) + b'"a":2}'
    names = ",".join(f'"{number:x}":1,"{number:x}":2' for number in range(MAX_BYTES // 20))
    yield "fifty thousand names twice", f"{{{names}}}".encode()
    yield "digits", b"9" * MAX_BYTES
    yield "many long numbers", b"[" + b"9" * 4000 + (b"," + b"9" * 4000) * 90 + b"]"
    yield "exponents", b"[" + b",".join([b"1e" + b"9" * 300] * 100) + b"]"
    yield "a text", b'"' + b"a" * (MAX_BYTES - 2) + b'"'
    yield "escapes", b'"' + b"\\u202e" * (MAX_BYTES // 6 - 1) + b'"'
    yield "a text without an end", b'"' + b"\\" * (MAX_BYTES - 1)
    yield "spaces", b" " * MAX_BYTES
    yield "too many spaces", b" " * (MAX_BYTES + 1)
    yield "newlines", b"\n" * (MAX_BYTES - 1) + b"\xff"
    unknown = {f"unknown name number {number}": number for number in range(80)}
    yield "unknown names", json.dumps({**base, "steps": [{**base["steps"][0], **unknown}] * 100}).encode()
    steps = [{"kind": "reps", **{f"repz{number}": {} for number in range(90)}} for _ in range(100)]
    yield "unknown names of repetitions", json.dumps({**base, "steps": steps}).encode()
    claims = [{"text": "It is so.", "sources": [f"source {number}" for number in range(99)]}] * 99
    yield "unknown sources", json.dumps({**base, "cautions": claims}).encode()
    points = [{**_press(), "point": f"Zu San Li {number} " + "x" * 400} for number in range(100)]
    yield "unknown points", json.dumps({**base, "steps": points}).encode()
    kinds = [{"kind": f"press and press again {number}" * 5} for number in range(100)]
    yield "unknown kinds", json.dumps({**base, "steps": kinds}).encode()
    yield "wrong everywhere", json.dumps({**base, "steps": [dict.fromkeys(_press(), [{}] * 20)] * 100}).encode()
    long = {**_press(), "sides": "each", "dose": {**_press()["dose"], "seconds": 3600, "max_seconds": 3600}}
    yield "two hundred hours", json.dumps({**base, "steps": [long] * 100}).encode()
    tempo = {"up_seconds": 30, "hold_seconds": 30, "down_seconds": 30}
    reps: Json = {
        "kind": "reps",
        "say": "Rise",
        "source": "own",
        "exercise": "heel-raises",
        "sides": "each",
        "sets": 20,
    }
    reps |= {"reps": 200, "min_reps": 1, "max_reps": 200, "tempo": tempo}
    yield "ten thousand hours", json.dumps({**base, "steps": [reps] * 100}).encode()


def _press() -> Json:
    dose = {"seconds": 60, "min_seconds": 1, "max_seconds": 60, "source": "own"}
    return {"kind": "press", "say": "Press", "source": "own", "point": "ST36", "dose": dose}


def _nested(depth: int) -> Json:
    value: Json = []
    for _ in range(depth):
        value = [value]
    return value


def strange_files(folder: Path) -> Iterator[Path]:
    """What stands in a folder and is no plain file one can read, made in `folder`."""
    huge = folder / "fifty megabytes.acutimer.json"
    huge.write_bytes(b"[" + b"1," * 25_000_000 + b"1]")
    yield huge
    hole = folder / "a hole.acutimer.json"
    with hole.open("wb") as file:
        file.truncate(5_000_000_000)
    yield hole
    yield folder
    yield folder / "none.acutimer.json"
    yield folder / ("long" * 1000)
    if os.name == "posix":
        pipe, loop = folder / "pipe.acutimer.json", folder / "loop.acutimer.json"
        os.mkfifo(pipe)
        loop.symlink_to(loop)
        odd = folder / "odd\n\x1b[2J\u202ename.acutimer.json"
        odd.write_bytes(b"{}")
        yield from (pipe, loop, odd, Path("/dev/zero"), Path("/dev/null"), Path("/dev/tty"))
