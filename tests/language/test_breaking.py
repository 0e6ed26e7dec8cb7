"""Where a line may end."""

import pytest

from acutimer.language.breaking import has_han, parts_of, unbroken


def test_of_a_language_with_spaces_no_word_is_parted() -> None:
    assert unbroken("Press gently, “both” sides") == ("Press", "gently,", "“both”", "sides")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("按压。", ["按", "压。"]),
        ("（犊鼻）", ["（犊", "鼻）"]),
        ("按ST36时", ["按", "ST36", "时"]),
        ("每侧1:30，两侧", ["每", "侧", "1:30，", "两", "侧"]),
        ("“设置”中", ["“设", "置”", "中"]),
        ("（", ["（"]),
    ],
)
def test_chinese_may_break_between_characters_but_not_before_what_closes_nor_after_what_opens(
    words: str, parts: list[str]
) -> None:
    assert parts_of(words) == parts
    assert "".join(parts) == words


def test_a_line_of_chinese_is_never_narrower_than_a_few_characters() -> None:
    assert "图和按钮会" in unbroken("图和按钮会随之变化")
    assert "会随之变化。" in unbroken("图和按钮会随之变化。")
    assert max(map(len, unbroken("图和按钮会随之变化。窗口会重新打开。"))) <= 6
    assert "坐着" in unbroken("坐着")


def test_a_space_without_a_width_is_where_a_name_may_break() -> None:
    assert unbroken("long_\u200bname") == ("long_", "name")


def test_chinese_characters_are_known_beside_others() -> None:
    assert has_han("ST36 足三里")
    assert not has_han("ST36, “left leg”")
