"""The program's own source: what each of its files imports, names and calls."""

import ast
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "acutimer"


@dataclass(frozen=True, slots=True)
class Source:
    """One file of it. `imported` are modules, and the names taken out of them, in full."""

    imported: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    """Each name it says, after whatever dot."""
    calls: list[tuple[str, ast.Call]] = field(default_factory=list)
    """What is called as it is written, such as "os.open", and how."""


@cache
def sources() -> dict[str, Source]:
    """Every file by its path in the package, such as "store/files.py"."""
    return {
        path.relative_to(PACKAGE).as_posix(): _read(ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def _read(tree: ast.Module) -> Source:
    source = Source()
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                source.imported.update(name.name for name in node.names)
            case ast.ImportFrom(module=str(module)):
                source.imported.update((module, *(f"{module}.{name.name}" for name in node.names)))
            case ast.Name():
                source.names.add(node.id)
            case ast.Attribute():
                source.names.add(node.attr)
            case ast.Call():
                source.calls.append((_dotted(node.func), node))
    return source


def _dotted(node: ast.expr) -> str:
    """What is called; what is no name before the dots is left out."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=owner, attr=name):
            return f"{_dotted(owner)}.{name}"
    return ""
