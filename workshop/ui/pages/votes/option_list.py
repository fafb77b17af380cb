"""The options on a ballot: reordered by dragging or Alt with arrows, changed in place, removed with Delete."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workshop.models.records.votes import PollOptionRecord
from workshop.services.voting.polls import OptionDraft
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.money_field import MoneyField

_SOURCE = Qt.ItemDataRole.UserRole
_ALT = Qt.KeyboardModifier.AltModifier


class _Editor(QStyledItemDelegate):
    """The field in which the words of an option are changed; it tells those who hear it which option that is."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Words end before the cost."""
        super().initStyleOption(option, index)
        room = option.rect.width() - self._cost_width() - option.decorationSize.width() - 30
        if self._cost_width():
            option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, max(room, 20))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.DisplayRole)))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """As high as its row, no higher."""
        if isinstance(editor, MoneyField):
            rect = option.rect.adjusted(option.rect.width() - editor.width(), 2, 0, -2)
            editor.setGeometry(rect)
            return
        super().updateEditorGeometry(editor, option, index)
        editor.setFixedHeight(option.rect.height())
        editor.setFixedWidth(max(40, option.rect.right() - editor.x() - self._cost_width()))

    def _cost_width(self) -> int:
        view = self.parent()
        return view.cost_width if isinstance(view, OptionList) else 0


class OptionList(QListWidget):
    """Tells all options anew after each change; where an option came from goes along with it."""

    changed = Signal(object)  # tuple of OptionDraft

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._filling = False
        self._costs: list[MoneyField] = []  # one for each row, where a budget is spent
        self.setAccessibleName(desk.language.say("Options on the ballot"))
        self.setItemDelegate(_Editor(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        line = desk.theme.hex("line")
        self.setStyleSheet(f"QListWidget {{ border: 1px solid {line}; border-radius: 8px; padding: 4px; }}")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        edit = QAbstractItemView.EditTrigger
        self.setEditTriggers(edit.DoubleClicked | edit.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setProperty("ring", False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.itemChanged.connect(lambda _item: self._tell())
        self.model().rowsMoved.connect(lambda *_: self._tell())
        self.model().rowsInserted.connect(lambda *_: self._tell())

    @property
    def cost_width(self) -> int:
        """The pixels that costs take at the right of the rows."""
        return self._costs[0].width() + 8 if self._costs else 0

    @property
    def costs(self) -> tuple[MoneyField, ...]:
        """The fields of the costs, by row."""
        return tuple(self._costs)

    def flush(self) -> None:
        """Tell a cost that was changed a moment ago."""
        for field in self._costs:
            field.flush()

    @property
    def drafts(self) -> tuple[OptionDraft, ...]:
        """The options as they stand."""
        drafts: list[OptionDraft] = []
        for row in range(self.count()):
            item = self.item(row)
            text, (before, *source, cost) = item.text().strip(), item.data(_SOURCE)
            same, field = text == before, self.itemWidget(item)
            cost = field.amount if isinstance(field, MoneyField) else cost
            idea_id, theme_id, proposal_id = source if same else (None, None, None)
            drafts.append(OptionDraft(text, idea_id, theme_id, cost, proposal_id))
        return tuple(draft for draft in drafts if draft.text)

    def show_options(self, options: Sequence[PollOptionRecord], *, priced: bool = False) -> None:
        """Show these options, with their costs where they are `priced`; the current one stays."""
        wanted: list[Any] = [
            (option.text, option.idea_id, option.theme_id, option.proposal_id, option.cost) for option in options
        ]
        shown = [self.item(row).data(_SOURCE)[:4] for row in range(self.count())]
        texts = [self.item(row).text() for row in range(self.count())]
        same = shown == [one[:4] for one in wanted] and texts == [one[0] for one in wanted]
        row = self.currentRow()
        self._filling = True
        if not same or not self._is_priced_as(priced=priced):
            self._fill(wanted, priced=priced)
        for place, source in enumerate(wanted):
            self.item(place).setData(_SOURCE, source)
            if priced:
                self._costs[place].setAccessibleName(self._desk.language.say("Cost of {option}", option=source[0]))
                self._costs[place].show_amount(source[4])
        self._filling = False
        if row >= 0 and not same:
            self.setCurrentRow(min(row, self.count() - 1))

    def _is_priced_as(self, *, priced: bool) -> bool:
        """Whether each row has its own field for the cost, or none has one; a row that is dragged loses its field."""
        fields = [self.itemWidget(self.item(row)) for row in range(self.count())]
        return fields == (self._costs if priced else [None] * len(fields))

    def _fill(self, wanted: Sequence[Any], *, priced: bool) -> None:
        self.clear()
        self._costs = []
        height = self._desk.type.px(36)
        for source in wanted:
            item = QListWidgetItem(source[0])
            item.setData(_SOURCE, source)
            item.setFlags((item.flags() | Qt.ItemFlag.ItemIsEditable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setSizeHint(QSize(40, height + (8 if priced else 0)))
            item.setIcon(self._desk.icons.icon("grip-vertical", "muted"))
            item.setToolTip(source[0])
            self.addItem(item)
            if priced:
                field = MoneyField(self._desk, self, placeholder=self._desk.language.say("cost"), digits=12)
                field.amountChanged.connect(lambda _amount: self._tell())
                self._costs.append(field)
                self.setItemWidget(item, field)

    def move_current(self, step: int) -> None:
        """Move the current option up or down."""
        row = self.currentRow()
        drafts = list(self.drafts)
        if not 0 <= row < len(drafts) or not 0 <= row + step < len(drafts):
            return
        drafts.insert(row + step, drafts.pop(row))
        self.setCurrentRow(row + step)
        self.changed.emit(tuple(drafts))

    def remove_current(self) -> None:
        """Take the current option off the ballot."""
        row = self.currentRow()
        if row >= 0:
            self.changed.emit(tuple(draft for place, draft in enumerate(self.drafts) if place != row))

    def minimumSizeHint(self) -> QSize:
        """Three options."""
        return QSize(160, 3 * self._desk.type.px(36))

    def sizeHint(self) -> QSize:
        """Three options; the layout gives what is left over."""
        return QSize(320, 3 * self._desk.type.px(36) + 10)

    def _tell(self) -> None:
        if not self._filling:  # later, because a drag inserts before it removes
            QTimer.singleShot(0, self, self._tell_now)

    def _tell_now(self) -> None:
        self.changed.emit(self.drafts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with arrows moves, Delete removes, Enter changes the words."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & _ALT:
            self.move_current(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.remove_current()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same as a menu."""
        if self.currentItem() is None:
            return
        say = self._desk.language.say
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(say("Edit")).triggered.connect(lambda: self.editItem(self.currentItem()))
        menu.addAction(say("Move up")).triggered.connect(lambda: self.move_current(-1))
        menu.addAction(say("Move down")).triggered.connect(lambda: self.move_current(1))
        menu.addAction(say("Remove")).triggered.connect(self.remove_current)
        menu.popup(event.globalPos())
