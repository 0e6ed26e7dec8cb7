"""The modes of what the program wrote, while it runs and afterwards."""

import stat
from collections.abc import Iterator
from pathlib import Path

FILE, FOLDER = 0o600, 0o700
OWN = ("acutimer", "autostart")  # folders of the program in those of the user; a sound server, say, has others there


def own(home: Path) -> Iterator[tuple[Path, int]]:
    """What is the program's in the folders of the user, and those folders, with the mode that each is to have."""
    for kind in ("data", "config", "cache", "state"):
        place = home / kind
        if not place.is_dir():
            continue
        yield place, FOLDER
        for folder in OWN:
            if (place / folder).is_dir():
                yield place / folder, FOLDER
                for path in (place / folder).rglob("*"):
                    # nothing can be executed of a socket; Qt gives it the bit nevertheless
                    yield path, FOLDER if path.is_dir() or path.is_socket() else FILE


def mode(path: Path) -> int:
    """What a user's classes may do with it."""
    return stat.S_IMODE(path.lstat().st_mode)


def wrong(home: Path) -> list[str]:
    """What has another mode than it is to have, in words."""
    found = [(path, mode(path), wanted) for path, wanted in own(home)]
    return [f"{path.relative_to(home)}: {is_:o}, not {wanted:o}" for path, is_, wanted in found if is_ != wanted]
