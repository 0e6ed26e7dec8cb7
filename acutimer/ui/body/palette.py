"""What a figure's roles look like: a warm body in a cool room, by day and by night."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor

from acutimer.core.body import Role


@dataclass(frozen=True)
class Tones:
    """The colour of every role as "#rrggbb", and how strongly some of them are laid on (0 to 1)."""

    colors: Mapping[Role, str]
    strengths: Mapping[Role, float]

    def color(self, role: Role, alpha: float = 1.0) -> QColor:
        """The role's colour, `alpha` times as strong as the role is laid on."""
        color = QColor(self.colors[role])
        color.setAlphaF(min(1.0, alpha * self.strengths.get(role, 1.0)))
        return color


BY_DAY = Tones(
    {
        Role.SKIN: "#EFDDD0",
        Role.LIGHT: "#FBF1E9",
        Role.SHADE: "#B98F78",
        Role.DEEP: "#8A5F4C",
        Role.LINE: "#8B6857",
        Role.OUTLINE: "#7A5A4B",
        Role.LIP: "#C98F7E",
        Role.HAIR: "#6E5A50",
        Role.HAIR_LIGHT: "#8B766A",
        Role.CLOTH: "#C6D3D4",
        Role.CLOTH_SHADE: "#6E8A8D",
        Role.CLOTH_LINE: "#6E8A8D",
        Role.BONE: "#FFFDF6",
        Role.BONE_LINE: "#9C866B",
        Role.GROUND: "#000000",
    },
    {Role.LIP: 0.32, Role.BONE: 0.46, Role.GROUND: 0.15},
)

# Warm stone: grey blue would make the one warm thing cold, and brown would make it another person.
BY_NIGHT = Tones(
    {
        Role.SKIN: "#68625E",
        Role.LIGHT: "#837B75",
        Role.SHADE: "#322D2A",
        Role.DEEP: "#191615",
        Role.LINE: "#CEC5BE",
        Role.OUTLINE: "#B2A8A1",
        Role.LIP: "#7D6C67",
        Role.HAIR: "#35312F",
        Role.HAIR_LIGHT: "#494441",
        Role.CLOTH: "#3A4648",
        Role.CLOTH_SHADE: "#1B2426",
        Role.CLOTH_LINE: "#8C9C9D",
        Role.BONE: "#D6CFC9",
        Role.BONE_LINE: "#E6DFD9",
        Role.GROUND: "#000000",
    },
    {Role.LIGHT: 0.8, Role.LIP: 0.55, Role.BONE: 0.20, Role.GROUND: 0.45},
)


def tones(*, dark: bool) -> Tones:
    """The tones of the dark or the light theme."""
    return BY_NIGHT if dark else BY_DAY
