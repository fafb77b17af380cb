"""Line icons from one set of SVG files, tinted by role."""

import atexit
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workshop.resources import resource_path
from workshop.ui.theme import Theme

STROKE = 1.75  # of 24, a little finer than drawn
_SIZES = (16, 18, 20, 23, 26, 36)  # beside small and body text at 100 to 200 %


class Icons:
    """The icons in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._icons: dict[tuple[str, str, str], QIcon] = {}

    def icon(self, name: str, role: str = "ink", *, on: str = "") -> QIcon:
        """An icon tinted by role, and by `on` where its button is checked; raises KeyError for an unknown name."""
        key = (name, role, on or role)
        if key not in self._icons:
            icon = QIcon()
            ratios = sorted({1.0, _ratio()})
            for size in _SIZES:
                for ratio in ratios:
                    icon.addPixmap(self._render(name, size, role, ratio))
                    icon.addPixmap(self._render(name, size, "disabled", ratio), QIcon.Mode.Disabled)
                    if on:
                        icon.addPixmap(self._render(name, size, on, ratio), QIcon.Mode.Normal, QIcon.State.On)
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(self, name: str, size: int, role: str = "ink", *, stroke: float = STROKE) -> QPixmap:
        """An icon as a picture of `size` device-independent pixels; raises KeyError for an unknown name."""
        return self._render(name, size, role, _ratio(), stroke)

    def _render(self, name: str, size: int, role: str, ratio: float, stroke: float = STROKE) -> QPixmap:
        drawing = QSvgRenderer(QByteArray(_tinted(name, self._theme.hex(role), stroke)))
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter, QRectF(0, 0, picture.width(), picture.height()))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture


def icon_names() -> list[str]:
    """The names of all icons there are."""
    return sorted(file.stem for file in resource_path("icons").glob("*.svg"))


def icon_file(theme: Theme, name: str) -> str:
    """A tinted icon as a file, which is all a style sheet can take: `check-accent-ink` is `check` in `accent-ink`."""
    for cut in re.finditer("-", name):
        icon, role = name[: cut.start()], name[cut.end() :]
        if role in theme.roles and resource_path(f"icons/{icon}.svg").is_file():
            file = _folder() / f"{theme.name}-{name}.svg"
            file.write_bytes(_tinted(icon, theme.hex(role)))
            return file.as_posix()
    raise KeyError(name)


@cache
def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="workshop-icons-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


@cache
def _source(name: str) -> str:
    file = resource_path(f"icons/{name}.svg")
    if not file.is_file():
        raise KeyError(name)
    return file.read_text(encoding="utf-8")


def _tinted(name: str, color: str, stroke: float = STROKE) -> bytes:
    return _source(name).replace("currentColor", color).replace('stroke-width="2"', f'stroke-width="{stroke}"').encode()


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
