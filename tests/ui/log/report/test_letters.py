import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from acutimer.ui.log.report.letters import BODY, HEAD, Setting, plain


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("two\nlines\tand  spaces ", "two lines and spaces"),
        ("a bell \x07 and a break\u2028here", "a bell and a break here"),
        ("12\u00a0min", "12\u00a0min"),
        ("turned \u202eround\u202c", "turned round\u202c"),
        ("half a letter \ud83d", "half a letter ?"),
        ("", ""),
    ],
)
def test_a_note_is_one_paragraph_nothing_in_it_can_break(written: str, told: str) -> None:
    assert plain(written) == told


def test_words_break_in_their_width_even_where_they_are_one_long_word(qapp: QApplication) -> None:
    setting = Setting("x" * 400, BODY, 40.0)
    assert setting.lines > 5
    assert setting.rect.width() <= 40.0
    assert setting.height_mm == pytest.approx(setting.lines * BODY.line_mm)


def test_one_line_is_put_by_its_end_or_its_middle(qapp: QApplication) -> None:
    width = HEAD.width_mm("Discomfort")
    at_end = Setting("Discomfort", HEAD, align=Qt.AlignmentFlag.AlignRight).rect
    in_middle = Setting("Discomfort", HEAD, align=Qt.AlignmentFlag.AlignHCenter).rect
    assert (at_end.left(), at_end.right()) == pytest.approx((-width, 0.0), abs=0.01)
    assert (in_middle.left(), in_middle.right()) == pytest.approx((-width / 2, width / 2), abs=0.01)


def test_nothing_to_say_covers_nothing(qapp: QApplication) -> None:
    assert Setting("", BODY).rect.isEmpty()
