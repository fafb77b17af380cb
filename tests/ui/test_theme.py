"""Themes are complete; a broken file costs as little as it can and is told in the log."""

import logging
import shutil
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QRawFont

from tests.ui.test_contrast import contrast
from workshop.resources import resource_path
from workshop.ui import theme as look
from workshop.ui.fonts import FALLBACKS, FAMILY, load_fonts
from workshop.ui.roles import ROLES
from workshop.ui.theme import NAMES, Type, load_theme, style_sheet


@pytest.mark.parametrize("name", NAMES)
def test_every_theme_has_the_same_roles_and_real_colours(name):
    theme = load_theme(name)
    assert set(theme.roles) == ROLES
    assert all(QColor(value).isValid() and len(value) == 7 for value in theme.roles.values())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scale", [100, 200])
def test_the_style_sheet_is_filled_completely(name, scale):
    assert "@" not in style_sheet(load_theme(name), scale)


def test_an_unknown_role_is_an_error():
    with pytest.raises(KeyError):
        load_theme("light").color("mauve")


def test_type_grows_with_its_scale():
    assert [Type().small, Type().body, Type().lead, Type().heading, Type().title] == [13, 15, 17, 20, 26]
    assert (Type(200).body, Type(200).title, Type(150).px(46)) == (30, 52, 69)
    assert Type().stage_display == 56


def test_figures_are_equally_wide():
    from PySide6.QtGui import QFontMetricsF

    from workshop.ui.fonts import load_fonts

    load_fonts()
    metrics = QFontMetricsF(Type().font("title", 700))
    assert metrics.horizontalAdvance("1111") == pytest.approx(metrics.horizontalAdvance("8888"))


def test_hanja_and_emoji_are_drawn_by_fonts_that_ship(qapp):
    load_fonts()
    assert [name.casefold() for name in QFont.substitutes(FAMILY)] == [name.casefold() for name in FALLBACKS]
    assert set(FALLBACKS) <= set(QFontDatabase.families())
    for sign, family in (("學", "Noto Sans KR"), ("🚦", "Noto Emoji")):
        assert QRawFont.fromFont(QFont(family)).supportsCharacter(ord(sign))
        assert not QRawFont.fromFont(QFont(FAMILY)).supportsCharacter(ord(sign))


def test_applying_a_theme_changes_palette_and_font(qapp):
    look.apply(qapp, load_theme("dark"), 150)
    assert qapp.palette().window().color() == load_theme("dark").color("paper")
    assert (qapp.font().family(), qapp.font().pixelSize()) == ("Pretendard", 22)
    look.apply(qapp, load_theme("light"))
    assert qapp.palette().window().color().name() == "#faf8f4"


def test_a_named_theme_is_taken_and_the_system_is_followed(qapp):
    assert look.chosen_theme("high-contrast").name == "high-contrast"
    assert look.chosen_theme("system").name in NAMES


# The system.


class FakeHints(QObject):
    """A desktop with a scheme and a wish for contrast, both of which change while the window is open."""

    colorSchemeChanged = Signal(object)
    contrastPreferenceChanged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.scheme, self.contrast = Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.contrast

    def accessibility(self) -> "FakeHints":
        return self


class Window(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def follow(self) -> None:
        self.seen.append(look.chosen_theme("system").name)


def test_the_system_is_followed_while_the_window_is_open(qapp, monkeypatch):
    hints = FakeHints()
    monkeypatch.setattr(look.QGuiApplication, "styleHints", lambda: hints)
    window = Window()
    look.watch_system(window.follow)
    hints.scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(hints.scheme)
    hints.contrast = Qt.ContrastPreference.HighContrast
    hints.contrastPreferenceChanged.emit(hints.contrast)
    hints.contrast = Qt.ContrastPreference.NoPreference
    hints.contrastPreferenceChanged.emit(hints.contrast)
    assert window.seen == ["dark", "high-contrast", "dark"]


def test_this_qt_is_watched_too(qapp):
    window = Window()
    look.watch_system(window.follow)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    qapp.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert len(window.seen) == 2


# Files that are damaged on the user's disk.

_copies = count()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("themes")


def damage(folder: Path, monkeypatch: pytest.MonkeyPatch, *, missing: str = "", **files: bytes) -> Path:
    """A copy of the resources of its own, with other files in the place of some; `dark` is `themes/dark.toml`."""
    copy = folder / str(next(_copies))
    shutil.copytree(resource_path("themes"), copy / "themes")
    for name, content in files.items():
        (copy / "themes" / (f"{name}.toml" if name != "style" else "style.qss")).write_bytes(content)
    if missing:
        (copy / "themes" / missing).unlink()
    monkeypatch.setattr(look, "resource_path", copy.__truediv__)
    return copy / "themes"


def toml(name: str, **roles: object) -> bytes:
    """The file of a theme with some roles changed; None leaves one out."""
    lines = resource_path(f"themes/{name}.toml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.split(" =")[0] not in {role.replace("_", "-") for role in roles}]
    new = [f"{role.replace('_', '-')} = {value}" for role, value in roles.items() if value is not None]
    return "\n".join([*kept, *new]).encode()


def can_be_read(theme: look.Theme) -> bool:
    grounds = ("paper", "card", "navigation", "stage", "booth", "toast", "accent")
    inks = ("ink", "ink", "nav-ink", "stage-ink", "booth-ink", "toast-ink", "accent-ink")
    return all(contrast(theme.color(ink), theme.color(ground)) > 3 for ink, ground in zip(inks, grounds, strict=True))


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"dark = true", b"[roles", b"roles = 3", b"dark = 1\n[roles]\nink = 3"]
)
def test_a_broken_theme_gives_way_to_the_light_one(qapp, folder, monkeypatch, caplog, content):
    themes = damage(folder, monkeypatch, dark=content)
    with caplog.at_level(logging.WARNING):
        theme = load_theme("dark")
        assert theme.roles == load_theme("light").roles
        assert load_theme("dark") is theme
    assert not theme.is_dark
    assert any(str(themes / "dark.toml") in record.message for record in caplog.records)
    assert len([record for record in caplog.records if "cannot be used" in record.message]) == 1, "told once"


def test_without_any_theme_file_the_window_can_be_read(qapp, folder, monkeypatch, caplog):
    themes = damage(folder, monkeypatch, missing="light.toml", dark=b"?")
    for name in ("light", "dark"):
        theme = load_theme(name)
        assert theme.roles.keys() == ROLES
        assert can_be_read(theme)
        assert "QLabel" in style_sheet(theme)
    assert str(themes / "light.toml") in caplog.text


@pytest.mark.parametrize("value", ['"red"', '"#12345"', "7", '""', None])
@pytest.mark.parametrize("name", NAMES)
def test_a_colour_that_makes_no_sense_costs_itself_alone(folder, monkeypatch, caplog, value, name):
    whole = load_theme(name)
    themes = damage(folder, monkeypatch, **{name: toml(name, muted=value)})
    theme = load_theme(name)
    assert {role for role in ROLES if theme.roles[role] != whole.roles[role]} <= {"muted"}
    assert contrast(theme.color("muted"), theme.color("paper")) >= 4.5
    assert theme.is_dark == whole.is_dark
    told = [record.message for record in caplog.records]
    assert len(told) == 1
    assert str(themes / f"{name}.toml") in told[0]
    assert "muted" in told[0]


def test_whether_a_theme_is_dark_can_be_seen_from_its_colours(folder, monkeypatch):
    content = resource_path("themes/dark.toml").read_bytes().replace(b"dark = true", b'dark = "perhaps"')
    damage(folder, monkeypatch, dark=content)
    assert load_theme("dark").is_dark


@pytest.mark.parametrize(
    "content", [None, b"\xff\xfe", b"QLabel { color: @mauve; }", b"QLabel { font-size: @size-huge; }"]
)
def test_without_a_style_sheet_the_window_is_plain(qapp, folder, monkeypatch, caplog, content):
    look._log_once.cache_clear()
    if content is None:
        damage(folder, monkeypatch, missing="style.qss")
    else:
        damage(folder, monkeypatch, style=content)
    look.apply(qapp, load_theme("dark"))
    assert qapp.styleSheet() == ""
    assert qapp.palette().windowText().color() == load_theme("dark").color("ink")
    assert "style.qss" in caplog.text
    monkeypatch.undo()
    look.apply(qapp, load_theme("light"))


@given(
    name=st.sampled_from(NAMES), place=st.integers(0, 3000), noise=st.binary(min_size=1, max_size=40), cut=st.booleans()
)
def test_no_damage_leaves_a_window_without_colours(folder, name, place, noise, cut):
    whole = resource_path(f"themes/{name}.toml").read_bytes()
    rest = b"" if cut else whole[place + len(noise) :]
    with pytest.MonkeyPatch.context() as monkeypatch:
        damage(folder, monkeypatch, **{name: whole[:place] + noise + rest})
        theme = load_theme(name)
    assert theme.roles.keys() >= ROLES
    assert all(QColor(value).isValid() for value in theme.roles.values())


def test_what_ships_is_told_of_nowhere(qapp, caplog):
    look._load.cache_clear()
    for name in NAMES:
        style_sheet(load_theme(name))
    assert caplog.records == []
