"""Content that may be higher than its room, moved by two buttons as large as a finger, by dragging or by keys."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScroller, QVBoxLayout, QWidget

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import TouchButton


class FingerScroll(QWidget):
    """The content, and at its right the two buttons, which are there only while something is hidden."""

    def __init__(self, look: Look, content: QWidget) -> None:
        super().__init__()
        self.setProperty("look", "bare")
        content.setProperty("look", "bare")
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(content)
        self.area.viewport().setAutoFillBackground(False)
        QScroller.grabGesture(self.area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        say = look.language.say
        self.up_button = self._button(look, "chevron-up", say("Scroll up"), -1)
        self.down_button = self._button(look, "chevron-down", say("Scroll down"), 1)
        self._buttons = QWidget()
        column = QVBoxLayout(self._buttons)
        column.setContentsMargins(look.px(10), 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(self.up_button)
        column.addStretch(1)
        column.addWidget(self.down_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.area, 1)
        row.addWidget(self._buttons)
        bar = self.area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, _high: self._look_again())
        bar.valueChanged.connect(lambda _value: self._look_again())
        self._look_again()

    @property
    def is_needed(self) -> bool:
        """Whether some of the content is hidden."""
        return self.area.verticalScrollBar().maximum() > 0

    def move_by(self, steps: int) -> bool:
        """Move the content by a quarter of its room for each step, down where positive; whether there was anything to move."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + steps * max(40, bar.pageStep() // 4))
        return self.is_needed

    def _button(self, look: Look, icon: str, name: str, way: int) -> TouchButton:
        button = TouchButton("", icon, look="stage-icon")
        button.setIcon(QIcon(look.pixmap(icon, look.px(30), "ink")))
        button.setIconSize(QSize(look.px(30), look.px(30)))
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same
        button.setAutoRepeat(True)
        button.clicked.connect(lambda _on=False: self.move_by(3 * way))
        return button

    def _look_again(self) -> None:
        bar = self.area.verticalScrollBar()
        self._buttons.setVisible(self.is_needed)
        self.up_button.setEnabled(bar.value() > 0)
        self.down_button.setEnabled(bar.value() < bar.maximum())
