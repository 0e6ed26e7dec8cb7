import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from acutimer.ui.session.desktop.awake import Awake, keeper_for
from acutimer.ui.session.desktop.awake_bus import BusKeeper
from acutimer.ui.session.desktop.awake_mac import MacKeeper
from acutimer.ui.session.desktop.awake_windows import WindowsKeeper


class Notes:
    """Remembers what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def hold(self, why: str) -> None:
        self.asked.append(why)

    def release(self) -> None:
        self.asked.append("release")

    def close(self) -> None:
        self.asked.append("close")


def test_what_is_asked_reaches_the_system(qtbot: QtBot) -> None:
    notes = Notes()
    awake = Awake(keeper=notes)
    awake.hold("A session is running")
    awake.release()
    awake.close()
    assert notes.asked == ["A session is running", "release", "close"]


def test_nothing_is_sought_before_something_is_to_be_held(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acutimer.ui.session.desktop.awake.keeper_for", None)
    awake = Awake()
    awake.release()
    awake.close()


@pytest.mark.parametrize(
    ("platform", "kind"),
    [("win32", WindowsKeeper), ("darwin", MacKeeper), ("linux", BusKeeper), ("freebsd14", BusKeeper)],
)
def test_every_system_has_its_way(qtbot: QtBot, platform: str, kind: type) -> None:
    parent = QObject()
    assert isinstance(keeper_for(platform, parent), kind)
