"""What Qt and the tests need from the system, beyond what pip installs."""

import ctypes
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from ctypes.util import find_library
from pathlib import Path

SYSTEM = Path("/usr")
# The file Qt loads, and the Debian package that brings it.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libfontconfig.so.1": "libfontconfig1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
FONTS = ("fonts-inter", "fonts-noto-core", "fonts-noto-cjk")
# A real X server and a real mouse for the test that uses the program as a person does.
# A media player's remote and a speech service for the tests of what is driven and heard from across the room.
# A tracer for the tests that kill a process at each of its system calls.
# What shops and menus judge our entries by.
TEST_TOOLS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "xprop": "x11-utils",
    "dbus-daemon": "dbus",
    "gdbus": "libglib2.0-bin",
    "playerctl": "playerctl",
    "speech-dispatcher": "speech-dispatcher",
    "strace": "strace",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "mandoc": "mandoc",
}
# What takes libraries apart: a bundle is made of those that its files are linked to.
BUILD_TOOLS = {"objdump": "binutils"}
# A screen reader's bus, and the bindings by which a test listens on it. They belong to the system's own Python, and so
# does what reads the recipes.
TEST_FILES = {
    "share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
    "lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "lib/python3/dist-packages/gi/__init__.py": "python3-gi",
    "lib/python3/dist-packages/yaml/__init__.py": "python3-yaml",
    "lib/speech-dispatcher-modules/sd_espeak-ng": "speech-dispatcher-espeak-ng",
    "lib/*/libspeechd.so.2": "libspeechd2",
    # Real zones, for reminders on clocks that are put forward and back.
    "share/zoneinfo/Europe/Berlin": "tzdata",
}


def missing_packages(*, for_tests: bool) -> list[str]:
    """Debian packages whose files are not found here. Empty away from Linux, where Qt brings all it needs."""
    if platform.system() != "Linux":
        return []
    missing = [package for library, package in LIBRARIES.items() if not _loads(library)]
    if not _has_fonts():
        missing += FONTS
    if for_tests:
        missing += [package for tool, package in {**TEST_TOOLS, **BUILD_TOOLS}.items() if not shutil.which(tool)]
        missing += missing_python()
        missing += [package for file, package in TEST_FILES.items() if not any(SYSTEM.glob(file))]
    return missing


def provide(*, for_tests: bool) -> None:
    """Install what is missing where that is possible (Debian or Ubuntu, as root), or print the command to type."""
    missing = missing_packages(for_tests=for_tests)
    if missing:
        install(missing, "Qt needs" if not for_tests else "Qt and its tests need")


def install(packages: list[str], why: str) -> None:
    """Install Debian packages as root, and say so; otherwise print the one command to type.

    Goes on when that fails: the program may well start without (fonts, say), and Qt names what it misses.
    """
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        print(f"{why} these libraries, named as on Debian; please install them: {' '.join(packages)}", file=sys.stderr)
    elif os.geteuid() != 0:
        print(f"{why} some system packages. Please type:\n  sudo {' '.join(command)}", file=sys.stderr)
    else:
        print(f"{why} {', '.join(packages)}: installing with apt-get.")
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update"], check=False, **quiet)  # type: ignore[call-overload]  # a dict of options
        if subprocess.run(command, check=False, **quiet).returncode != 0:  # type: ignore[call-overload]  # the same
            print(f"That failed. To see why: {' '.join(command)}", file=sys.stderr)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_python() -> list[str]:
    """Debian's package of Python as a library, which a bundle takes with it, where Debian's Python came without."""
    file = str(sysconfig.get_config_var("INSTSONAME") or "")
    name = file.partition(".so")[0]
    own = Path(str(sysconfig.get_config_var("LIBDIR") or ""), file)
    is_there = not name.startswith("libpython") or own.is_file() or find_library(name.removeprefix("lib"))
    return [] if is_there else [name]


def _has_fonts() -> bool:
    places = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
    return any(next(place.rglob(f"*.{kind}"), None) for place in places for kind in ("ttf", "otf", "ttc"))
