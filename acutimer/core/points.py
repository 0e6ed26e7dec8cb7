"""Acupressure points: where they are, how to press them, what is said of them, what to beware of."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from acutimer.core.conditions import Condition


class Area(StrEnum):
    """The areas of the body that have a close-up. No point here lies on the hand: it is what one measures with."""

    KNEE = "knee"
    LOWER_LEG = "lower_leg"
    ANKLE_FOOT = "ankle_foot"
    LOWER_BACK = "lower_back"
    HAND = "hand"


class Direction(StrEnum):
    """Anatomical directions, on the limb or the trunk."""

    AT = "at"
    PROXIMAL = "proximal"
    DISTAL = "distal"
    MEDIAL = "medial"
    LATERAL = "lateral"
    ANTERIOR = "anterior"
    POSTERIOR = "posterior"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement for people, and the ids of the sources it comes from. `product` marks our own choice."""

    text: str
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a claim needs its words")
        if not self.sources:
            raise ValueError("a claim needs at least one source")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a hand lays on the body: so many thumbs or fingers side by side. `unit` is "thumb" or "finger"."""

    unit: str
    count: int

    @property
    def name(self) -> str:
        """Its key among the words of a language: "1 thumb", "4 fingers"."""
        return f"{self.count} {self.unit}{'s' if self.count > 1 else ''}"


HAND_MEASURES: Mapping[float, Measure] = {
    1.0: Measure("thumb", 1),
    1.5: Measure("finger", 2),
    2.0: Measure("thumb", 2),
    3.0: Measure("finger", 4),
}
"""The distances in cun that a hand measures (WHO 2008). Three fingers make about 2 cun, two thumbs just that."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A little further in a second direction, more than 0 and less than 1 cun: too little to measure by hand."""

    direction: Direction
    cun: float

    def __post_init__(self) -> None:
        if not 0 < self.cun < 1:
            raise ValueError("a step aside must be more than 0 and less than 1 cun")
        if self.direction is Direction.AT:
            raise ValueError("a step aside needs a direction")


@dataclass(frozen=True, slots=True)
class Rule:
    """How to find a point by hand: from a landmark one can feel, go `distance_cun` in `direction`, then `aside`.

    The drawings, the ruler and the words all come from it. `distance_cun` is 0 to 20 and 0 only with
    `Direction.AT`. `toward` names a second landmark when the way leads straight to it (ST36 lies on the line from
    ST35 to ST41). With `share`, more than 0 and less than 1, the point lies that share of the way to it, and
    `distance_cun` is what a hand finds there, about. One cun is one thumb (WHO 2008; see HAND_MEASURES).
    """

    landmark: str
    direction: Direction
    distance_cun: float
    toward: str | None = None
    share: float | None = None
    aside: Aside | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.distance_cun <= 20:
            raise ValueError("distance_cun must be between 0 and 20")
        if (self.distance_cun == 0) != (self.direction is Direction.AT):
            raise ValueError("a distance of 0 cun goes with the direction 'at', and only with it")
        if self.share is not None and not 0 < self.share < 1:
            raise ValueError("share must be more than 0 and less than 1")
        if self.share is not None and self.toward is None:
            raise ValueError("a share needs the landmark it leads toward")

    @property
    def measure(self) -> Measure | None:
        """What the hand lays from the landmark to the point; None where no hand measures the way."""
        return HAND_MEASURES.get(self.distance_cun)


class Shows(StrEnum):
    """What a step of finding a point is about, and so which part of the drawing it brings."""

    POSE = "pose"
    LANDMARK = "landmark"
    MEASURE = "measure"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class FindStep:
    """One step of finding a point by hand, in whole sentences.

    In the files {landmark}, {toward} and {measure} stand for the names that the point's rule gives them.
    """

    shows: Shows
    words: str

    def __post_init__(self) -> None:
        if not self.words.strip():
            raise ValueError("a step needs its words")


@dataclass(frozen=True, slots=True)
class Guidance:
    """How to find a point by hand, step by step, and the ids of the sources this comes from.

    The steps are in the order of `Shows`, each at most once; a landmark and the point are never missing.
    """

    steps: tuple[FindStep, ...]
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError("finding a point needs at least one source")
        shown = [step.shows for step in self.steps]
        if shown != [it for it in Shows if it in shown]:
            raise ValueError("the steps must be in the order pose, landmark, measure, point, each at most once")
        if not {Shows.LANDMARK, Shows.POINT} <= set(shown):
            raise ValueError("the steps need a landmark and the point")

    @property
    def claim(self) -> Claim:
        """All steps as one paragraph, with its sources."""
        return Claim(" ".join(step.words for step in self.steps), self.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How long, in whole seconds, inside the range its source gives.

    `source` is a source id; `product` marks a choice of ours where the source gives no figure.
    """

    seconds: int
    min_seconds: int
    max_seconds: int
    source: str

    def __post_init__(self) -> None:
        if not 1 <= self.min_seconds <= self.seconds <= self.max_seconds <= 3600:
            raise ValueError("a dose needs 1 <= min_seconds <= seconds <= max_seconds <= 3600")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point. `code` is WHO's, without hyphen; all points here lie on both sides of the body.

    `pinyin` carries tone marks. `members` is empty, but for a pair pressed together ("EX-LE5", Xiyan)
    it names its points. `location` is the textbook's sentence, `find` the same place by hand, `short`
    the place in at most 60 characters for the session. `unsuitable` lists the conditions that
    rule the point out, `care` those that ask for a lighter touch. A `professional` point is shown, not timed.
    """

    code: str
    name: str
    pinyin: str
    hanzi: str
    meridian: str
    aliases: tuple[str, ...]
    area: Area
    rule: Rule
    location: Claim
    find: Guidance
    short: str
    press: Claim
    dose: Dose
    tradition: tuple[Claim, ...]
    evidence: tuple[Claim, ...]
    cautions: tuple[Claim, ...]
    unsuitable: tuple[Condition, ...] = ()
    care: tuple[Condition, ...] = ()
    members: tuple[str, ...] = ()
    professional: bool = False

    @property
    def takes_both_hands(self) -> bool:
        """Whether both sides are pressed at once, as one does on one's own back."""
        return self.area is Area.LOWER_BACK

    @property
    def names_beside(self) -> tuple[str, ...]:
        """What it is called beside its name: the pinyin, and the Chinese characters where they are not the name."""
        return (self.pinyin, self.hanzi) if self.hanzi != self.name else (self.pinyin,)

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source the record cites, in the order they first appear."""
        claims = (self.location, self.find.claim, self.press, *self.tradition, *self.evidence, *self.cautions)
        return tuple(dict.fromkeys(source for claim in claims for source in claim.sources))

    @property
    def steps(self) -> tuple[FindStep, ...]:
        """How to find it, step by step."""
        return self.find.steps
