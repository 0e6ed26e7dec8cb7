"""How far one has come in finding a point, step by step: which parts of the ruler are there, and how much of each."""

from dataclasses import dataclass

from acutimer.core.points import Shows

ORDER = tuple(Shows)


@dataclass(frozen=True, slots=True)
class Finding:
    """Step `index` of the point's steps, which brings the part `shows`; `progress` is how much of it, 0 to 1.

    `landmark` is the name of what is felt for.
    """

    index: int
    shows: Shows
    progress: float
    landmark: str = ""

    def share(self, part: Shows) -> float:
        """How much of a part is there: all of what came before, nothing of what is still to come."""
        if part is self.shows:
            return self.progress
        return 1.0 if ORDER.index(part) < ORDER.index(self.shows) else 0.0


def share_of(finding: Finding | None, part: Shows) -> float:
    """How much of a part is there; all of it when nobody walks the steps."""
    return 1.0 if finding is None else finding.share(part)
