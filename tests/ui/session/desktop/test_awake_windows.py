from acutimer.ui.session.desktop.awake_windows import WindowsKeeper

WHY = "A session is running"


class Kernel:
    """Takes the place of SetThreadExecutionState: answers with the state before, or 0 when it refuses."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.states: list[int] = []
        self.refuses = refuses

    def __call__(self, state: int) -> int:
        self.states.append(state)
        return 0 if self.refuses else 0x80000000


def test_the_display_is_required_until_it_is_released() -> None:
    kernel = Kernel()
    keeper = WindowsKeeper(kernel)
    keeper.hold(WHY)
    keeper.hold(WHY)
    assert kernel.states == [0x80000002]
    keeper.release()
    keeper.release()
    keeper.close()
    assert kernel.states == [0x80000002, 0x80000000]


def test_closing_releases() -> None:
    kernel = Kernel()
    keeper = WindowsKeeper(kernel)
    keeper.hold(WHY)
    keeper.close()
    assert kernel.states == [0x80000002, 0x80000000]


def test_what_was_refused_is_not_released_but_asked_again() -> None:
    kernel = Kernel(refuses=True)
    keeper = WindowsKeeper(kernel)
    keeper.hold(WHY)
    keeper.release()
    keeper.hold(WHY)
    assert kernel.states == [0x80000002, 0x80000002]


def test_without_windows_it_does_nothing() -> None:
    keeper = WindowsKeeper()
    keeper.hold(WHY)
    keeper.close()
