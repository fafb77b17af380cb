"""The heads of the columns: a line in the colour of the theme, its name, how many, and its menu."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from workshop.models.records.ideas import ThemeRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.wall.by_hand import ByHand
from workshop.ui.pages.ideas.wall.plan import Column
from workshop.ui.pages.ideas.wall.wording import Wording
from workshop.ui.widgets.buttons import IconButton
from workshop.ui.widgets.text_field import LineField

_LINE = 3  # pixels, the line above the name


class ThemeHead(QWidget):
    """One head; the name can be changed in place. Without a theme it is the head of the tray."""

    renamed = Signal(object, str)
    menuAsked = Signal(object, object)  # id of the theme, where on the screen
    sought = Signal(object)  # the keyboard came to it

    def __init__(self, desk: Desk, theme: ThemeRecord | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._large = desk, False
        self.theme_id = theme.id if theme else None
        self.title = self.count = ""
        self._note = "note-0"
        self._plain, self._big = Wording(desk.type.font("body", 700)), Wording(desk.type.font("lead", 700))
        self._small = Wording(desk.type.font("body", 400))
        self.field = LineField(parent=self, name=desk.language.say("Name of the theme"))
        self.field.submitted.connect(self._rename)
        self.field.editingFinished.connect(self._stop)
        self.field.hide()
        self.menu_button = IconButton(desk.icons.icon("ellipsis", "muted"), "", self)
        self.menu_button.clicked.connect(self._ask_menu)
        self.menu_button.setVisible(theme is not None)
        self.menu_button.installEventFilter(self)
        ByHand(self).put((self.field, self.menu_button))

    def show_column(self, column: Column) -> None:
        """Show name, colour and number as they are now."""
        language = self._desk.language
        self.title = column.theme.title if column.theme else language.say("Not yet sorted")
        self.count, self._note = language.number(column.live), column.note
        told = language.say("Theme {title}: what to do", title=self.title)
        self.menu_button.setAccessibleName(told)
        self.menu_button.setToolTip(told)
        self.setAccessibleName(f"{self.title}, {language.say_many('{n} idea', '{n} ideas', n=column.live)}")
        self.update()

    def lie_at(self, room: QRect, *, large: bool) -> None:
        """Lie above its column; `large` where the wall is seen from afar."""
        self._large = large
        self.setGeometry(room)
        roomy = room.width() >= self._desk.type.px(120)
        self.menu_button.setVisible(self.theme_id is not None and roomy)
        self._place_inside()
        self.update()

    def rename(self) -> None:
        """Let the name be changed in place."""
        self.field.set_value(self.title)
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()
        self.update()

    def _rename(self, text: str) -> None:
        if text and text != self.title:
            self.renamed.emit(self.theme_id, text)
        self._stop()

    def _stop(self) -> None:
        if self.field.hasFocus():
            self.menu_button.setFocus()
        self.field.hide()
        self.update()

    def _ask_menu(self) -> None:
        self.menuAsked.emit(self.theme_id, self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def _place_inside(self) -> None:
        hint, middle = self.menu_button.sizeHint(), (self.height() + _LINE) // 2
        right = self.width()
        if self.menu_button.isVisibleTo(self):
            right -= hint.width()
            self.menu_button.setGeometry(right, middle - hint.height() // 2, hint.width(), hint.height())
        high = self.field.sizeHint().height()
        left = self._count_room()
        self.field.setGeometry(0, middle - high // 2, max(20, right - left - 4), high)

    def _count_room(self) -> int:
        return self._small.metrics.horizontalAdvance(self.count) + 4

    def _title_lines(self, width: int) -> tuple[str, ...]:
        kind = self._big if self._large else self._plain
        return kind.lines(self.title, max(10, width), 2 if self._large else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, the name and the number."""
        color = self._desk.theme.color
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), _LINE, color(self._note))
        room = QRect(2, _LINE, self.width() - 2, self.height() - _LINE)
        if self.menu_button.isVisibleTo(self):
            room.setRight(self.menu_button.x() - 1)
        hidden = -self.x()  # of a wide theme that is scrolled away in part: its name stays in sight
        if hidden > 0:
            room.setLeft(min(hidden + 2, max(2, room.right() - self._desk.type.px(130))))
        counted = room.width() > self._count_room() + self._desk.type.px(40)
        middle = Qt.AlignmentFlag.AlignVCenter
        if counted:
            painter.setFont(self._small.font)
            painter.setPen(color("muted"))
            painter.drawText(room.adjusted(0, 0, -2, 0), middle | Qt.AlignmentFlag.AlignRight, self.count)
            room.setRight(room.right() - self._count_room() - 4)
        if self.field.isHidden():
            kind = self._big if self._large else self._plain
            lines = self._title_lines(room.width())
            painter.setFont(kind.font)
            painter.setPen(color(f"{self._note}-ink"))
            top = room.center().y() - len(lines) * kind.leading // 2 + kind.metrics.ascent() + 1
            for line in lines:
                painter.drawText(room.left(), top, line)
                top += kind.leading
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Button and field keep their places."""
        super().resizeEvent(event)
        self._place_inside()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the name as it was."""
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self._stop()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click changes the name."""
        if self.theme_id is not None:
            self.rename()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the theme, wherever on the head."""
        if self.theme_id is not None:
            self.menuAsked.emit(self.theme_id, event.globalPos())

    def event(self, event: QEvent) -> bool:
        """The whole name, where it is not seen whole."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), f"{self.title} · {self.count}", self)
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be seen when the keyboard comes."""
        if watched is self.menu_button and event.type() == QEvent.Type.FocusIn:
            self.sought.emit(self.theme_id)
        return super().eventFilter(watched, event)


class HeadStrip(QAbstractScrollArea):
    """All heads side by side; it scrolls sideways with the wall and stays where it is when the wall scrolls down."""

    # It has no bars of its own: the wall says where the heads lie, and its edges hide those whose columns are not seen.

    renamed = Signal(object, str)
    menuAsked = Signal(object, object)  # id of the theme, where on the screen
    sought = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heads: list[ThemeHead] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "bare")
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._order = ByHand(self.viewport())

    def head(self, theme_id: UUID | None) -> ThemeHead:
        """The head of a theme; raises StopIteration for one that is not shown."""
        return next(head for head in self.heads if head.theme_id == theme_id)

    def show_columns(self, columns: Sequence[Column]) -> bool:
        """Show these; tells whether a head went that had the keyboard."""
        before = {head.theme_id: head for head in self.heads}
        self.heads = [before.pop(column.theme_id, None) or self._make(column.theme) for column in columns]
        lost = False
        self._order.put(self.heads)
        for head, column in zip(self.heads, columns, strict=True):
            head.show_column(column)
            head.show()
        for head in before.values():
            lost = lost or head.isAncestorOf(self.focusWidget()) if self.focusWidget() else lost
            head.hide()
            head.deleteLater()
        return lost

    def lie_over(self, rooms: Sequence[tuple[int, int]], *, wide: int, large: bool) -> None:
        """Lie over columns of these left edges and widths, of which so many pixels are seen."""
        self.setViewportMargins(0, 0, max(0, self.width() - wide), 0)
        high = self._desk.type.px(64 if large else 44)
        if self.height() != high or self.minimumHeight() != high:
            self.setFixedHeight(high)
        for head, (left, width) in zip(self.heads, rooms, strict=False):
            head.lie_at(QRect(left, 0, width, high - self._desk.type.px(4)), large=large)

    def _make(self, theme: ThemeRecord | None) -> ThemeHead:
        head = ThemeHead(self._desk, theme, self.viewport())
        head.renamed.connect(self.renamed)
        head.menuAsked.connect(self.menuAsked)
        head.sought.connect(self.sought)
        return head

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, as everywhere beside the wall."""
        event.ignore()
