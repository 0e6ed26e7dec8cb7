"""How words are marked in the code, so that they can be collected and translated whole."""

import ast
import re
from pathlib import Path

import pytest
import words

PACKAGE = Path(__file__).resolve().parents[2] / "acutimer"
MODULES = sorted(PACKAGE.rglob("*.py"))
# They hand on what was marked elsewhere: to the catalogue, for Qt, or out of a table of marked words.
HAND_ON = {"language/retelling.py", "ui/tongue.py", "content/reading.py", "store/importing.py"}
LOOKED_UP = re.compile(r"_?[A-Z][A-Z_]*")  # a constant that was made of marked words


def _calls(path: Path) -> list[tuple[ast.Call, tuple[int, ...]]]:
    """The calls that translate, and where each has its words; one inside of `_tr` hands on what its callers write."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    given_on = [it for it in ast.walk(tree) if isinstance(it, ast.FunctionDef) and it.name in ("tr", "_tr")]
    handing = {inner for it in given_on for inner in ast.walk(it)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node not in handing:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            forms, _ = words.CALLS.get(name, ((), 0))
            is_of_qt = name == "translate" and not (node.args and isinstance(node.args[0], ast.Constant))
            if forms and not is_of_qt:
                found.append((node, forms))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_is_translated_is_written_where_it_is_marked(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() in HAND_ON:
        return
    for call, forms in _calls(path):
        for form in forms:
            told = call.args[form]
            base = told.value if isinstance(told, ast.Subscript) else told
            is_looked_up = isinstance(base, ast.Name) and bool(LOOKED_UP.fullmatch(base.id))
            assert is_looked_up or isinstance(told, ast.Constant), f"line {call.lineno}: {ast.unparse(call)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_number_chooses_its_form_through_the_catalogue(path: Path) -> None:
    for call, forms in _calls(path):
        for form in forms:
            told = call.args[form]
            if isinstance(told, ast.Constant):
                assert "%n" not in str(told.value), f"line {call.lineno}: use trn"
                assert "%L" not in str(told.value), f"line {call.lineno}: use trn"


def test_words_of_several_lines_keep_their_context() -> None:
    lines = (
        "tr(",
        '    "Back",',
        '    "body",',
        ")",
        "f\"{trn('{0} day', '{0} days', 2)}\"",
        'marked("later")',
        "tr(it)",
    )
    found = set(words.words_in(ast.parse("\n".join(lines))))
    assert found == {(("{0} day", "{0} days"), None), ("Back", "body"), ("later", None)}
