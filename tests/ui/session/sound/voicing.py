"""An engine that speaks when it is told to, and remembers what."""

from PySide6.QtCore import QLocale, QObject, Signal

from acutimer.ui.session.sound.voices import Known

KNOWN = (
    Known("Anne", QLocale.Language.English, QLocale.Country.UnitedKingdom, 0),
    Known("Kari", QLocale.Language.Finnish, QLocale.Country.Finland, 1),
)


class FakeEngine(QObject):
    """Opens when `can_open` is called; a text ends with `finished`."""

    opened = Signal()
    finished = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[object] = []
        self.said: list[str] = []
        self.voices: tuple[Known, ...] = ()
        self.fails_tuning = False

    def can_open(self) -> None:
        self.voices = KNOWN
        self.opened.emit()

    def open(self) -> None:
        self.calls.append("open")

    def tune(self, name: str, volume: float, rate: float) -> None:
        self.calls.append((name, volume, rate))
        if self.fails_tuning:
            self.failed.emit("connection lost")

    def say(self, text: str) -> None:
        self.calls.append(text)
        self.said.append(text)

    def stop(self) -> None:
        self.calls.append("stop")

    def close(self) -> None:
        self.calls.append("close")


class Engines:
    """Gives one engine after the other, as often as one is asked for; with `none`, none."""

    def __init__(self, *, none: bool = False) -> None:
        self.none = none
        self.made: list[FakeEngine] = []

    def __call__(self) -> FakeEngine | None:
        if self.none:
            return None
        self.made.append(FakeEngine())
        return self.made[-1]
