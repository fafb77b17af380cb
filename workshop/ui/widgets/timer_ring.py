"""The time that is left as a ring that empties clockwise."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

_LAST = 60  # seconds in which the ring is stronger
_TOP = 90 * 16  # where Qt's angles are at twelve o'clock, in sixteenths of a degree
_ROUND = 360 * 16


class TimerRing(QWidget):
    """A square of `side` pixels; what is put `inside` stands in its middle.

    Nothing is told by colour alone: the last minute is drawn thicker, past its end the ring is a ring of dashes. The figures
    beside or inside it are what is read aloud.
    """

    def __init__(
        self, side: int, thickness: int, track: QColor, ink: QColor, warn: QColor, inside: QWidget | None = None
    ) -> None:
        super().__init__()
        self._thickness = thickness
        self._track, self._ink, self._warn = track, ink, warn
        self._left, self._whole = 0, 0
        self.setFixedSize(QSize(side, side))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if inside is not None:
            grid = QGridLayout(self)
            grid.setContentsMargins(thickness, thickness, thickness, thickness)
            grid.addWidget(inside, 0, 0, Qt.AlignmentFlag.AlignCenter)

    @property
    def share(self) -> float:
        """How much of the ring is still there, 0 to 1."""
        return min(max(self._left / self._whole, 0.0), 1.0) if self._whole > 0 else 0.0

    @property
    def is_over(self) -> bool:
        """Whether the time has run out."""
        return self._left < 0

    def set_time(self, left: int, whole: int) -> None:
        """Show how many seconds of the whole are left; less than zero is over time."""
        if (left, whole) != (self._left, self._whole):
            self._left, self._whole = left, whole
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole as a quiet ring, what is left above it."""
        if self._whole <= 0:
            return  # nothing is being counted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = self._thickness / 2 + 1
        room = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        thin = self._thickness * 0.55
        if self.is_over:
            pen = QPen(self._warn, self._thickness * 0.8)
            pen.setDashPattern([1.6, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawEllipse(room)
            painter.end()
            return
        painter.setPen(QPen(self._track, thin))
        painter.drawEllipse(room)
        if self.share:
            pen = QPen(self._ink, self._thickness if self._left <= _LAST else thin)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(room, _TOP, round(_ROUND * self.share))
        painter.end()
