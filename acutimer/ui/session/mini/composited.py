"""Whether the desktop lets windows be seen through at their corners, so that one may have a shadow."""

from PySide6.QtGui import QGuiApplication, QNativeInterface

SEE_THROUGH = ("windows", "cocoa", "wayland", "offscreen")
OWN_SHADOW = ("cocoa",)  # the system lays one round the shape by itself


def is_composited() -> bool:
    """X11 tells by who owns a selection; every other desktop of today does."""
    platform = QGuiApplication.platformName()
    if platform != "xcb":
        return platform.startswith(SEE_THROUGH)
    app = QGuiApplication.instance()
    native = app.nativeInterface() if isinstance(app, QGuiApplication) else None
    return isinstance(native, QNativeInterface.QX11Application) and _has_compositor(native.display())


def needs_shadow() -> bool:
    """Whether a window that is seen through must paint its shadow itself."""
    return not QGuiApplication.platformName().startswith(OWN_SHADOW)


def _has_compositor(display: int) -> bool:
    """`display` is the address of Xlib's own; 0 where Qt speaks to X without Xlib."""
    if not display:
        return False
    import ctypes

    try:
        xlib = ctypes.CDLL("libX11.so.6")
    except OSError:
        return False
    xlib.XInternAtom.restype = xlib.XGetSelectionOwner.restype = ctypes.c_ulong
    xlib.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    xlib.XGetSelectionOwner.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    xlib.XDefaultScreen.argtypes = (ctypes.c_void_p,)
    selection = f"_NET_WM_CM_S{xlib.XDefaultScreen(display)}".encode()
    return bool(xlib.XGetSelectionOwner(display, xlib.XInternAtom(display, selection, 0)))
