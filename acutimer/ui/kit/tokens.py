"""The colours of the product. A widget's palette is the only state: its ground says which of the sets holds."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Tokens:
    """One theme, "#rrggbb" each. Pine is what you can do; ember is where your hands are; ochre is caution.

    The body's own tones are with its painter. `control` is the ground of what can be pressed, `track` that of a
    switch, `halo` the rim of a marker, `card_line` a panel's border (the same as the panel where it has none).
    With `is_contrast` there is one ground for all, and every border is drawn strong.
    """

    is_dark: bool
    is_contrast: bool = False
    bg: str
    surface: str
    inset: str
    hover: str
    line: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    pine: str
    pine_hover: str
    pine_pressed: str
    pine_soft: str
    pine_soft_hover: str
    on_pine: str
    seg: str
    ember: str
    ember_ink: str
    ember_soft: str
    ember_track: str
    on_ember: str
    ochre_ink: str
    ochre_soft: str
    ochre_line: str
    heat0: str
    heat1: str
    heat2: str
    heat3: str
    heat4: str
    control: str
    track: str
    halo: str
    card_line: str


LIGHT = Tokens(
    is_dark=False,
    bg="#EEF2F1",
    surface="#FFFFFF",
    inset="#F2F5F4",
    hover="#E3EAE8",
    line="#D6DFDC",
    edge="#74847F",
    ink="#12201D",
    ink2="#3B4A46",
    ink3="#586763",
    pine="#0A5A51",
    pine_hover="#084942",
    pine_pressed="#0B3F39",
    pine_soft="#D6E9E4",
    pine_soft_hover="#C8E0DA",
    on_pine="#FFFFFF",
    seg="#A9CCC5",
    ember="#BE3F12",
    ember_ink="#98300B",
    ember_soft="#FBE2D6",
    ember_track="#EBD3C8",
    on_ember="#FFFFFF",
    ochre_ink="#5F3D00",
    ochre_soft="#FFF2D6",
    ochre_line="#B27A10",
    heat0="#DFE7E4",
    heat1="#F9DDB6",
    heat2="#F2B36B",
    heat3="#DE7A33",
    heat4="#AC420E",
    control="#FFFFFF",
    track="#E3EAE8",
    halo="#FFFFFF",
    card_line="#D6DFDC",
)

DARK = Tokens(
    is_dark=True,
    bg="#0D1315",
    surface="#161E20",
    inset="#1E282A",
    hover="#253133",
    line="#2B3739",
    edge="#7C8E90",
    ink="#EDF3F2",
    ink2="#C0CCCA",
    ink3="#9DACA9",
    pine="#79D6C6",
    pine_hover="#93E2D4",
    pine_pressed="#72AEA4",
    pine_soft="#17382F",
    pine_soft_hover="#1D4339",
    on_pine="#04211C",
    seg="#2B5850",
    ember="#FF8C5A",
    ember_ink="#FFAA84",
    ember_soft="#3E2318",
    ember_track="#4A3126",
    on_ember="#2A0E02",
    ochre_ink="#F4CF80",
    ochre_soft="#2B2414",
    ochre_line="#9A7A2C",
    heat0="#2C3A3C",
    heat1="#54391F",
    heat2="#8C5626",
    heat3="#D27A3A",
    heat4="#FFB37A",
    control="#1E282A",
    track="#1E282A",
    halo="#0D1315",
    card_line="#161E20",
)

CONTRAST_LIGHT = Tokens(
    is_dark=False,
    is_contrast=True,
    bg="#FFFFFF",
    surface="#FFFFFF",
    inset="#FFFFFF",
    hover="#E6E6E6",
    line="#000000",
    edge="#000000",
    ink="#000000",
    ink2="#000000",
    ink3="#3D3D3D",
    pine="#003B8E",
    pine_hover="#00296B",
    pine_pressed="#001B47",
    pine_soft="#FFFFFF",
    pine_soft_hover="#E6E6E6",
    on_pine="#FFFFFF",
    seg="#8FA3C2",
    ember="#8A2B00",
    ember_ink="#7A2600",
    ember_soft="#FFFFFF",
    ember_track="#D6D6D6",
    on_ember="#FFFFFF",
    ochre_ink="#4A2F00",
    ochre_soft="#FFFFFF",
    ochre_line="#4A2F00",
    heat0="#D6D6D6",
    heat1="#C98F5A",
    heat2="#B0672C",
    heat3="#8A3F0C",
    heat4="#5C2200",
    control="#FFFFFF",
    track="#FFFFFF",
    halo="#FFFFFF",
    card_line="#000000",
)

CONTRAST_DARK = Tokens(
    is_dark=True,
    is_contrast=True,
    bg="#000000",
    surface="#000000",
    inset="#000000",
    hover="#2E2E2E",
    line="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#D0D0D0",
    pine="#5CE6FF",
    pine_hover="#A6F2FF",
    pine_pressed="#33C9E6",
    pine_soft="#000000",
    pine_soft_hover="#2E2E2E",
    on_pine="#000000",
    seg="#2E626D",
    ember="#FFB347",
    ember_ink="#FFC46B",
    ember_soft="#000000",
    ember_track="#4D4D4D",
    on_ember="#000000",
    ochre_ink="#FFF04D",
    ochre_soft="#000000",
    ochre_line="#FFF04D",
    heat0="#4D4D4D",
    heat1="#7A5A2E",
    heat2="#B07F3C",
    heat3="#E0A04A",
    heat4="#FFCF8A",
    control="#000000",
    track="#000000",
    halo="#000000",
    card_line="#FFFFFF",
)

SETS = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)
_BY_GROUND = {QColor(it.bg).rgb(): it for it in SETS}


def tokens(widget: QWidget) -> Tokens:
    """The set that goes with `widget`'s palette."""
    ground = widget.palette().color(QPalette.ColorRole.Window)
    return _BY_GROUND.get(ground.rgb()) or (DARK if ground.lightness() < 128 else LIGHT)


def color(value: str, alpha: float = 1.0) -> QColor:
    """A token's value as a colour, `alpha` 0 to 1."""
    made = QColor(value)
    if alpha < 1.0:
        made.setAlphaF(alpha)
    return made


def palette(theme: Tokens) -> QPalette:
    """The palette that stands for a set, for Qt's own widgets too."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.bg,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.inset,
        role.Text: theme.ink,
        role.PlaceholderText: theme.ink3,
        role.Button: theme.control,
        role.ButtonText: theme.ink,
        role.BrightText: theme.on_pine,
        role.Light: theme.surface,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.edge,
        role.Shadow: theme.edge,
        role.Highlight: theme.pine,
        role.HighlightedText: theme.on_pine,
        role.Accent: theme.pine,
        role.Link: theme.pine,
        role.LinkVisited: theme.pine,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.ink,
    }
    made = QPalette()
    for name, value in colours.items():
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.ink3))
    return made


def dress(app: QApplication, theme: Tokens) -> None:
    """Give the whole program one set; called again, everything open repaints itself.

    The style is to be Fusion, which paints with the palette alone: `QApplication([..., "-style", "fusion"])` says so
    8 ms faster than asking for the style from Python.
    """
    app.setPalette(palette(theme))
    # Qt tells what is open only once its loop runs; pictures are taken, and tests made, without one
    for window in app.topLevelWidgets():
        if window.palette().color(QPalette.ColorRole.Window) != QColor(theme.bg):
            QCoreApplication.sendEvent(window, QEvent(QEvent.Type.ApplicationPaletteChange))
