"""What a bundle needs of a Debian system: read from the libraries its files are linked to, not from memory."""

import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# The library, and the package that has it (on newer systems under this name by `Provides`).
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libspeechd.so.2": "libspeechd2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
}
C_LIBRARY = re.compile(r"(lib(c|m|dl|rt|pthread|resolv|util)|ld-linux.*)\.so\.\d+")
# Plugins that Qt passes over where what they are linked to is missing.
PASSED_OVER = ("libcupsprintersupport.so", "libqtexttospeech_speechd.so")
ONLY_WITH_ITS_DESKTOP = ("libqgtk3.so",)
ALWAYS = ("tzdata",)  # reminders on clocks that are put forward and back
WELCOME = ("fonts-inter", "fonts-noto-cjk", "fonts-noto-core", "speech-dispatcher", "speech-dispatcher-espeak-ng")
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")


@dataclass(frozen=True, slots=True)
class Needs:
    """The fields of a Debian package, each entry as it is written there."""

    depends: tuple[str, ...]
    recommends: tuple[str, ...]


def needs_of(bundle: Path) -> Needs:
    """Needs binutils. Ends the program where a library is of no package that is known here."""
    said = {it: _told(it) for it in sorted(bundle.rglob("*")) if it.is_file() and _is_linked(it)}
    own = {path.name for path in bundle.rglob("*.so*")} | {"acutimer"}
    depends, recommends = set(ALWAYS), set(WELCOME)
    for file, text in said.items():
        if file.name not in ONLY_WITH_ITS_DESKTOP:
            wanted = recommends if file.name in PASSED_OVER else depends
            wanted |= packages(set(_NEEDED.findall(text)) - own, file)
    newest = max(tuple(map(int, it)) for text in said.values() for it in _GLIBC.findall(text))
    libc = f"libc6 (>= {newest[0]}.{newest[1]})"
    return Needs((libc, *sorted(depends)), tuple(sorted(recommends - depends)))


def packages(libraries: Iterable[str], file: Path) -> set[str]:
    """The packages that bring these libraries, but the C library's."""
    wanted = {library for library in libraries if not C_LIBRARY.fullmatch(library)}
    if unknown := wanted - PACKAGES.keys():
        sys.exit(f"{file.name} needs {', '.join(sorted(unknown))}: say in deb_needs.py which package has it.")
    return {PACKAGES[library] for library in wanted}


def _is_linked(file: Path) -> bool:
    with file.open("rb") as stream:
        return not file.is_symlink() and stream.read(4) == b"\x7fELF"


def _told(file: Path) -> str:
    command = ["objdump", "--private-headers", str(file)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
