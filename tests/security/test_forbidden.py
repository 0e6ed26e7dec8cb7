"""What the program's source may not say, but in the files named here, each with its reason."""

import ast
from collections.abc import Mapping

from tests.security.source import sources

Allowed = Mapping[str, str]

# Modules that speak to other computers, or to anything by its address.
NETWORK = (
    *("socket", "socketserver", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib", "poplib"),
    *("imaplib", "nntplib", "telnetlib", "xmlrpc", "asyncio", "webbrowser", "requests", "httpx", "aiohttp", "urllib3"),
    *("multiprocessing", "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets", "PySide6.QtHttpServer"),
    *("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebChannel", "PySide6.QtWebView"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtRemoteObjects", "PySide6.QtBluetooth", "PySide6.QtDBus"),
)
MAY_USE_NETWORK: Mapping[str, tuple[set[str], str]] = {
    "ui/interrupts.py": ({"socket"}, "a pair of sockets, by which a signal reaches Qt's loop"),
    "ui/session/sound/lifeline.py": ({"socket"}, "the speech service's local socket, to see whether it is there"),
    "ui/session/desktop/dbus/connection.py": ({"socket"}, "the session bus's local socket"),
    "ui/instance/client.py": ({"PySide6.QtNetwork"}, "QLocalSocket: asks the window that is open to come forward"),
    "ui/instance/server.py": ({"PySide6.QtNetwork"}, "QLocalServer: a local socket for this user alone"),
}
# Modules that make objects or run code out of what they read.
MAKERS = ("pickle", "cPickle", "marshal", "shelve", "dbm", "yaml", "xml", "lxml", "code", "codeop", "pty", "runpy")
# Modules by which other code is reached: other programs, the system's libraries.
REACHING = ("subprocess", "ctypes", "cffi", "os.system", "pdb")
MAY_REACH: Allowed = {
    "ui/reopening.py": "starts the program itself again, when the text size was changed",
    "ui/instance/client.py": "user32: the window that is open may come forward",
    "ui/reminding/desktop/x11.py": "libxcb: whether a window fills the screen",
    "ui/reminding/desktop/full_screen.py": "shell32: the same on Windows",
    "ui/session/mini/composited.py": "libX11: whether a window may be see-through",
    "ui/session/desktop/awake_mac.py": "IOKit: the screen stays on",
    "ui/session/desktop/awake_windows.py": "kernel32: the screen stays on",
}
# Names nothing of ours says: they run text, start programs, or keep things where nobody looks.
RUNNING = {"exec", "compile", "importlib.import_module"}
STARTING = ("os.system", "os.popen", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "Popen", "subprocess.")
MAY_START = {"ui/reopening.py": "itself, as above"}
FORBIDDEN_NAMES = {
    *("eval", "__import__", "startfile"),
    *("QProcess", "QSettings", "QLibrary", "QPluginLoader", "QNetworkAccessManager", "QTcpSocket", "QUdpSocket"),
    *("QTcpServer", "QSslSocket", "QWebSocket", "QWebEngineView", "QTextBrowser", "QTextDocument", "QTextEdit"),
    *("QMessageBox", "QErrorMessage", "QStaticText", "QUiLoader", "QXmlStreamReader", "QDomDocument", "QJSEngine"),
    *("setHtml", "insertHtml", "appendHtml", "RichText", "MarkdownText", "setMarkdown", "setOpenExternalLinks"),
    *("enable_load_extension", "load_extension", "set_trace_callback", "chmod_recursive"),
}


# What stands in the text of a question: numbers, and names of tables that are written in the same file.
OURS_IN_SQL: Mapping[str, set[str]] = {
    "store/ledger.py": {"round(seconds * 1000)", "before"},
    "store/database.py": {"number", "name"},
    "store/restoring.py": {"int(wanted)"},
    "store/examining.py": {"question"},
}
QT_NETWORK = {"PySide6.QtNetwork", "PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
MAY_SAY: Mapping[str, tuple[set[str], str]] = {
    "ui/crash/start_box.py": ({"QMessageBox"}, "a fault before there is a window; its text is set to be plain"),
    "ui/plain_imports.py": ({"__import__"}, "gives the import statement back to Python; nothing is imported by it"),
}


def uses(file: str, forbidden: tuple[str, ...]) -> set[str]:
    """Which of these modules a file imports, or something out of."""
    told = {name[:end] for name in sources()[file].imported for end in (*_dots(name), len(name))}
    return told & set(forbidden)


def _dots(name: str) -> list[int]:
    return [place for place, letter in enumerate(name) if letter == "."]


def test_no_module_can_speak_to_another_computer() -> None:
    found = {file: uses(file, NETWORK) for file in sources() if uses(file, NETWORK)}
    assert found == {file: allowed for file, (allowed, _) in MAY_USE_NETWORK.items()}
    names = {name for source in sources().values() for name in source.imported}
    assert {name for name in names if name.startswith("PySide6.QtNetwork")} <= QT_NETWORK


def test_no_module_makes_objects_out_of_what_it_reads() -> None:
    assert not {file: uses(file, MAKERS) for file in sources() if uses(file, MAKERS)}


def test_no_module_reaches_other_programs_or_libraries_but_those_named() -> None:
    assert {file for file in sources() if uses(file, REACHING)} == set(MAY_REACH)


def test_no_module_says_what_is_forbidden() -> None:
    for file, source in sources().items():
        said = source.names | {name.rsplit(".", 1)[-1] for name in source.imported}
        assert said & FORBIDDEN_NAMES == MAY_SAY.get(file, (set[str](), ""))[0], file


def test_no_call_runs_text_or_a_shell() -> None:
    for file, source in sources().items():
        for name, call in source.calls:
            assert name not in RUNNING, f"{file}: {name}"
            assert not name.startswith(STARTING) or file in MAY_START, f"{file}: {name}"
            assert "shell" not in {keyword.arg for keyword in call.keywords}, f"{file}: {name} with a shell"
            if name == "QDesktopServices.openUrl":  # an address of another kind could open a browser, or mail
                assert ast.unparse(call.args[0]).startswith("QUrl.fromLocalFile("), f"{file}: {ast.unparse(call)}"


def test_no_question_to_a_database_is_made_of_what_users_write() -> None:
    """That goes in as a parameter; the text of a question is a constant, or made of names that are ours."""
    for file, source in sources().items():
        for name, call in source.calls:
            if not name.endswith((".execute", ".executemany", ".executescript")) or not call.args:
                continue
            asked = call.args[0]
            assert not isinstance(asked, ast.BinOp), f"{file}: {ast.unparse(asked)}"
            if isinstance(asked, ast.JoinedStr):
                told = {ast.unparse(part.value) for part in asked.values if isinstance(part, ast.FormattedValue)}
                given = {name for name in told if not name.strip("_").isupper()}  # the others are constants
                assert given <= OURS_IN_SQL.get(file, set()), f"{file}: {ast.unparse(asked)}"


def test_what_is_allowed_is_still_needed() -> None:
    assert {*MAY_USE_NETWORK, *MAY_REACH, *OURS_IN_SQL} <= set(sources())
