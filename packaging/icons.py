"""The application icon in all sizes, drawn from its two drawings; run it after changing one of them.

`python packaging/icons.py` writes `resources/icons/application/`: a PNG for each size, `application.ico` for Windows and
`application.icns` for macOS. Up to 24 pixels `small.svg` is drawn, which leaves out what would only blur; above that
`resources/icons/application.svg`.
"""

import io
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parent.parent / "resources" / "icons"
FOLDER = ICONS / "application"
SIZES = (16, 20, 24, 32, 48, 64, 128, 256, 512, 1024)
ICO_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)
SMALL = 24  # pixels; up to here the simple drawing is the clearer one


def drawing_for(size: int) -> Path:
    """The drawing that is used at a size in pixels."""
    return FOLDER / "small.svg" if size <= SMALL else ICONS / "application.svg"


def render(size: int) -> Image.Image:
    """The icon at a size in pixels."""
    canvas = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    QSvgRenderer(str(drawing_for(size))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    canvas.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGBA")


def main() -> None:
    """Write all files."""
    pictures = {size: render(size) for size in SIZES}
    for size, picture in pictures.items():
        picture.save(FOLDER / f"{size}.png", optimize=True)
    ico = [pictures[size] for size in ICO_SIZES]
    ico[-1].save(
        FOLDER / "application.ico",
        sizes=[(size, size) for size in ICO_SIZES],
        append_images=ico[:-1],
        bitmap_format="png",
    )
    # Pillow has no place for 16 pixels in this format; the system makes them of the 32.
    icns = [pictures[size] for size in ICNS_SIZES]
    icns[-1].save(FOLDER / "application.icns", append_images=icns[:-1])
    print(FOLDER)


if __name__ == "__main__":
    main()
