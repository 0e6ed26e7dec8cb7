"""How much discomfort changed, and how sure that is: a mean and its interval, or that there is too little to tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

LEAST_SESSIONS = 8  # fewer say more about chance than about the user
CONFIDENCE = 0.95
LEAST_DEGREES = LEAST_SESSIONS - 1
WORST = 10  # of the rating scale, and so the most a rating can change


@dataclass(frozen=True, slots=True)
class Change:
    """The mean of after minus before; below 0 it was lower afterwards.

    The true mean lies between `low` and `high` with a confidence of `CONFIDENCE`, if one takes the sessions for
    independent of each other. Both lie within -10 and 10, as every change does.
    """

    sessions: int
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TooFew:
    """Fewer than `LEAST_SESSIONS` sessions were rated before and after: this many."""

    sessions: int


def change(pairs: Sequence[tuple[int, int]]) -> Change | TooFew:
    """The mean change over `pairs` of ratings before and after, and its interval by Student's t.

    Where every session changed by the same, the interval has no width.
    """
    sessions = len(pairs)
    if sessions < LEAST_SESSIONS:
        return TooFew(sessions)
    changes = [after - before for before, after in pairs]
    total = sum(changes)
    mean = total / sessions
    # whole numbers until here, so that nothing cancels out: the spread of equal changes is 0, and never below
    spread = sessions * sum(it * it for it in changes) - total * total
    standard_error = sqrt(spread / (sessions - 1)) / sessions
    margin = student_t((1 + CONFIDENCE) / 2, sessions - 1) * standard_error
    return Change(sessions, mean, max(-float(WORST), mean - margin), min(float(WORST), mean + margin))


def student_t(probability: float, degrees: int) -> float:
    """The quantile of Student's t with `degrees` of freedom.

    Cornish and Fisher's expansion about the normal quantile: Abramowitz & Stegun, Handbook of Mathematical Functions
    (1964), 26.7.5. With 7 degrees and more it is right to three decimals for the middle 95 %.

    Raises:
        ValueError: fewer than 7 degrees of freedom, or a probability outside 0.025 to 0.975: it is no longer so right.
    """
    if degrees < LEAST_DEGREES:
        raise ValueError(f"the expansion needs at least {LEAST_DEGREES} degrees of freedom")
    if not 0.0249 < probability < 0.9751:
        raise ValueError("the expansion is good for the middle 95 % alone")
    x = NormalDist().inv_cdf(probability)
    terms = (
        x,
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return sum(term / float(degrees) ** power for power, term in enumerate(terms))
