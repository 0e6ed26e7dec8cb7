"""A draft as the text it is kept as between two changes, and back."""

import json
from dataclasses import asdict, replace

from acutimer.core.drafting import Draft, draft_of
from acutimer.core.errors import WorldError
from acutimer.language.catalogue import tr
from acutimer.store.plans import read_routine

UNNAMED = "-"  # a routine needs a name, a draft does not: it is read under this one


def draft_text(draft: Draft) -> str:
    """The text that `read_draft` reads."""
    return json.dumps(asdict(draft), ensure_ascii=False)


def read_draft(text: str) -> Draft:
    """The draft that was kept.

    Raises:
        WorldError: another version wrote it and this one cannot follow it.
    """
    try:
        value = json.loads(text)
        name = value["name"]
        named = json.dumps({**value, "name": name if name.strip() else UNNAMED})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        line = tr("A draft was written by another version of acutimer; it cannot be opened here.")
        raise WorldError(line) from error
    kept = draft_of(read_routine(named))
    return kept if name.strip() else replace(kept, name=name)
