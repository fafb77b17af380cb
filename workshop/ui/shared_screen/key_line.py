"""The keys that do something at the present step, quietly at the bottom of a booth."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import Look


class KeyLine(QWidget):
    """Caps with what they do behind them; those that have no room are left out, the last ones first."""

    def __init__(self, look: Look, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._look, self._keys = look, keys
        self._font = make_font(round(look.px(15) * min(look.text, 130) / 100), 400)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(f"{key}: {what}" for key, what in keys))

    def shown_keys(self) -> list[tuple[str, str]]:
        """Those there is room for."""
        room, shown = self.width(), []
        for key, what in self._keys:
            room -= self._width_of(key, what)
            if room < -self._gap:  # nothing stands behind the last one
                break
            shown.append((key, what))
        return shown

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._look.px(200), QFontMetrics(self._font).height() + self._look.px(6))

    def minimumSizeHint(self) -> QSize:
        """It asks for no width."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Caps and words, in the middle."""
        look, metrics = self._look, QFontMetrics(self._font)
        shown = self.shown_keys()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        left = (self.width() - sum(self._width_of(*one) for one in shown) + self._gap) / 2
        for key, what in shown:
            cap = QRectF(left, 1, metrics.horizontalAdvance(key) + look.px(14), self.height() - 2)
            painter.setPen(QPen(look.color("muted"), 1))
            painter.drawRoundedRect(cap, look.px(5), look.px(5))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            words = QRectF(cap.right() + look.px(7), 0, self.width(), self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, what)
            left += self._width_of(key, what)
        painter.end()

    @property
    def _gap(self) -> int:
        return self._look.px(26)

    def _width_of(self, key: str, what: str) -> int:
        metrics = QFontMetrics(self._font)
        return metrics.horizontalAdvance(key) + metrics.horizontalAdvance(what) + self._look.px(21) + self._gap
