from pathlib import Path

import pytest

from acutimer.ui.session.desktop.dbus.address import sockets_in


@pytest.mark.parametrize(
    ("address", "sockets"),
    [
        ("unix:path=/run/bus,guid=5", (b"/run/bus",)),
        ("unix:abstract=/bus", (b"\0/bus",)),
        ("unix:path=/a%20bus;tcp:host=here,port=5;unix:path=/b", (b"/a bus", b"/b")),
        ("unixexec:path=bus", ()),
        ("autolaunch:", ()),
        ("nonsense", ()),
        ("unix:path", ()),
        ("unix:path=/b%c3%bcs", ("/büs".encode(),)),
    ],
)
def test_unix_sockets_are_found_in_an_address(address: str, sockets: tuple[bytes, ...]) -> None:
    assert sockets_in({"DBUS_SESSION_BUS_ADDRESS": address}) == sockets


def test_without_an_address_it_is_the_runtime_folders_bus(tmp_path: Path) -> None:
    environment = {"XDG_RUNTIME_DIR": str(tmp_path)}
    assert sockets_in(environment) == ()
    (tmp_path / "bus").touch()
    assert sockets_in(environment) == (bytes(tmp_path / "bus"),)
    assert sockets_in(environment | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/b"}) == (b"/b",)


def test_without_anything_there_is_no_bus() -> None:
    assert sockets_in({}) == ()
