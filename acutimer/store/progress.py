"""How far a long work on the log is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` parts: sessions, or whatever the work counts in. `total` may be 0: there is nothing to do."""

    done: int
    total: int

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1."""
        return min(1.0, self.done / self.total) if self.total > 0 else 1.0
