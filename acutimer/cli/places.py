"""`acutimer paths`: where everything is."""

import sys

from acutimer import paths


def run() -> int:
    """One line a place. Nothing is created by asking."""
    places = {
        "data": paths.database_file(),
        "settings": paths.settings_file(),
        "log": paths.log_file(),
        "backups": paths.backups_dir(),
    }
    for name, place in places.items():
        sys.stdout.write(f"{name:<10}{place}\n")
    return 0
