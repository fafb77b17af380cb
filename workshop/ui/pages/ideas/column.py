"""One column of the wall: a theme with its cards, or the tray of those not yet sorted."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workshop.models.records.ideas import ThemeRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.cards import CARD_ROLE, CardModel, CardPainter, IdeaCard
from workshop.ui.widgets.buttons import IconButton
from workshop.ui.widgets.elided_label import ElidedLabel
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.text_field import LineField

_ALT = Qt.KeyboardModifier.AltModifier
_STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class CardList(QListView):
    """The cards; arrows move between them, Alt with arrows moves them."""

    moveAsked = Signal(int, int)  # columns to the right, places down
    leaveAsked = Signal(int)  # go to the column beside
    menuAsked = Signal(object)  # where, on the screen
    verbAsked = Signal(str)
    pressedAlone = Signal()  # chosen without Ctrl or Shift: the other columns let go
    selectionMoved = Signal()

    def __init__(self, desk: Desk, note: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardModel()
        self.setModel(self.cards)
        self.painter = CardPainter(desk, note, self)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(name)
        self.setAccessibleDescription(desk.language.say("Alt with the arrow keys moves an idea."))
        self._desk = desk
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        edit = QAbstractItemView.EditTrigger
        self.setEditTriggers(edit.DoubleClicked | edit.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setProperty("ring", False)  # the chosen card shows where the keyboard is
        self.selectionModel().selectionChanged.connect(lambda *_: self.selectionMoved.emit())

    @property
    def chosen(self) -> list[UUID]:
        """The ids of the chosen cards, from the top."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.cards.cards[row].idea.id for row in rows]

    def set_cards(self, cards: Sequence[IdeaCard]) -> None:
        """Show other cards; what was chosen and where one was stays."""
        chosen, current = self.chosen, self.currentIndex().data(CARD_ROLE)
        place, row = self.verticalScrollBar().value(), self.currentIndex().row()
        if not self.cards.set_cards(cards):
            return
        for idea_id in chosen:
            self._select(self.cards.row_of(idea_id))
        if current is not None and self.cards.cards:
            kept = self.cards.row_of(current.idea.id)
            row = kept if kept >= 0 else min(row, len(self.cards.cards) - 1)
            self.selectionModel().setCurrentIndex(self.cards.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.verticalScrollBar().setValue(place)

    def choose(self, idea_id: UUID, *, edit: bool = False) -> None:
        """Put the keyboard on a card."""
        row = self.cards.row_of(idea_id)
        if row >= 0:
            index = self.cards.index(row)
            self.setFocus()
            self.setCurrentIndex(index)
            self.scrollTo(index)
            if edit:
                self.edit(index)

    def choose_row(self, row: int) -> None:
        """Put the keyboard on the card at about that height."""
        self.setFocus()
        if self.cards.cards:
            self.setCurrentIndex(self.cards.index(max(0, min(row, len(self.cards.cards) - 1))))

    def _select(self, row: int) -> None:
        if row >= 0:
            self.selectionModel().select(self.cards.index(row), QItemSelectionModel.SelectionFlag.Select)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with arrows moves the card, arrows alone go to the next one, Enter edits."""
        key = Qt.Key(event.key())
        if key in _STEPS and event.modifiers() & _ALT:
            self.moveAsked.emit(*_STEPS[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self.leaveAsked.emit(_STEPS[key][0])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Delete:
            self.verbAsked.emit("withdraw")
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self.pressedAlone.emit()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Without Ctrl or Shift only what is clicked is chosen."""
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        left = event.button() == Qt.MouseButton.LeftButton
        if left and not event.modifiers() & modifiers:
            self.pressedAlone.emit()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the card that is clicked, or of the current one."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            self.pressedAlone.emit()
            self.setCurrentIndex(index)
        self.menuAsked.emit(
            self.viewport().mapToGlobal(self.visualRect(index).center()) if keyboard else event.globalPos()
        )

    def dropEvent(self, event: QDropEvent) -> None:
        """The model tells what was dropped where; nothing is moved before the service says so."""
        index = self.indexAt(event.position().toPoint())
        row = index.row() if index.isValid() else len(self.cards.cards)
        if index.isValid() and event.position().y() > self.visualRect(index).center().y():
            row += 1
        self.cards.dropMimeData(event.mimeData(), event.dropAction(), row, 0, QModelIndex())
        event.setDropAction(Qt.DropAction.CopyAction)  # the list from which it came keeps its rows
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards; without any, what belongs here."""
        super().paintEvent(event)
        if self.cards.cards:
            return
        painter = QPainter(self.viewport())
        painter.setFont(self._desk.type.font("small"))
        painter.setPen(self._desk.theme.color("muted"))
        room = self.viewport().rect().adjusted(4, 6, -4, -6)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(
            room, flags, self._desk.language.say("Drag ideas here, or move them with Alt and the arrow keys.")
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards are as wide as the column."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class ThemeHead(QWidget):
    """The line in the colour of the theme, its name, how many, and its menu; the name can be changed in place."""

    renamed = Signal(str)
    menuAsked = Signal(object)

    def __init__(self, desk: Desk, note: str, title: str, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._note, self._editable = desk, note, editable
        self._title = ElidedLabel(title, look="strong")
        self._title.setStyleSheet(f"color: {desk.theme.hex(f'{note}-ink')}")
        self._count = MutedLabel()
        self.field = LineField(title, name=desk.language.say("Name of the theme"))
        self.field.submitted.connect(self._rename)
        self.field.editingFinished.connect(self._stop)
        self.field.hide()
        self.menu_button = IconButton(desk.icons.icon("ellipsis", "muted"), "")
        self.menu_button.clicked.connect(
            lambda: self.menuAsked.emit(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 6, 0, 2)
        row.setSpacing(4)
        row.addWidget(self._title, 1)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        row.addWidget(self.menu_button)
        self.menu_button.setVisible(editable)  # only here, where it has a parent: it would be a window of its own
        self.setMinimumHeight(desk.type.px(44))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_theme(self, title: str, count: str) -> None:
        """Change name and number."""
        self._title.setText(title)
        self._count.setText(count)
        told = self._desk.language.say("Theme {title}: what to do", title=title)
        self.menu_button.setAccessibleName(told)
        self.menu_button.setToolTip(told)

    def rename(self) -> None:
        """Let the name be changed in place."""
        self.field.set_value(self._title.text())
        self._title.hide()
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def _rename(self, text: str) -> None:
        if text and text != self._title.text():
            self.renamed.emit(text)
        self._stop()

    def _stop(self) -> None:
        if self.field.hasFocus():
            self.menu_button.setFocus()
        self.field.hide()
        self._title.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the name as it was."""
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self._stop()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click changes the name."""
        if self._editable:
            self.rename()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 3, self._desk.theme.color(self._note))
        painter.end()


def look_key(theme: ThemeRecord | None) -> tuple[UUID | None, int]:
    """Which theme it is and in which colour; the tray has none."""
    return (theme.id, theme.colour) if theme else (None, -1)


class ThemeColumn(QWidget):
    """A head and its cards; without a theme it is the tray."""

    def __init__(self, desk: Desk, theme: ThemeRecord | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.theme = theme
        note = f"note-{theme.colour % 7 + 1}" if theme else "note-0"
        title = theme.title if theme else desk.language.say("Not yet sorted")
        self.head = ThemeHead(desk, note, title, editable=theme is not None)
        self.list = CardList(desk, note, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(desk.type.px(216))
        self.setMaximumWidth(desk.type.px(460))

    @property
    def theme_id(self) -> UUID | None:
        """The theme, none for the tray."""
        return self.theme.id if self.theme else None

    @property
    def look_key(self) -> tuple[UUID | None, int]:
        """What a column cannot change without being built anew."""
        return look_key(self.theme)

    @property
    def holds_keyboard(self) -> bool:
        """Whether the keyboard is somewhere in it."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def show_cards(self, theme: ThemeRecord | None, cards: Sequence[IdeaCard]) -> None:
        """Show the theme as it is now, and its cards."""
        self.theme = theme
        title = theme.title if theme else self._desk.language.say("Not yet sorted")
        live = sum(not card.withdrawn for card in cards)
        self.head.show_theme(title, self._desk.language.number(live))
        self.list.setAccessibleName(title)
        self.list.set_cards(cards)

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        return QSize(self._desk.type.px(261), self._desk.type.px(360))
