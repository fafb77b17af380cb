"""The look as data: a theme is a table of roles, a style sheet is a template filled from it.

`apply` gives the application its palette, font and style sheet; what paints itself asks `theme.color(role)`.
"""

import logging
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from workshop.resources import resource_path
from workshop.ui.fonts import load_fonts, make_font
from workshop.ui.motion import allow_effects
from workshop.ui.roles import ROLES, completed, plain_colours

_log = logging.getLogger(__name__)
NAMES = ("light", "dark", "high-contrast")
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_PLACE = re.compile(
    r"@(?:px\((?P<pixels>\d+)\)|tight\((?P<tight>\d+)\)|size-(?P<size>[a-z]+)|icon-(?P<icon>[a-z-]+)"
    r"|(?P<role>[a-z][a-z0-9-]*))"
)


@dataclass(frozen=True)
class Type:
    """The scale of type and what grows with it; `scale` is in percent, all sizes are in pixels."""

    scale: int = 100

    @property
    def small(self) -> int:
        """Over-titles, table headers, help texts."""
        return self.px(13)

    @property
    def body(self) -> int:
        """Everything that is read or typed."""
        return self.px(15)

    @property
    def lead(self) -> int:
        """Titles of cards."""
        return self.px(17)

    @property
    def heading(self) -> int:
        """Titles of dialogs and empty pages."""
        return self.px(20)

    @property
    def title(self) -> int:
        """The title of a page."""
        return self.px(26)

    @property
    def stage_small(self) -> int:
        """Shared screen: what is said beside."""
        return self.px(19)

    @property
    def stage_body(self) -> int:
        """Shared screen: what is read."""
        return self.px(24)

    @property
    def stage_title(self) -> int:
        """Shared screen: titles."""
        return self.px(36)

    @property
    def stage_display(self) -> int:
        """Shared screen: the question, the number, the clock."""
        return self.px(56)

    @property
    def row(self) -> int:
        """The height of a table row."""
        return self.px(46)

    @property
    def icon(self) -> int:
        """The side of an icon beside body text."""
        return self.px(18)

    def px(self, pixels: float) -> int:
        """A length at 100 % in the present scale."""
        return round(pixels * self.scale / 100)

    def font(self, size: str = "body", weight: int = 400) -> QFont:
        """A font of the scale: `font("title", 700)`; sizes are the names of this class."""
        return make_font(getattr(self, size), weight)


@dataclass(frozen=True, eq=False)
class Theme:
    """One look: its name, whether it is dark, and the colour of each role."""

    name: str
    is_dark: bool
    roles: Mapping[str, str]

    def color(self, role: str) -> QColor:
        """The colour of a role; raises KeyError where no theme knows it."""
        return QColor(self.roles[role])

    def hex(self, role: str) -> str:
        """The colour of a role as `#RRGGBB`."""
        return self.roles[role]


def load_theme(name: str) -> Theme:
    """The theme of a name of `NAMES`, the same object each time; what is broken in its file is replaced and logged once."""
    return _load(name, resource_path(f"themes/{name}.toml"))


def chosen_theme(setting: str) -> Theme:
    """The theme of a setting; "system" follows the scheme and the contrast of the desktop."""
    if setting in NAMES:
        return load_theme(setting)
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # Qt 6.10 and later
    if accessibility is not None:
        wish = accessibility().contrastPreference()
        if wish == Qt.ContrastPreference.HighContrast:
            return load_theme("high-contrast")
    return load_theme("dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light")


def watch_system(changed: Callable[[], object]) -> None:
    """Call `changed`, a method of a QObject, whenever the desktop changes its scheme or its wish for contrast."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(changed)
    accessibility = getattr(hints, "accessibility", None)  # Qt 6.10 and later
    if accessibility is not None:
        accessibility().contrastPreferenceChanged.connect(changed)


def apply(app: QApplication, theme: Theme, text_scale: int = 100) -> None:
    """Give the application its look; widgets that paint themselves have to be built anew."""
    load_fonts()
    sheet = style_sheet(theme, text_scale)
    if sheet and sheet == app.styleSheet():
        return  # Qt would work out every widget again, for the same look
    if app.style().objectName() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    allow_effects()
    app.setPalette(palette(theme))
    app.setFont(Type(text_scale).font())
    app.setStyleSheet(sheet)


def style_sheet(theme: Theme, text_scale: int = 100) -> str:
    """The style sheet of a theme, also for one window alone."""
    kind = Type(text_scale)

    def fill(place: re.Match[str]) -> str:
        if place["pixels"]:
            return f"{kind.px(int(place['pixels']))}px"
        if place["tight"]:
            return f"{round(int(place['tight']) * 100 / text_scale)}px"
        if place["size"]:
            return f"{getattr(kind, place['size'].replace('-', '_'))}px"
        if place["icon"]:
            from workshop.ui.icons import icon_file

            return f"url({icon_file(theme, place['icon'])})"
        return theme.roles[place["role"]]

    template = _template(resource_path("themes/style.qss"))
    try:
        return _PLACE.sub(fill, template)
    except (KeyError, AttributeError) as error:
        _log_once(f"themes/style.qss asks for {error}, which is not known: the window is plain")
        return ""


def palette(theme: Theme) -> QPalette:
    """The palette of a theme, for what the style sheet does not reach."""
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    result = QPalette()
    for place, name in (
        (role.Window, "paper"), (role.WindowText, "ink"), (role.Base, "card"), (role.AlternateBase, "paper"),
        (role.Text, "ink"), (role.PlaceholderText, "muted"), (role.Button, "card"), (role.ButtonText, "ink"),
        (role.BrightText, "danger"), (role.ToolTipBase, "toast"), (role.ToolTipText, "toast-ink"),
        (role.Link, "accent"), (role.LinkVisited, "accent"), (role.Light, "card"), (role.Midlight, "track"),
        (role.Mid, "line-strong"), (role.Dark, "muted"), (role.Shadow, "shade"),
        (role.Highlight, "selection"), (role.HighlightedText, "selection-ink"), (role.Accent, "accent"),
    ):  # fmt: skip
        result.setColor(place, theme.color(name))
    for place in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group.Disabled, place, theme.color("disabled"))
    return result


@cache
def _load(name: str, file: Path) -> Theme:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:  # a file that is no text or no TOML is a ValueError too
        return _instead(name, file, str(error))
    entries = table.get("roles")
    if not isinstance(entries, dict):
        return _instead(name, file, "it has no roles")
    sound = {role: value for role, value in entries.items() if isinstance(value, str) and _COLOUR.fullmatch(value)}
    if broken := sorted((ROLES | entries.keys()) - sound.keys()):
        _log.warning("no colour in %s for %s: others stand in", file, ", ".join(broken))
    roles = completed(sound)
    if roles is None:
        return _instead(name, file, "too much of it is missing")
    is_dark = table.get("dark")
    if not isinstance(is_dark, bool):
        is_dark = QColor(roles["paper"]).lightness() < QColor(roles["ink"]).lightness()
    return Theme(name, is_dark, MappingProxyType(roles))


def _instead(name: str, file: Path, why: str) -> Theme:
    """The light theme in the place of one that cannot be used, and without that the colours that need no file."""
    _log.warning("the theme %s cannot be used, the light one takes its place: %s", file, why)
    roles = MappingProxyType(plain_colours()) if name == "light" else load_theme("light").roles
    return Theme(name, False, roles)


@cache
def _template(file: Path) -> str:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        _log.warning("the style sheet %s cannot be used, the window is plain: %s", file, error)
        return ""
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


@cache
def _log_once(words: str) -> None:
    _log.warning(words)
