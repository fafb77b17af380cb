"""The running order as a list that is put in order by dragging, or with Alt and the arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QScrollArea,
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


class AgendaList(QListView):
    """As high as its lines; it is scrolled by the page."""

    activityChosen = Signal(object)  # the id of an activity, None where none is
    openRequested = Signal(object)  # Enter or a double click: the id of an activity
    moveRequested = Signal(object, int)  # the id of an activity, its new place from 0
    removeRequested = Signal(object)  # the id of an activity

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.row_height = desk.type.px(54)
        self._lines = PlanModel()
        self.editable = True
        self._pressed: QPoint | None = None
        self.drop_place: int | None = None  # before which line what is dragged would be put
        self._quiet = False
        self.setModel(self._lines)
        self.setItemDelegate(_LinePainter(desk, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(desk.language.say("Running order"))
        self.setAccessibleDescription(desk.language.say("Alt with the arrow keys moves an activity."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", False)  # the line shows where the keyboard is
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda index: self.openRequested.emit(index.data(LINE_ROLE).activity_id))
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        """What is shown."""
        return self._lines.lines

    @property
    def chosen(self) -> UUID | None:
        """The activity that is chosen."""
        line = self.currentIndex().data(LINE_ROLE)
        return line.activity_id if line else None

    def set_lines(self, lines: Sequence[PlanLine]) -> None:
        """Show these lines; the chosen one stays chosen."""
        if tuple(lines) == self.lines:
            return
        chosen, self._quiet = self.chosen, True
        self._lines.set_lines(lines)
        self.choose(chosen)
        self._quiet = False
        self.setFixedHeight(self.sizeHint().height())

    def choose(self, activity_id: UUID | None) -> None:
        """Make an activity the current one."""
        ids = [line.activity_id for line in self.lines]
        if activity_id in ids:
            self.setCurrentIndex(self._lines.index(ids.index(activity_id)))
        else:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()

    def place_of(self, activity_id: UUID | None) -> int:
        """The place of an activity, -1 where it is not there."""
        ids = [line.activity_id for line in self.lines]
        return ids.index(activity_id) if activity_id in ids else -1

    def move_chosen(self, by: int) -> None:
        """Ask for the chosen activity to be moved up or down."""
        place = self.currentIndex().row()
        if self.editable and place >= 0 and 0 <= place + by < len(self.lines):
            self.moveRequested.emit(self.chosen, place + by)

    def sizeHint(self) -> QSize:
        """All lines."""
        return QSize(self._desk.type.px(420), max(1, len(self.lines)) * self.row_height)

    def minimumSizeHint(self) -> QSize:
        """All lines, narrow."""
        return QSize(self._desk.type.px(300), self.sizeHint().height())

    def _tell(self, index: QModelIndex) -> None:
        if not self._quiet:
            self.activityChosen.emit(index.data(LINE_ROLE).activity_id if index.isValid() else None)

    def _end_drag(self) -> None:
        self._pressed = self.drop_place = None
        self.unsetCursor()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps the beginning of a drag."""
        super().mousePressEvent(event)
        if self.editable and event.button() == Qt.MouseButton.LeftButton and self.currentIndex().isValid():
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where what is dragged would go."""
        point = event.position().toPoint()
        if self._pressed is None:
            return
        if self.drop_place is None:
            if abs(point.y() - self._pressed.y()) < QApplication.startDragDistance():
                return
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.drop_place = max(0, min(round(point.y() / self.row_height), len(self.lines)))
        area = self._page_area()
        if area is not None:
            seen = self.viewport().mapTo(area.widget(), point)
            area.ensureVisible(seen.x(), seen.y(), 0, self.row_height)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it there."""
        drop, chosen = self.drop_place, self.chosen
        self._end_drag()
        super().mouseReleaseEvent(event)
        if drop is None or chosen is None:
            return
        place = self.place_of(chosen)
        wanted = drop - 1 if drop > place else drop
        if wanted != place:
            self.moveRequested.emit(chosen, wanted)

    def _page_area(self) -> QScrollArea | None:
        widget = self.parentWidget()
        while widget is not None and not isinstance(widget, QScrollArea):
            widget = widget.parentWidget()
        return widget

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and arrows move, Enter opens, Delete removes, Escape ends a drag."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_chosen(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape and self.drop_place is not None:
            self._end_drag()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.openRequested.emit(self.chosen)
        elif key == Qt.Key.Key_Delete and self.editable and self.chosen is not None:
            self.removeRequested.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, and where what is dragged would go."""
        super().paintEvent(event)
        if self.drop_place is not None:
            painter = QPainter(self.viewport())
            height = max(1, min(self.drop_place * self.row_height, self.viewport().height() - 2))
            painter.setPen(QPen(self._desk.theme.color("accent"), 3))
            painter.drawLine(0, height, self.viewport().width(), height)
            painter.end()


class _LinePainter(QStyledItemDelegate):
    """Paints a line: grip, time, title with a quiet line below it, a pill, minutes."""

    def __init__(self, desk: Desk, parent: AgendaList) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(40, self._list.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        line: PlanLine = index.data(LINE_ROLE)
        color, kind = self._desk.theme.color, self._desk.type
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        room = option.rect.adjusted(kind.px(6), 0, -kind.px(12), -1)
        if self._list.editable:
            side = kind.px(16)
            grip = self._desk.icons.pixmap("grip-vertical", side, "control-line")
            painter.drawPixmap(room.left(), room.center().y() - side // 2 + 1, grip)
        room.setLeft(room.left() + (kind.px(24) if self._list.editable else kind.px(6)))
        painter.setFont(kind.font("small"))
        painter.setPen(color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, line.begins)
        room.setLeft(room.left() + kind.px(52))
        painter.setFont(kind.font("body", 600))
        painter.setPen(color("ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, line.minutes)
        room.setRight(room.right() - kind.px(62))
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
