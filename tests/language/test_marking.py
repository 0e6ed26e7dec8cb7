"""How words are marked in the code, so that they can be collected and translated whole."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import words

PACKAGE = Path(__file__).resolve().parents[2] / "acutimer"
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


def _told() -> Iterator[tuple[str, ast.expr]]:
    """Every text that is to be translated, and where it stands."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if name not in HAND_ON:
            for call, forms in _calls(path):
                yield from ((f"{name}:{call.lineno}", call.args[form]) for form in forms)


def test_what_is_translated_is_written_where_it_is_marked() -> None:
    elsewhere = []
    for where, told in _told():
        base = told.value if isinstance(told, ast.Subscript) else told
        is_looked_up = isinstance(base, ast.Name) and bool(LOOKED_UP.fullmatch(base.id))
        if not (is_looked_up or isinstance(told, ast.Constant)):
            elsewhere.append(f"{where}: {ast.unparse(told)}")
    assert elsewhere == []


def test_a_number_chooses_its_form_through_the_catalogue() -> None:
    texts = [(where, str(told.value)) for where, told in _told() if isinstance(told, ast.Constant)]
    assert [it for it in texts if "%n" in it[1] or "%L" in it[1]] == []


def test_no_english_words_are_counted_in_one_place_and_not_in_another() -> None:
    found: dict[tuple[str, str | None], set[str | tuple[str, ...]]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for told, context in words.words_in(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault((told if isinstance(told, str) else told[0], context), set()).add(told)
    assert {key: forms for key, forms in found.items() if len(forms) > 1} == {}, "a catalogue has one entry for both"


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
