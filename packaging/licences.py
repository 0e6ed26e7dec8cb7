"""Whose work a bundle holds besides our own, and under which terms."""

import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CARRIED = (
    *("PySide6-Essentials", "PySide6-Addons", "shiboken6"),
    *("pydantic", "pydantic-core", "annotated-types", "typing-extensions", "typing-inspection"),
    *("platformdirs", "rapidfuzz", "jeepney", "pyinstaller"),
)
COMMON = Path("/usr/share/common-licenses")  # where Debian keeps the texts that many share
QT = """Qt and Qt for Python are used under the GNU Lesser General Public License, version 3, unchanged, as the separate
library files in this folder: you may put others in their place. Their sources are The Qt Company's, at code.qt.io."""
LINE = "\n" + "=" * 100 + "\n"


def text() -> str:
    """All of it as one text: ours first, Python's, each library's, and the common ones where this system has them."""
    return LINE.join(part.strip() for part in _parts()) + "\n"


def _parts() -> Iterator[str]:
    yield "acutimer\n\n" + (ROOT / "LICENSE").read_text(encoding="utf-8")
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    words = python.read_text(encoding="utf-8") if python.is_file() else sys.copyright
    yield f"Python {sys.version.split()[0]}\n\n{words}"
    yield QT
    for name in CARRIED:
        yield _told(distribution(name))
    for name in ("LGPL-3", "GPL-3"):
        if (COMMON / name).is_file():
            yield (COMMON / name).read_text(encoding="utf-8")


def _told(one: Distribution) -> str:
    known = one.metadata.json
    terms = str(known.get("license_expression") or known.get("license") or "").splitlines()
    head = "\n".join([f"{one.metadata['Name']} {one.version}", *terms[:1]])
    files = [it for it in one.files or () if "licenses" in it.parts]
    texts = [Path(str(one.locate_file(it))).read_text(encoding="utf-8") for it in files]
    return "\n\n".join([head, *texts])
