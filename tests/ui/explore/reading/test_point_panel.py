from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.explore.reading.point_panel import PointPanel
from tests.ui.practice import shown


def test_the_time_a_point_was_pressed_for_is_offered_again(context: Context, qtbot: QtBot) -> None:
    panel = shown(PointPanel(context), qtbot, 440, 700)
    pressed: list[tuple[str, int]] = []
    panel.press_now.connect(lambda code, seconds: pressed.append((code, seconds)))
    point = context.library.points["ST36"]
    panel.show_point(point)
    assert panel.stepper is not None
    panel.stepper.less.click()
    panel.start()
    chosen = point.dose.seconds - 15
    assert pressed == [("ST36", chosen)]
    assert context.preferences.value.press_seconds == {"ST36": chosen}
    panel.show_point(context.library.points["SP9"])
    panel.show_point(point)
    assert panel.stepper.value == chosen
    panel.stepper.more.click()
    panel.start()
    assert context.preferences.value.press_seconds == {}
