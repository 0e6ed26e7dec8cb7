"""What a process holds: memory, Qt's objects, timers, connections, threads, open files."""

import ctypes
import gc
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QMetaMethod, QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import getAllValidWrappers, getCppPointer, isValid

SMAPS = Path("/proc/self/smaps_rollup")


@dataclass(frozen=True, slots=True)
class Held:
    """One look. `objects` are Qt's by class, `files` the open descriptors by what they are; memory is 0 if unknown.

    `connections` are all receivers of all signals of all those objects; `wrappers` what Python holds of Qt, fonts and
    the like among it, which comes and goes with caches.
    """

    objects: dict[str, int]
    timers: int
    active_timers: int
    connections: int
    wrappers: int
    threads: int
    files: dict[str, int]
    memory_kb: int

    @property
    def counts(self) -> dict[str, int]:
        """What may never grow."""
        return {
            "QObjects": sum(self.objects.values()),
            "timers": self.timers,
            "running timers": self.active_timers,
            "connections": self.connections,
            "threads": self.threads,
            "open files": sum(self.files.values()),
        }

    @property
    def told(self) -> str:
        """All of it in a line."""
        counts = ", ".join(f"{count:,} {name}" for name, count in self.counts.items())
        return f"{self.memory_kb / 1024:.1f} MB, {counts}"


def look() -> Held:
    """Count everything now; what nobody holds any more is put away first."""
    for _ in range(3):
        gc.collect()
    objects = _objects()
    wrappers = len(getAllValidWrappers())
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None
    held = Held(
        objects=dict(Counter(_name(it) for it in objects)),
        timers=sum(isinstance(it, QTimer) for it in objects),
        active_timers=sum(len(dispatcher.registeredTimers(it)) for it in objects),
        connections=sum(_receivers(it) for it in objects),
        wrappers=wrappers,
        threads=_threads(),
        files=dict(Counter(_open_files())),
        memory_kb=_memory_kb(),
    )
    del objects
    return held


def _objects() -> list[QObject]:
    """Every QObject that can be come to: from the program, from its windows, from what Python holds."""
    app = QCoreApplication.instance()
    assert app is not None
    wrapped = [it for it in getAllValidWrappers() if isinstance(it, QObject)]
    roots = {_address(it): it for it in (app, *QApplication.allWidgets(), *wrapped)}
    found = dict(roots)
    for root in roots.values():
        if root.parent() is None and root.thread() is app.thread():
            found |= {_address(it): it for it in root.findChildren(QObject)}
    return [it for it in found.values() if isValid(it)]


def _address(thing: QObject) -> int:
    return int(getCppPointer(thing)[0])


def _name(thing: QObject) -> str:
    kind = type(thing)
    return kind.__name__ if kind.__module__.startswith("acutimer") else thing.metaObject().className()


def _receivers(thing: QObject) -> int:
    meta = thing.metaObject()
    methods = (meta.method(index) for index in range(meta.methodCount()))
    signals = (it for it in methods if it.methodType() is QMetaMethod.MethodType.Signal)
    return sum(thing.receivers(f"2{it.methodSignature().toStdString()}") for it in signals)


def _threads() -> int:
    """All there are, Qt's own among them where the system tells."""
    tasks = Path("/proc/self/task")
    return sum(1 for _ in tasks.iterdir()) if tasks.exists() else threading.active_count()


def _open_files() -> Iterator[str]:
    folder = Path("/proc/self/fd")
    for entry in folder.iterdir() if folder.exists() else ():
        try:
            yield str(entry.readlink())
        except OSError:  # the one that looks
            continue


def _memory_kb() -> int:
    """What the process has in memory that lies in no file, once all that is free was given back; 0 where unknown.

    Of what lies in files (libraries, mostly) its share would change with whoever else is using them.
    """
    if not SMAPS.exists():
        return 0
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    line = next(it for it in SMAPS.read_text().splitlines() if it.startswith("Anonymous:"))
    return int(line.split()[1])
