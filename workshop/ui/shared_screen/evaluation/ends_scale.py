"""A scale whose ends alone have words: large steps in a row, the two words below its ends (UEQ-S, NPS)."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workshop.models.records.evaluations import ItemRecord
from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.evaluation.answer import Answer
from workshop.ui.shared_screen.evaluation.answer_cards import AnswerCard
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words, bring_into_view, paint_frame

_TWO_DIGITS = 10


class EndsScale(Answer):
    """The steps from the lowest; a digit chooses, 1 and then 0 choose ten."""

    def __init__(self, look: Look, item: ItemRecord, value: int | None) -> None:
        super().__init__()
        self._look, self._item = look, item
        self._typed = ""
        pick = look.language.pick
        low, high = pick(item.labels.get(str(item.low), {})), pick(item.labels.get(str(item.high), {}))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(14))
        row = QHBoxLayout()
        row.setSpacing(look.px(12 if item.high - item.low < _TWO_DIGITS else 8))
        self.cards: list[StepCard] = []
        for step in range(item.low, item.high + 1):
            end = {item.low: low, item.high: high}.get(step, "")
            card = StepCard(look, str(step), f"{step}, {end}" if end else str(step))
            card.setChecked(step == value)
            card.clicked.connect(lambda _on=False, card=card: self._choose(card))
            card.passed.connect(self.passed)
            card.moved.connect(lambda by, card=card: self._move(card, by))
            self.cards.append(card)
            row.addWidget(card, 1)
        column.addLayout(row)
        words = QHBoxLayout()
        words.setSpacing(look.px(40))
        for text, side in ((low, Qt.AlignmentFlag.AlignLeft), (high, Qt.AlignmentFlag.AlignRight)):
            label = Words(text, "strong")
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            words.addWidget(label, 1)
        column.addLayout(words)

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """Digits choose, arrows move."""
        say, item = self._look.language.say, self._item
        digits = [(f"{item.low}–{item.high}", say("Choose one"))] if item.low >= 0 else []
        return [*digits, ("← →", say("Move around"))]

    def focus_first(self) -> None:
        """What is chosen, or the middle of the scale, has the keyboard."""
        card = next((card for card in self.cards if card.isChecked()), self.cards[len(self.cards) // 2])
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """A digit is a step; of two digits in a row both are, where there is such a step."""
        digit = event.text()
        if not (digit.isdigit() and digit.isascii()):
            self._typed = ""
            return False
        by_value = {card.value: card for card in self.cards}
        card = by_value.get(self._typed + digit) or by_value.get(digit)
        self._typed = digit
        if card is None:
            return False
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        card.click()
        return True

    def _choose(self, card: "StepCard") -> None:
        for other in self.cards:
            other.setChecked(other is card)
        self.given.emit(int(card.value))

    def _move(self, card: "StepCard", by: int) -> None:
        wanted = self.cards.index(card) + by
        if 0 <= wanted < len(self.cards):
            self.cards[wanted].setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(self.cards[wanted])


class StepCard(AnswerCard):
    """One step as a large number; the chosen one is filled and has a tick below."""

    def __init__(self, look: Look, value: str, name: str) -> None:
        super().__init__(look, value, value, upright=True)
        self.setAccessibleName(name)
        self.setMaximumHeight(look.px(150))

    def sizeHint(self) -> QSize:
        """Upright."""
        return QSize(self._look.px(96), self._look.px(140))

    def minimumSizeHint(self) -> QSize:
        """Eleven stand side by side."""
        return QSize(self._look.px(80), self._look.px(110))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, the number in its ring, a tick below the chosen one."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, look, self, chosen=self.isChecked())
        side = min(look.px(72), self.width() - look.px(16))
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2 - look.px(10), side, side)
        painter.setPen(QPen(look.color("accent"), max(2, look.px(3))))
        painter.setBrush(look.color("accent") if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.setPen(look.color("accent-ink" if self.isChecked() else "ink"))
        painter.setFont(make_font(round(side * 0.45), 700))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, self.value)
        if self.isChecked():
            size = look.px(24)
            painter.drawPixmap(
                round((self.width() - size) / 2),
                self.height() - size - look.px(8),
                look.pixmap("check", size, "accent"),
            )
        painter.end()


def has_end_words_alone(item: ItemRecord) -> bool:
    """Whether a scale has words at its two ends and nowhere else."""
    worded = {value for value, texts in item.labels.items() if any(texts.values())}
    return item.high - item.low > 1 and worded <= {str(item.low), str(item.high)}
