"""The list of what was found: groups with a title, lines with icon, title, where it is, and keys at the right."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.language import Message
from workshop.ui.desk import Desk
from workshop.ui.palette.entries import GROUPS, Entry

ENTRY_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class Results(QAbstractListModel):
    """Titles of groups, which are texts, between the entries."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[str | Entry] = []

    @property
    def rows(self) -> list[str | Entry]:
        """What is shown, from the top."""
        return self._rows

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show entries; those of one group follow one another."""
        self.beginResetModel()
        self._rows = []
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                title: Message = GROUPS[group]
                self._rows.append(self._desk.language.tell(title))
            self._rows.append(entry)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """An entry, or its words for a screen reader."""
        row = self._rows[index.row()]
        if role == ENTRY_ROLE:
            return row if isinstance(row, Entry) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return told(row) if isinstance(row, Entry) else row
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Titles of groups cannot be chosen."""
        if isinstance(self._rows[index.row()], Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class ResultList(QListView):
    """The keyboard stays in the field above; this list is moved in from there."""

    chosen = Signal(object)  # an entry
    moved = Signal(object)  # the entry that is marked now, or None

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.results = Results(desk)
        self.setModel(self.results)
        self.setItemDelegate(_Painter(desk))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda index: self._choose(index.data(ENTRY_ROLE)))
        self.entered.connect(self._point_at)
        self.selectionModel().currentChanged.connect(lambda index, _old: self.moved.emit(index.data(ENTRY_ROLE)))

    @property
    def current(self) -> Entry | None:
        """The entry that is marked."""
        return self.currentIndex().data(ENTRY_ROLE)

    @property
    def entries(self) -> list[Entry]:
        """All entries that are shown."""
        return [row for row in self.results.rows if isinstance(row, Entry)]

    @property
    def height_of_all(self) -> int:
        """How high it would like to be."""
        return sum(self.sizeHintForRow(row) for row in range(len(self.results.rows))) + 2

    def show_entries(self, entries: Sequence[Entry], keep: object = None) -> None:
        """Show entries and mark the first, or the one with the key `keep`."""
        self.results.set_entries(entries)
        rows = self.results.rows
        places = [place for place, row in enumerate(rows) if isinstance(row, Entry)]
        kept = [place for place in places if rows[place].key == keep]
        if places:
            self._mark((kept or places)[0])
        if not kept:
            self.scrollToTop()
        self.moved.emit(self.current)

    def step(self, by: int, *, around: bool = False) -> None:
        """Mark the entry so many further down or up; at the end it stays or goes `around`."""
        places = [place for place, row in enumerate(self.results.rows) if isinstance(row, Entry)]
        if not places:
            return
        now = self.currentIndex().row()
        place = (places.index(now) if now in places else -1) + by
        place = place % len(places) if around else min(max(place, 0), len(places) - 1)
        self._mark(places[place])
        if place == 0:
            self.scrollToTop()

    @property
    def page(self) -> int:
        """How many entries are seen at once."""
        row = max(1, self.sizeHintForRow(max(0, self.currentIndex().row())))
        return max(1, self.viewport().height() // row - 1)

    def _mark(self, row: int) -> None:
        index = self.results.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _choose(self, entry: Entry | None) -> None:
        if entry is not None:
            self.chosen.emit(entry)

    def _point_at(self, index: QModelIndex) -> None:
        if index.data(ENTRY_ROLE) is not None:
            self.setCurrentIndex(index)


class _Painter(QStyledItemDelegate):
    """Draws lines in the colours and sizes of the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Lines are high enough for a finger; titles of groups are lower."""
        kind = self._desk.type
        return QSize(100, kind.px(40 if index.data(ENTRY_ROLE) is not None else 32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry = index.data(ENTRY_ROLE)
        if entry is None:
            self._paint_title(painter, option.rect, index.data())
        else:
            self._paint_entry(painter, option, entry)
        painter.restore()

    def _paint_title(self, painter: QPainter, room: QRect, text: str) -> None:
        painter.setFont(self._desk.type.font("small", 600))
        painter.setPen(self._desk.theme.color("muted"))
        space = room.adjusted(20, 0, -20, -round(self._desk.type.px(5)))
        painter.drawText(space, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        desk, room = self._desk, option.rect
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        ink, quiet = ("accent-soft-ink", "accent-soft-ink") if marked else ("ink", "muted")
        if marked:
            painter.setBrush(desk.theme.color("accent-soft"))
            edge = desk.theme.color("focus") if desk.theme.name == "high-contrast" else None
            painter.setPen(QPen(edge, 2) if edge else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(room.adjusted(8, 1, -8, -1), 6, 6)
        side = desk.type.icon
        if entry.icon:
            picture = desk.icons.pixmap(entry.icon, side, "accent" if marked else "muted")
            painter.drawPixmap(room.left() + 20, room.center().y() - side // 2, picture)
        left = room.left() + 20 + side + 12
        right = self._paint_keys(painter, room, entry.keys)
        body = desk.type.font("body", 600 if marked else 400)
        words = QFontMetrics(body)
        small = desk.type.font("small")
        beside = QFontMetrics(small)
        space = right - left
        where = min(beside.horizontalAdvance(entry.where), max(0, space * 2 // 5)) if entry.where else 0
        title = words.elidedText(entry.title, Qt.TextElideMode.ElideRight, space - where - (16 if where else 0))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(body)
        painter.setPen(desk.theme.color(ink))
        painter.drawText(QRect(left, room.top(), space, room.height()), middle, title)
        if where:
            painter.setFont(small)
            painter.setPen(desk.theme.color(quiet))
            told_where = beside.elidedText(entry.where, Qt.TextElideMode.ElideRight, where + 1)
            painter.drawText(
                QRect(left, room.top(), space, room.height()), middle | Qt.AlignmentFlag.AlignRight, told_where
            )

    def _paint_keys(self, painter: QPainter, room: QRect, keys: Sequence[str]) -> int:
        """The first keys at the right; gives back where the room for words ends."""
        right = room.right() - 20
        if not keys:
            return right
        desk = self._desk
        font = desk.type.font("small", 600)
        width = QFontMetrics(font).horizontalAdvance(keys[0]) + desk.type.px(14)
        high = desk.type.px(24)
        box = QRect(right - width, room.center().y() - high // 2, width, high)
        painter.setBrush(desk.theme.color("quiet"))
        painter.setPen(QPen(desk.theme.color("line"), 1))
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(font)
        painter.setPen(desk.theme.color("quiet-ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys[0])
        return box.left() - 16


def told(entry: Entry) -> str:
    """An entry in words."""
    return ", ".join(part for part in (entry.title, entry.where, *entry.keys) if part)
