"""Programs beside the test, waited for by Qt's own events: what is tested lives in the same loop."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEventLoop, QProcess, QProcessEnvironment, QTimer

PATIENCE_MS = 90_000


class Child:
    """A running program whose output is read line by line. End it with `end`."""

    def __init__(self, environment: Mapping[str, str], program: str, *arguments: str) -> None:
        self.process = QProcess()
        variables = QProcessEnvironment()
        for name, value in environment.items():
            variables.insert(name, value)
        self.process.setProcessEnvironment(variables)
        self.process.start(program, list(arguments))

    def line(self) -> str:
        """The next line it prints."""
        has_ended = QProcess.ProcessState.NotRunning
        self._spin(lambda: self.process.canReadLine() or self.process.state() is has_ended)
        assert self.process.canReadLine(), f"it ended: {self.process.readAllStandardError().toStdString()}"
        return self.process.readLine().toStdString().rstrip("\n")

    def told(self) -> dict[str, Any]:
        """The next line, as the JSON object it is."""
        found: dict[str, Any] = json.loads(self.line())
        return found

    def say(self, line: str) -> None:
        """Write a line to it."""
        self.process.write(f"{line}\n".encode())

    def finish(self) -> tuple[int, str]:
        """Wait for its end: its exit code, and what it printed, errors after the rest."""
        self._spin(lambda: self.process.state() is QProcess.ProcessState.NotRunning)
        text = self.process.readAllStandardOutput().toStdString() + self.process.readAllStandardError().toStdString()
        return self.process.exitCode(), text.strip()

    def end(self) -> None:
        """Kill it, if it still runs, and wait for that."""
        self.process.kill()
        self.finish()

    def _spin(self, holds: Callable[[], bool]) -> None:
        process = self.process
        spin(holds, process.readyReadStandardOutput, process.finished, process.errorOccurred)


def spin(holds: Callable[[], bool], *signals: Any) -> None:
    """Run the event loop until `holds`, which can only come true when one of the signals is given."""
    loop, limit = QEventLoop(), QTimer()
    limit.setSingleShot(True)
    limit.timeout.connect(loop.quit)
    for signal in signals:
        signal.connect(loop.quit)
    limit.start(PATIENCE_MS)
    while not holds() and limit.isActive():
        loop.exec()
    limit.stop()
    for signal in signals:
        signal.disconnect(loop.quit)
    assert holds(), "it never came"
