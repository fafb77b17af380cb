"""Ideas as cards of a list: plain values in a model, painted by a delegate, so that a wall of hundreds stays fluid."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workshop.models.records.ideas import IdeaRecord
from workshop.ui.desk import Desk
from workshop.ui.widgets.text_field import NoteField

Index = QModelIndex | QPersistentModelIndex
CARD_ROLE = Qt.ItemDataRole.UserRole
MIME = "application/x-workshop-ideas"
GAP = 10  # pixels below a card
_MOST_LINES = 6
_MOST_MERGED = 3


@dataclass(frozen=True, slots=True)
class IdeaCard:
    """An idea with the words around it; `merged` are the words of those that were merged into it."""

    idea: IdeaRecord
    meta: str
    merged: tuple[str, ...] = ()
    more: str = ""
    chosen: bool = False
    withdrawn: bool = False
    told: str = ""


class CardModel(QAbstractListModel):
    """The cards of one column; what is dropped on it is told, not moved: the service decides."""

    dropped = Signal(object, int)  # ids of ideas, the place they were dropped at
    edited = Signal(object, str)  # id of an idea, its new words

    def __init__(self) -> None:
        super().__init__()
        self.cards: tuple[IdeaCard, ...] = ()

    def set_cards(self, cards: Sequence[IdeaCard]) -> bool:
        """Show other cards; tells whether the list itself changed, and not only words on it."""
        if [card.idea.id for card in cards] != [card.idea.id for card in self.cards]:
            self.beginResetModel()
            self.cards = tuple(cards)
            self.endResetModel()
            return True
        before, self.cards = self.cards, tuple(cards)
        for row, (old, new) in enumerate(zip(before, self.cards, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))
        return False

    def row_of(self, idea_id: UUID) -> int:
        """Where an idea is, -1 where it is not."""
        return next((row for row, card in enumerate(self.cards) if card.idea.id == idea_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many cards there are."""
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, what is read aloud, or the whole card."""
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return card.idea.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.told
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((card.idea.text, *card.merged)) if card.merged or len(card.idea.text) > 120 else None
        return card if role == CARD_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell the new words of a card."""
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.EditRole and value and value != card.idea.text:
            self.edited.emit(card.idea.id, value)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be chosen, edited, dragged, and dropped between."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Cards are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Ideas, within this program."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of ideas."""
        data = QMimeData()
        rows = sorted(index.row() for index in indexes)
        data.setData(MIME, QByteArray(" ".join(str(self.cards[row].idea.id) for row in rows).encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell which ideas were dropped, and before which card."""
        if not data.hasFormat(MIME):
            return False
        ids = [UUID(word) for word in bytes(data.data(MIME).data()).decode().split()]
        self.dropped.emit(ids, row if row >= 0 else len(self.cards))
        return True


class CardPainter(QStyledItemDelegate):
    """Paints a card in the colours of its theme, and lends it an editor."""

    editingChanged = Signal(bool)

    def __init__(self, desk: Desk, note: str, parent: QListView) -> None:
        super().__init__(parent)
        self._desk, self._note, self._view = desk, note, parent
        self._pad = desk.type.px(14)
        self._words, self._small = desk.type.font("body", 600), desk.type.font("small", 400)
        # Asked for thousands of times where there are hundreds of ideas.
        self._written, self._high = self._words.toString(), (_leading(self._words), _leading(self._small))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        card: IdeaCard = index.data(CARD_ROLE)
        width = self._view.viewport().width()
        inside = width - 2 * self._pad
        line, small = self._high
        high = len(self._text_lines(card, inside)) * line
        if card.merged:
            high += len(self._merged_lines(card, inside)) * small + self._desk.type.px(4)
        high += small + self._desk.type.px(8) + 2 * self._pad - 2
        return QSize(width, max(high, self._desk.type.px(82)) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        card: IdeaCard = index.data(CARD_ROLE)
        color = self._desk.theme.color
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(option.rect).adjusted(0, 0, 0, -GAP)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        bordered = self._desk.theme.name == "high-contrast"
        painter.setBrush(color("quiet") if card.withdrawn else color(f"{self._note}-soft"))
        painter.setPen(QPen(color(self._note), 1) if bordered else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(ground, 8, 8)
        if selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 7, 7)
        self._paint_words(painter, card, ground.toRect())
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        editor = NoteField(parent=parent, name=self._desk.language.say("Words of the idea"))
        self.editingChanged.emit(True)
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        if isinstance(editor, NoteField):
            editor.set_value(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: QModelIndex) -> None:
        if isinstance(editor, NoteField):
            model.setData(index, editor.value, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        room = option.rect.adjusted(0, 0, 0, -GAP)
        editor.setGeometry(room.left(), room.top(), room.width(), max(room.height(), self._desk.type.px(96)))

    def destroyEditor(self, editor: QWidget, index: QModelIndex) -> None:
        super().destroyEditor(editor, index)
        self.editingChanged.emit(False)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter keeps, Shift+Enter begins a line, Escape leaves the words as they were."""
        if isinstance(editor, NoteField) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enters and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                editor.commit_composition()
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                return True
        if isinstance(editor, NoteField) and event.type() == QEvent.Type.FocusOut:
            editor.commit_composition()
        return super().eventFilter(editor, event)

    def _text_lines(self, card: IdeaCard, width: int) -> tuple[str, ...]:
        star = self._desk.type.px(22) if card.chosen else 0
        return lines_of(card.idea.text, self._written, width - star, _MOST_LINES)

    def _merged_lines(self, card: IdeaCard, width: int) -> tuple[str, ...]:
        metrics = QFontMetrics(self._small)
        shown = [
            metrics.elidedText(f"+ {text}", Qt.TextElideMode.ElideRight, width) for text in card.merged[:_MOST_MERGED]
        ]
        return (*shown, card.more) if card.more else tuple(shown)

    def _paint_words(self, painter: QPainter, card: IdeaCard, ground: QRect) -> None:
        color = self._desk.theme.color
        room = ground.adjusted(self._pad, self._pad - 2, -self._pad, -self._pad)
        if card.chosen:
            side = self._desk.type.px(17)
            star = self._desk.icons.pixmap("star", side, f"{self._note}-ink", stroke=2.5)
            painter.drawPixmap(room.right() - side + 1, room.top() + 1, star)
        font = QFont(self._words)
        font.setStrikeOut(card.withdrawn)
        ink = color("muted" if card.withdrawn else "ink")
        top = self._paint_lines(painter, self._text_lines(card, room.width()), font, ink, room, room.top())
        quiet = color("muted" if card.withdrawn else f"{self._note}-ink")
        if card.merged:
            merged = self._merged_lines(card, room.width())
            top = self._paint_lines(painter, merged, self._small, color("ink"), room, top + self._desk.type.px(4))
        meta = QFontMetrics(self._small).elidedText(card.meta, Qt.TextElideMode.ElideRight, room.width())
        self._paint_lines(painter, (meta,), self._small, quiet, room, top + self._desk.type.px(8))

    def _paint_lines(
        self, painter: QPainter, lines: Sequence[str], font: QFont, ink: QColor, room: QRect, top: int
    ) -> int:
        painter.setFont(font)
        painter.setPen(ink)
        ascent, high = QFontMetrics(font).ascent(), _leading(font)
        for line in lines:
            painter.drawText(QPointF(room.left(), top + ascent + 1), line)
            top += high
        return top


@lru_cache(maxsize=4096)
def lines_of(text: str, font: str, width: int, most: int) -> tuple[str, ...]:
    """A text in lines of a width in pixels; `font` as Qt writes it down. What is too long ends in …."""
    shape = QFont()
    shape.fromString(font)
    layout = QTextLayout(text.replace("\n", "\u2028"), shape)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    start = end = 0
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20, width))
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(text[start:end].strip())
    layout.endLayout()
    if end < len(text):
        rest = text[start:].replace("\n", " ")
        lines[-1] = QFontMetrics(shape).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return tuple(lines) or ("",)


def _leading(font: QFont) -> int:
    return round(QFontMetrics(font).height() * 1.15)
