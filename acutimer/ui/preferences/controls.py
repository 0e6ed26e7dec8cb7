"""Controls bound to settings: what the user chooses is kept at once, what changes elsewhere shows."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from acutimer.core.settings import Settings
from acutimer.ui.kit.dropdown import Dropdown
from acutimer.ui.kit.stepper import Stepper
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.toggle import Toggle
from acutimer.ui.preferences_holder import Preferences

Value = TypeVar("Value", bound=str)


class Controls:
    """Makes the controls of one page; `show` brings all of them up to date. Each is bound to a field of Settings."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._shows: list[Callable[[Settings], None]] = []

    def show(self, settings: Settings) -> None:
        """Show these settings, saying nothing."""
        for show in self._shows:
            show(settings)

    def switch(self, field: str, words: Mapping[Value, str], name: str) -> Switch:
        """One of a few values, each with its words."""
        values = tuple(words)
        made = Switch(tuple(words.values()), height=48, name=name)
        made.chosen.connect(lambda place: self._preferences.update(**{field: values[place]}))
        self._shows.append(lambda settings: made.set_index(values.index(getattr(settings, field))))
        return made

    def toggle(self, field: str, words: str) -> Toggle:
        """On or off."""
        made = Toggle(words)
        made.clicked.connect(lambda on: self._preferences.update(**{field: on}))
        self._shows.append(lambda settings: made.setChecked(getattr(settings, field)))
        return made

    def stepper(self, field: str, limits: tuple[int, int, int], words: Callable[[int], str], name: str) -> Stepper:
        """A whole number, its limits being lowest, highest and step."""
        low, high, step = limits
        made = Stepper(low, low, high, step, words, name)
        made.changed.connect(lambda value: self._preferences.update(**{field: value}))
        self._shows.append(lambda settings: made.set_value(getattr(settings, field)))
        return made

    def choice(self, field: str, words: Mapping[Value, str], name: str, **forgotten: object) -> Dropdown:
        """One of several values from a list, each with its words; a value that is not among them shows the first.

        `forgotten` are other settings, and what they become when another value is chosen.
        """
        values = tuple(words)
        made = Dropdown(tuple(words.values()), name)
        made.chosen.connect(lambda place: self._preferences.update(**{field: values[place]}, **forgotten))

        def show(settings: Settings) -> None:
            value = getattr(settings, field)
            made.set_index(values.index(value) if value in values else 0)

        self._shows.append(show)
        return made
