"""A quiet table: no grid, a muted header, a thin line below each row."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workshop.ui.desk import Desk
from workshop.ui.widgets.table_model import CELL_ROLE, ROW_ROLE, Cell, Column, Row, TableModel

GAP = 14  # pixels between two columns
_GREEDY = 110  # pixels at 100 % below which a column that takes the rest is not made narrower
_READABLE = 200  # pixels at 100 % that such a column has before optional columns are shown
_SEEN = 500  # characters of a cell that can have room at all
_LEAST = 280  # pixels; what is narrower scrolls sideways


class DataTable(QTableView):
    """A table of plain rows: `set_rows`, then `rowActivated` (double click, Enter, or a click where `single_click`).

    With `fit_rows` it is as high as its rows and never scrolls by itself: for a table inside a card.
    """

    rowActivated = Signal(object)  # the key of the row
    cellClicked = Signal(object, int)  # the key of the row, the column, for cells that are links
    rowChosen = Signal(object)  # the key of the row the selection moved to

    def __init__(
        self, desk: Desk, columns: Sequence[Column], name: str, parent: QWidget | None = None, *,
        fit_rows: bool = False, sortable: bool = False, single_click: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk = desk
        self._fit_rows, self._single_click = fit_rows, single_click
        self.hovered = -1
        self.rows_model = TableModel(columns)
        self.setModel(self.rows_model)
        self.setAccessibleName(name)
        self._set_up()
        self._set_up_header(sortable)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._double_click)
        self.selectionModel().currentRowChanged.connect(self._move)

    @property
    def chosen(self) -> Any:
        """The key of the current row, None where there is none."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.key if row else None

    @property
    def keeps_choice(self) -> bool:
        """Whether the chosen row is marked while the keyboard is elsewhere; rows that only lead on are not."""
        return not self._single_click

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the chosen one stays chosen, and what is in sight stays where it is."""
        if self.rows_model.shows(rows):
            return
        key, offset = self.chosen, self.verticalScrollBar().value()
        self.rows_model.set_rows(rows)
        self.setProperty(
            "ring", False if rows else None
        )  # the current row shows where the keyboard is, if there is one
        self.choose(key)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(offset)
        self._place_columns()
        if self._fit_rows:
            self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()

    def choose(self, key: Any) -> None:
        """Make the row of a key the current one."""
        for place, row in enumerate(self.rows_model.rows):
            if key is not None and row.key == key:
                self.setCurrentIndex(self.rows_model.index(place, 0))

    def sizeHint(self) -> QSize:
        """All rows where it fits them, else some."""
        rows = self.rows_model.rowCount() if self._fit_rows else 8
        return QSize(400, self._header_height + rows * self._desk.type.row + self._bar_height)

    def minimumSizeHint(self) -> QSize:
        """The header and three rows; a narrow place gets a table that scrolls sideways, never a page that does."""
        wide = min(self._needed_width(), _LEAST)
        if self._fit_rows:
            return QSize(wide, self.sizeHint().height())
        return QSize(wide, self._header_height + 3 * self._desk.type.row)

    @property
    def _header_height(self) -> int:
        return self._desk.type.px(34) if any(column.title for column in self.rows_model.columns) else 0

    @property
    def _bar_height(self) -> int:
        """What the bar below the rows takes where the columns do not fit."""
        fits = self._needed_width() <= self.viewport().width()
        return 0 if fits or not self._fit_rows else self.horizontalScrollBar().sizeHint().height()

    def _set_up(self) -> None:
        self.setItemDelegate(_CellPainter(self._desk, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        if self._fit_rows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _set_up_header(self, sortable: bool) -> None:
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(10)
        down.setDefaultSectionSize(self._desk.type.row)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(sortable)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setMinimumSectionSize(10)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setFixedHeight(self._header_height)
        across.setVisible(self._header_height > 0)
        self.setSortingEnabled(sortable)
        if sortable:
            self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # as given, until somebody clicks

    def _widths(self) -> list[int]:
        small, strong = (QFontMetrics(self._desk.type.font(size, 600)) for size in ("small", "body"))
        widths: list[int] = []
        for place, column in enumerate(self.rows_model.columns):
            if column.width >= 0:
                widths.append(self._desk.type.px(column.width))
                continue
            texts = (_as_cell(row.cells[place]) for row in self.rows_model.rows)
            words = max((strong.horizontalAdvance(cell.text) + (24 if cell.pill else 0) for cell in texts), default=0)
            widths.append(max(words, small.horizontalAdvance(column.title)) + GAP + 4)
        return widths

    def _needed_width(self) -> int:
        room_for_the_rest = self._desk.type.px(_GREEDY)
        columns = zip(self._widths(), self.rows_model.columns, strict=True)
        return sum(width or room_for_the_rest for width, column in columns if not column.optional)

    def _place_columns(self) -> None:
        widths = self._widths()
        greedy = [place for place, width in enumerate(widths) if width == 0]
        self._leave_out(widths, self._desk.type.px(_READABLE) * len(greedy))
        rest = max(self._desk.type.px(_GREEDY) * len(greedy), self.viewport().width() - sum(widths))
        for place, width in enumerate(widths):
            share = rest // len(greedy) if place in greedy else width
            self.setColumnWidth(place, share)

    def _leave_out(self, widths: list[int], readable: int) -> None:
        """Hide optional columns, the last one first, until what takes the rest can be read."""
        for place in reversed(range(len(widths))):
            if self.rows_model.columns[place].optional:
                tight = self.viewport().width() - sum(widths) < readable
                self.setColumnHidden(place, tight)
                widths[place] *= not tight

    def _click(self, index: QModelIndex) -> None:
        if index.data(CELL_ROLE).link:
            self.cellClicked.emit(index.data(ROW_ROLE).key, index.column())
        elif self._single_click:
            self.rowActivated.emit(index.data(ROW_ROLE).key)

    def _double_click(self, index: QModelIndex) -> None:
        if not self._single_click and not index.data(CELL_ROLE).link:
            self.rowActivated.emit(index.data(ROW_ROLE).key)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def _move(self, index: QModelIndex) -> None:
        if index.isValid():
            self.rowChosen.emit(index.data(ROW_ROLE).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter activates the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.rowActivated.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        index = self.indexAt(event.position().toPoint())
        cell = index.data(CELL_ROLE)
        self._hover(index.row() if self._single_click else -1)
        hand = cell is not None and (cell.link or self._single_click)
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._place_columns()
        if self._fit_rows:
            self.setFixedHeight(self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again where the font changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "rows_model"):
            self._place_columns()


class _CellPainter(QStyledItemDelegate):
    """Paints a cell: text or pill, a line below, a soft ground under the pointer, a mark at the current row."""

    def __init__(self, desk: Desk, parent: DataTable) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        cell, row = index.data(CELL_ROLE), index.data(ROW_ROLE)
        column = self._table.rows_model.columns[index.column()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        room = option.rect.adjusted(0, 0, 0 if column.align == "right" else -GAP, -1)
        if cell.pill:
            self._paint_pill(painter, room, cell, column)
        else:
            self._paint_words(painter, room, cell, row, column)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(40, self._desk.type.row)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """A row that is chosen has a ground; the one with the keyboard has a strong line, chosen or not."""
        color, across = self._desk.theme.color, (option.rect.left(), option.rect.width())
        focused = self._table.hasFocus()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and (focused or self._table.keeps_choice)
        if chosen:
            painter.fillRect(option.rect, color("accent-soft"))
        elif index.row() == self._table.hovered:
            painter.fillRect(option.rect, color("card-hover"))
        if focused and index.row() == self._table.currentIndex().row():
            painter.fillRect(across[0], option.rect.bottom() - 1, across[1], 2, color("focus"))
        elif chosen:
            for edge in (option.rect.top(), option.rect.bottom()):
                painter.fillRect(across[0], edge, across[1], 1, color("accent"))
        elif index.row() + 1 < index.model().rowCount():
            painter.fillRect(across[0], option.rect.bottom(), across[1], 1, color("line"))

    def _paint_words(self, painter: QPainter, room: QRect, cell: Cell, row: Row, column: Column) -> None:
        strong = (column.strong and not row.quiet) if cell.strong is None else cell.strong
        font = self._desk.type.font("body", 600 if strong else 400)
        painter.setFont(font)
        if cell.icon:
            side = self._desk.type.icon
            picture = self._desk.icons.pixmap(cell.icon, side, cell.role or "muted")
            painter.drawPixmap(room.left(), room.center().y() - side // 2 + 1, picture)
            room = room.adjusted(side + 6, 0, 0, 0)
        role = cell.role or ("muted" if row.quiet or cell.link else "ink")
        painter.setPen(self._desk.theme.color(role))
        side_flag = Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft
        line = " ".join(cell.text[:_SEEN].split())  # several lines are one here
        text = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side_flag | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_pill(self, painter: QPainter, room: QRect, cell: Cell, column: Column) -> None:
        soft, ink = pill_roles(cell.pill)
        font = self._desk.type.font("small", 600)
        width = min(QFontMetrics(font).horizontalAdvance(cell.text) + self._desk.type.px(20), room.width())
        height = self._desk.type.px(20)
        left = room.right() - width + 1 if column.align == "right" else room.left()
        pill = QRect(left, room.center().y() - height // 2 + 1, width, height)
        painter.setBrush(self._desk.theme.color(soft))
        bordered = self._desk.theme.name == "high-contrast"
        painter.setPen(QPen(self._desk.theme.color(ink), 1) if bordered else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(self._desk.theme.color(ink))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, cell.text)


def pill_roles(role: str) -> tuple[str, str]:
    """The ground and the ink of a pill."""
    if role.startswith(("phase-", "note-")):
        return f"{role}-soft", f"{role}-ink"
    inks = {"quiet": "quiet-ink", "accent": "accent-soft-ink", "warn": "warn-soft-ink"}
    return ("quiet" if role == "quiet" else f"{role}-soft"), inks.get(role, role)


def _as_cell(cell: Cell | str) -> Cell:
    return cell if isinstance(cell, Cell) else Cell(cell)
