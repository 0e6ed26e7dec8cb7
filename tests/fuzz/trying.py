"""Many tries at one door: counted and told as one row of the table, whether or not one was lost."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.trusting import amount

Tell = Callable[[str, int, int], None]


def try_all(
    tally: Tell, fault: str, check: Callable[..., None], *given_values: st.SearchStrategy[Any], short: int, long: int
) -> None:
    """Call `check` with values of the strategies, so often; what it raises is a loss, and raised again."""
    tried = 0

    @settings(
        max_examples=amount(short, long),
        deadline=None,
        phases=[Phase.reuse, Phase.generate, Phase.shrink],  # explaining would try it all again
        suppress_health_check=list(HealthCheck),
    )
    @given(st.tuples(*given_values))
    def each(values: tuple[Any, ...]) -> None:
        nonlocal tried
        tried += 1
        check(*values)

    try:
        each()
    except BaseException:
        tally(fault, tried, 1)
        raise
    tally(fault, tried, 0)
