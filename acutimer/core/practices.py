"""What one does besides pressing points: techniques, exercises, guide cards, complaints, sources."""

from dataclasses import dataclass

from acutimer.core.points import Claim, Condition, Dose


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
    """A timed practice, such as kneading the knee. `picture` names the view that shows where, `icon` an icon."""

    id: str
    name: str
    how: Claim
    dose: Dose
    picture: str
    icon: str
    cautions: tuple[Claim, ...] = ()
    unsuitable: tuple[Condition, ...] = ()
    care: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A counted practice, such as heel raises. `daily_goal` is repetitions a day, or None."""

    id: str
    name: str
    how: Claim
    picture: str
    icon: str
    daily_goal: int | None = None
    cautions: tuple[Claim, ...] = ()
    unsuitable: tuple[Condition, ...] = ()
    care: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideCard:
    """A short text read at leisure. `tradition` and `evidence` stay apart; `about` names subjects it fits."""

    id: str
    title: str
    text: tuple[Claim, ...]
    tradition: tuple[Claim, ...] = ()
    evidence: tuple[Claim, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """Something a person would like to ease. `red_flags` are shown before anything else."""

    id: str
    name: str
    group: str
    red_flags: tuple[Claim, ...]
    points: tuple[str, ...]
    routines: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.red_flags:
            raise ValueError("a complaint needs its red flags")
