"""The words of all languages: `collect` them from the code into the .po files, `compile` those for the program.

Translators work on resources/languages/TAG.po with any editor for gettext's files.
"""

import argparse
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ROOT / "resources" / "languages"
# In which place each function has its words, by how many arguments it is called with: ("c": the context).
Place = int | tuple[int, int] | tuple[int, str]
KEYWORDS: dict[str, dict[int | None, tuple[Place, ...] | None]] = {
    "tr": {None: (1,), 2: (1, (2, "c"))},
    "_tr": {None: (1,), 2: (1, (2, "c"))},
    "trn": {None: (1, 2), 4: (1, 2, (4, "c"))},
    "translate": {None: (2,), 3: (2, (3, "c"))},
    "marked": {None: (1,)},
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
    paths = extract_from_dir(
        ROOT / "acutimer", method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for path, _, words, comments, context in paths:
        found.add(words, locations=[(f"acutimer/{Path(path).as_posix()}", 0)], auto_comments=comments, context=context)
    return found


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
        with source.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalog)


if __name__ == "__main__":
    main()
