"""What can go wrong, sorted by whose fault it is.

    AcutimerError
    ├── InputError    the user's input is wrong: say what, where and how to mend it (exit code 1)
    └── WorldError    the world's fault, such as a full disk or a missing permission (exit code 3)

Anything else is our own fault and is allowed to surface as what it is.
"""


class AcutimerError(Exception):
    """A failure with one clear line for people: what, where, how to mend it."""


class InputError(AcutimerError):
    """The user's input is wrong; nothing was changed."""


class WorldError(AcutimerError):
    """Disk, permission, another program: not the user's input and not our code."""
