"""Words that are too faint, measured on the picture of a window as WCAG 2.2 defines contrast."""

from collections.abc import Iterator
from functools import cache

from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPixmap, QRegion
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from tests.audit.places import notices, place_in, said, shown, visible_part

_FINE = 2  # pictures are taken twice as large, so that thin strokes reach their colour
_SEEN = 3  # pixels that have to have a colour before it counts
_FEW = 1 << 12  # colours, as many as words have; asking for more takes long
_MOST = 120  # colours that are looked at, the most frequent ones; all others are edges of strokes


def faint(root: QWidget, least: float) -> Iterator[str]:
    """Words with less contrast than `least` to 1; what is disabled may be faint."""
    picture, covered = _picture(root), notices(root)
    for widget in shown(root):
        if not isinstance(widget, QLabel | QAbstractButton | QLineEdit) or not widget.text() or not widget.isEnabled():
            continue
        part = visible_part(root, widget)
        if part.isEmpty() or 10 * part.width() * part.height() < 9 * widget.width() * widget.height():
            continue  # what is partly scrolled away may show nothing but its ground
        if any(notice.intersects(part) for notice in covered):
            continue
        ratio = _measured(picture, part)
        if ratio < least:
            yield f"{said(widget)}: has a contrast of {ratio:.2f}, it needs {least}"


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The contrast of two colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _measured(picture: Image.Image, place: QRect) -> float:
    """The strongest contrast to the ground that is found inside; the ground is the colour there is most of."""
    box = (place.left() * _FINE, place.top() * _FINE, (place.right() + 1) * _FINE, (place.bottom() + 1) * _FINE)
    part = picture.crop(box)
    colours = sorted(part.getcolors(_FEW) or part.getcolors(part.width * part.height), reverse=True)[:_MOST]
    ground = colours[0][1]
    return max((contrast(colour, ground) for count, colour in colours if count >= _SEEN), default=1.0)


def _picture(root: QWidget) -> Image.Image:
    """What is seen where the root is, with what lies below it."""
    pixmap = QPixmap(root.size() * _FINE)
    pixmap.setDevicePixelRatio(_FINE)
    root.window().render(pixmap, QPoint(), QRegion(place_in(root.window(), root)))
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB888)
    raw = bytes(image.constBits())
    return Image.frombytes("RGB", (image.width(), image.height()), raw, "raw", "RGB", image.bytesPerLine())


@cache
def _luminance(colour: tuple[int, ...]) -> float:
    parts = (value / 255 for value in colour[:3])
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
