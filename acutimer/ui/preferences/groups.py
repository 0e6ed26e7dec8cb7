"""The cards of settings, group by group: what is looked at, the session, safety, one's data, help."""

from PySide6.QtCore import QCoreApplication, QLocale, QTime
from PySide6.QtWidgets import QWidget

from acutimer.core.settings import Mirror, Theme
from acutimer.core.sides import Side
from acutimer.language.choosing import available
from acutimer.paths import resources
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import row
from acutimer.ui.preferences.controls import Controls
from acutimer.ui.preferences.lines import card, line
from acutimer.ui.preferences.text_size_choice import TextSizeChoice
from acutimer.ui.preferences.voice_choice import VoiceChoice
from acutimer.ui.reopening import LANGUAGE
from acutimer.ui.tongue import language_name

PREPARING_SECONDS = (0, 600, 1)
REST_SECONDS = (0, 600, 5)
VOLUME = (0, 100, 10)
RATE = (-50, 50, 10)
HOURS = (0, 12, 1)


def looks(controls: Controls, size: TextSizeChoice) -> Card:
    """Language, size, colours, motion."""
    themes = {
        Theme.SYSTEM: _tr("As the system"),
        Theme.LIGHT: _tr("Light", "colours"),
        Theme.DARK: _tr("Dark"),
        Theme.HIGH_CONTRAST: _tr("High contrast"),
    }
    languages = {"": _tr("As the system"), **{tag: language_name(tag) for tag in available(resources() / "languages")}}
    colours, name = _tr("Colours"), _tr("Language")
    tongue = controls.choice("language", languages, name, voice_name="")  # another language wants another voice
    tongue.setObjectName(LANGUAGE)
    return card(
        _tr("Language, size and colours"),
        line(name, tongue, _tr("The window opens again.")),
        line(_tr("Text size"), size, _tr("Pictures and buttons grow with it. The window opens again.")),
        line(colours, controls.choice("theme", themes, colours)),
        controls.toggle("reduced_motion", _tr("Less motion")),
    )


def figure(controls: Controls) -> Card:
    """How the body is drawn."""
    facing = {Mirror.MIRROR: _tr("Mirror"), Mirror.CHART: _tr("Chart")}
    name = _tr("The figure")
    return card(
        name,
        line(
            _tr("It faces you as"),
            controls.switch("mirror", facing, name),
            _tr("In a mirror your left is on the left. On a chart it is on the right."),
        ),
        controls.toggle("bones", _tr("Show bones in the figure")),
        controls.toggle("warmth", _tr("Show where you pressed lately")),
    )


def session(controls: Controls) -> Card:
    """Sides and times."""
    sides = {Side.LEFT: _tr("Left"), Side.RIGHT: _tr("Right")}
    first, ready, change, rest = _tr("First side"), _tr("Get ready"), _tr("Change sides"), _tr("Rest between sets")
    return card(
        _tr("Session"),
        line(first, controls.switch("first_side", sides, first)),
        line(
            ready,
            controls.stepper("get_ready_seconds", PREPARING_SECONDS, _seconds, ready),
            _tr("Time to find each point"),
        ),
        line(
            change,
            controls.stepper("changeover_seconds", PREPARING_SECONDS, _seconds, change),
            _tr("Time to move to the other side"),
        ),
        line(rest, controls.stepper("rest_seconds", REST_SECONDS, _seconds, rest)),
        controls.toggle("awake", _tr("Keep the screen awake")),
    )


def cues(controls: Controls) -> Card:
    """What is heard and seen at each change."""
    volume = _tr("Volume")
    return card(
        _tr("Sounds and cues"),
        controls.toggle("sounds", _tr("A tone at each change")),
        line(volume, controls.stepper("volume", VOLUME, _percent, volume)),
        controls.toggle("flash", _tr("A flash at each change")),
        controls.toggle("pacer", _tr("A soft tick to keep the pace")),
    )


def voice(controls: Controls, choice: VoiceChoice) -> Card:
    """Whether a voice speaks, which, and how."""
    volume, speed = _tr("Volume of the voice"), _tr("Speed of the voice")
    return card(
        _tr("Voice"),
        controls.toggle("voice", _tr("Speak each step")),
        choice,
        line(_tr("Volume"), controls.stepper("voice_volume", VOLUME, _percent, volume)),
        line(_tr("Speed"), controls.stepper("voice_rate", RATE, _rate, speed)),
        row(choice.hear, None),
    )


def log(controls: Controls) -> QWidget:
    """When a day ends."""
    begins = _tr("A day begins at")
    return card(
        _tr("Log"),
        line(
            begins,
            controls.stepper("day_begins_hour", HOURS, _hour, begins),
            _tr("Until then it still counts as the day before."),
        ),
    )


def _tr(words: str, context: str = "") -> str:
    return QCoreApplication.translate("Preferences", words, context)


def _seconds(seconds: int) -> str:
    return _tr("{0}\u00a0s").format(seconds) if seconds else _tr("none")


def _percent(percent: int) -> str:
    return _tr("{0}\u00a0%").format(percent)


def _rate(rate: int) -> str:
    if not rate:
        return _tr("normal")
    return (_tr("+{0}") if rate > 0 else _tr("\u2212{0}")).format(abs(rate))


def _hour(hour: int) -> str:
    return QLocale().toString(QTime(hour, 0), QLocale.FormatType.ShortFormat)
