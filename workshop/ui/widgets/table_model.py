"""Plain rows in, roles out: the model of a quiet table; tested without a window."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
CELL_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its side ("left" or "right") and its width.

    The width is in pixels at 100 %; 0 takes what is left, -1 what its words need. One that is `optional` is left out where
    the column that takes what is left would have hardly any room.
    """

    title: str
    align: str = "left"
    width: int = -1
    strong: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is more than its text.

    `sort` is what it is ordered by where the text is not; `role` a colour of the theme; `pill` a pill's role instead of plain
    text; `link` marks what can be clicked by itself.
    """

    text: str
    sort: Any = None
    role: str = ""
    strong: bool | None = None
    pill: str = ""
    link: bool = False
    icon: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: whatever tells the caller which one it is, and its cells; `quiet` paints it muted."""

    key: Any
    cells: tuple[Cell | str, ...]
    quiet: bool = False


class TableModel(QAbstractTableModel):
    """Rows and columns."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()
        self._given: tuple[Row, ...] = ()
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, in the order that was asked for."""
        self.beginResetModel()
        self._given = tuple(rows)
        self.rows = self._in_order(self._given)
        self.endResetModel()

    def shows(self, rows: Sequence[Row]) -> bool:
        """Whether these are the rows that are shown."""
        return self._given == tuple(rows)

    def cell(self, index: Index) -> Cell:
        """The cell at an index."""
        cell = self.rows[index.row()].cells[index.column()]
        return cell if isinstance(cell, Cell) else Cell(cell)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tooltip, or the cell and the row themselves."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or None
        if role == CELL_ROLE:
            return cell
        return self.rows[index.row()] if role == ROW_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].align == "right" else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column, equal ones as they were given; -1 is the order they were given in.

        Sorted here, since a proxy would ask Python hundreds of thousands of times for a long list.
        """
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self.rows[index.row()], index.column()) for index in before]
        self.rows = self._in_order(self._given)
        places = {id(row): place for place, row in enumerate(self.rows)}
        self.changePersistentIndexList(before, [self.index(places[id(row)], column) for row, column in held])
        self.layoutChanged.emit()

    def _in_order(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        column, order = self._sorted
        if not 0 <= column < len(self.columns):
            return rows
        backwards = order == Qt.SortOrder.DescendingOrder
        values = [_sort_value(row.cells[column]) for row in rows]
        if len({type(value) for value in values}) > 1:
            values = [str(value) for value in values]  # values of different kinds are ordered as text
        order_of_rows = sorted(range(len(rows)), key=values.__getitem__, reverse=backwards)
        return tuple(rows[place] for place in order_of_rows)


def _sort_value(cell: Cell | str) -> Any:
    if isinstance(cell, str):
        return cell
    return cell.text if cell.sort is None else cell.sort
