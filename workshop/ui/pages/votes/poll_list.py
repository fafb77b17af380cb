"""The polls of a project under the sessions they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workshop.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class PollLine:
    """A poll with its state in words and the colour of that, or the name of a session where `poll_id` is none."""

    poll_id: UUID | None
    title: str
    state: str = ""
    role: str = "muted"


class PollModel(QAbstractListModel):
    """The lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[PollLine, ...] = ()

    def set_lines(self, lines: Sequence[PollLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, what is read aloud, or the line itself."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (line.title, line.state) if part)
        return line if role == LINE_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Polls can be chosen, names of sessions cannot."""
        flag = Qt.ItemFlag
        poll = index.isValid() and self.lines[index.row()].poll_id is not None
        return flag.ItemIsEnabled | flag.ItemIsSelectable if poll else flag.NoItemFlags


class PollList(QListView):
    """The chosen line is the poll that is looked at."""

    pollChosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.poll_lines = PollModel()
        self.setModel(self.poll_lines)
        self.setItemDelegate(_LinePainter(desk, self))
        self.setAccessibleName(desk.language.say("Votes of this project"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setTabKeyNavigation(False)
        self.setProperty("ring", False)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_lines(self, lines: Sequence[PollLine], chosen: UUID | None) -> None:
        """Show these polls; telling nobody which one is chosen."""
        self.selectionModel().blockSignals(True)
        if tuple(lines) != self.poll_lines.lines:
            self.poll_lines.set_lines(lines)
        row = next((row for row, line in enumerate(lines) if line.poll_id == chosen and chosen), -1)
        if row >= 0:
            self.setCurrentIndex(self.poll_lines.index(row))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As the lines need, up to six."""
        return QSize(self._desk.type.px(260), self._desk.type.px(58) * min(6, max(3, len(self.poll_lines.lines))))

    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(self._desk.type.px(200), self._desk.type.px(174))

    def _tell(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if line is not None and line.poll_id is not None:
            self.pollChosen.emit(line.poll_id)


class _LinePainter(QStyledItemDelegate):
    """Paints the name of a session small, a poll in two lines."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(40, self._desk.type.px(34 if index.data(LINE_ROLE).poll_id is None else 58))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        line: PollLine = index.data(LINE_ROLE)
        color, kind = self._desk.theme.color, self._desk.type
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = option.rect.adjusted(kind.px(12), 0, -kind.px(10), 0)
        if line.poll_id is None:
            self._write(painter, room.adjusted(0, kind.px(8), 0, 0), line.title, "small", 600, "muted")
            painter.restore()
            return
        ground = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent-soft"))
            painter.drawRoundedRect(ground, 8, 8)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(color("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        half = option.rect.height() // 2
        self._write(painter, room.adjusted(0, kind.px(6), 0, -half + kind.px(2)), line.title, "body", 600, "ink")
        self._write(painter, room.adjusted(0, half, 0, -kind.px(7)), line.state, "small", 400, line.role)
        painter.restore()

    def _write(self, painter: QPainter, room: Any, text: str, size: str, weight: int, role: str) -> None:
        font = self._desk.type.font(size, weight)
        painter.setFont(font)
        painter.setPen(self._desk.theme.color(role))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
