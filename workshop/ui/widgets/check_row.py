"""One row of a checklist."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import BodyLabel, MutedLabel


class CheckRow(QCheckBox):
    """A box or a tick, what is to be done, and a note behind it; `last` leaves out the line below."""

    def __init__(
        self, desk: Desk, text: str, note: str = "", *, checked: bool = False, role: str = "warn", last: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk = desk
        self._last = last
        self._told_note = ""
        self._words = BodyLabel(text, wrap=True)
        self._note = MutedLabel(role=role, wrap=True)
        row = FlowLayout(self, spacing=8, line_spacing=0)  # a note that has no room beside the words goes below
        row.setContentsMargins(desk.type.px(20), 9, 0, 10)
        row.addWidget(self._words)
        row.addWidget(self._note)
        for label in (self._words, self._note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        policy.setVerticalPolicy(policy.Policy.Minimum)  # two lines of words need the room
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setChecked(checked)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_note(note, role)

    def set_words(self, text: str) -> None:
        """Change what is to be done."""
        if text != self._words.text():
            self._words.setText(text)
            self._tell()

    def set_done(self, done: bool) -> None:
        """Show the box or the tick without telling anybody."""
        blocked = self.blockSignals(True)
        self.setChecked(done)
        self.blockSignals(blocked)
        self.update()

    def set_last(self, last: bool) -> None:
        """Say whether it is the last row, which has no line below."""
        self._last = last
        self.update()

    def set_note(self, note: str, role: str = "warn") -> None:
        """Change the note."""
        self._note.setText(note)
        self._note.set_role(role)
        self._note.setVisible(bool(note))
        self._told_note = note
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(", ".join(part for part in (self._words.text(), self._told_note) if part))

    def sizeHint(self) -> QSize:
        """What its words want."""
        return self.layout().totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """What its words need."""
        return self.layout().totalMinimumSize()

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at a width."""
        return self.layout().totalHeightForWidth(width)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def hitButton(self, point: QPoint) -> bool:
        """The whole row can be clicked."""
        return self.rect().contains(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box or the tick, and the line below."""
        color = self._desk.theme.color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._desk.type.px(12)
        middle = self._words.y() + self._words.fontMetrics().height() // 2  # of the first line
        if self.isChecked():
            size = self._desk.type.px(16)
            tick = self._desk.icons.pixmap("check", size, "accent", stroke=3)
            painter.drawPixmap(-2, middle - size // 2, tick)
        else:
            role = "accent" if self.underMouse() else "control-line"
            painter.setPen(QPen(color(role), 1.5))
            painter.drawRoundedRect(QRect(1, middle - side // 2, side - 1, side - 1), 2, 2)
        if not self._last:
            painter.fillRect(0, self.height() - 1, self.width(), 1, color("line"))
        painter.end()
