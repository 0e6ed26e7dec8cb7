import os
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from acutimer.ui.body.shelf import Shelf


def picture(color: str = "#80ff0000", size: int = 40) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(color))
    return image


def noise(seed: int) -> QImage:
    image = picture(size=100)
    for i in range(10_000):
        seed = (seed * 1103515245 + 12345) % 2**31
        image.setPixel(i % 100, i // 100, 0xFF000000 | seed >> 7)
    return image


def test_a_kept_picture_is_found_as_it_was(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "not" / "yet" / "there")
    shelf.keep("knee", picture())
    found = shelf.find("knee")
    assert found is not None
    assert found.format() == QImage.Format.Format_ARGB32_Premultiplied
    assert found == picture()


def test_what_was_not_kept_is_not_found(tmp_path: Path) -> None:
    assert Shelf(tmp_path).find("knee") is None


def test_a_damaged_picture_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "knee.png").write_bytes(b"no picture")
    assert Shelf(tmp_path).find("knee") is None


def test_a_folder_one_may_not_write_to_costs_nothing(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    shelf = Shelf(in_the_way / "figures")
    shelf.keep("knee", picture())
    assert shelf.find("knee") is None


def test_nothing_unfinished_is_left_behind(tmp_path: Path) -> None:
    Shelf(tmp_path).keep("knee", picture())
    assert [path.name for path in tmp_path.iterdir()] == ["knee.png"]


def test_the_shelf_stays_small_and_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    size = 0
    for number in range(4):
        Shelf(tmp_path).keep(f"p{number}", noise(number + 1))
        size = max(size, (tmp_path / f"p{number}.png").stat().st_size)
        os.utime(tmp_path / f"p{number}.png", (number, number))
    shelf = Shelf(tmp_path, limit_bytes=int(3.5 * size))
    assert shelf.find("p0") is not None
    shelf.keep("p4", noise(5))
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["p0", "p3", "p4"]


def test_half_transparent_colours_survive_the_file(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.keep("edge", picture("#33aa5500"))
    found = shelf.find("edge")
    assert found is not None
    assert abs(found.pixelColor(3, 3).red() - 0xAA) <= 3
    assert found.pixelColor(3, 3).alpha() == 0x33
