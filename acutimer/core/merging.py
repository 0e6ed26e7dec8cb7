"""What holds when two computers know different things of the same sessions.

Of every session there is a set of versions, and perhaps a deletion. Merging is the union of what both know, and what
holds follows from that alone: so it is the same in whatever order computers exchange their logs, and however often.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version of a session: when it was changed, and its one text (`store.portable.text_of`).

    Versions are ordered by the moment, wherever on earth it was; of two of one moment the text decides.
    """

    changed_at: datetime
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Deletion:
    """A session was deleted: when, and that as it was written. The later one counts."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one session: its versions, each with the text of its plan, and its latest deletion."""

    versions: Mapping[Version, str]
    deletion: Deletion | None = None

    @property
    def holding(self) -> Version | None:
        """The version that is in the log; None where there is none, or it was deleted no earlier than changed."""
        newest = max(self.versions, default=None)
        if newest is None or (self.deletion is not None and self.deletion.at >= newest.changed_at):
            return None
        return newest

    @property
    def past(self) -> frozenset[Version]:
        """The versions that do not hold."""
        return frozenset(self.versions) - {self.holding}


def merged(one: Known, other: Known) -> Known:
    """What both know together; a version told with two plans has the greater one, so that all agree on it."""
    versions = dict(one.versions)
    for version, plan in other.versions.items():
        versions[version] = max(plan, versions.get(version, plan))
    deletions = [known.deletion for known in (one, other) if known.deletion is not None]
    return Known(versions, max(deletions, default=None))
