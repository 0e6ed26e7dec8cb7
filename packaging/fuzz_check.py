"""Checks files as `acutimer check FILE` does, one a line of its input, and tells of each how it went: a child process.

For every path (as JSON) it answers with one line of JSON: exit code, seconds, processor seconds, what was written, and
the most memory the process ever had, in megabytes. A check that raises anything answers with its traceback.
"""

import json
import resource
import signal
import sys
import time
import traceback
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path

from acutimer import cli

PATIENCE_SECONDS = 20  # until a check counts as one without an end
MOST_ADDRESSES = 2_000_000_000  # bytes: what runs away fails here and not the machine


def main() -> int:
    """Answer until the input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
    signal.signal(signal.SIGALRM, _give_up)
    for line in sys.stdin:
        print(json.dumps(_checked(json.loads(line))), flush=True)
    return 0


def _give_up(*_: object) -> None:
    raise TimeoutError(f"a check took more than {PATIENCE_SECONDS} s")


def _checked(path: str) -> dict[str, object]:
    out, err, code = StringIO(), StringIO(), -1
    began, worked = time.perf_counter(), time.process_time()
    signal.setitimer(signal.ITIMER_REAL, PATIENCE_SECONDS)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = cli.main(["check", path])
    except BaseException:  # noqa: BLE001 - whatever it is, it is what the bench is looking for
        err.write(traceback.format_exc())
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return {
        "code": code,
        "seconds": time.perf_counter() - began,
        "cpu_seconds": time.process_time() - worked,
        "out": out.getvalue(),
        "err": err.getvalue(),
        "peak_mb": _peak_mb(),
    }


def _peak_mb() -> float:
    """The most memory so far; Linux tells that of a child from what started it, but here from its own beginning."""
    with suppress(OSError), Path("/proc/self/status").open(encoding="ascii") as file:
        return next(int(line.split()[1]) / 1000 for line in file if line.startswith("VmHWM:"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1000)


if __name__ == "__main__":
    sys.exit(main())
