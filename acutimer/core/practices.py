"""What one does besides pressing points: techniques, exercises, guide cards, complaints, sources."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from acutimer.core.adjusting import Adjustment
from acutimer.core.conditions import Condition
from acutimer.core.points import Claim, Dose


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text the content rests on. `short` is the name shown in a line of sources."""

    id: str
    title: str
    short: str
    publisher: str
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Technique:
    """A timed practice, such as kneading the knee. `picture` names the view that shows where, `icon` an icon.

    `unsuitable` lists the conditions that rule it out, `care` what others ask for.
    """

    id: str
    name: str
    how: Claim
    dose: Dose
    picture: str
    icon: str
    cautions: tuple[Claim, ...] = ()
    unsuitable: tuple[Condition, ...] = ()
    care: Mapping[Condition, Adjustment] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A counted practice, such as heel raises. `daily_goal` is repetitions a day, or None.

    `unsuitable` lists the conditions that rule it out, `care` what others ask for.
    """

    id: str
    name: str
    how: Claim
    picture: str
    icon: str
    daily_goal: int | None = None
    cautions: tuple[Claim, ...] = ()
    unsuitable: tuple[Condition, ...] = ()
    care: Mapping[Condition, Adjustment] = field(default_factory=dict)


MOST_TITLE_LETTERS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideCard:
    """A short text read at leisure. `tradition` and `evidence` stay apart, from `text` and from each other.

    `group` is the heading it stands under in the list of all texts; `title` has at most 32 letters. `about` names
    what it fits: codes of points, ids of techniques, exercises, routines, complaints and areas. `picture` is the id
    of the figure shown with it, or None.
    """

    id: str
    title: str
    group: str
    text: tuple[Claim, ...]
    tradition: tuple[Claim, ...] = ()
    evidence: tuple[Claim, ...] = ()
    about: tuple[str, ...] = ()
    picture: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= len(self.title.strip()) <= MOST_TITLE_LETTERS:
            raise ValueError(f"a title needs 1 to {MOST_TITLE_LETTERS} letters")
        if not self.group.strip():
            raise ValueError("a guide card needs its group")
        if not self.text:
            raise ValueError("a guide card needs at least one text")
        if len(set(self.about)) < len(self.about):
            raise ValueError("what a guide card is about stands there once")
        if self.picture is not None and not self.picture.strip():
            raise ValueError("a picture needs a figure's id; leave it out where there is none")

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every statement, in reading order."""
        return (*self.text, *self.tradition, *self.evidence)

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source cited, in the order they first appear."""
        return tuple(dict.fromkeys(source for claim in self.claims for source in claim.sources))


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """Something a person would like to ease. `red_flags` are shown before anything else.

    `points` and `routines` are what fits, the best first; together there is at least one, and each stands there once.
    A red flag says what to look for, ending in a question mark, and then what to do. `words` is what people type when
    they look for it.
    """

    id: str
    name: str
    group: str
    red_flags: tuple[Claim, ...]
    points: tuple[str, ...]
    routines: tuple[str, ...]
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.red_flags:
            raise ValueError("a complaint needs its red flags")
        if not (self.points or self.routines):
            raise ValueError("a complaint needs a point or a routine that fits")
        for names in (self.points, self.routines):
            if len(set(names)) < len(names):
                raise ValueError("what fits a complaint stands there once")
