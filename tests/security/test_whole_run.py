"""The real program from its first start to its end, with everything in it used, looked at from outside the process.

It runs without any network (in a namespace of its own), under strace, which sees what Qt and every library do, with a
umask that hides nothing.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from acutimer.core.legible import harmless
from acutimer.store.sheet import RISKY
from tests.real_window_desk import missing_hands, screen, session_bus
from tests.security.markup import KEPT_NOTE, WORDS
from tests.security.modes import FILE, mode, own, wrong
from tests.security.source import ROOT
from tests.security.tour import CAME_IN
from tests.security.whole_commands import PROMPT
from tests.security.whole_run import LOOKED, MARKUP, WRONG
from tests.trusting import amount

Tally = Callable[[str, int, int], None]
HERE = Path(__file__).parent
MARKED = "markup, formulas and escape sequences in what users write"
CALLS = ("socket", "socketpair", "connect", "bind", "sendto", "sendmsg")
# AF_UNIX is this computer's own. A netlink socket speaks to the kernel and cannot leave either; nothing here needs one.
LOCAL = {"AF_UNIX", "AF_LOCAL"}
ALONE = ["unshare", *([] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["--map-root-user"]), "--net"]


def missing() -> str:
    """What this needs and is not here, in words; empty where all is."""
    for tool in ("strace", "unshare"):
        if shutil.which(tool) is None:
            return f"needs {tool}"
    if subprocess.run([*ALONE, "strace", "-V"], check=False, capture_output=True).returncode != 0:
        return "this system lets nobody have a network namespace of their own"
    return ""


MISSING = missing()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)


@dataclass(frozen=True, slots=True)
class Run:
    """What came of it: where it kept its files, what it said, every call that has to do with sockets."""

    home: Path
    code: int
    said: list[str]
    errors: str
    calls: list[str]

    @property
    def files(self) -> Path:
        """What was exported."""
        return self.home / "files"


def take_the_tour(home: Path, environment: Mapping[str, str], wide: tuple[str, ...], umask: str) -> Run:
    """Run the window and the commands. The folders `wide` were there before, and open to everyone."""
    (home / "files").mkdir(parents=True)
    for name in wide:
        place = home / name
        place.mkdir(parents=True)
        place.chmod(0o777)
    for name in ("data", "config", "cache", "state"):
        if (home / name).is_dir():
            (home / name).chmod(0o700)
    strace = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "signal=none", "-e", f"trace={','.join(CALLS)}", "-o"]
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PATH", "LC_", "SPEECHD", "LD_"))}
    given = {f"XDG_{kind.upper()}_HOME": str(home / kind) for kind in ("data", "config", "cache", "state")}
    said, errors, code = [], "", 0
    for number, script in enumerate(("whole_run.py", "whole_commands.py")):
        done = subprocess.run(
            [*ALONE, *strace, str(home / f"trace{number}"), sys.executable, str(HERE / script), str(home / "files")],
            cwd=ROOT,
            env=kept | given | {"HOME": str(home), "PYTHONPATH": str(ROOT), "TOUR_UMASK": umask} | dict(environment),
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        said += done.stdout.split("\n")
        errors += done.stderr
        code = code or done.returncode
    calls = [line for number in (0, 1) for line in (home / f"trace{number}").read_text().splitlines()]
    return Run(home, code, said, errors, calls)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Without a screen, a bus, a sound server; some folders there before, some not."""
    home = tmp_path_factory.mktemp("run") / "home"
    wide = ("data/acutimer", "data/acutimer/backups", "cache/acutimer", "cache/acutimer/figures")
    return take_the_tour(home, {"QT_QPA_PLATFORM": "offscreen"}, wide, "000")


def families(calls: list[str]) -> Counter[str]:
    """The families of all sockets and addresses in a trace."""
    return Counter(found for line in calls for found in re.findall(r"\b[AP]F_[A-Z0-9_]+", line))


def check_sockets(run: Run, tally: Tally) -> None:
    found = families(run.calls)
    outside = sum(count for family, count in found.items() if family not in LOCAL)
    tally("sockets opened to the outside, in the whole window and every command", sum(found.values()), outside)
    assert found, "strace saw nothing, and it should have seen a pair of sockets"
    assert not outside, [line for line in run.calls if set(families([line])) - LOCAL]


def check_modes(run: Run, tally: Tally) -> None:
    looked = list(own(run.home))
    exported = [path for path in run.files.iterdir() if not path.name.endswith(CAME_IN)]  # that one came in
    found = [*wrong(run.home), *(line for line in run.said if line.startswith(WRONG))]
    found += [f"{path.name}: {mode(path):o}" for path in exported if mode(path) != FILE]
    tally("files and folders with other modes than 0600 and 0700", len(looked) + len(exported), len(found))
    assert {path.name for path in exported} >= {"out.json", "out.csv", "report.pdf", "by-command.json"}
    assert not found


def check_that_it_was_taken(run: Run) -> None:
    assert "home" in run.said, run.errors[-3000:]
    assert "its file" in run.said
    assert run.code == 0, run.errors[-3000:]
    kept = {path.relative_to(run.home).as_posix() for path, _ in own(run.home)}
    wanted = {"data/acutimer/acutimer.db", "config/acutimer/settings.json", "config/autostart/acutimer.desktop"}
    assert wanted <= kept
    assert any(name.startswith("data/acutimer/backups/acutimer-replaced") for name in kept)
    assert any(name.startswith("cache/acutimer/figures/") for name in kept)
    assert any(name.startswith("state/acutimer/") for name in kept), "there are no notes of the fault at the end"


def test_all_of_it_works_where_there_is_no_network(run: Run) -> None:
    check_that_it_was_taken(run)


def test_no_socket_is_opened_to_the_outside(run: Run, tally: Tally) -> None:
    check_sockets(run, tally)


def test_all_that_is_written_is_the_user_s_alone(run: Run, tally: Tally) -> None:
    check_modes(run, tally)


def test_no_window_takes_what_users_write_for_markup(run: Run, tally: Tally) -> None:
    looked = sum(int(line.removeprefix(LOOKED)) for line in run.said if line.startswith(LOOKED))
    found = [line for line in run.said if line.startswith(MARKUP)]
    tally(MARKED, looked, len(found))
    assert looked > 1000
    assert not found


def test_an_export_holds_what_was_written_as_it_was_and_a_table_no_formula(run: Run, tally: Tally) -> None:
    whole = json.loads((run.files / "out.json").read_text(encoding="utf-8"))
    assert whole["sessions"][0]["note"] == KEPT_NOTE
    assert whole["routines"][0]["routine"]["name"] == WORDS
    with (run.files / "out.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    formulas = [cell for cell in cells if cell.startswith(RISKY)]
    tally(MARKED, len(cells), len(formulas))
    assert f"'{KEPT_NOTE}" in cells
    assert not formulas


def test_the_report_has_no_link_no_picture_of_another_file_and_no_script(run: Run, tally: Tally) -> None:
    content = (run.files / "report.pdf").read_bytes()
    acting = (b"/Link", b"/URI", b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile")
    found = [word for word in acting if word in content]
    tally(MARKED, 1, len(found))
    assert content.startswith(b"%PDF")
    assert not found


def test_no_command_prints_what_a_terminal_would_obey(run: Run, tally: Tally) -> None:
    printed: dict[str, list[str]] = {}
    for line in run.said:
        if line.startswith(PROMPT):
            printed[line.removeprefix(PROMPT)] = []
        elif printed:
            printed[list(printed)[-1]].append(line)
    del printed["log --csv"]  # which is not printed onto a terminal here, and so as it is
    lines = [line for told in printed.values() for line in told] + run.errors.splitlines()
    bad = [line for line in lines if harmless(line) != line]
    tally(MARKED, len(lines), len(bad))
    assert not bad
    assert any("\\u202e" in line for line in printed["log"])
    assert any("\\u202e" in line for line in printed["log --json"])
    assert json.loads("\n".join(printed["log --json"]))[-1]["note"] == KEPT_NOTE
    assert json.loads("\n".join(printed["routines tour --json"]))["name"] == WORDS


@pytest.mark.parametrize(
    "line",
    [
        "7 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 5",
        "7 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 5",
        '7 connect(5, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, "2001:db8::1")}, 28) = 0',
        '7 sendto(5, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = 1',
        "7 socket(AF_BLUETOOTH, SOCK_STREAM, BTPROTO_RFCOMM) = 5",
    ],
)
def test_strace_s_own_words_for_what_goes_outside_are_understood(line: str) -> None:
    assert set(families([line])) - LOCAL


@pytest.fixture
def whole_desktop() -> Iterator[dict[str, str]]:
    """A screen and a session bus, with what starts on it by itself: the accessibility bus, and the voice's service."""
    with ExitStack() as stack:
        environment = stack.enter_context(session_bus(stack.enter_context(screen())))
        wanted = ("DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")
        given = {name: value for name, value in environment.items() if name in wanted}
        yield given | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "SPEECHD_ADDRESS": "", "SPEECHD_CMD": ""}


@pytest.mark.skipif(amount(0, 1) == 0, reason="takes the whole tour again: in the long run")
@pytest.mark.skipif(bool(missing_hands() or shutil.which("dbus-daemon") is None), reason="needs Xvfb, xdotool and dbus")
def test_on_a_whole_desktop_as_well_only_what_is_local_is_spoken_to(
    whole_desktop: dict[str, str], tmp_path: Path, tally: Tally
) -> None:
    run = take_the_tour(tmp_path / "home", whole_desktop, ("config/acutimer", "state/acutimer"), "022")
    check_sockets(run, tally)
    check_modes(run, tally)
    check_that_it_was_taken(run)
