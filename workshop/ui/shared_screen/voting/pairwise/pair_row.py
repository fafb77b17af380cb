"""One comparison at the check: the two side by side as they were on the ballot, the preferred one marked."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workshop.models.records.votes import PollOptionRecord
from workshop.ui.shared_screen.look import TOUCH, Look
from workshop.ui.shared_screen.parts import bring_into_view, paint_frame, text_height
from workshop.ui.shared_screen.step import ENTERS
from workshop.ui.shared_screen.voting.pairwise.paper import PairwiseVote

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TICK = 26  # pixels


class PairRow(QAbstractButton):
    """A tap, Space or Enter leads back to this comparison; the arrows to its neighbours (told by `moved`)."""

    moved = Signal(int)
    entered = Signal()

    def __init__(self, look: Look, vote: PairwiseVote, place: int) -> None:
        super().__init__()
        self._look = look
        self.place = place
        self._pair, self._chosen = vote.paper.pairs[place], vote.paper.preferred[place]
        self._neither = look.language.say("Can't decide")
        self.setObjectName(f"compared-{place}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        one, other = self._pair
        answer = next((option.text for option in self._pair if option.id == self._chosen), self._neither)
        self.setAccessibleName(
            look.language.say("{one}, or {other}: {answer}", one=one.text, other=other.text, answer=answer)
        )

    def hasHeightForWidth(self) -> bool:
        """Long words run over several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the higher of the two, and at least as high as a finger needs."""
        px = self._look.px
        room = self._halves(width)[0].width() - px(16 + _TICK + 10 + 12)
        font = self._look.font("body", 700)
        words = max(text_height(option.text, font, room) for option in self._pair)
        return max(px(TOUCH), words + px(28))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._look.px(600), self.heightForWidth(self._look.px(600)))

    def minimumSizeHint(self) -> QSize:
        """The height for a width says the rest."""
        return QSize(self._look.px(300), self._look.px(TOUCH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move on, Enter is a tap."""
        key = Qt.Key(event.key())
        if key in _WAYS:
            self.moved.emit(_WAYS[key])
        elif key in ENTERS:
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two taps was meant for the last comparison, which lay here a moment ago."""
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be seen."""
        super().focusInEvent(event)
        self.entered.emit()
        bring_into_view(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, the two, and between them where neither was better."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, look, self, chosen=False)
        one, other = self._halves(self.width())
        for half, option in zip((one, other), self._pair, strict=True):
            self._paint_half(painter, half, option)
        if self._chosen is None:
            painter.setPen(look.color("muted"))
            painter.setFont(look.font("small"))
            between = QRect(one.right(), 0, other.left() - one.right(), self.height())
            painter.drawText(between, int(Qt.AlignmentFlag.AlignCenter), self._neither)
        painter.end()

    def _paint_half(self, painter: QPainter, half: QRect, option: PollOptionRecord) -> None:
        look, px = self._look, self._look.px
        chosen = option.id == self._chosen
        words = half.adjusted(px(16 + _TICK + 10), 0, -px(12), 0)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent-soft"))
            painter.drawRoundedRect(QRectF(half), px(8), px(8))
            icon = look.pixmap("circle-check", px(_TICK), "accent")
            painter.drawPixmap(QPointF(half.left() + px(16), half.center().y() - px(_TICK) / 2), icon)
        painter.setPen(look.color("ink" if chosen or self._chosen is None else "muted"))
        painter.setFont(look.font("body", 700 if chosen else 400))
        painter.drawText(words, int(_WRAP), option.text)

    def _halves(self, width: int) -> tuple[QRect, QRect]:
        """Where the two stand, with room for "can't decide" between them."""
        px = self._look.px
        between = QFontMetrics(self._look.font("small")).horizontalAdvance(self._neither) + px(16)
        side, height = (width - between) // 2 - px(6), self.height() - 2 * px(6)
        return QRect(px(6), px(6), side, height), QRect(width - side - px(6), px(6), side, height)
