"""What there is to read beside the body: complaints, red flags, the guide, the hand."""

from functools import partial

from shots_body import explore, show_view
from shots_points import content
from stage import Scene, Stage


def scenes() -> dict[str, Scene]:
    """One scene a complaint and a guide card, and the panels there is one of."""
    library, _ = content()
    found: dict[str, Scene] = {f"complaint-{name}": partial(complain, name) for name in library.complaints}
    found |= {f"guide-{name}": partial(read, name) for name in library.guide}
    return found | {
        "red-flags": warn,
        "guide": leaf,
        "guide-over-knee": read_over_the_knee,
        "hand": partial(show_hand, "hand_dorsal"),
        "hand-palm": partial(show_hand, "hand_palm"),
    }


def complain(name: str, stage: Stage) -> None:
    """What fits a complaint."""
    explore(stage).show_complaint(stage.library.complaints[name])


def warn(stage: Stage) -> None:
    """What to look out for."""
    explore(stage).panels.question.safety.click()


def leaf(stage: Stage) -> None:
    """Everything there is to read."""
    explore(stage).panels.question.texts.click()


def read(name: str, stage: Stage) -> None:
    """One guide card."""
    explore(stage).panels.read(stage.library.guide[name])


def read_over_the_knee(stage: Stage) -> None:
    """A guide card that was opened beside a close-up."""
    show_view("knee_front", stage).panels.read(stage.library.guide["why-knees-hurt"])


def show_hand(figure: str, stage: Stage) -> None:
    """The hand as the ruler."""
    show_view(figure, stage)
