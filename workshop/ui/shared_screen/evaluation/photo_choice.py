"""A photo as an answer: one of those that were taken in the session."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout

from workshop.ui.shared_screen.evaluation.answer import Answer
from workshop.ui.shared_screen.evaluation.answer_cards import AnswerCard
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words, bring_into_view, paint_frame

_COLUMNS = 5
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_COLUMNS, Qt.Key.Key_Down: _COLUMNS}


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A photo that can be chosen: its id, its caption, and the bytes of its small copy."""

    id: UUID
    caption: str
    small: bytes


class PhotoChoice(Answer):
    """The photos of the session, the newest first; one can be chosen."""

    def __init__(self, look: Look, photos: Sequence[ShownPhoto], taken: str) -> None:
        super().__init__()
        self._look = look
        say = look.language.say
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(12))
        self.cards: list[PhotoCard] = []
        for place, photo in enumerate(photos):
            name = photo.caption or say("Photo {n}", n=place + 1)
            card = PhotoCard(look, photo, name)
            card.setChecked(card.value == taken)
            card.clicked.connect(lambda _on=False, card=card: self._choose(card))
            card.passed.connect(self.passed)
            self.cards.append(card)
            grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        if not photos:
            words = say("There are no photos in this session yet. The facilitator can add yours.")
            grid.addWidget(Words(words, "body", role="muted"), 0, 0, 1, _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """Arrows move, Space chooses."""
        say = self._look.language.say
        return [("← ↑ ↓ →", say("Move around")), ("Space", say("Choose one"))] if self.cards else []

    def focus_first(self) -> None:
        """What is chosen, or the first photo, has the keyboard."""
        card = next((card for card in self.cards if card.isChecked()), self.cards[0] if self.cards else None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Arrows lead from photo to photo."""
        focused = next((card for card in self.cards if card.hasFocus()), None)
        step = _STEPS.get(Qt.Key(event.key()))
        if focused is None or step is None:
            return False
        wanted = self.cards.index(focused) + step
        if 0 <= wanted < len(self.cards):
            self.cards[wanted].setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(self.cards[wanted])
        return True

    def _choose(self, card: "PhotoCard") -> None:
        for other in self.cards:
            other.setChecked(other is card and card.isChecked())
        self.given.emit(card.value if card.isChecked() else None)


class PhotoCard(AnswerCard):
    """One photo, whole, in a frame; the chosen one has a tick on it."""

    def __init__(self, look: Look, photo: ShownPhoto, name: str) -> None:
        super().__init__(look, str(photo.id), "")
        self.setAccessibleName(name)
        self._picture = QPixmap()
        self._picture.loadFromData(photo.small)

    def sizeHint(self) -> QSize:
        """Four to three."""
        return QSize(self._look.px(220), self._look.px(172))

    def minimumSizeHint(self) -> QSize:
        """As large as a finger at least."""
        return QSize(self._look.px(150), self._look.px(140))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, the photo, the tick."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        paint_frame(painter, look, self, chosen=self.isChecked())
        room = self.rect().adjusted(*(look.px(side) for side in (9, 9, -9, -9)))
        size = self._picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(room.x() + (room.width() - size.width()) // 2, room.y() + (room.height() - size.height()) // 2,
                      size.width(), size.height())  # fmt: skip
        corner = QPainterPath()
        corner.addRoundedRect(QRectF(place), look.px(5), look.px(5))
        painter.setClipPath(corner)
        painter.drawPixmap(place, self._picture)
        painter.setClipping(False)
        if self.isChecked():
            side = look.px(44)
            disc = QRectF(self.width() - side - look.px(14), look.px(14), side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawEllipse(disc)
            tick = look.px(28)
            painter.drawPixmap(
                round(disc.center().x() - tick / 2),
                round(disc.center().y() - tick / 2),
                look.pixmap("check", tick, "accent-ink"),
            )
        painter.end()
