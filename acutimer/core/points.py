"""Acupressure points: where they are, how to press them, what is said of them, what to beware of."""

from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    """The areas of the body that have a close-up."""

    KNEE = "knee"
    LOWER_LEG = "lower_leg"
    ANKLE_FOOT = "ankle_foot"
    LOWER_BACK = "lower_back"


class Direction(StrEnum):
    """Anatomical directions, on the limb or the trunk."""

    AT = "at"
    PROXIMAL = "proximal"
    DISTAL = "distal"
    MEDIAL = "medial"
    LATERAL = "lateral"
    ANTERIOR = "anterior"
    POSTERIOR = "posterior"


class Condition(StrEnum):
    """What a person may have that makes a step unsuitable, or asks for care (the safety profile)."""

    PREGNANT = "pregnant"
    BLOOD_THINNERS = "blood_thinners"
    KNEE_REPLACEMENT = "knee_replacement"
    RECENT_SURGERY = "recent_surgery"
    OSTEOPOROSIS = "osteoporosis"
    NEUROPATHY = "neuropathy"
    IMPLANTED_DEVICE = "implanted_device"
    POOR_BALANCE = "poor_balance"
    VARICOSE_VEINS = "varicose_veins"


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
class Rule:
    """How to find a point by hand: from a landmark one can feel, go `distance_cun` in `direction`.

    `distance_cun` is 0 to 20 and 0 only with `Direction.AT`. `toward` names a second landmark when the
    way is not straight along the limb (ST36 lies on the line from ST35 to ST41).
    One cun is one thumb; index and middle finger make 1.5, three fingers 2, four fingers 3 (WHO 2008).
    """

    landmark: str
    direction: Direction
    distance_cun: float
    toward: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.distance_cun <= 20:
            raise ValueError("distance_cun must be between 0 and 20")
        if (self.distance_cun == 0) != (self.direction is Direction.AT):
            raise ValueError("a distance of 0 cun goes with the direction 'at', and only with it")


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
    english: str
    pinyin: str
    hanzi: str
    meridian: str
    aliases: tuple[str, ...]
    area: Area
    rule: Rule
    location: Claim
    find: Claim
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
    def sources(self) -> tuple[str, ...]:
        """Every source the record cites, in the order they first appear."""
        claims = (self.location, self.find, self.press, *self.tradition, *self.evidence, *self.cautions)
        return tuple(dict.fromkeys(source for claim in claims for source in claim.sources))
