"""A virtual X server of one's own: real windows without a screen."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def running(size: str = "1920x1200x24") -> Iterator[str | None]:
    """The name of a new display (":99", say) while the block runs, or None where there is no Xvfb."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp"]
    try:
        server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        os.close(reader)
        yield None
        return
    finally:
        os.close(writer)
    with os.fdopen(reader) as numbers:
        number = numbers.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
