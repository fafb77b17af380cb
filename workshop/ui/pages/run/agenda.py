"""The running order at the left: what has been, what is now, what comes; minutes spent against minutes planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workshop.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One activity as a line; `state` is done, now or next."""

    activity_id: UUID
    title: str
    minutes: str
    state: str
    told: str


class AgendaModel(QAbstractListModel):
    """The lines; a line whose minutes moved on is changed in place."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[AgendaLine, ...] = ()

    def set_lines(self, lines: Sequence[AgendaLine]) -> None:
        """Show these lines."""
        if [line.activity_id for line in lines] != [line.activity_id for line in self.lines]:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()
            return
        before, self.lines = self.lines, tuple(lines)
        for place, (old, new) in enumerate(zip(before, self.lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many activities there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, what is read aloud, or the whole line."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line.told
        return line if role == LINE_ROLE else None


class AgendaView(QListView):
    """Enter, a double click or the menu goes to an activity."""

    activityRequested = Signal(object)  # the id of an activity

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row = desk.type.px(41)
        self._lines = AgendaModel()
        self.setModel(self._lines)
        self.setItemDelegate(_LinePainter(desk, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(desk.language.say("Running order"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setProperty("ring", False)  # the line shows where the keyboard is
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._go)

    @property
    def lines(self) -> tuple[AgendaLine, ...]:
        """What is shown."""
        return self._lines.lines

    def set_lines(self, lines: Sequence[AgendaLine]) -> None:
        """Show these lines; the one that is now is in sight."""
        before = self._now()
        self._lines.set_lines(lines)
        if self._now() != before:
            index = self._lines.index(max(0, self._now()))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def sizeHint(self) -> QSize:
        """All lines, up to nine."""
        return QSize(self._desk.type.px(180), min(9, max(3, len(self.lines))) * self._row)

    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(self._desk.type.px(174), 3 * self._row)

    def _now(self) -> int:
        return next((place for place, line in enumerate(self.lines) if line.state == "now"), -1)

    def _go(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if line is not None and line.state != "now":
            self.activityRequested.emit(line.activity_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the activity."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same as a menu."""
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = menu.addAction(self._desk.language.say("Go to this activity"))
        action.setEnabled(index.data(LINE_ROLE).state != "now")
        action.triggered.connect(lambda: self._go(index))
        menu.popup(event.globalPos())


class _LinePainter(QStyledItemDelegate):
    """Paints a line: a tick for what is over, a soft ground and a bar for what is now."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(40, self._desk.type.px(41))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        line: AgendaLine = index.data(LINE_ROLE)
        color, kind = self._desk.theme.color, self._desk.type
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if line.state == "now":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent"))
            painter.drawRoundedRect(ground, 8, 8)
            painter.setBrush(color("accent-soft"))
            painter.drawRoundedRect(ground.adjusted(3, 0, 0, 0), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        now = line.state == "now"
        room = option.rect.adjusted(kind.px(12), 0, -kind.px(10), 0)
        painter.setFont(kind.font("small", 600 if now else 400))
        painter.setPen(color("accent-soft-ink" if now else "muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.minutes)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(line.minutes) - kind.px(8))
        self._paint_title(painter, room, line)
        painter.restore()

    def _paint_title(self, painter: QPainter, room: QRect, line: AgendaLine) -> None:
        color, kind = self._desk.theme.color, self._desk.type
        if line.state == "done":
            side = kind.px(14)
            tick = self._desk.icons.pixmap("check", side, "muted", stroke=2.5)
            painter.drawPixmap(room.left(), room.center().y() - side // 2 + 1, tick)
            room = room.adjusted(side + kind.px(5), 0, 0, 0)
        font = kind.font("body", 600 if line.state == "now" else 400)
        painter.setFont(font)
        painter.setPen(color({"now": "accent-soft-ink", "done": "muted", "next": "ink"}[line.state]))
        text = QFontMetrics(font).elidedText(line.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
