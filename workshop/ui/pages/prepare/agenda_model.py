"""The lines of the running order, and how a line is painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One activity: when it begins, what it is, how long it is planned; `mark` is a word such as "Vote" in a pill."""

    activity_id: UUID
    begins: str
    title: str
    beside: str
    minutes: str
    mark: str = ""
    mark_role: str = "accent"


class PlanModel(QAbstractListModel):
    """The lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[PlanLine, ...] = ()

    def set_lines(self, lines: Sequence[PlanLine]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many activities there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, what is read aloud, or the whole line."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (line.begins, line.title, line.beside, line.minutes, line.mark)
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.beside or None
        return line if role == LINE_ROLE else None


class LinePainter(QStyledItemDelegate):
    """Paints a line: grip, time, title with a quiet line below it, a pill, minutes."""

    def __init__(self, desk: Desk, parent: QListView, row_height: int) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = parent
        self._row_height = row_height
        self.editable = True
        self.least_begin, self.least_minutes = 52, 62  # pixels at 100 % that are kept for what stands at both ends

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Every line is as high as the others."""
        return QSize(40, self._row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint one line."""
        line: PlanLine = index.data(LINE_ROLE)
        color, kind = self._desk.theme.color, self._desk.type
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        room = option.rect.adjusted(kind.px(6), 0, -kind.px(12), -1)
        if self.editable:
            side = kind.px(16)
            grip = self._desk.icons.pixmap("grip-vertical", side, "control-line")
            painter.drawPixmap(room.left(), room.center().y() - side // 2 + 1, grip)
        room.setLeft(room.left() + (kind.px(24) if self.editable else kind.px(6)))
        painter.setFont(kind.font("small"))
        painter.setPen(color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, line.begins)
        room.setLeft(
            room.left()
            + max(kind.px(self.least_begin), painter.fontMetrics().horizontalAdvance(line.begins) + kind.px(10))
        )
        painter.setFont(kind.font("body", 600))
        painter.setPen(color("ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, line.minutes)
        room.setRight(
            room.right()
            - max(kind.px(self.least_minutes), painter.fontMetrics().horizontalAdvance(line.minutes) + kind.px(14))
        )
        if line.mark:
            room.setRight(self._paint_pill(painter, option, room, line) - kind.px(10))
        self._paint_words(painter, room, line)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        color = self._desk.theme.color
        ground = option.rect.adjusted(0, 1, -1, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent-soft"))
            painter.drawRoundedRect(ground, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("card-hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if chosen and self._list.hasFocus():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 6, 6)
        if not chosen and index.row() + 1 < index.model().rowCount():
            rect = option.rect
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color("line"))

    def _paint_pill(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, line: PlanLine) -> int:
        """The pill at the right of the room; gives its left edge."""
        font = self._desk.type.font("small", 600)
        width = QFontMetrics(font).horizontalAdvance(line.mark) + self._desk.type.px(18)
        height = self._desk.type.px(22)
        pill = QRect(room.right() - width, room.center().y() - height // 2 + 1, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        soft = "info-soft" if line.mark_role == "info" else "warn-soft"
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setBrush(self._desk.theme.color("card" if chosen else soft))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(self._desk.theme.color("info" if line.mark_role == "info" else "warn-soft-ink"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, line.mark)
        return pill.left()

    def _paint_words(self, painter: QPainter, room: QRect, line: PlanLine) -> None:
        kind, color = self._desk.type, self._desk.theme.color
        title, small = kind.font("body", 600), kind.font("small")
        upper = QRect(room.left(), room.top() + kind.px(7), room.width(), kind.px(21)) if line.beside else room
        painter.setFont(title)
        painter.setPen(color("ink"))
        elided = Qt.TextElideMode.ElideRight
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(upper, flags, QFontMetrics(title).elidedText(line.title, elided, room.width()))
        if line.beside:
            lower = QRect(room.left(), upper.bottom() + 1, room.width(), kind.px(19))
            painter.setFont(small)
            painter.setPen(color("muted"))
            painter.drawText(lower, flags, QFontMetrics(small).elidedText(line.beside, elided, room.width()))
