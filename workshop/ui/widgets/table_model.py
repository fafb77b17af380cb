"""Plain rows in, roles out: the model of a quiet table; tested without a window."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its side ("left" or "right") and its width.

    The width is in pixels at 100 %; 0 takes what is left, -1 what its words need.
    """

    title: str
    align: str = "left"
    width: int = -1
    strong: bool = False


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

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

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
        """Text, what to sort by, tooltip, or the cell and the row themselves."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or None
        if role == SORT_ROLE:
            return cell.text if cell.sort is None else cell.sort
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


class SortProxy(QSortFilterProxyModel):
    """Sorts by what the cells say they are ordered by; values of different kinds are ordered as text."""

    def lessThan(self, left: Index, right: Index) -> bool:
        """Whether the left one comes first."""
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        try:
            return bool(one < other)
        except TypeError:
            return str(one) < str(other)
