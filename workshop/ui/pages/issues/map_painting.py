"""How a map is painted: its picture, the mark of a place, and where the keyboard is."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from workshop.ui.theme import Theme

_ROUND = 10  # pixels, the corners


def paint_map(painter: QPainter, theme: Theme, room: QRectF, picture: QPixmap, where: QRectF) -> None:
    """The picture at its place in the room, on a quiet ground."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    ground = QPainterPath()
    ground.addRoundedRect(room, _ROUND, _ROUND)
    painter.setClipPath(ground)
    painter.fillRect(room, theme.color("track"))
    if not picture.isNull():
        painter.drawPixmap(where, picture, QRectF(picture.rect()))


def paint_mark(painter: QPainter, theme: Theme, at: QPointF) -> None:
    """The place of the issue that is being written."""
    painter.setPen(Qt.PenStyle.NoPen)
    for role, radius in (("card", 13), ("accent", 11), ("card", 5)):
        painter.setBrush(theme.color(role))
        painter.drawEllipse(at, radius, radius)


def paint_focus(painter: QPainter, theme: Theme, room: QRectF, middle: QPointF) -> None:
    """A ring, and a cross in the middle, which Enter names."""
    painter.setPen(QPen(theme.color("focus"), 4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room, _ROUND, _ROUND)
    for role, width in (("card", 4), ("focus", 2)):
        painter.setPen(QPen(theme.color(role), width))
        painter.drawLine(middle - QPointF(8, 0), middle + QPointF(8, 0))
        painter.drawLine(middle - QPointF(0, 8), middle + QPointF(0, 8))
