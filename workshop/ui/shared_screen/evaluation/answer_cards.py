"""Large answers: steps of a scale with drawn faces, and choices with a mark."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy

from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import ItemRecord
from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.evaluation.answer import Answer
from workshop.ui.shared_screen.look import TOUCH, Look
from workshop.ui.shared_screen.parts import bring_into_view, fits, fitting_size, paint_frame
from workshop.ui.shared_screen.step import ENTERS

_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}

_STEP = 96  # pixels at 1366x768: eleven steps, from 0 to 10, stand side by side
FACES = 7  # steps at most that can be told apart by a face; longer scales show their numbers


class AnswerCard(QAbstractButton):
    """One answer; Space and Enter choose it. `mood` from -1 to 1 draws a face, None draws a mark."""

    moved = Signal(int)
    passed = Signal()  # Enter on an answer that is chosen already

    def __init__(
        self,
        look: Look,
        value: str,
        text: str,
        *,
        mood: float | None = None,
        upright: bool = False,
        several: bool = False,
    ) -> None:
        super().__init__()
        self._look, self._mood, self._upright = look, mood, upright
        self._round = not several  # one of them, as a radio button is
        self.value = value
        self.setText(text)
        self.setAccessibleName(text)
        self.setObjectName(f"answer-{value}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """A scale stands upright, choices lie."""
        px = self._look.px
        return QSize(px(180), px(230)) if self._upright else QSize(px(400), px(74))

    def minimumSizeHint(self) -> QSize:
        """As large as a finger at least."""
        px = self._look.px
        return QSize(px(_STEP), px(150)) if self._upright else QSize(px(200), px(TOUCH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbours, Space and Enter choose; Enter on what is chosen goes on."""
        if event.key() in _ARROWS:
            self.moved.emit(_ARROWS[event.key()])
        elif event.key() in ENTERS:
            if self.isChecked():
                self.passed.emit()
            else:
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, then face or mark with the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, self._look, self, chosen=self.isChecked())
        if self._upright:
            self._paint_upright(painter)
        else:
            self._paint_lying(painter)
        painter.end()

    def _paint_upright(self, painter: QPainter) -> None:
        look = self._look
        side = min(look.px(96), self.height() * 2 // 5, self.width() - look.px(24))
        top = look.px(26)
        place = QRectF((self.width() - side) / 2, top, side, side)
        if self._mood is None:
            self._paint_number(painter, place)
        else:
            paint_face(painter, look, place, self._mood, chosen=self.isChecked())
        words = QRect(look.px(8), int(place.bottom()) + look.px(8), self.width() - look.px(16), 0)
        words.setBottom(self.height() - look.px(8))
        self._paint_words(painter, words, int(Qt.AlignmentFlag.AlignCenter))

    def _paint_number(self, painter: QPainter, place: QRectF) -> None:
        look = self._look
        painter.setPen(QPen(look.color("accent"), look.px(3)))
        painter.setBrush(look.color("accent") if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place.adjusted(8, 8, -8, -8))
        painter.setPen(look.color("accent-ink" if self.isChecked() else "ink"))
        painter.setFont(make_font(look.px(36), 700))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.value)

    def _paint_lying(self, painter: QPainter) -> None:
        look, chosen = self._look, self.isChecked()
        side = look.px(32)
        box = QRectF(look.px(22), (self.height() - side) / 2, side, side)
        painter.setPen(QPen(look.color("accent" if chosen else "muted"), 2))
        painter.setBrush(look.color("accent") if chosen else Qt.BrushStyle.NoBrush)
        corner = side / 2 if self._round else look.px(8)
        painter.drawRoundedRect(box, corner, corner)
        if chosen:
            size = look.px(24)
            place = QPointF(box.center().x() - size / 2, box.center().y() - size / 2)
            painter.drawPixmap(place, look.pixmap("check", size, "accent-ink"))
        words = self.rect().adjusted(look.px(72), look.px(4), -look.px(18), -look.px(4))
        self._paint_words(painter, words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft))

    def _paint_words(self, painter: QPainter, room: QRect, alignment: int) -> None:
        look = self._look
        sizes = [look.size("body"), round(look.size("body") * 0.85), look.size("small"), look.px(19), look.px(16)]
        painter.setFont(make_font(fitting_size(self.text(), room.size(), sizes, 600), 600))
        painter.setPen(look.color("ink"))
        painter.drawText(room, alignment | int(Qt.TextFlag.TextWordWrap), self.text())


class Answers(Answer):
    """Several answers: a scale in a row, or choices in columns, of which one, or `most` (0: any number), can be chosen."""

    def __init__(
        self, look: Look, item: ItemRecord, answers: Sequence[tuple[str, str]], taken: Sequence[str], *, faces: bool = False
    ) -> None:  # fmt: skip
        super().__init__()
        self._look, self._item = look, item
        scale = item.kind is ItemKind.LIKERT
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(12))
        columns = len(answers) if scale else self._columns(look, [text for _value, text in answers])
        last = max(1, len(answers) - 1)
        self.cards: list[AnswerCard] = []
        for place, (value, text) in enumerate(answers):
            mood = place / last * 2 - 1 if faces and len(answers) <= FACES else None
            card = AnswerCard(look, value, text, mood=mood, upright=scale, several=self._several)
            self._add(card, taken)
            grid.addWidget(card, place // columns, place % columns)
            if scale:
                grid.setColumnMinimumWidth(place, look.px(_STEP))
            card.setMaximumHeight(look.px(280 if scale else 96))
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """Digits choose, arrows move."""
        say, first = self._look.language.say, self._first_digit
        last = min(9, first + len(self.cards) - 1)
        return [(f"{first}–{last}", say("Choose one")), ("← →", say("Move around"))]

    def focus_first(self) -> None:
        """What is chosen, or the first answer, has the keyboard."""
        card = next((card for card in self.cards if card.isChecked()), self.cards[0])
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """A number key chooses by place or by step of the scale."""
        if not (event.text().isdigit() and event.text().isascii()):
            return False
        return self.choose_place(int(event.text()) - self._first_digit + 1)

    def choose_place(self, place: int) -> bool:
        """Choose by number key, counted from 1."""
        if 1 <= place <= len(self.cards):
            self.cards[place - 1].setFocus(Qt.FocusReason.OtherFocusReason)
            self.cards[place - 1].click()
            return True
        return False

    @property
    def _several(self) -> bool:
        return self._item.kind is ItemKind.MULTIPLE

    @property
    def _first_digit(self) -> int:
        return self._item.low if self._item.kind is ItemKind.LIKERT else 1

    def _add(self, card: AnswerCard, taken: Sequence[str]) -> None:
        card.setChecked(card.value in taken)
        card.clicked.connect(lambda _on=False: self._choose(card))
        card.passed.connect(self.passed)
        card.moved.connect(lambda step: self._move(card, step))
        self.cards.append(card)

    def _choose(self, card: AnswerCard) -> None:
        if not self._several:
            for other in self.cards:
                other.setChecked(other is card)
        chosen = [one.value for one in self.cards if one.isChecked()]
        most = self._item.most
        if most and len(chosen) > most and self._several:
            card.setChecked(False)
            self.refused.emit(
                self._look.language.say_many(
                    "{n} answer is chosen already. Tap it to take it back.",
                    "{n} answers are chosen already. Tap one to take it back.", most,
                )
            )  # fmt: skip
            return
        self.refused.emit("")
        if self._several:
            self.given.emit(chosen)
        else:
            self.given.emit(int(card.value) if self._item.kind is ItemKind.LIKERT else card.value)

    def _move(self, card: AnswerCard, step: int) -> None:
        wanted = self.cards.index(card) + step
        if 0 <= wanted < len(self.cards):
            self.cards[wanted].setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(self.cards[wanted])

    @staticmethod
    def _columns(look: Look, texts: Sequence[str]) -> int:
        """Two columns where there are many answers and all of them fit."""
        room = QSize(look.px(1254 / 2 - 100), look.px(76))
        font = make_font(look.size("body"), 600)
        return 2 if len(texts) > 4 and all(fits(text, font, room) for text in texts) else 1


def paint_face(painter: QPainter, look: Look, place: QRectF, mood: float, *, chosen: bool) -> None:
    """A face of a few lines: round, two eyes, a mouth that follows the mood from -1 to 1."""
    side = place.width()
    stroke = max(2.0, side / 24)
    painter.setPen(QPen(look.color("accent"), stroke))
    painter.setBrush(look.color("accent") if chosen else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(place.adjusted(stroke, stroke, -stroke, -stroke))
    ink = look.color("accent-ink" if chosen else "accent")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for left in (0.35, 0.65):
        eye = QPointF(place.left() + side * left, place.top() + side * 0.4)
        painter.drawEllipse(eye, side * 0.045, side * 0.055)
    mouth = QPainterPath(QPointF(place.left() + side * 0.3, place.top() + side * (0.66 - 0.07 * mood)))
    mouth.quadTo(
        QPointF(place.left() + side * 0.5, place.top() + side * (0.66 + 0.2 * mood)),
        QPointF(place.left() + side * 0.7, place.top() + side * (0.66 - 0.07 * mood)),
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(mouth)
