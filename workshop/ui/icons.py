"""Line icons from one set of SVG files, tinted by role.

A name that is not in `NAMES` is a mistake of ours and raises KeyError; a file that is missing or damaged on the user's disk
is not: a neutral drawing takes its place.
"""

import atexit
import logging
import re
import shutil
import tempfile
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from workshop.resources import resource_path
from workshop.ui.theme import Theme

_log = logging.getLogger(__name__)

# The set; a test holds it against the files that ship and the names that are used.
NAMES = frozenset(
    """
    arrow-down arrow-right arrow-up ban calendar check chevron-down chevron-left chevron-right chevron-up
    circle-alert circle-check clipboard-check clock contrast download ellipsis eye eye-off file-text flag folder-open funnel
    grip-vertical hard-drive house image keyboard lightbulb map-pin maximize menu merge message-square minus
    monitor-play package-check pause pencil play plus printer redo-2 refresh-cw route search settings split square
    square-check star thumbs-up trash-2 trending-up triangle-alert undo-2 upload user-plus users vote x
    """.split()  # noqa: SIM905
)
_SMALL = 16  # pixels: the icons of menus and fields
_FALLBACK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2">'
    '<rect x="5" y="5" width="14" height="14" rx="4"/></svg>'
)


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
            for size in sorted({_SMALL, _beside_text()}):
                for ratio in sorted({1.0, _ratio()}):
                    icon.addPixmap(self._picture(name, size, role, ratio))
                    icon.addPixmap(self._picture(name, size, "disabled", ratio), QIcon.Mode.Disabled)
                    if on:
                        icon.addPixmap(self._picture(name, size, on, ratio), QIcon.Mode.Normal, QIcon.State.On)
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(self, name: str, size: int, role: str = "ink", *, stroke: float = 0) -> QPixmap:
        """An icon as a picture of `size` device-independent pixels; raises KeyError for an unknown name."""
        return self._picture(name, size, role, _ratio(), stroke)

    def _picture(self, name: str, size: int, role: str, ratio: float, stroke: float = 0) -> QPixmap:
        side = max(1, round(size * ratio))
        image = _render(_known(name), self._theme.hex(role), side, stroke or _stroke(size))
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        return picture


def icon_names() -> list[str]:
    """The names of all icons there are."""
    return sorted(NAMES)


def icon_file(theme: Theme, name: str) -> str:
    """A tinted icon as a file, which is all a style sheet can take: `check-accent-ink` is `check` in `accent-ink`."""
    for cut in re.finditer("-", name):
        icon, role = name[: cut.start()], name[cut.end() :]
        if role in theme.roles and _is_known(icon):
            file = _folder() / f"{theme.name}-{name}.svg"
            file.write_bytes(_tinted(_known(icon), theme.hex(role), _stroke(_SMALL)))
            return file.as_posix()
    raise KeyError(name)


@cache
def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="workshop-icons-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _is_known(name: str) -> bool:
    return name in NAMES or resource_path(f"icons/{name}.svg").is_file()


def _known(name: str) -> Path:
    """The file of an icon, whether or not it is there."""
    if not _is_known(name):
        raise KeyError(name)
    return resource_path(f"icons/{name}.svg")


def _stroke(size: int) -> float:
    """The width of the line in parts of 24: large icons are drawn finer, so that all of them look equally heavy."""
    return 1.75 if size <= 24 else 1.5 if size <= 48 else 1.25


@cache
def _source(file: Path) -> str:
    """The drawing, or the neutral one where there is none that can be drawn."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        _log.warning("the icon %s cannot be used, a neutral one takes its place: %s", file, error)
        return _FALLBACK
    if "currentColor" not in text or not QSvgRenderer(QByteArray(text.encode())).isValid():
        _log.warning("the icon %s cannot be used, a neutral one takes its place: it is no drawing of ours", file)
        return _FALLBACK
    return text


def _tinted(file: Path, colour: str, stroke: float) -> bytes:
    drawn = _source(file).replace("currentColor", colour)
    return drawn.replace('stroke-width="2"', f'stroke-width="{stroke}"').encode()


@lru_cache(maxsize=2000)
def _render(file: Path, colour: str, side: int, stroke: float) -> QImage:
    """A square picture of `side` pixels of the display; kept, since the same few are asked for by every page."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_tinted(file, colour, stroke))).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


def _beside_text() -> int:
    """The side of an icon beside body text, in the text size of the application."""
    return round(18 * max(15, QApplication.font().pixelSize()) / 15)


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
