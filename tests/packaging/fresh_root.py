"""A system of one's own to install into: this one, seen through an overlay in memory. Nothing of it reaches the disk.

Needs root and a kernel that has overlays. What our checkout and its Python hold is out of sight in there.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
USER = 12345  # nobody's number: an ordinary user
HOME = Path("/home") / "someone"
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
TOOLS = ("unshare", "nsenter", "chroot", "setpriv", "mount", "dpkg")
# What a package manager keeps for itself, whatever is installed or removed.
BOOKS = ("-old", "lock", "lock-frontend", "mimeinfo.cache", "icon-theme.cache")
SCRIPT = """set -e
mount -t tmpfs -o mode=755 fresh "$1"
mkdir "$1/upper" "$1/work" "$1/whole"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" "$1/whole"
for folder in proc dev; do mount --rbind "/$folder" "$1/whole/$folder"; done
mkdir -p "$1/whole/tmp" "$1/whole{home}"
mount -t tmpfs -o mode=1777 tmp "$1/whole/tmp"
if [ -d /tmp/.X11-unix ]; then mkdir "$1/whole/tmp/.X11-unix"; mount --bind /tmp/.X11-unix "$1/whole/tmp/.X11-unix"; fi
echo "someone:x:{user}:{user}::{home}:/bin/sh" >> "$1/whole/etc/passwd"
chown {user}:{user} "$1/whole{home}"
whole="$1/whole"; shift
for hidden; do if [ -d "$whole$hidden" ]; then mount -t tmpfs hidden "$whole$hidden"; fi; done
echo ready
exec cat
"""


def missing_for_a_root() -> str:
    """What is missing to make one, in words; empty where nothing is."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "needs Linux and root, to install a package into a system of its own"
    without = [tool for tool in TOOLS if not shutil.which(tool, path=PATH)]
    return f"needs {', '.join(without)}" if without else ""


@dataclass(frozen=True, slots=True)
class FreshRoot:
    """That system while it is there. `holder` keeps its mounts; `inside` is its name for its own root."""

    holder: int
    inside: Path

    def path(self, place: str | Path) -> Path:
        """How a file in there is reached from out here."""
        return Path(f"/proc/{self.holder}/root{self.inside}") / str(place).lstrip("/")

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        """Run something in there as root, to its end."""
        return subprocess.run(
            [*self._entered(), *command],
            env={
                "PATH": PATH,
                "HOME": "/root",
                "LC_ALL": "C.UTF-8",
                "DEBIAN_FRONTEND": "noninteractive",
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )

    def use(self, *command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run something in there as an ordinary user, to its end; it must go well."""
        done = subprocess.run(
            [*self._entered(), *self._as_user(), *command],
            env=self.environment(environment),
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        return done

    @contextmanager
    def started(self, *command: str, **environment: str) -> Iterator["subprocess.Popen[str]"]:
        """Something an ordinary user started in there; its process is the one that is given."""
        child = subprocess.Popen(
            [*self._entered(), *self._as_user(), *command],
            env=self.environment(environment),
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            yield child
        finally:
            child.kill()
            child.communicate()

    def files(self) -> set[str]:
        """Every file and folder in there that programs, settings and records lie in; not people's homes."""
        found = set()
        for top in ("usr", "etc", "opt", "var/lib", "bin", "sbin"):
            for folder, folders, files in os.walk(self.path(top)):
                found |= {f"{folder}/{name}" for name in (*folders, *files) if not name.endswith(BOOKS)}
        return {name.removeprefix(str(self.path("/"))) for name in found}

    @staticmethod
    def environment(more: Mapping[str, str]) -> dict[str, str]:
        """What a user's session tells its programs."""
        quiet = {"SPEECHD_ADDRESS": "unix_socket:/nonexistent", "SPEECHD_CMD": "false"}
        return {"PATH": PATH, "HOME": str(HOME), "LC_ALL": "C.UTF-8", **quiet, **more}

    def _entered(self) -> Sequence[str]:
        return ("nsenter", f"--mount=/proc/{self.holder}/ns/mnt", "chroot", str(self.inside))

    def _as_user(self) -> Sequence[str]:
        return ("setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", "env", f"--chdir={HOME}")


@contextmanager
def fresh_root(folder: Path) -> Iterator[FreshRoot]:
    """One that lasts as long as the block; `folder` is an empty one to mount it on.

    Raises:
        OSError: the kernel does not allow it, in its words.
    """
    script = SCRIPT.format(home=HOME, user=USER)
    hidden = [str(it) for it in (CHECKOUT, Path(sys.prefix)) if not Path("/usr").is_relative_to(it)]
    command = ["unshare", "--mount", "--propagation", "private", "sh", "-c", script, "sh", str(folder), *hidden]
    pipe = subprocess.PIPE
    holder = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert holder.stdin is not None
    assert holder.stdout is not None
    assert holder.stderr is not None
    try:
        if holder.stdout.readline() != "ready\n":
            raise OSError(holder.stderr.read().strip())
        yield FreshRoot(holder.pid, folder / "whole")
    finally:
        holder.stdin.close()  # it ends, and its mounts with it
        holder.wait()
        holder.stdout.close()
        holder.stderr.close()
