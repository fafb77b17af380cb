"""The application icon: there in all sizes, drawn from the drawings as they are, in the formats of each system."""

import importlib.util
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

ROOT = Path(__file__).parent.parent.parent


def _load(name: str):
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", ROOT / "packaging" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


icons = _load("icons")


@pytest.mark.parametrize("size", icons.SIZES)
def test_each_size_is_what_the_drawing_gives(qapp, size: int) -> None:
    kept = Image.open(icons.FOLDER / f"{size}.png").convert("RGBA")
    assert kept.size == (size, size)
    # A little is left to other versions of Qt, which smooth edges in another way.
    apart = ImageStat.Stat(ImageChops.difference(kept, icons.render(size))).mean
    assert max(apart) < 1.5, "run python packaging/icons.py"


def test_small_sizes_have_a_drawing_of_their_own() -> None:
    assert icons.drawing_for(24).name == "small.svg"
    assert icons.drawing_for(32).name == "application.svg"


@pytest.mark.parametrize("size", [16, 20, 24, 32])
def test_the_dot_can_be_told_from_the_paper_at_small_sizes(size: int) -> None:
    picture = Image.open(icons.FOLDER / f"{size}.png").convert("L")
    column = [picture.getpixel((round(size * (0.47 if size <= 24 else 0.39)), y)) for y in range(size)]
    paper, dot = max(column), min(column[size // 2 : size - size // 5])
    assert paper - dot > 120


def test_windows_and_macos_have_their_files() -> None:
    with Image.open(icons.FOLDER / "application.ico") as ico:
        assert ico.info["sizes"] == {(size, size) for size in icons.ICO_SIZES}
    with Image.open(icons.FOLDER / "application.icns") as icns:
        assert {wide * scale for wide, _high, scale in icns.info["sizes"]} >= set(icons.ICNS_SIZES)


def test_the_windows_show_it(qapp) -> None:
    from workshop.app import application_icon

    sizes = {size.width() for size in application_icon().availableSizes()}
    assert sizes == set(icons.SIZES)


def test_a_desktop_finds_the_entry_and_every_icon(tmp_path: Path) -> None:
    written = _load("desktop_entry").install(tmp_path, "/opt/living lab/bin/workshop")
    entry = (tmp_path / "share/applications/living-lab-workshop.desktop").read_text(encoding="utf-8")
    assert 'Exec="/opt/living lab/bin/workshop"\n' in entry
    assert "Name[ko]=리빙랩 워크숍" in entry
    assert len([file for file in written if file.suffix == ".png"]) == len(icons.SIZES)
    assert all(file.is_file() for file in written)
    assert (tmp_path / "share/icons/hicolor/48x48/apps/living-lab-workshop.png").is_file()
