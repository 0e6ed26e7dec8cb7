"""What macOS is told of the program: the values of Info.plist in acutimer.app, beside those PyInstaller writes."""

from acutimer import __version__
from acutimer.paths import DESKTOP_ID

IDENTIFIER = DESKTOP_ID
VALUES: dict[str, object] = {
    "CFBundleName": "acutimer",
    "CFBundleDisplayName": "acutimer",
    "CFBundleShortVersionString": __version__,
    "CFBundleVersion": __version__,
    "CFBundleDevelopmentRegion": "en",
    # So that the panels of the system, which open and save files, speak the window's languages.
    "CFBundleLocalizations": ["en", "de", "zh-Hans"],
    "LSApplicationCategoryType": "public.app-category.healthcare-fitness",
    "LSMinimumSystemVersion": "13.0",  # what the pinned Qt asks for
    "LSBackgroundOnly": False,  # it has a window, though its starter can be typed in a terminal
    "NSHighResolutionCapable": True,
    "NSRequiresAquaSystemAppearance": False,  # it follows light and dark
    "NSSupportsAutomaticGraphicsSwitching": True,  # the quieter of two graphics cards is enough
    "NSHumanReadableCopyright": "The acutimer developers, MIT licence",
}
