"""Nobody's safety profile: plans as the routines' authors wrote them."""

from acutimer.core.safety import Safety

UNPROFILED = Safety(frozenset(), points={}, techniques={}, exercises={})
