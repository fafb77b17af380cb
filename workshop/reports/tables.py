"""Quiet tables: thin rules, no boxes; headers repeated, no lonely rows, long cells that break well over pages."""

from collections.abc import Sequence
from contextlib import nullcontext
from copy import copy
from dataclasses import dataclass

from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph, Space
from workshop.reports.fonts import face
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag

_GAP = 14.0
_BELOW_LEGEND = 6.0
_FEW_ROWS = 3
_TALL = 150.0  # a row of this height may be broken inside although others precede it on the page


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width in points (0 shares what is left), whether it holds numbers, and whether its cells name
    their row, so that whoever hears a cell hears the name with it.
    """

    title: str
    width: float = 0
    right: bool = False
    names: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """Cells with what they are for those who hear them; the parts of a broken row share their tags."""

    cells: tuple[Block, ...]
    tag: Tag | None
    tags: tuple[Tag | None, ...]

    def part(self, cells: Sequence[Block]) -> "_Row":
        """The same row with other cells."""
        return _Row(tuple(cells), self.tag, self.tags)


class Table(Block):
    """Rows under a header that is repeated on each page. Cells are blocks or plain text.

    `legend` stands above the header and is repeated with it; `note` stands under the last row and is never parted from it; a
    table no taller than `whole` is not broken. Without a header and without a column that names its row it is no table for those
    who hear it: one column is a list, several are a layout.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Block | str]],
        *,
        before: float = 0,
        padding: float = styles.ROW_PADDING,
        header: bool = True,
        ruled: bool = True,
        legend: Block | None = None,
        note: Block | None = None,
        whole: float = 0,
    ) -> None:
        self._columns = tuple(columns)
        self._tag = _tag_of(columns, header=header)
        self._rows = tuple(self._row(row) for row in rows)
        self._padding = padding
        self._ruled = ruled
        self._header = self._head_row() if header else None
        self._repeats = False
        self._legend = legend
        self._note = note
        self._whole = whole
        self.before = before
        rows_of_cells = (*([self._header] if self._header else []), *self._rows)
        cells = (*(cell for row in rows_of_cells for cell in row.cells), *(each for each in (legend, note) if each))
        self.missing = frozenset[str]().union(*(cell.missing for cell in cells))
        self._heights: tuple[float, list[float]] | None = None

    def height(self, width: float) -> float:
        """Legend, header, rows and note."""
        return self._head(width) + sum(self._row_heights(width)) + self._foot(width)

    def least(self, width: float) -> float:
        """The header with two rows (three where there are no more), or with the beginning of a tall one."""
        all_of_it = self.height(width)
        heights = self._row_heights(width)
        if all_of_it <= self._whole or not heights:
            return all_of_it
        few = sum(heights) + self._foot(width) if len(heights) <= _FEW_ROWS else sum(heights[:2])
        return self._head(width) + (min(few, _TALL) if max(heights[:2]) > _TALL else few)

    def split(self, width: float, room: float, *, force: bool = False) -> tuple[Block, Block] | None:
        """Broken between rows, within one only where it is tall."""
        heights = self._row_heights(width)
        left, fitting = room - self._head(width), 0
        while fitting < len(heights) and heights[fitting] <= left + 0.01:
            left -= heights[fitting]
            fitting += 1
        if fitting < len(heights) and (heights[fitting] > _TALL or (force and fitting == 0)):
            parts = self._split_row(self._rows[fitting], width, left, force=force and fitting == 0)
            if parts:
                head, rest = (*self._rows[:fitting], parts[0]), (parts[1], *self._rows[fitting + 1 :])
                return self._part(head, None, last=False), self._part(rest, None, last=True)
        fitting = self._without_widow(heights, fitting)
        if fitting == 0 or (fitting == 1 and not force and heights[0] <= _TALL):
            return None
        return (
            self._part(self._rows[:fitting], (width, heights[:fitting]), last=False),
            self._part(self._rows[fitting:], (width, heights[fitting:]), last=True),
        )

    @staticmethod
    def _without_widow(heights: Sequence[float], fitting: int) -> int:
        """How many rows to keep so that the last one takes another along to the next page."""
        last = len(heights) - 1
        if fitting > last:  # only the note is too much
            return last if last < 2 else last - 1
        return fitting - 1 if fitting == last and fitting > 1 and heights[fitting] <= _TALL else fitting

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Rules and cells from the top down; a legend or header that is repeated only decorates."""
        widths = self._widths(width)
        if self._legend is not None:
            with pen.artifact() if self._repeats else nullcontext():
                self._legend.draw(pen, x, top, width)
            top -= self._legend_height(width)
        with pen.inside(self._tag):
            thickness, colour = (
                (styles.STRONG_LINE, styles.INK) if self._header else (styles.THIN_LINE, styles.HAIRLINE)
            )
            if self._ruled:
                pen.line((x, top), (x + width, top), thickness=thickness, colour=colour)
            if self._header:
                with pen.artifact() if self._repeats else nullcontext():
                    top -= self._draw_row(
                        pen, x, top, self._header, widths, self._head(width) - self._legend_height(width)
                    )
                pen.line((x, top), (x + width, top), thickness=styles.THIN_LINE, colour=styles.RULE)
            for row, height in zip(self._rows, self._row_heights(width), strict=True):
                top -= self._draw_row(pen, x, top, row, widths, height)
                if self._ruled:
                    pen.line((x, top), (x + width, top), thickness=styles.THIN_LINE, colour=styles.HAIRLINE)
        if self._note is not None:
            self._note.draw(pen, x, top - self._note.before, width)

    def _draw_row(self, pen: Pen, x: float, top: float, row: _Row, widths: list[float], height: float) -> float:
        with pen.inside(row.tag):
            for cell, tag, wide in zip(row.cells, row.tags, widths, strict=True):
                with pen.inside(tag):
                    cell.draw(pen, x, top - self._padding, wide)
                x += wide + _GAP
        return height

    def _row(self, given: "Sequence[Block | str]") -> _Row:
        cells = tuple(as_cell(cell, column) for cell, column in zip(given, self._columns, strict=True))
        if self._tag is None:
            return _Row(cells, None, (None,) * len(cells))
        if self._tag.kind == "L":
            return _Row(cells, Tag("LI"), (Tag("LBody"),))
        kinds = (Tag("TH", scope="Row") if column.names else Tag("TD") for column in self._columns)
        return _Row(cells, Tag("TR"), tuple(kinds))

    def _head_row(self) -> _Row:
        titles = (Paragraph(column.title, style=styles.QUIET, right=column.right) for column in self._columns)
        return _Row(tuple(titles), Tag("TR"), tuple(Tag("TH", scope="Column") for _ in self._columns))

    def _part(self, rows: Sequence[_Row], heights: tuple[float, list[float]] | None, *, last: bool) -> "Table":
        part = copy(self)
        part._rows = tuple(rows)
        part._note = self._note if last else None
        part._repeats = self._repeats or last
        part._heights = heights
        part._whole = part.before = 0
        return part

    def _foot(self, width: float) -> float:
        return self._note.before + self._note.height(width) if self._note is not None else 0

    def _split_row(self, row: _Row, width: float, room: float, *, force: bool) -> tuple[_Row, _Row] | None:
        head: list[Block] = []
        rest: list[Block] = []
        room -= 2 * self._padding
        for cell, wide in zip(row.cells, self._widths(width), strict=True):
            if cell.height(wide) <= room:
                head.append(cell)
                rest.append(Space())
                continue
            parts = cell.split(wide, room, force=force)
            if parts is None:
                return None
            head.append(parts[0])
            rest.append(parts[1])
        return row.part(head), row.part(rest)

    def _head(self, width: float) -> float:
        """What stands above the rows on every page."""
        header = self._row_height(self._header, self._widths(width)) if self._header else 0
        return self._legend_height(width) + header

    def _legend_height(self, width: float) -> float:
        return self._legend.height(width) + _BELOW_LEGEND if self._legend is not None else 0

    def _row_heights(self, width: float) -> list[float]:
        if self._heights is None or self._heights[0] != width:
            widths = self._widths(width)
            self._heights = width, [self._row_height(row, widths) for row in self._rows]
        return self._heights[1]

    def _row_height(self, row: _Row, widths: list[float]) -> float:
        return max(cell.height(wide) for cell, wide in zip(row.cells, widths, strict=True)) + 2 * self._padding

    def _widths(self, width: float) -> list[float]:
        wide = [max(column.width, self._title_width(column)) if column.width else 0 for column in self._columns]
        fixed = sum(wide)
        sharing = wide.count(0)
        left = width - fixed - _GAP * (len(self._columns) - 1)
        return [each or left / sharing for each in wide]

    def _title_width(self, column: Column) -> float:
        look = styles.QUIET
        return face(look.font).width(column.title, look.size) + 0.1 if self._header else 0


def _tag_of(columns: Sequence[Column], *, header: bool) -> Tag | None:
    if header or any(column.names for column in columns):
        return Tag("Table")
    return Tag("L") if len(columns) == 1 else None


def as_cell(cell: Block | str, column: Column) -> Block:
    """Plain text as a cell of its column."""
    return Paragraph(cell, right=column.right) if isinstance(cell, str) else cell
