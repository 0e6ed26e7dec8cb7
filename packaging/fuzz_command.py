"""Runs one real command and tells in JSON how it went: fuzz_command.py COMMAND...

A process of its own, and a small one: a command's most memory counts from what started it.
"""

import json
import os
import sys
import tempfile
import time


def main() -> int:
    """Print the answer, with the same names as `fuzz_check` has."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.perf_counter()
        files = [(os.POSIX_SPAWN_DUP2, file.fileno(), number) for file, number in ((out, 1), (err, 2))]
        process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=files)
        _, status, used = os.wait4(process, 0)
        answer: dict[str, object] = {
            "code": os.waitstatus_to_exitcode(status),
            "seconds": time.perf_counter() - began,
            "cpu_seconds": used.ru_utime + used.ru_stime,
            "peak_mb": used.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1000),
        }
        for name, file in (("out", out), ("err", err)):
            file.seek(0)
            answer[name] = file.read().decode()
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
