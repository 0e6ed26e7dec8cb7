"""`acutimer paths`: where everything is."""

from acutimer import paths
from acutimer.cli.columns import GAP
from acutimer.cli.printing import say
from acutimer.language.catalogue import tr
from acutimer.terminal.cells import cells


def run() -> int:
    """One line a place. Nothing is created by asking."""
    places = {
        tr("data"): paths.database_file(),
        tr("settings"): paths.settings_file(),
        tr("log"): paths.log_file(),
        tr("backups"): paths.backups_dir(),
    }
    column = max(map(cells, places)) + len(GAP)
    for name, place in places.items():
        say(f"{name}{' ' * (column - cells(name))}{place}\n")
    return 0
