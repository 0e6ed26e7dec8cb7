"""The session's own words: what it tells while it runs, at its stops and at its end."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from acutimer.core.sides import Side

translate = QCoreApplication.translate


def session() -> str:
    """What the page is called."""
    return translate("Session", "Session")


def paused() -> str:
    """The session stands still because its user said so."""
    return translate("Session", "Paused")


def paused_hint() -> str:
    """The same, and how to go on."""
    return translate("Session", "Paused. Space goes on")


def sides() -> Mapping[Side, str]:
    """Both sides, as they stand on a drawing."""
    return {Side.LEFT: translate("Session", "Left"), Side.RIGHT: translate("Session", "Right")}


def go_on() -> str:
    """The big button of a wait."""
    return translate("Session", "Go on")


def start_now() -> str:
    """The big button of what waits to begin."""
    return translate("Session", "Start now")


def go_on_hint() -> str:
    """What lies below either."""
    return translate("Session", "Space or Enter, when you are ready")


def carry_on() -> str:
    """The first way on after being away."""
    return translate("Session", "Continue")


def finish_here() -> str:
    """The last way on after being away."""
    return translate("Session", "Finish here")


def stopped() -> str:
    """The session was ended before its time."""
    return translate("Session", "Stopped")


def undo() -> str:
    """Takes the stop back."""
    return translate("Session", "Undo")


def undo_hint() -> str:
    """What lies below it."""
    return translate("Session", "Goes on where you were")


def see_what_you_did() -> str:
    """The way on from a stop."""
    return translate("Session", "See what you did")


def opens_by_itself() -> str:
    """What lies below it."""
    return translate("Session", "Opens by itself in a few seconds")


def over() -> str:
    """The end, to a screen reader."""
    return translate("Session", "The session is over")


def no_sound() -> str:
    """Tones are wanted and nothing can play them."""
    return translate("Session", "No sound on this computer: watch the screen")


def no_voice() -> str:
    """A voice is wanted and none is installed."""
    return translate("Session", "No voice on this computer: tones and screen guide you")


def no_voice_alone() -> str:
    """The same where tones are not wanted."""
    return translate("Session", "No voice on this computer: watch the screen")


def neither() -> str:
    """Neither can be had."""
    return translate("Session", "No sound and no voice on this computer: watch the screen")


def not_kept_yet(why: str) -> str:
    """The log cannot be written now; `why` says that in a sentence."""
    words = translate("Session", "{0} The session goes on, and it is tried again every few seconds.")
    return words.format(why)


def kept_again() -> str:
    """What could not be written has been."""
    return translate("Session", "The log can be written again. Nothing of the session is missing.")
