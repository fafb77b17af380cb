"""The plane of the wall: laid out, scrolled and shown at any scale."""

from collections.abc import Sequence
from statistics import mode
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from workshop.models.records.ideas import ThemeRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.cards import IdeaCard
from workshop.ui.pages.ideas.wall.face import CardFace
from workshop.ui.pages.ideas.wall.plan import COLUMN_GAP, FLOWING, GAP, Column, Plan

Content = Sequence[tuple[ThemeRecord | None, Sequence[IdeaCard]]]
_STEP, _SMALLEST, _LARGEST = 1.25, 0.02, 2.0
_FOOT = 56  # pixels of the display below the last card, for the buttons at the corner


class WallPlane(QAbstractScrollArea):
    """Knows where everything lies and what of it is seen."""

    viewMoved = Signal()  # scrolled, zoomed or laid out anew

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.face, self.plan = CardFace(desk), Plan()
        self.zoom = 1.0
        self._fitted = False  # the whole wall is seen, and goes on being seen when the window changes its size
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "bare")
        self.setProperty("sideways", True)  # themes stand side by side, however many there are
        self.viewport().setAutoFillBackground(False)

    @property
    def focal(self) -> UUID | None:
        """The card that somebody works at."""
        return None

    def refresh(self) -> None:
        """Paint anew."""
        self.viewport().update()

    def lay_out(self, content: Content) -> None:
        """Show these columns; what is seen of the one in which somebody works stays where it is."""
        before, lane = self._sight(), self._lane_width(len(content))
        self.plan = Plan([self._column(theme, cards, lane) for theme, cards in content])
        self._arrange()
        self._hold(before)

    # Places.

    def to_wall(self, at: QPoint) -> QPointF:
        """A place of the display on the wall."""
        return QPointF(at + self._offset()) / self.zoom

    def to_view(self, area: QRectF) -> QRect:
        """An area of the wall on the display."""
        scaled = QRectF(area.topLeft() * self.zoom, area.size() * self.zoom)
        return scaled.toRect().translated(-self._offset())

    def view_of(self, idea_id: UUID | None) -> QRect:
        """Where the card of an idea is on the display."""
        return self.to_view(self.plan.rect(idea_id))

    def card_at(self, at: QPoint) -> IdeaCard | None:
        """The card at a place of the display."""
        return self.plan.card_at(self.to_wall(at))

    def first_visible(self) -> UUID | None:
        """The first card that is seen, else the first there is."""
        area = QRectF(self.to_wall(QPoint(0, 0)), QSizeF(self.viewport().size()) / self.zoom)
        seen = (
            column.cards[row].idea.id
            for column in self.plan.columns
            for span in column.spans_in(area)
            for row in range(span.first, span.end)
            if area.contains(column.rect(row).center())
        )
        return next(seen, next(iter(self.plan.ids), None))

    def page_of(self, column: Column, row: int) -> int:
        """How many cards are a page, by one of them."""
        high = self.viewport().height() / self.zoom * 0.9
        return max(1, int(high / max(1.0, column.tops[row + 1] - column.tops[row])))

    # Scrolling.

    def ensure_visible(self, idea_id: UUID) -> None:
        """Scroll as little as needed to see a card whole."""
        if idea_id in self.plan:
            self.ensure_area(self.plan.rect(idea_id))

    def ensure_area(self, area: QRectF) -> None:
        """Scroll as little as needed to see an area, at least its beginning."""
        room, place = self.viewport().rect(), self.to_view(area).adjusted(-4, -4, 4, GAP)
        across = _into(place.left(), place.right(), room.right())
        self.scroll_by(QPoint(across, _into(place.top(), place.bottom(), room.bottom())))

    def scroll_by(self, step: QPoint) -> bool:
        """Scroll by pixels of the display; tells whether there was anywhere to go."""
        before = self._offset()
        self.horizontalScrollBar().setValue(before.x() + step.x())
        self.verticalScrollBar().setValue(before.y() + step.y())
        return self._offset() != before

    # Scale.

    def zoom_by(self, steps: int, at: QPoint | None = None) -> None:
        """Nearer or further by so many steps, keeping what is at a place of the display where it is."""
        zoom = self.zoom * _STEP**steps
        self.set_zoom(1.0 if abs(zoom - 1.0) < 0.1 else zoom, at)

    def set_zoom(self, zoom: float, at: QPoint | None = None) -> None:
        """Show the wall at a scale; 1 is as large as everything else."""
        working = self.view_of(self.focal).center() if self.focal in self.plan else QPoint(0, 0)
        at = at or (working if self.viewport().rect().contains(working) else QPoint(0, 0))
        card, point = self.card_at(at), self.to_wall(at)
        self.zoom, self._fitted = min(max(zoom, _SMALLEST), _LARGEST), False
        self._arrange()
        if card is not None:
            point = self.plan.rect(card.idea.id).center()
        self.scroll_by((point * self.zoom).toPoint() - self._offset() - at)
        self.refresh()

    def fit(self) -> None:
        """Show the whole wall, but nothing larger than at 100 %."""
        room = self.maximumViewportSize()
        self.set_zoom(self.plan.fitting(QSizeF(room.width(), room.height() - _FOOT), self._least_theme(room)))
        self._fitted = True

    # Inside.

    def _laid_out(self) -> None:
        """Called when everything may lie elsewhere on the display."""

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _column(self, theme: ThemeRecord | None, cards: Sequence[IdeaCard], lane: float) -> Column:
        width, height = int(lane), self.face.height
        return Column(theme, cards, [height(card, width) for card in cards], lane)

    def _lane_width(self, count: int) -> float:
        """As wide as they can be side by side, but no wider than is read well."""
        px = self._desk.type.px
        room = self.width() - self.verticalScrollBar().sizeHint().width() - (count - 1) * COLUMN_GAP
        return float(max(px(200), min(px(460), room // max(1, count))))

    def _least_theme(self, room: QSize) -> float:
        """How wide a theme is at least on the display, so that its name can be read from afar."""
        count = max(1, len(self.plan.columns))
        return max(12.0, min(self._desk.type.px(84), room.width() / count - 12))

    def _arrange(self) -> None:
        """Lay everything out at the present scale and tell the scroll bars."""
        room, far = self.viewport().size(), self.zoom < FLOWING
        high = max(80, self.maximumViewportSize().height() - _FOOT) if far else room.height()
        self.plan.arrange(self.zoom, QSizeF(room.width(), high), self._least_theme(room))
        wide, high = int(self.plan.size.width() * self.zoom), int(self.plan.size.height() * self.zoom)
        high += 0 if far or high <= room.height() - _FOOT else _FOOT
        for bar, length, page in (
            (self.horizontalScrollBar(), wide, room.width()), (self.verticalScrollBar(), high, room.height()),
        ):  # fmt: skip
            bar.setPageStep(page)
            bar.setSingleStep(40)
            bar.setRange(0, max(0, length - page))
        self._laid_out()
        self.viewMoved.emit()
        self.refresh()

    def _sight(self) -> dict[UUID, int]:
        """The cards that are seen of the column in which somebody works, and at which height."""
        found = self.plan.find(self.focal)
        column = found[0] if found else next(iter(self.plan.columns), None)
        if column is None or self.verticalScrollBar().value() == 0:
            return {}
        top, high = self.to_wall(QPoint(0, 0)).y(), self.viewport().height() / self.zoom
        area = QRectF(column.x, top, column.width, high)
        seen = (column.cards[row].idea.id for span in column.spans_in(area) for row in range(span.first, span.end))
        return {idea_id: self.view_of(idea_id).top() for idea_id in seen}

    def _hold(self, before: dict[UUID, int]) -> None:
        """Scroll so that what was seen stays where it was, when something came or went above it."""
        steps = [self.view_of(idea_id).top() - top for idea_id, top in before.items() if idea_id in self.plan]
        if steps:
            self.scroll_by(QPoint(0, mode(steps)))

    # Qt.

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Everything lies elsewhere on the display."""
        self._laid_out()
        self.viewMoved.emit()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width."""
        super().resizeEvent(event)
        lane = self._lane_width(len(self.plan.columns))
        if self.plan.columns and lane != self.plan.columns[0].lane:
            self.plan = Plan([self._column(column.theme, column.cards, lane) for column in self.plan.columns])
        if self._fitted:
            self.fit()
        else:
            self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl nearer and further, with Shift sideways."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                self.zoom_by(1 if turned > 0 else -1, event.position().toPoint())
            event.accept()
            return
        sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not self.verticalScrollBar().maximum()
        if sideways and event.angleDelta().y():
            self.scroll_by(QPoint(-(event.pixelDelta().y() or event.angleDelta().y()), 0))
            event.accept()
            return
        super().wheelEvent(event)


def _into(begin: int, end: int, last: int) -> int:
    """How far to scroll so that a stretch lies within 0 … last, at least its beginning."""
    return begin if begin < 0 else min(begin, max(0, end - last))
