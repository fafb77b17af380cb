"""One set of icons for all themes; a wrong name is found at once."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap

from workshop.resources import resource_path
from workshop.ui.icons import Icons, icon_file, icon_names
from workshop.ui.theme import load_theme

UI = Path(__file__).parents[2] / "workshop" / "ui"


def inks(picture: QPixmap) -> set[str]:
    image = picture.toImage()
    solid = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {color.name() for color in solid if color.alpha() == 255}


def test_an_unknown_name_is_an_error(qapp):
    icons = Icons(load_theme("light"))
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")
    with pytest.raises(KeyError):
        icons.pixmap("no-such-icon", 16)


def test_an_icon_has_the_colour_of_its_role(qapp):
    theme = load_theme("dark")
    assert theme.color("warn").name() in inks(Icons(theme).pixmap("square", 48, "warn"))


def test_a_checked_icon_may_have_another_colour(qapp):
    theme = load_theme("light")
    icon = Icons(theme).icon("square", "muted", on="accent")
    on = icon.pixmap(QSize(24, 24), 2.0, QIcon.Mode.Normal, QIcon.State.On)
    off = icon.pixmap(QSize(24, 24), 2.0, QIcon.Mode.Normal, QIcon.State.Off)
    assert theme.color("accent").name() in inks(on)
    assert theme.color("muted").name() in inks(off)


def test_an_icon_is_crisp_on_a_fine_display(qapp):
    icon = Icons(load_theme("light")).icon("house")
    fine = icon.pixmap(QSize(18, 18), 2.0)
    assert (fine.width(), fine.devicePixelRatio()) == (36, 2.0)


def test_a_style_sheet_takes_a_tinted_file():
    file = Path(icon_file(load_theme("light"), "chevron-down-muted"))
    assert load_theme("light").hex("muted") in file.read_text(encoding="utf-8")
    with pytest.raises(KeyError):
        icon_file(load_theme("light"), "chevron-down-mauve")


@pytest.mark.parametrize("name", [name for name in icon_names() if name != "application"])
def test_every_icon_can_be_tinted(name):
    assert "currentColor" in resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")


def test_every_icon_the_window_names_is_there():
    named: dict[str, str] = {}
    for file in UI.rglob("*.py"):
        for name in re.findall(r'\.(?:icon|pixmap)\(\s*"([a-z0-9-]+)"', file.read_text(encoding="utf-8")):
            named[name] = file.name
    assert named, "no icon was found: the pattern is wrong"
    assert {name: file for name, file in named.items() if name not in icon_names()} == {}


def test_colours_of_a_picture_are_seen_by_these_tests(qapp):
    picture = QPixmap(2, 2)
    picture.fill(QColor("#123456"))
    assert inks(picture) == {"#123456"}
