"""The sides of a bilateral practice."""

from enum import StrEnum


class Side(StrEnum):
    """Where one phase happens. `BOTH` means both at once (two hands, or two legs under the body)."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> "Side":
        """The opposite side; `BOTH` is its own opposite."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.BOTH: Side.BOTH}[self]


class Sides(StrEnum):
    """What a step asks for. `EACH` is one side after the other, for the same time."""

    EACH = "each"
    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"

    def order(self, first: Side) -> tuple[Side, ...]:
        """The sides in the order they are practised, `first` leading when there are two."""
        if self is Sides.EACH:
            return (first, first.other)
        return (Side(self.value),)
