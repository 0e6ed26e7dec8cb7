"""Where the session bus listens."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path


def sockets_in(environment: Mapping[str, str]) -> tuple[bytes, ...]:
    """The sockets to try, in order. Empty where there is no session bus; others than Unix sockets are left out.

    A name that begins with a zero byte is one of Linux' abstract ones.
    """
    return tuple(_sockets(environment))


def _sockets(environment: Mapping[str, str]) -> Iterator[bytes]:
    address, runtime = environment.get("DBUS_SESSION_BUS_ADDRESS", ""), environment.get("XDG_RUNTIME_DIR", "")
    if address:
        from jeepney.bus import get_connectable_addresses

        # It raises one for what is no address, the other where no address is one of a Unix socket.
        with suppress(ValueError, RuntimeError):
            for name in get_connectable_addresses(address):
                yield name.encode("latin-1")  # one character stands for one byte in it
    elif runtime and Path(runtime, "bus").exists():
        yield bytes(Path(runtime, "bus"))
