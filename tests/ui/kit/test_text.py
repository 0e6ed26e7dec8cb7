import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.fonts import ROLES, font
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.text import Text, draw_text, text_width
from acutimer.ui.kit.tokens import DARK, LIGHT, color, dress
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import colour_at, has_colour, name, role

LONG = "Bend your knee. Lay four fingers down from the outer knee eye. Press under the little finger."


def made(qtbot: QtBot, text: Text) -> Text:
    qtbot.addWidget(text)
    text.resize(text.sizeHint())
    return text


def ink(text: Text) -> tuple[int, int, int, int]:
    """The rectangle the letters cover: left, top, right, bottom."""
    image = text.grab().toImage()
    ground = image.pixelColor(QPoint(image.width() - 1, image.height() - 1))
    dark = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != ground]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("which", [it for it in ROLES if it != "time"])
def test_a_line_takes_the_line_height_of_its_role_and_all_its_letters_fit(qtbot: QtBot, which: str) -> None:
    text = made(qtbot, Text("Ägypten jagt qÿ", which))
    assert text.height() == ROLES[which].line_px
    wide = Text("Ägypten jagt qÿ", which)
    qtbot.addWidget(wide)
    wide.resize(text.width() + 40, text.height() + 40)
    left, top, right, bottom = ink(text)
    free = ink(wide)
    assert (right - left, bottom - top) == (free[2] - free[0], free[3] - free[1])


def test_a_wrapping_text_asks_for_the_height_of_all_its_lines(qtbot: QtBot) -> None:
    text = made(qtbot, Text(LONG, wrap=True))
    assert text.heightForWidth(200) == 5 * 25
    assert text.heightForWidth(2000) == 25


def test_a_column_gives_a_wrapping_text_the_room_it_needs(show: Show) -> None:
    text = Text(LONG, wrap=True)
    holder = column(text, None)
    show(holder)
    holder.resize(220, 600)
    assert text.height() == text.heightForWidth(220)


def test_no_word_is_ever_narrower_than_its_room(qtbot: QtBot) -> None:
    text = made(qtbot, Text("Kniegelenksbeschwerden hier", wrap=True))
    assert text.minimumSizeHint().width() >= text_width("Kniegelenksbeschwerden", font(17))
    plain = made(qtbot, Text("never cut", "head"))
    assert plain.minimumSizeHint() == plain.sizeHint()


def test_a_newline_begins_a_line_even_without_wrapping(qtbot: QtBot) -> None:
    assert made(qtbot, Text("What would you\nlike to ease?", "title")).sizeHint().height() == 2 * 38


def test_what_looks_like_markup_is_shown_as_it_stands(qtbot: QtBot) -> None:
    text = made(qtbot, Text("<b>5 < 6 & 7"))
    assert name(text) == "<b>5 < 6 & 7"
    assert text.width() >= text_width("<b>5 < 6 & 7", font(17))


def test_a_text_is_a_text_to_a_screen_reader(qtbot: QtBot) -> None:
    text = made(qtbot, Text("Find it", "strong"))
    assert (role(text), name(text)) == (QAccessible.Role.StaticText, "Find it")


def test_a_text_follows_its_colour_and_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    text = made(qtbot, Text("████", "title", "pine"))
    assert has_colour(text, LIGHT.pine)
    dress(qapp, DARK)
    assert has_colour(text, DARK.pine)
    text.set_color("ember")
    assert has_colour(text, DARK.ember)
    text.setEnabled(False)
    assert has_colour(text, DARK.ink3)


@pytest.mark.parametrize(
    ("align", "direction", "share"),
    [
        (Qt.AlignmentFlag.AlignLeft, Qt.LayoutDirection.LeftToRight, 0.0),
        (Qt.AlignmentFlag.AlignHCenter, Qt.LayoutDirection.LeftToRight, 0.5),
        (Qt.AlignmentFlag.AlignRight, Qt.LayoutDirection.LeftToRight, 1.0),
        (Qt.AlignmentFlag.AlignLeft, Qt.LayoutDirection.RightToLeft, 1.0),
    ],
)
def test_words_stand_where_they_are_told(
    qtbot: QtBot, align: Qt.AlignmentFlag, direction: Qt.LayoutDirection, share: float
) -> None:
    text = Text("HH", align=align)
    qtbot.addWidget(text)
    text.setLayoutDirection(direction)
    text.resize(300, 25)
    left, _, right, _ = ink(text)
    free = 300 - (right - left)
    assert left == pytest.approx(free * share, abs=4)


def test_wrapped_words_can_stand_in_the_middle(qtbot: QtBot) -> None:
    text = Text("H", wrap=True, align=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    qtbot.addWidget(text)
    text.resize(100, 101)
    _, top, _, bottom = ink(text)
    assert (top + bottom) / 2 == pytest.approx(50, abs=3)


def test_another_role_is_another_size(qtbot: QtBot) -> None:
    text = made(qtbot, Text("18 min", "head"))
    text.set_role("small")
    assert text.sizeHint() == QSize(text.sizeHint().width(), 22)
    assert text.font().pixelSize() == 15


def test_drawn_words_have_their_capitals_on_the_middle_line(qtbot: QtBot) -> None:
    image = QImage(200, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    width = draw_text(painter, 100, 50, "HHH", font(40, 600), color("#000000"), Qt.AlignmentFlag.AlignHCenter)
    painter.end()
    rows = [y for y in range(100) if any(image.pixelColor(x, y).alpha() > 128 for x in range(200))]
    assert (rows[0] + rows[-1]) / 2 == pytest.approx(50, abs=1)
    columns = [x for x in range(200) if image.pixelColor(x, 50).alpha() > 128]
    assert (columns[0] + columns[-1]) / 2 == pytest.approx(100, abs=2)
    assert width == pytest.approx(text_width("HHH", font(40, 600)))


def test_the_ground_of_a_text_is_what_it_lies_on(qtbot: QtBot) -> None:
    holder = column(Text("on the window"), margins=10)
    qtbot.addWidget(holder)
    holder.resize(200, 60)
    assert colour_at(holder, 150, 30) == LIGHT.bg


def test_a_word_may_break_at_a_space_without_a_width(qtbot: QtBot) -> None:
    pieces, word = Text("knee\u200b" * 8, wrap=True), Text("knee" * 8, wrap=True)
    qtbot.addWidget(pieces)
    qtbot.addWidget(word)
    assert pieces.minimumSizeHint().width() < word.minimumSizeHint().width() / 4
