"""The running order as a list that is put in order by dragging, or with Alt and the arrow keys."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QListView, QScrollArea, QSizePolicy, QWidget

from workshop.ui.desk import Desk
from workshop.ui.pages.prepare.agenda_model import LINE_ROLE, LinePainter, PlanLine, PlanModel


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
        self._painter = LinePainter(desk, self, self.row_height)
        self._pressed: QPoint | None = None
        self.drop_place: int | None = None  # before which line what is dragged would be put
        self._quiet = False
        self.setModel(self._lines)
        self.setItemDelegate(self._painter)
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
    def editable(self) -> bool:
        """Whether activities can be moved and removed."""
        return self._painter.editable

    @editable.setter
    def editable(self, editable: bool) -> None:
        self._painter.editable = editable
        self.viewport().update()

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
