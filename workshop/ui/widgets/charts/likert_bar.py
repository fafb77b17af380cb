"""How the answers to one question are spread, as a bar that leans to one side or is stacked from the left."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.charts.likert import Likert, shade
from workshop.ui.desk import Desk

EDGE = 3  # pixels by which the line in the middle stands out above and below


class LikertBar(QWidget):
    """Give all bars below each other the same room: then their middles stand below each other too."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._likert = Likert(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @property
    def likert(self) -> Likert:
        """What is shown."""
        return self._likert

    def show_likert(self, likert: Likert) -> None:
        """Show answers."""
        self._likert = likert
        self.setAccessibleDescription(likert.told)
        self.setToolTip(likert.told)
        self.update()

    def sizeHint(self) -> QSize:
        """A slim bar that has room for figures."""
        return QSize(self._desk.type.px(320), self._desk.type.px(24) + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """Half as wide."""
        return QSize(min(self._desk.type.px(140), 240), self._desk.type.px(24) + 2 * EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pieces with their figures where they fit."""
        theme, likert = self._desk.theme, self._likert
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._desk.type.font("small", 600)
        painter.setFont(font)
        if likert.diverging:
            painter.fillRect(
                QRectF(self.width() * likert.middle - 0.5, 0, 1, self.height()), theme.color("control-line")
            )
        for piece in likert.segments:
            role = f"likert-{shade(piece.step, len(likert.counts))}"
            width = max(piece.width * self.width() - 1, 1)
            room = QRectF(piece.left * self.width(), EDGE, width, self.height() - 2 * EDGE)
            bordered = theme.name == "high-contrast"
            painter.setPen(QPen(theme.color("card"), 1) if bordered else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(role))
            painter.drawRoundedRect(room, 3, 3)
            figure = f"{likert.counts[piece.step]:,}"
            if QFontMetrics(font).horizontalAdvance(figure) + 6 <= room.width():
                painter.setPen(theme.color(f"{role}-ink"))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, figure)
        painter.end()
