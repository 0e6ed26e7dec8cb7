"""`acutimer paths`: where everything is."""

from acutimer import paths
from acutimer.cli.printing import say


def run() -> int:
    """One line a place. Nothing is created by asking."""
    places = {
        "data": paths.database_file(),
        "settings": paths.settings_file(),
        "log": paths.log_file(),
        "backups": paths.backups_dir(),
    }
    for name, place in places.items():
        say(f"{name:<10}{place}\n")
    return 0
