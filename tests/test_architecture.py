"""The import table of the house: what each room may know."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "acutimer"

# A room may import from the rooms named, from itself, and from the outside packages named.
ROOMS = {
    "core": set[str](),
    "language": set[str](),
    "content": {"core", "language"},
    "store": {"core", "language"},
    "paths": set[str](),
    "mishaps": {"core", "language", "store", ""},
    "terminal": {"core", "language", "content", "store"},
    "cli": {"core", "language", "content", "store", "mishaps", "terminal", "paths", "app", ""},
    "ui": {"core", "language", "content", "store", "mishaps", "paths", ""},
    "app": {"core", "language", "content", "store", "mishaps", "ui", "paths"},
    "__main__": {"app", "cli"},
    "": set[str](),
}
OUTSIDE = {
    "core": set[str](),
    "language": set[str](),
    "content": {"pydantic", "pydantic_core", "rapidfuzz"},
    "store": {"pydantic", "pydantic_core"},
    "paths": {"platformdirs"},
    "mishaps": set[str](),
    "terminal": set[str](),
    "cli": set[str](),
    "ui": {"PySide6", "shiboken6", "jeepney"},
    "app": {"PySide6"},
    "__main__": set[str](),
    "": set[str](),
}
# pydantic costs 100 ms, rapidfuzz 30 ms, jeepney is for those who have a bus, and the multimedia modules talk to
# devices: they load inside the function that needs them.
LATE = {"pydantic", "pydantic_core", "platformdirs", "rapidfuzz", "jeepney"}
LATE |= {"PySide6.QtMultimedia", "PySide6.QtTextToSpeech"}
# core is pure: it is told the time and is handed what files hold.
IMPURE = {"time", "os", "pathlib", "sqlite3", "json", "random", "subprocess", "threading", "logging", "io", "socket"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def imports_of(path: Path) -> list[tuple[str, bool]]:
    """Every module imported, and whether that happens as soon as this one is loaded."""
    found: list[tuple[str, bool]] = []

    def walk(node: ast.AST, *, at_start: bool) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                found.extend((name.name, at_start) for name in child.names)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{path}: a relative import"
                assert child.module is not None
                assert all(name.name != "*" for name in child.names), f"{path}: a star import"
                found.append((child.module, at_start))
                if child.module.startswith(("PySide6", "acutimer")):
                    found.extend((f"{child.module}.{name.name}", at_start) for name in child.names)
            is_type_checking = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or is_type_checking
            walk(child, at_start=at_start and not inside)

    walk(ast.parse(path.read_text(encoding="utf-8")), at_start=True)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_what_the_table_allows(path: Path) -> None:
    room = room_of(path)
    for name, _ in imports_of(path):
        top, *rest = name.split(".")
        if top == "acutimer":
            is_room = bool(rest) and ((PACKAGE / rest[0]).exists() or (PACKAGE / f"{rest[0]}.py").exists())
            other = rest[0] if is_room else ""
            assert other == room or other in ROOMS[room], f"{room} may not import acutimer.{other}"
        elif top not in sys.stdlib_module_names:
            assert top in OUTSIDE[room], f"{room} may not import {top}"
        elif room == "core":
            assert top not in IMPURE, f"core is pure and may not import {top}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_heavy_modules_load_inside_the_function_that_needs_them(path: Path) -> None:
    at_start = {name for name, at_start in imports_of(path) if at_start}
    # content/checking.py and store/portable_door.py are the strict doors: importing *them* is what comes late.
    if path.name in ("checking.py", "portable_door.py"):
        return
    late = {name for name in at_start if name in LATE or name.split(".")[0] in LATE}
    assert not late, f"imported when {path.name} is loaded: {late}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_can_be_read_at_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_no_file_is_called_after_nothing() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
