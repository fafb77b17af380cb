"""One set of icons for all themes: a wrong name is found at once, a broken file is replaced, and nothing ships unused."""

import ast
import logging
import re
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from workshop.resources import resource_path
from workshop.ui import icons as drawing
from workshop.ui import theme as look
from workshop.ui.icons import NAMES, Icons, icon_file, icon_names
from workshop.ui.theme import load_theme

WORKSHOP = Path(__file__).parents[2] / "workshop"
ICONS = resource_path("icons")


def inks(picture: QPixmap | QImage) -> set[str]:
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    solid = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {color.name() for color in solid if color.alpha() > 250}


def test_an_unknown_name_is_an_error(qapp):
    icons = Icons(load_theme("light"))
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")
    with pytest.raises(KeyError):
        icons.pixmap("no-such-icon", 16)
    with pytest.raises(KeyError):
        icons.pixmap("house", 16, "mauve")


def test_an_icon_has_the_colour_of_its_role(qapp):
    theme = load_theme("dark")
    assert theme.color("warn").name() in inks(Icons(theme).pixmap("square-check", 48, "warn"))


def test_a_disabled_icon_has_the_colour_of_what_is_disabled(qapp):
    theme = load_theme("light")
    icon = Icons(theme).icon("pause", "accent")
    assert theme.color("disabled").name() in inks(icon.pixmap(QSize(18, 18), 1.0, QIcon.Mode.Disabled))
    assert theme.color("accent").name() in inks(icon.pixmap(QSize(18, 18), 1.0, QIcon.Mode.Normal))


def test_a_checked_icon_may_have_another_colour(qapp):
    theme = load_theme("light")
    icon = Icons(theme).icon("pause", "muted", on="accent")
    on = icon.pixmap(QSize(18, 18), 1.0, QIcon.Mode.Normal, QIcon.State.On)
    off = icon.pixmap(QSize(18, 18), 1.0, QIcon.Mode.Normal, QIcon.State.Off)
    assert theme.color("accent").name() in inks(on)
    assert theme.color("muted").name() in inks(off)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("scale", [100, 125, 150, 200])
def test_an_icon_is_crisp_on_every_display_in_every_size_of_text(qapp, monkeypatch, ratio, scale):
    monkeypatch.setattr(drawing, "_ratio", lambda: ratio)
    look.apply(qapp, load_theme("light"), scale)
    side = drawing._beside_text()
    icon = Icons(load_theme("light")).icon("house")
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        picture = icon.pixmap(QSize(side, side), ratio, mode)
        assert picture.width() == round(side * ratio)
        assert picture.devicePixelRatio() == pytest.approx(ratio, abs=0.05)
    large = Icons(load_theme("light")).pixmap("house", 72)
    assert (large.width(), large.deviceIndependentSize().width()) == (72 * ratio, 72)
    look.apply(qapp, load_theme("light"))


def test_a_large_icon_looks_no_heavier_than_a_small_one():
    widths = [size * drawing._stroke(size) / 24 for size in (16, 18, 24, 36, 48, 72)]
    assert widths == sorted(widths), "a larger icon has no thinner line"
    assert widths[-1] / widths[1] < 72 / 18 * 0.75


def test_a_style_sheet_takes_a_tinted_file():
    file = Path(icon_file(load_theme("light"), "chevron-down-muted"))
    assert load_theme("light").hex("muted") in file.read_text(encoding="utf-8")
    with pytest.raises(KeyError):
        icon_file(load_theme("light"), "chevron-down-mauve")


# The set.


def texts(file: Path) -> Iterator[str]:
    """Every text in the code of a file, apart from docstrings and f-strings."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def used_names() -> set[str]:
    """Every text in our code that is the name of an icon, and the icons of the style sheet."""
    sheet = resource_path("themes/style.qss").read_text(encoding="utf-8")
    used = {name for name in NAMES if f"@icon-{name}-" in sheet}
    for file in (WORKSHOP / "ui").rglob("*.py"):
        used |= NAMES.intersection(texts(file))
    return used


def test_what_ships_is_what_the_code_knows():
    assert {file.stem for file in ICONS.glob("*.svg") if file.stem != "application"} == NAMES
    assert icon_names() == sorted(NAMES)


def test_every_icon_that_ships_is_used():
    assert sorted(NAMES - used_names()) == []


def test_every_icon_that_is_named_ships():
    named: dict[str, str] = {}
    for file in WORKSHOP.rglob("*.py"):
        for name in re.findall(r'\b(?:icon|pixmap)\(\s*"([a-z0-9-]+)"', file.read_text(encoding="utf-8")):
            named[name] = file.name
    assert named, "no icon was found: the pattern is wrong"
    assert {name: file for name, file in named.items() if name not in NAMES} == {}


def test_the_licence_of_the_set_ships_with_it():
    assert "ISC" in (ICONS / "LICENSE-Lucide.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_icon_is_drawn_in_the_manner_of_the_set(name, qapp, caplog):
    text = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    assert 'stroke="currentColor"' in text
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke-width="2"' in text, "the line could not be made finer"
    assert not re.search(r'(?:fill|stroke)="(?!none|currentColor)', text), "a colour of its own"
    picture = Icons(load_theme("light")).pixmap(name, 48)
    assert inks(picture), "nothing is seen"
    assert not caplog.records


# Files that are damaged on the user's disk.

_copies = count()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("icons")


def damaged(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes | None) -> Path:
    """A copy of the resources of its own, in which one file is damaged or missing."""
    copy = folder / str(next(_copies))
    (copy / "icons").mkdir(parents=True)
    if content is None:
        shutil.rmtree(copy / "icons")
    else:
        (copy / "icons" / f"{name}.svg").write_bytes(content)
    monkeypatch.setattr(drawing, "resource_path", copy.__truediv__)
    return copy / "icons" / f"{name}.svg"


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00", b"<svg", b"<svg></svg>", b"not a drawing"])
def test_a_broken_file_is_replaced_and_told_once(qapp, folder, monkeypatch, caplog, content):
    file = damaged(folder, monkeypatch, "house", content)
    icons = Icons(load_theme("light"))
    with caplog.at_level(logging.WARNING):
        assert inks(icons.pixmap("house", 24)) == {load_theme("light").hex("ink").lower()}
        assert not icons.icon("house").isNull()
        assert Path(icon_file(load_theme("light"), "house-accent")).is_file()
    assert [str(file) in record.message for record in caplog.records if record.name == "workshop.ui.icons"] == [True]


def test_an_unknown_name_stays_an_error_where_files_are_missing(qapp, folder, monkeypatch):
    damaged(folder, monkeypatch, "house", None)
    with pytest.raises(KeyError):
        Icons(load_theme("light")).icon("no-such-icon")


@pytest.mark.qt_log_ignore("Invalid path data", extend=True)  # what Qt says of a drawing it can use in part
@given(cut=st.integers(0, 400), noise=st.binary(max_size=60))
def test_no_damage_stops_the_window(qapp, folder, cut, noise):
    whole = (ICONS / "house.svg").read_bytes()
    with pytest.MonkeyPatch.context() as monkeypatch:
        damaged(folder, monkeypatch, "house", whole[:cut] + noise + whole[cut + len(noise) :])
        picture = Icons(load_theme("light")).pixmap("house", 24)
    assert (picture.width(), picture.height()) == (24, 24)


def test_colours_of_a_picture_are_seen_by_these_tests(qapp):
    picture = QPixmap(2, 2)
    picture.fill(QColor("#123456"))
    assert inks(picture) == {"#123456"}
