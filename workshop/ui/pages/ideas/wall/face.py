"""How a card looks: its words in the colours of its theme, or a coloured block where the wall is seen from afar."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.cards import IdeaCard
from workshop.ui.pages.ideas.wall.wording import Wording

PhotoOf = Callable[[str, QSize], QPixmap | None]
_MOST_LINES = 6
_MOST_MERGED = 3


class CardFace:
    """Measures and paints cards, in pixels at 100 %."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        px = desk.type.px
        self._pad, self._least, self._photo, self._star, self._mark = px(14), px(82), px(56), px(17), px(14)
        self._between, self._close, self._aside = px(8), px(4), px(10)
        self.words, self.small = Wording(desk.type.font("body", 600)), Wording(desk.type.font("small", 400))
        self._struck = QFont(self.words.font)
        self._struck.setStrikeOut(True)
        self._bordered = desk.theme.name == "high-contrast"
        self.color = cache(desk.theme.color)
        self._ascents = {id(kind): kind.metrics.ascent() + 1 for kind in (self.words, self.small)}
        self.photo_of: PhotoOf | None = None

    def height(self, card: IdeaCard, width: int) -> int:
        """How high a card is."""
        inside = width - 2 * self._pad
        high = len(self._lines(card, inside)) * self.words.leading
        if card.idea.photo:
            high = max(high, self._photo)
        if card.merged:
            high += len(self._merged(card)) * self.small.leading + self._close
        return max(high + self.small.leading + self._between + 2 * self._pad - 2, self._least)

    def is_cut(self, card: IdeaCard, width: int) -> bool:
        """Whether more is written on the card than it shows."""
        shown = self._lines(card, width - 2 * self._pad)
        return bool(card.merged) or (len(shown) == _MOST_LINES and shown[-1].endswith("…"))

    def paint(self, painter: QPainter, card: IdeaCard, note: str, room: QRectF, *, chosen: bool, current: bool) -> None:
        """Paint a card that can be read; `current` is where the keyboard is."""
        color = self.color
        painter.setBrush(color("quiet") if card.withdrawn else color(f"{note}-soft"))
        painter.setPen(QPen(color(note), 1) if self._bordered else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(room, 8, 8)
        if chosen or current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if chosen:
                painter.setPen(QPen(color("focus"), 2))
                painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 7, 7)
            if current:
                painter.setPen(QPen(color("focus"), 1.5) if chosen else QPen(color("focus"), 2, Qt.PenStyle.DashLine))
                inset = 4.5 if chosen else 1.5
                painter.drawRoundedRect(room.adjusted(inset, inset, -inset, -inset), 5, 5)
        self._paint_inside(painter, card, note, room.toRect())

    def block(self, card: IdeaCard, note: str) -> QColor:
        """The colour of a card from afar: full where it is chosen for what comes next, pale where it was withdrawn."""
        return self._block(note, card.chosen, card.withdrawn)

    def _block(self, note: str, starred: bool, withdrawn: bool) -> QColor:
        if withdrawn:
            return self.color("track")
        strong, soft = self.color(note), self.color(f"{note}-soft")
        part = 1.0 if starred else 0.42
        mixed = (round(a * part + b * (1 - part)) for a, b in zip(strong.getRgb()[:3], soft.getRgb()[:3], strict=True))
        return QColor(*mixed)

    def _lines(self, card: IdeaCard, inside: int) -> tuple[str, ...]:
        if card.chosen:
            inside -= self._star + self._close
        if card.idea.photo:
            inside -= self._photo + self._aside
        return self.words.lines(card.idea.text, inside, _MOST_LINES)

    def _merged(self, card: IdeaCard) -> tuple[str, ...]:
        shown = tuple(f"+ {text}" for text in card.merged[:_MOST_MERGED])
        return (*shown, card.more) if card.more else shown

    def _paint_inside(self, painter: QPainter, card: IdeaCard, note: str, ground: QRect) -> None:
        color, quiet = self.color, self.color("muted" if card.withdrawn else f"{note}-ink")
        room = ground.adjusted(self._pad, self._pad - 2, -self._pad, -self._pad)
        if card.chosen:
            star = self._desk.icons.pixmap("star", self._star, f"{note}-ink", stroke=2.5)
            painter.drawPixmap(room.right() - self._star + 1, room.top() + 1, star)
        left, top = room.left(), room.top()
        if card.idea.photo:
            self._paint_photo(painter, card, note, QRect(left, top + 2, self._photo, self._photo))
            left += self._photo + self._aside
        ink = color("muted" if card.withdrawn else "ink")
        font = self._struck if card.withdrawn else self.words.font
        lines = self._lines(card, room.width())
        below = self._paint_lines(painter, lines, self.words, font, ink, left, top)
        top = max(below, top + self._photo) if card.idea.photo else below
        if card.merged:
            merged = tuple(self.small.elided(line, room.width()) for line in self._merged(card))
            top = self._paint_lines(
                painter, merged, self.small, self.small.font, color("ink"), room.left(), top + self._close
            )
        top += self._between
        free = self._paint_marks(painter, card, note, room, top)
        meta = self.small.elided(card.meta, free - room.left())
        self._paint_lines(painter, (meta,), self.small, self.small.font, quiet, room.left(), top)

    def _paint_lines(
        self, painter: QPainter, lines: tuple[str, ...], kind: Wording, font: QFont, ink: QColor, left: int, top: int
    ) -> int:
        painter.setFont(font)
        painter.setPen(ink)
        ascent = self._ascents[id(kind)]
        for line in lines:
            painter.drawText(QPointF(left, top + ascent), line)
            top += kind.leading
        return top

    def _paint_marks(self, painter: QPainter, card: IdeaCard, note: str, room: QRect, top: int) -> int:
        """At the right of the last line: hidden, how many stand behind it, how many notes; gives back where they begin."""
        idea, number = card.idea, self._desk.language.number
        role = "muted" if card.withdrawn else f"{note}-ink"
        right, begins = room.right() + 1, room.right() + 1
        marks = [("message-square", number(idea.notes))] if idea.notes else []
        marks += [("users", number(idea.people))] if idea.people > 1 else []
        marks += [("eye-off", "")] if idea.hidden else []
        painter.setFont(self.small.font)
        painter.setPen(self.color(role))
        for icon, text in marks:
            if text:
                right -= self.small.metrics.horizontalAdvance(text)
                painter.drawText(QPointF(right, top + self._ascents[id(self.small)]), text)
                right -= self._close
            right -= self._mark
            middle = top + (self.small.metrics.height() - self._mark) // 2 + 1
            painter.drawPixmap(right, middle, self._desk.icons.pixmap(icon, self._mark, role))
            begins, right = right - self._between, right - self._aside
        return begins

    def _paint_photo(self, painter: QPainter, card: IdeaCard, note: str, room: QRect) -> None:
        """The photo cut to a square; a quiet square until it is there."""
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(room), 6, 6)
        picture = self.photo_of(card.idea.photo, room.size()) if self.photo_of is not None else None
        painter.save()
        if picture is None or picture.isNull():
            painter.fillPath(shape, self._block(note, False, card.withdrawn))
        else:
            painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            side = min(picture.width(), picture.height())
            whole = QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)
            painter.drawPixmap(QRectF(room), picture, whole)
        painter.restore()
