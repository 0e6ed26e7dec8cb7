"""Where things are. Nothing is created by asking: whoever writes first makes the folder."""

from pathlib import Path

NAME = "acutimer"
DESKTOP_ID = "io.github.acutimer.acutimer"  # the name of the desktop entry, its icon and the Flatpak


def resources() -> Path:
    """The files shipped with the program: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def data_dir() -> Path:
    """What the user made: the log and its backups."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def config_dir() -> Path:
    """What the user chose."""
    from platformdirs import user_config_path

    return user_config_path(NAME, appauthor=False)


def cache_dir() -> Path:
    """What can be made again at any time."""
    from platformdirs import user_cache_path

    return user_cache_path(NAME, appauthor=False)


def log_file() -> Path:
    """Where the program notes its own troubles. It never leaves the computer."""
    from platformdirs import user_log_path

    return user_log_path(NAME, appauthor=False) / f"{NAME}.log"


def database_file() -> Path:
    """The log of sessions."""
    return data_dir() / f"{NAME}.db"


def settings_file() -> Path:
    """The settings, as JSON."""
    return config_dir() / "settings.json"


def backups_dir() -> Path:
    """Copies of the log of sessions."""
    return data_dir() / "backups"
