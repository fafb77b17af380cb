"""The look as data: a theme is a table of roles, a style sheet is a template filled from it.

`apply` gives the application its palette, font and style sheet; what paints itself asks `theme.color(role)`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from workshop.resources import resource_path
from workshop.ui.fonts import load_fonts, make_font

NAMES = ("light", "dark", "high-contrast")
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


@cache
def load_theme(name: str) -> Theme:
    """The theme of a name of `NAMES`."""
    table = tomllib.loads(resource_path(f"themes/{name}.toml").read_text(encoding="utf-8"))
    return Theme(name, table["dark"], MappingProxyType(table["roles"]))


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


def apply(app: QApplication, theme: Theme, text_scale: int = 100) -> None:
    """Give the application its look; widgets that paint themselves have to be built anew."""
    load_fonts()
    if app.style().objectName() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setFont(Type(text_scale).font())
    app.setStyleSheet(style_sheet(theme, text_scale))


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

    return _PLACE.sub(fill, _template())


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


def is_calm() -> bool:
    """Whether the system asks for no motion."""
    style = QApplication.style()
    return style is None or style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= 0


@cache
def _template() -> str:
    text = resource_path("themes/style.qss").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
