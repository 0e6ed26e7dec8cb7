"""What a point is called beside its name."""

from acutimer.content.library import library_in
from acutimer.paths import resources


def test_english_tells_the_sound_and_the_characters_beside_the_name() -> None:
    point = library_in(resources() / "content", "en").points["ST36"]
    assert point.names_beside == ("Zúsānlǐ", "足三里")


def test_chinese_does_not_tell_the_characters_twice() -> None:
    point = library_in(resources() / "content", "zh-Hans").points["ST36"]
    assert point.name == "足三里"
    assert point.names_beside == ("Zúsānlǐ",)
