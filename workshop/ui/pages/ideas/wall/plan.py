"""Where the cards of the wall lie: columns side by side, and where the wall is seen from afar each in several lanes.

Lengths are pixels at 100 %. Heights are known before anything is painted, so that a place is found by halving.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSizeF

from workshop.models.records.ideas import ThemeRecord
from workshop.ui.pages.ideas.cards import IdeaCard

GAP = 10  # below a card
COLUMN_GAP, LANE_GAP = 16, 8
FLOWING = 0.75  # below this scale a theme flows into lanes, so that more of the wall is seen at once
READABLE = 0.5  # below this scale nothing can be read: cards are blocks
_APART = 10  # pixels of the display between two themes seen from afar


class Span(NamedTuple):
    """Neighbouring cards of one lane: the rows from `first` to before `end`, `left` and `base` what to take off their tops."""

    first: int
    end: int
    left: float
    base: float


class Column:
    """A theme with its cards in order; without a theme it is the tray."""

    def __init__(
        self, theme: ThemeRecord | None, cards: Sequence[IdeaCard], heights: Sequence[int], lane: float
    ) -> None:
        self.theme, self.cards = theme, tuple(cards)
        self.tops = [0.0, *accumulate(float(height + GAP) for height in heights)]
        self.starts = [0]
        self.x, self.lane, self.width = 0.0, lane, lane

    @property
    def theme_id(self) -> UUID | None:
        """The theme, none for the tray."""
        return self.theme.id if self.theme else None

    @property
    def note(self) -> str:
        """The role of its colour."""
        return f"note-{self.theme.colour % 7 + 1}" if self.theme else "note-0"

    @property
    def live(self) -> int:
        """How many of the cards were not withdrawn."""
        return sum(not card.withdrawn for card in self.cards)

    @property
    def height(self) -> float:
        """The height of its highest lane."""
        return max(0.0, max(self.tops[span.end] - span.base for span in self.spans()) - GAP)

    def flow(self, high: float | None) -> None:
        """Flow into lanes of a height, or into one where there is none."""
        self.starts, count = [0], len(self.cards)
        while high is not None:
            start = self.starts[-1]
            end = max(bisect_right(self.tops, self.tops[start] + high + GAP) - 1, start + 1)
            if end >= count:
                break
            self.starts.append(end)

    def spans(self) -> Iterator[Span]:
        """Its lanes from the left."""
        for lane, start in enumerate(self.starts):
            end = self.starts[lane + 1] if lane + 1 < len(self.starts) else len(self.cards)
            yield Span(start, end, self.x + lane * (self.lane + LANE_GAP), self.tops[start])

    def spans_in(self, area: QRectF) -> Iterator[Span]:
        """The cards of each lane that reach into an area."""
        for first, end, left, base in self.spans():
            if left > area.right() or left + self.lane < area.left():
                continue
            top = max(first, bisect_right(self.tops, area.top() + base) - 1)
            yield Span(top, max(top, min(end, bisect_left(self.tops, area.bottom() + base))), left, base)

    def rect(self, row: int) -> QRectF:
        """Where a card lies."""
        lane = bisect_right(self.starts, row) - 1
        left, base = self.x + lane * (self.lane + LANE_GAP), self.tops[self.starts[lane]]
        return QRectF(left, self.tops[row] - base, self.lane, self.tops[row + 1] - self.tops[row] - GAP)

    def row_at(self, point: QPointF) -> int:
        """The card at a point, -1 between cards."""
        span = self._span_at(point.x())
        row = bisect_right(self.tops, point.y() + span.base) - 1
        return row if span.first <= row < span.end and self.rect(row).contains(point) else -1

    def place_at(self, point: QPointF) -> int:
        """Before which card something lands that is let go at a point."""
        span = self._span_at(point.x())
        row = min(max(bisect_right(self.tops, point.y() + span.base) - 1, span.first), span.end)
        if row < span.end and point.y() > self.rect(row).center().y():
            row += 1
        return row

    def mark(self, place: int) -> QRectF:
        """The line between two cards, as a rectangle without height."""
        if place < len(self.cards):
            return QRectF(self.rect(place).topLeft(), QSizeF(self.lane, 0)).translated(0, -GAP / 2)
        if self.cards:
            return QRectF(self.rect(place - 1).bottomLeft(), QSizeF(self.lane, 0)).translated(0, GAP / 2)
        return QRectF(self.x, 0, self.lane, 0)

    def _span_at(self, x: float) -> Span:
        lane = int((x - self.x) // (self.lane + LANE_GAP))
        return list(self.spans())[max(0, min(lane, len(self.starts) - 1))]


class Plan:
    """All columns, and which idea lies where."""

    def __init__(self, columns: Sequence[Column] = ()) -> None:
        self.columns = tuple(columns)
        self.size = QSizeF(0, 0)
        self._places = {
            card.idea.id: (at, row) for at, column in enumerate(columns) for row, card in enumerate(column.cards)
        }

    def __contains__(self, idea_id: object) -> bool:
        return idea_id in self._places

    @property
    def ids(self) -> list[UUID]:
        """All ideas, column by column."""
        return list(self._places)

    def arrange(self, zoom: float, room: QSizeF, least: float) -> None:
        """Lay the columns side by side at a scale; `room` and the `least` width of a theme are pixels of the display."""
        x = gap = 0.0
        for column in self.columns:
            column.flow(room.height() / zoom if zoom < FLOWING else None)
            column.x = x
            lanes = len(column.starts)
            column.width = lanes * column.lane + (lanes - 1) * LANE_GAP
            gap = float(COLUMN_GAP)
            if zoom < FLOWING:
                column.width, gap = max(column.width, least / zoom), max(gap, _APART / zoom)
            x += column.width + gap
        self.size = QSizeF(x - gap, max((column.height for column in self.columns), default=0.0))

    def fitting(self, room: QSizeF, least: float) -> float:
        """The largest scale up to 100 % at which the whole wall is seen; the plan has to be arranged anew for it."""
        self.arrange(1.0, room, least)
        plain = min(1.0, room.width() / max(1.0, self.size.width()), room.height() / max(1.0, self.size.height()))
        if plain >= FLOWING:
            return plain
        low, high = 0.005, FLOWING - 0.001
        for _step in range(16):
            middle = (low + high) / 2
            self.arrange(middle, room, least)
            fits = self.size.width() * middle <= room.width() and self.size.height() * middle <= room.height() + 0.5
            low, high = (middle, high) if fits else (low, middle)
        return low

    def find(self, idea_id: UUID | None) -> tuple[Column, int] | None:
        """The column and row of an idea."""
        place = self._places.get(idea_id) if idea_id is not None else None
        return (self.columns[place[0]], place[1]) if place else None

    def card(self, idea_id: UUID) -> IdeaCard | None:
        """The card of an idea."""
        found = self.find(idea_id)
        return found[0].cards[found[1]] if found else None

    def rect(self, idea_id: UUID | None) -> QRectF:
        """Where an idea lies; nothing for one that is not shown."""
        found = self.find(idea_id)
        return found[0].rect(found[1]) if found else QRectF()

    def column_at(self, x: float) -> Column | None:
        """The column at a place or nearest to it."""
        return min(self.columns, key=lambda c: max(c.x - x, x - c.x - c.width), default=None)

    def card_at(self, point: QPointF) -> IdeaCard | None:
        """The card at a point."""
        column = self.column_at(point.x())
        row = column.row_at(point) if column else -1
        return column.cards[row] if column and row >= 0 else None

    def ids_in(self, area: QRectF) -> list[UUID]:
        """The ideas whose cards an area touches."""
        found: list[UUID] = []
        for column in self.columns:
            for span in column.spans_in(area):
                # Only of the first it may be that nothing is touched but the gap below it.
                first = span.first + (span.first < span.end and not column.rect(span.first).intersects(area))
                found += [card.idea.id for card in column.cards[first : span.end]]
        return found

    def between(self, one: UUID, other: UUID) -> list[UUID]:
        """The ideas from one to the other; over several columns those at the same places of each."""
        if one not in self._places or other not in self._places:
            return [other]
        (column, row), (last_column, last_row) = self._places[one], self._places[other]
        across = 1 if last_column >= column else -1
        down = 1 if last_row >= row else -1
        return [
            self.columns[at].cards[place].idea.id
            for at in range(column, last_column + across, across)
            for place in range(row, last_row + down, down)
            if place < len(self.columns[at].cards)
        ]

    def beside(self, idea_id: UUID, step: int) -> UUID | None:
        """The idea at about the same height in the next lane with cards, to the right or to the left."""
        rect = self.rect(idea_id)
        lanes = [(column, span) for column in self.columns for span in column.spans() if span.end > span.first]
        lefts = [span.left for _column, span in lanes]
        at = bisect_right(lefts, rect.left() + 0.5) - 1 + step
        if not 0 <= at < len(lanes):
            return None
        column, span = lanes[at]
        rows = range(span.first, span.end)
        return column.cards[min(rows, key=lambda row: abs(column.rect(row).center().y() - rect.center().y()))].idea.id
