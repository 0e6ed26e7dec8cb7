"""The search, open."""

from functools import partial

from PySide6.QtCore import Qt
from shots_body import explore, show_view
from stage import Scene, Stage

TYPED = {
    "code": "st36",
    "typo": "zusanly",
    "complaint": "aching knee",
    "place": "behind the knee",
    "many": "knee",
    "nothing": "qwertz",
}


def scenes() -> dict[str, Scene]:
    """What one finds with words of each kind."""
    found: dict[str, Scene] = {f"search-{name}": partial(search, words) for name, words in TYPED.items()}
    return found | {
        "search-empty": partial(search, ""),
        "search-third": third_row,
        "search-over-close-up": search_over_the_knee,
    }


def search(words: str, stage: Stage) -> None:
    """Type into the field over the body."""
    place = explore(stage)
    place.start_search()
    stage.type(words)


def third_row(stage: Stage) -> None:
    """Go down twice."""
    search("knee", stage)
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Down)


def search_over_the_knee(stage: Stage) -> None:
    """The field that comes over a close-up."""
    place = show_view("knee_front", stage)
    place.start_search()
    stage.type("calf")
