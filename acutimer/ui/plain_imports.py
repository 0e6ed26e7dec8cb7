"""Qt without what PySide6 does to every import statement after it."""

import builtins


def import_qt() -> None:
    """Load Qt's core, and let the import statement be Python's own again.

    PySide6 puts itself in its place: of each module imported from then on it reads the source, line by line, and keeps
    it, to find out whether Qt's names are wanted in snake_case there. None of ours wants them; it would cost a tenth
    of the start and 6 MB. Where PySide6 does it some other way one day, nothing is changed.
    """
    import PySide6.QtCore  # noqa: F401  # what puts itself there

    theirs, plain = (getattr(builtins, name, None) for name in ("__feature_import__", "__orig_import__"))
    if plain is not None and builtins.__import__ is theirs:
        builtins.__import__ = plain
