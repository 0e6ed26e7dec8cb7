import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.core.conditions import Condition
from acutimer.core.routines import PressStep, RestStep, Step, subject_of
from acutimer.ui.context import Context
from acutimer.ui.editor.adding.add_step import AddStep
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.kit.seeing import name
from tests.ui.practice import resized, shown

KEY = Qt.Key


class Heard:
    def __init__(self, panel: AddStep) -> None:
        self.steps: list[Step] = []
        self.closed = 0
        panel.chosen.connect(self.steps.append)
        panel.closed.connect(self._close)

    def _close(self) -> None:
        self.closed += 1


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> AddStep:
    panel = shown(AddStep(context), qtbot, 440, 776)
    panel.begin()
    resized(panel, 440, 776)
    return panel


@pytest.fixture
def heard(panel: AddStep) -> Heard:
    return Heard(panel)


def press(panel: AddStep, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(panel.search.line, key)


def type_in(panel: AddStep, text: str) -> None:
    QTest.keyClicks(panel.search.line, text)


def keys_shown(panel: AddStep) -> list[str]:
    return [row.entry.key for row in panel.list.rows]


def test_it_begins_with_everything_and_the_keyboard_in_the_search(panel: AddStep) -> None:
    assert panel.search.line.hasFocus()
    keys = keys_shown(panel)
    assert {"ST36", "heel-raises", "knee-kneading", "rest", "breaths", "wait"} <= set(keys)
    assert "deep-breaths" not in keys  # they are the breaths
    assert all(row.isVisible() for row in panel.list.rows)


def test_what_is_typed_finds_points_practices_and_pauses(panel: AddStep) -> None:
    for text, key in (
        ("st36", "ST36"),
        ("zusanli", "ST36"),
        ("heel", "heel-raises"),
        ("rest", "rest"),
        ("足三里", "ST36"),
    ):
        panel.begin()
        panel.search.set_text(text)
        panel.search.edited.emit(text)  # no key of a test's keyboard is Han
        assert keys_shown(panel)[0] == key, text


def test_enter_chooses_the_best_one(panel: AddStep, heard: Heard) -> None:
    type_in(panel, "st36")
    press(panel, KEY.Key_Return)
    (step,) = heard.steps
    assert isinstance(step, PressStep)
    assert step.point == "ST36"


def test_arrows_walk_the_rows_and_stop_at_the_ends(panel: AddStep, heard: Heard) -> None:
    first, second = (row.entry.key for row in panel.list.rows[:2])
    press(panel, KEY.Key_Up, KEY.Key_Down, KEY.Key_Return)
    press(panel, KEY.Key_Up, KEY.Key_Return)
    assert [subject_of(step) for step in heard.steps] == [second, first]
    for _ in range(20):
        press(panel, KEY.Key_PageDown)
    press(panel, KEY.Key_Return)
    assert subject_of(heard.steps[-1]) is None
    current = panel.list.current
    assert current is not None
    assert not current.visibleRegion().isEmpty()


def test_the_mouse_chooses_too(panel: AddStep, heard: Heard) -> None:
    type_in(panel, "rest")
    row = next(row for row in panel.list.rows if row.entry.key == "rest")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert isinstance(heard.steps[0], RestStep)


def test_escape_takes_the_words_away_first_and_then_leaves(panel: AddStep, heard: Heard) -> None:
    type_in(panel, "knee")
    press(panel, KEY.Key_Escape)
    assert (panel.search.text(), heard.closed) == ("", 0)
    press(panel, KEY.Key_Escape)
    assert heard.closed == 1
    QTest.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert heard.closed == 2


def test_where_nothing_fits_it_says_so_and_enter_does_nothing(panel: AddStep, heard: Heard) -> None:
    type_in(panel, "zzzqqq")
    press(panel, KEY.Key_Return, KEY.Key_Down)
    assert panel.nothing.isVisible()
    assert not panel.list.isVisible()
    assert heard.steps == []


def test_what_the_profile_leaves_out_says_why_and_cannot_be_chosen(
    context: Context, panel: AddStep, heard: Heard
) -> None:
    context.preferences.update(conditions=(Condition.KNEE_REPLACEMENT,))
    panel.begin()
    row = next(row for row in panel.list.rows if row.entry.key == "ST35")
    assert "because you have a replaced knee joint" in row.entry.refusal
    assert row.entry.refusal in name(row)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    type_in(panel, "st35")
    press(panel, KEY.Key_Return)
    assert "ST35" not in [subject_of(step) for step in heard.steps]


def test_a_professionals_point_says_so_and_cannot_be_chosen(panel: AddStep, heard: Heard) -> None:
    type_in(panel, "bl57")
    assert "professional" in panel.list.rows[0].entry.refusal
    current = panel.list.current
    assert current is None or current.entry.key != "BL57"
    QTest.mouseClick(panel.list.rows[0], Qt.MouseButton.LeftButton)
    assert heard.steps == []


def test_one_may_see_only_points_practices_or_pauses(panel: AddStep) -> None:
    for place, (there, gone) in enumerate((("ST36", "rest"), ("heel-raises", "ST36"), ("rest", "heel-raises")), 1):
        QTest.mouseClick(panel.sorts.segments[place], Qt.MouseButton.LeftButton)
        assert there in keys_shown(panel)
        assert gone not in keys_shown(panel)
    panel.begin()
    assert panel.sorts.index == 0
    assert {"ST36", "rest"} <= set(keys_shown(panel))


def test_what_cannot_be_chosen_is_found_after_the_rest(context: Context, panel: AddStep) -> None:
    context.preferences.update(conditions=(Condition.KNEE_REPLACEMENT,))
    panel.begin()
    type_in(panel, "knee")
    refused = [bool(row.entry.refusal) for row in panel.list.rows]
    assert refused == sorted(refused)
    assert any(refused)
    assert panel.list.current is panel.list.rows[0]


def test_rows_are_made_anew_only_when_what_they_say_changed(context: Context, panel: AddStep) -> None:
    before = panel.list.rows[0]
    panel.begin()
    assert panel.list.rows[0] is before
    context.preferences.update(conditions=(Condition.PREGNANT,))
    panel.begin()
    assert panel.list.rows[0] is not before


@pytest.mark.parametrize("size", [(440, 776), (512, 340), (552, 400), (400, 600)])
def test_nothing_is_cut_at_any_size(panel: AddStep, size: tuple[int, int]) -> None:
    resized(panel, *size)
    nothing_is_cut(panel)
    type_in(panel, "kneecap")
    resized(panel, *size)
    nothing_is_cut(panel)
