"""The window in a process of its own, which tells what its session shows, and is killed at an instant."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

from tests.crash.serving import ROOT
from tests.crash.user import User

PATIENCE_SECONDS = 180.0
# When the window stands it tells whether it offers to resume, and does if it does. Then, each time the picture is due,
# after what ended was kept: how many phases ended, and the seconds of them all as the session's clock stood then.
SCRIPT = """
import json, os, sys
from acutimer import app
from acutimer.ui.window import MainWindow

build = MainWindow.__init__

def tell(**what):
    os.write(1, (json.dumps(what) + "\\n").encode())

def watch(window):
    offer = window.resuming.offer
    tell(offered=not offer.isHidden())
    player = window.sessions.page.player

    def ticked():
        session = player.session
        seconds = sum(it.done_seconds for it in session.lived) + session.elapsed(player._seen_at)
        tell(ended=len(session.lived), seconds=seconds)

    player.ticked.connect(ticked)
    if not offer.isHidden():
        offer.resume.click()
        player.resume()

def watched(self, *given):
    build(self, *given)
    self.settled.connect(lambda: watch(self))

MainWindow.__init__ = watched
sys.exit(app.run(START))
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What a window had told when it was killed. `offered` is None where it did not stand yet.

    `ended` phases and `seconds` in all had been shown; what ended was kept before.
    """

    offered: bool | None
    ended: int
    seconds: float
    lived_seconds: float


def shown_until_killed(user: User, start: str | None, seconds: float, *, is_seen: bool) -> Told:
    """Open the window, with a routine or without, and kill it so many seconds after its start; or, `is_seen`, after its
    session first told its time.
    """
    since = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-c", f"START = {start!r}\n{SCRIPT}"],
        cwd=ROOT,
        env={
            **os.environ,
            **user.environment,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUNBUFFERED": "1",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout is not None
    handle = process.stdout.fileno()
    until = since + (PATIENCE_SECONDS if is_seen else seconds)
    text = b""
    while (left := until - time.monotonic()) > 0 and select.select([handle], [], [], left)[0]:
        piece = os.read(handle, 65536)
        if not piece:
            break  # it ended by itself
        text += piece
        if is_seen and b'"seconds"' in text:
            is_seen, until = False, time.monotonic() + seconds
    process.kill()
    lived = time.monotonic() - since
    text += process.stdout.read()
    process.stdout.close()
    code = process.wait()
    assert code == -signal.SIGKILL, f"it ended by itself: {text.decode()}"
    assert not is_seen, f"it showed nothing: {text.decode()}"
    return _told(text.decode(), lived)


def _told(text: str, lived_seconds: float) -> Told:
    offered, ended, seconds = None, 0, 0.0
    for line in text.splitlines(keepends=True):
        assert line.startswith("{"), f"it complains: {text}"
        if line.endswith("\n"):
            told = json.loads(line)
            offered = told.get("offered", offered)
            ended, seconds = told.get("ended", ended), told.get("seconds", seconds)
    return Told(offered, ended, seconds, lived_seconds)
