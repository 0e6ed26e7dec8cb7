"""The words of all languages: `collect` them from the code into the .po files, `compile` those for the program.

Translators work on resources/languages/TAG.po with any editor for gettext's files.
"""

import argparse
import ast
import os
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ROOT / "resources" / "languages"
# Which of its arguments are the words, one form or two, and which may tell their context.
CALLS: dict[str, tuple[tuple[int, ...], int]] = {
    "tr": ((0,), 1),
    "_tr": ((0,), 1),
    "trn": ((0, 1), 3),
    "translate": ((1,), 2),
    "marked": ((0,), 1),
}
WIDTH = 120
# What a header has by custom and nobody here fills in; a date would change with every collecting.
NOBODYS = tuple(
    f'"{name}:'
    for name in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("collect", "compile"), nargs="?", default="collect")
    parser.add_argument("tags", metavar="TAG", nargs="*", help="only these, such as fr; begun where new")
    arguments = parser.parse_args()
    if arguments.command == "collect":
        for tag in arguments.tags or tags():
            file_of(tag).touch()
            collect(tag)
    compile_all(LANGUAGES)


def tags() -> list[str]:
    """The languages there are, but English."""
    return sorted(file.stem for file in LANGUAGES.glob("*.po"))


def file_of(tag: str) -> Path:
    """Where the words of a language are."""
    return LANGUAGES / f"{tag}.po"


def found_in_code() -> Catalog:
    """Every word the code has for people, in English."""
    found = Catalog(project="acutimer")
    for path in sorted((ROOT / "acutimer").rglob("*.py")):
        for words, context in words_in(ast.parse(path.read_text(encoding="utf-8"))):
            found.add(words, locations=[(path.relative_to(ROOT).as_posix(), 0)], context=context)
    return found


def words_in(code: ast.AST) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Each word that is marked somewhere in `code`, in one form or in two, and its context where it has one.

    Babel's own reader of Python loses the context in calls of several lines, and what stands inside an f-string.
    """
    for node in ast.walk(code):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        forms, place = CALLS.get(name, ((), 0))
        words = [_text(node.args[form]) for form in forms if form < len(node.args)]
        told = [it for it in words if it]
        if forms and len(told) == len(forms):
            context = _text(node.args[place]) if place < len(node.args) else None
            yield told[0] if len(told) == 1 else tuple(told), context or None


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def collect(tag: str) -> tuple[int, int]:
    """Bring the words of one language up to the code's; returns how many there are, and how many lack a translation.

    What is translated stays; what the code no longer has goes.
    """
    known = read(tag)
    known.update(found_in_code(), no_fuzzy_matching=True)
    known.obsolete.clear()
    known.header_comment = f"# The words of acutimer: {known.locale.english_name if known.locale else tag}.\n#"
    known.fuzzy = False
    written = BytesIO()
    write_po(written, known, width=WIDTH, sort_by_file=True, include_lineno=False)
    lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    file_of(tag).write_text("".join(line for line in lines if not line.startswith(NOBODYS)), encoding="utf-8")
    lacking = list(untranslated(known))
    print(f"{tag}: {len(known)} words, {len(lacking)} to translate")
    return len(known), len(lacking)


def read(tag: str) -> Catalog:
    """The words of one language as they are in its file."""
    with file_of(tag).open("rb") as file:
        return read_po(file, locale=tag.replace("-", "_"))


def untranslated(catalog: Catalog) -> Iterable[str]:
    """The English words that have no translation, or not in every form."""
    for message in catalog:
        if not message.id:
            continue
        forms = tuple(message.string) if isinstance(message.string, list | tuple) else (message.string,)
        if not all(forms) or (isinstance(message.id, tuple) and len(forms) != catalog.num_plurals):
            yield str(message.id)


def compile_all(folder: Path) -> None:
    """Write TAG.mo beside every TAG.po in `folder`, for gettext to read."""
    for source in sorted(folder.glob("*.po")):
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.stem.replace("-", "_"))
        target, new, compiled = source.with_suffix(".mo"), source.with_suffix(f".{os.getpid()}"), BytesIO()
        write_mo(compiled, catalog)
        new.write_bytes(compiled.getvalue())
        new.replace(target)  # whole at any moment: another process may just be reading it


if __name__ == "__main__":
    main()
