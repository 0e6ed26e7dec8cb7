"""What is done when the kill comes: the deed, the files it finds, and what may be found half way."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from tests.crash.judging import (
    State,
    a_backup_more,
    a_session_before_its_end,
    brought_up_to_date,
    saved_and_still_a_draft,
)
from tests.crash.user import (
    User,
    with_backup,
    with_export,
    with_first_release,
    with_log,
    with_second_release,
    with_settings,
)

ROWS = {
    "saving_drafts": "editing and saving routines",
    "editing": "editing and saving routines",
    "saving_routines": "editing and saving routines",
    "opening": "opening a new log, or one of an older release",
}
"""What the table of faults calls a deed, where that is not the case's own name."""


class Case(NamedTuple):
    """`prepare` makes the files in an empty home; `between` as `Judge` has it."""

    deed: str
    prepare: Callable[[User], None]
    between: Callable[[State, State, State], bool] | None = None


def cases(sessions: int) -> dict[str, Case]:
    """Every deed by what it is, on logs with about so many sessions where that makes it longer."""
    few = partial(with_log, sessions=3)
    return {
        "saving settings": Case("saving_settings", with_settings),
        "keeping a draft": Case("saving_drafts", few),
        "editing a routine": Case("editing", few, saved_and_still_a_draft),
        "saving own routines": Case("saving_routines", few),
        "correcting the log": Case("correcting", few),
        "recording a session": Case("recording", few, a_session_before_its_end),
        "starting for the first time": Case("opening", User.make_folders, brought_up_to_date),
        "bringing the first release's log up to date": Case(
            "opening", partial(with_first_release, sessions=sessions), brought_up_to_date
        ),
        "bringing the second release's log up to date": Case(
            "opening", partial(with_second_release, sessions=sessions), brought_up_to_date
        ),
        "making a backup": Case("backing_up", partial(with_log, sessions=sessions)),
        "importing": Case("importing", partial(with_export, sessions=sessions)),
        "restoring a backup": Case("restoring", partial(with_backup, sessions=sessions), a_backup_more),
        "exporting": Case("exporting", partial(with_export, sessions=sessions)),
    }
