import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from acutimer.ui.session.keys import Action, action_of

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def asked(
    key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, *, asking: bool = False, rtl: bool = False
) -> Action | None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
    return action_of(event, is_asking=asking, is_right_to_left=rtl)


@pytest.mark.parametrize(
    ("key", "action"),
    [
        (KEY.Key_Space, Action.GO),
        (KEY.Key_Return, Action.GO),
        (KEY.Key_Enter, Action.GO),
        (KEY.Key_Left, Action.BACK),
        (KEY.Key_Right, Action.SKIP),
        (KEY.Key_Up, Action.MORE),
        (KEY.Key_Plus, Action.MORE),
        (KEY.Key_Equal, Action.MORE),
        (KEY.Key_W, Action.WAIT),
        (KEY.Key_R, Action.REDO),
        (KEY.Key_Escape, Action.NOTHING),
        (KEY.Key_S, Action.SAY_AGAIN),
        (KEY.Key_V, Action.VOICE),
        (KEY.Key_M, Action.MINI),
        (KEY.Key_X, None),
        (KEY.Key_MediaTogglePlayPause, Action.GO),
        (KEY.Key_MediaPlay, Action.GO),
        (KEY.Key_Play, Action.GO),
        (KEY.Key_ToggleCallHangup, Action.GO),
        (KEY.Key_MediaPause, Action.PAUSE),
        (KEY.Key_MediaNext, Action.SKIP),
        (KEY.Key_MediaPrevious, Action.BACK),
        (KEY.Key_MediaStop, Action.STOP),
    ],
)
def test_each_key_has_its_meaning(key: Qt.Key, action: Action | None) -> None:
    assert asked(key) is action


def test_control_stops_and_undoes_and_leaves_the_rest_to_the_window() -> None:
    assert asked(KEY.Key_Period, CONTROL) is Action.STOP
    assert asked(KEY.Key_Z, CONTROL) is Action.UNDO
    assert asked(KEY.Key_W, CONTROL) is None
    assert asked(KEY.Key_R, Qt.KeyboardModifier.AltModifier) is None


def test_while_ways_are_offered_arrows_go_from_one_to_the_next() -> None:
    assert asked(KEY.Key_Down, asking=True) is Action.NEXT_WAY
    assert asked(KEY.Key_Up, asking=True) is Action.WAY_BEFORE
    assert asked(KEY.Key_Right, asking=True) is None
    assert asked(KEY.Key_W, asking=True) is None


def test_while_ways_are_offered_voice_and_small_window_still_answer_but_nothing_is_skipped_by_a_headset() -> None:
    assert asked(KEY.Key_S, asking=True) is Action.SAY_AGAIN
    assert asked(KEY.Key_V, asking=True) is Action.VOICE
    assert asked(KEY.Key_M, asking=True) is Action.MINI
    assert asked(KEY.Key_MediaTogglePlayPause, asking=True) is Action.GO
    assert asked(KEY.Key_MediaNext, asking=True) is None
    assert asked(KEY.Key_MediaStop, asking=True) is None


def test_a_pause_key_that_comes_with_shift_means_the_same() -> None:
    # the keyboards of X11 have it on the shifted play key
    assert asked(KEY.Key_MediaPause, Qt.KeyboardModifier.ShiftModifier) is Action.PAUSE


def test_media_keys_mean_the_same_where_reading_goes_from_right_to_left() -> None:
    assert asked(KEY.Key_MediaNext, rtl=True) is Action.SKIP
    assert asked(KEY.Key_MediaPrevious, rtl=True) is Action.BACK


def test_where_reading_goes_from_right_to_left_the_arrows_swap() -> None:
    assert asked(KEY.Key_Left, rtl=True) is Action.SKIP
    assert asked(KEY.Key_Right, rtl=True) is Action.BACK
