"""Letters where the language is written in Chinese characters."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from acutimer.language.catalogue import use
from acutimer.ui.kit.fonts import HAN, font
from acutimer.ui.kit.text import Text, left_bearing


@pytest.fixture
def chinese() -> Iterator[None]:
    use(NullTranslations(), "zh-Hans")
    yield
    use(None)


@pytest.mark.usefixtures("qapp", "chinese")
def test_a_face_with_the_shapes_of_mainland_china_comes_before_the_systems_own() -> None:
    families = font(17).families()
    assert families[: 1 + len(HAN)] == ["Inter", *HAN]


def test_other_languages_take_the_systems_own_first(qapp: QApplication) -> None:
    families = font(17).families()
    assert families[0] == "Inter"
    assert families[-len(HAN) :] == list(HAN)
    assert families[1] == qapp.font().families()[0] or families[1] not in HAN


@pytest.mark.usefixtures("qapp")
def test_a_letter_another_font_lends_is_measured_as_it_is_painted() -> None:
    metrics = QFontMetricsF(font(52, 700))
    for letter in "左膝按":
        assert left_bearing(metrics, letter) == metrics.boundingRect(letter).left()
    assert left_bearing(metrics, "L") == metrics.leftBearing("L")


@pytest.mark.usefixtures("qapp", "chinese")
def test_a_chinese_sentence_gives_way_though_it_has_no_spaces() -> None:
    text = Text("图和按钮会随之变化。窗口会重新打开。", wrap=True)
    assert text.minimumSizeHint().width() < text.sizeHint().width() / 2
    narrow = text.minimumSizeHint().width()
    assert text.heightForWidth(narrow) > text.heightForWidth(10 * narrow)
