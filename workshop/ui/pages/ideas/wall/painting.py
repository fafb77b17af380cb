"""Painting the wall: cards that can be read, blocks from afar, what belongs into an empty column."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from workshop.ui.pages.ideas.wall.plan import GAP, READABLE, Column

if TYPE_CHECKING:
    from workshop.ui.pages.ideas.wall.canvas import WallCanvas

_FADED = 0.35


def paint_wall(canvas: "WallCanvas", painter: QPainter, exposed: QRect) -> None:
    """Paint what of the wall lies in an area of the display."""
    painter.save()
    area = QRectF(canvas.to_wall(exposed.topLeft()), QRectF(exposed).size() / canvas.zoom)
    corner = canvas.to_wall(canvas.viewport().rect().topLeft())
    painter.scale(canvas.zoom, canvas.zoom)
    painter.translate(-corner)
    far = canvas.zoom < READABLE
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not far)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for column in canvas.plan.columns:
        if column.x > area.right() or column.x + column.width < area.left():
            continue
        if far:
            _paint_blocks(canvas, painter, column, area)
        elif column.cards:
            _paint_cards(canvas, painter, column, area)
        else:
            _paint_invitation(canvas, painter, column)
    painter.restore()
    if canvas.hasFocus() and not canvas.plan.ids:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(canvas.face.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(canvas.viewport().rect()).adjusted(1, 1, -1, -1), 8, 8)


def paint_picture(canvas: "WallCanvas", idea_id: UUID, count: str) -> QPixmap:
    """One card as it is carried along, with a number where others go with it."""
    found = canvas.plan.find(idea_id)
    if found is None:
        return QPixmap()
    column, row = found
    rect, ratio = column.rect(row), canvas.devicePixelRatioF()
    zoom = max(READABLE, min(canvas.zoom, 1.0))
    size = QSize(int(rect.width() * zoom) + 14, int(rect.height() * zoom) + 14)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    shown = QRectF(QPointF(0, 12 / zoom), rect.size())
    canvas.face.paint(painter, column.cards[row], column.note, shown, chosen=True, current=False)
    painter.resetTransform()
    if count:
        font = canvas.face.small.font
        painter.setFont(font)
        wide = max(24, canvas.face.small.metrics.horizontalAdvance(count) + 14)
        badge = QRectF(size.width() - wide - 1, 0, wide, 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(canvas.face.color("accent"))
        painter.drawRoundedRect(badge, 12, 12)
        painter.setPen(canvas.face.color("accent-ink"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, count)
    painter.end()
    return picture


def _paint_cards(canvas: "WallCanvas", painter: QPainter, column: Column, area: QRectF) -> None:
    chosen, carried = set(canvas.choice.ids), set(canvas.pointer.carried)
    current = canvas.choice.current if canvas.hasFocus() else None
    edited = canvas.editor.idea_id if canvas.editor is not None else None
    for span in column.spans_in(area):
        for row in range(span.first, span.end):
            card = column.cards[row]
            idea_id = card.idea.id
            high = column.tops[row + 1] - column.tops[row] - GAP
            rect = QRectF(span.left, column.tops[row] - span.base, column.lane, high)
            painter.setOpacity(_FADED if idea_id in carried else 1.0)
            canvas.face.paint(
                painter, card, column.note, rect, chosen=idea_id in chosen, current=idea_id == current != edited
            )
    painter.setOpacity(1.0)


def _paint_blocks(canvas: "WallCanvas", painter: QPainter, column: Column, area: QRectF) -> None:
    """All blocks of one colour in one call: ten thousand of them are seen at once."""
    face, note = canvas.face, column.note
    chosen, carried = set(canvas.choice.ids), set(canvas.pointer.carried)
    plain: dict[tuple[bool, bool], list[QRectF]] = {}
    ringed: list[QRectF] = []
    colours: dict[tuple[bool, bool], QColor] = {}
    for span in column.spans_in(area):
        for row in range(span.first, span.end):
            card, top = column.cards[row], column.tops[row]
            rect = QRectF(span.left, top - span.base, column.lane, column.tops[row + 1] - top - GAP)
            kind = (card.chosen, card.withdrawn or card.idea.id in carried)
            if kind not in plain:
                plain[kind], colours[kind] = [], face.block(card, note)
            plain[kind].append(rect)
            if card.idea.id in chosen or card.idea.id == canvas.choice.current:
                ringed.append(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    for kind, rects in plain.items():
        painter.setBrush(colours[kind])
        painter.drawRects(rects)
    if ringed:
        _paint_rings(canvas, painter, ringed)


def _paint_rings(canvas: "WallCanvas", painter: QPainter, rects: list[QRectF]) -> None:
    """Around what is chosen, as wide on the display as ever."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(canvas.face.color("focus"), 2)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRects(rects)


def _paint_invitation(canvas: "WallCanvas", painter: QPainter, column: Column) -> None:
    """What an empty column is for."""
    small = canvas.face.small
    painter.setFont(small.font)
    painter.setPen(canvas.face.color("muted"))
    left, top = column.x + 2, 6 + small.metrics.ascent()
    for line in small.lines(canvas.invitation, int(column.lane) - 8, 6):
        painter.drawText(QPointF(left, top), line)
        top += small.leading
    pen = QPen(canvas.face.color("line"), 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(QLineF(column.x, top + 2, column.x + column.lane, top + 2))
