import socket
import sys
from pathlib import Path

import pytest

from acutimer.ui.session.sound.lifeline import Lifeline, service_address

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="speech-dispatcher is there on Linux only")


def test_it_is_alive_as_long_as_the_service_holds_the_other_end(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as service:
        service.bind(str(tmp_path / "socket"))
        service.listen()
        line = Lifeline(f"unix_socket:{tmp_path}/socket")
        held, _ = service.accept()
        assert line.is_tied
        assert line.is_alive
        held.send(b"a word of its own")
        assert line.is_alive
        held.close()
    broken = Lifeline(f"unix_socket:{tmp_path}/socket")
    assert not broken.is_tied
    line.close()
    assert not line.is_tied


def test_a_broken_line_is_noticed_at_once(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as service:
        service.bind(str(tmp_path / "socket"))
        service.listen()
        line = Lifeline(f"unix_socket:{tmp_path}/socket")
        service.accept()[0].close()
        assert not line.is_alive
        line.close()


def test_where_nothing_can_be_known_the_service_is_taken_for_alive() -> None:
    line = Lifeline("inet_socket:localhost:6560")
    assert line.is_alive
    assert not line.is_tied


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        ({"SPEECHD_ADDRESS": "unix_socket:/run/own"}, "unix_socket:/run/own"),
        ({"XDG_RUNTIME_DIR": "/run/user/1"}, "unix_socket:/run/user/1/speech-dispatcher/speechd.sock"),
        ({"XDG_CACHE_HOME": "/kept", "HOME": "/me"}, "unix_socket:/kept/speech-dispatcher/speechd.sock"),
        ({"HOME": "/me"}, "unix_socket:/me/.cache/speech-dispatcher/speechd.sock"),
    ],
)
def test_the_address_is_the_one_its_library_takes(environment: dict[str, str], address: str) -> None:
    assert service_address(environment) == address
