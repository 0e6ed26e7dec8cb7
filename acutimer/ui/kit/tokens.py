"""The colours of the product. A widget's palette is the only state: it says whether the light or the dark set holds."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Tokens:
    """One theme, "#rrggbb" each. Pine is what you can do; ember is where your hands are; ochre is caution.

    The body's own tones are with its painter. `control` is the ground of what can be pressed, `track` that of a
    switch, `halo` the rim of a marker, `card_line` a panel's border (the same as the panel where it has none).
    """

    is_dark: bool
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


def tokens(widget: QWidget) -> Tokens:
    """The set that goes with `widget`'s palette."""
    return DARK if widget.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


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
