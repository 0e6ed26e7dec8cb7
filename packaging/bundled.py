"""What of Qt and of the system goes into the bundle: what the program uses, and what that needs, and nothing else.

PyInstaller gathers every plugin of every Qt module that is imported, all they are linked to, and every language. The
spec hands its lists through here. A list has entries of (place in the bundle, file it comes from, kind).
"""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath

Entry = tuple[str, str, str]
LinkedTo = Callable[[str], Iterable[str]]
"""The names of the libraries that a file is linked to."""

# Without "lib" and the ending; those of one system are not there on another.
ICONS = {"win32": "packaging/windows/acutimer.ico", "darwin": "packaging/macos/acutimer.icns"}
PLUGINS = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qgtk3", "qxdgdesktopportal"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "xcbglintegrations": ("qxcb-egl-integration", "qxcb-glx-integration"),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
    "iconengines": ("qsvgicon",),
    "imageformats": ("qsvg",),
    "printsupport": ("cupsprintersupport", "windowsprintersupport", "cocoaprintersupport"),
    "texttospeech": ("qtexttospeech_speechd", "qtexttospeech_sapi", "qtexttospeech_winrt", "qtexttospeech_darwin"),
}
TRANSLATIONS = ("qtbase_de.qm", "qtbase_zh_CN.qm")
SYSTEM = ("/usr/lib", "/lib", "/usr/local/lib")
# What may be missing even where there is a desktop. All else is the system's own: two of its libraries in one process,
# an older one of ours before a newer one of its, is how bundles fail on other people's machines.
CARRIED = re.compile(
    r"lib(python3|sqlite3|ffi|bz2|lzma|uuid|mpdec|xcb-(cursor|icccm|image|keysyms|render-util|util)|xkbcommon-x11)\b.*"
)
# Python modules that something imports under a condition which never comes true here.
UNUSED = (
    *("hypothesis", "mypy", "pytest", "_pytest", "pygments", "setuptools", "pip", "babel", "ast_serialize", "librt"),
    *("tkinter", "unittest", "doctest", "pdb", "pydoc", "lib2to3", "distutils", "ensurepip", "readline"),
    # It asks nothing of any network, so it takes nothing along that could.
    *("ssl", "_ssl", "_hashlib", "ftplib", "xmlrpc", "http.server", "socketserver"),
    *("pydantic.v1", "pydantic.mypy", "pydantic._internal._git", "jeepney.io.trio", "PySide6.QtMultimediaWidgets"),
)


def kept(entries: Sequence[Entry], linked_to: LinkedTo) -> list[Entry]:
    """Of what was gathered, the part that is used. Data pass, but for translations nobody reads."""
    wanted = [it for it in entries if _is_wanted(it)]
    roots = [it for it in wanted if it[2] == "EXTENSION" or _plugin_folder(it[0]) or _is_python(it[0])]
    reached = _reached(roots, {PurePath(it[0]).name: it for it in wanted if it[2] == "BINARY"}, linked_to)
    whole = [it for it in wanted if it[2] != "BINARY" or it in roots or PurePath(it[0]).name in reached]
    left_out = _names(entries) - _names(whole)
    return [it for it in whole if it[2] != "SYMLINK" or PurePath(it[1]).name not in left_out]


def _is_wanted(entry: Entry) -> bool:
    place, source, kind = entry
    match PurePath(place).suffix:
        case ".qm":
            return PurePath(place).name in TRANSLATIONS
        case ".po":  # the program reads what is made of it
            return False
    if (folder := _plugin_folder(place)) is not None:
        return PurePath(place).name.removeprefix("lib").partition(".")[0] in PLUGINS.get(folder, ())
    if kind == "BINARY" and _is_systems(source):
        return bool(CARRIED.fullmatch(PurePath(place).name))
    return True


def _names(entries: Iterable[Entry]) -> set[str]:
    return {PurePath(place).name for place, _source, kind in entries if kind == "BINARY"}


def _plugin_folder(place: str) -> str | None:
    """Which kind of Qt plugin this is, or None."""
    parts = PurePath(place).parts
    return parts[parts.index("plugins") + 1] if "PySide6" in parts and "plugins" in parts else None


def _is_systems(source: str) -> bool:
    """Whether this library came with the system, and not with Python's packages."""
    return source.startswith(SYSTEM) and not {"site-packages", "dist-packages"} & set(PurePath(source).parts)


def _is_python(place: str) -> bool:
    return PurePath(place).name.lower().startswith(("libpython", "python3", "vcruntime", "msvcp"))


def _reached(roots: Iterable[Entry], libraries: dict[str, Entry], linked_to: LinkedTo) -> set[str]:
    """The names of the libraries that the roots need, and those that they need, and so on."""
    reached: set[str] = set()
    waiting = [source for _place, source, _kind in roots]
    while waiting:
        names = {PurePath(name).name for name in linked_to(waiting.pop())} & libraries.keys()
        waiting += [libraries[name][1] for name in names - reached]
        reached |= names
    return reached


def icon(root: Path) -> str | None:
    """The picture of the program's file, where this system has such; None where there is none."""
    file = root / ICONS.get(sys.platform, "nowhere")
    return str(file) if file.is_file() else None
