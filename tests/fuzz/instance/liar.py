"""Stands in the window's place at the socket named, and answers each caller with the next line of its input (hex).

A process of its own: Qt lets no other thread run while it waits for an answer.
"""

import socket
import sys


def main() -> None:
    """Answer until the input ends."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(sys.argv[1])
        listening.listen()
        print("ready", flush=True)  # noqa: T201 - whoever started this waits for it
        for line in sys.stdin:
            end, _ = listening.accept()
            with end:
                _answer(end, bytes.fromhex(line))


def _answer(end: socket.socket, data: bytes) -> None:
    end.settimeout(120)
    try:
        end.recv(1)
        end.sendall(data)
        end.shutdown(socket.SHUT_WR)
        while end.recv(1 << 16):
            pass
    except OSError:  # the caller has had enough
        return


if __name__ == "__main__":
    main()
