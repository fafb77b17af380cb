"""The head of a page: a small line above, the title, and at the right the buttons, one of them primary."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import CountLabel, MutedLabel, TitleLabel

_GAP = 16  # pixels between the words and the buttons
_BESIDE = 8  # pixels between the title and its figure


class PageHeader(QWidget):
    """The buttons stand at the right of the title; where there is no room for that, they stand below it."""

    def __init__(self, title: str = "", over: str = "", count: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = MutedLabel(over, wrap=True)
        self._title = TitleLabel(title, wrap=True)
        self._count = CountLabel(count)
        line = QHBoxLayout()
        line.setSpacing(_BESIDE)
        line.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._over)
        words.addLayout(line)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, spacing=8)
        policy = self._buttons.sizePolicy()
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 4)
        self._row.setSpacing(_GAP)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show()

    @property
    def title(self) -> str:
        """The title."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self._arrange()

    def set_over(self, over: str) -> None:
        """Change the small line above the title; it keeps its room when it is empty later."""
        self._over.setText(over)
        self._show()

    def set_count(self, count: str) -> None:
        """Change the figure beside the title."""
        self._count.setText(count)
        self._show()

    def add_button(self, button: QWidget) -> QWidget:
        """Add a button at the right end and give it back."""
        self._flow.addWidget(button)
        self._arrange()
        return button

    def minimumSizeHint(self) -> QSize:
        """As wide as a few words of the title or the widest button."""
        words = self._title.minimumSizeHint().width() + self._counted()
        return QSize(max(words, self._flow.minimumSize().width()), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """Side by side where the longest word of the title and all buttons have room."""
        words = self._title.minimumSizeHint().width()  # the title alone says how narrow the words may become
        self._over.setMinimumWidth(min(words, self._over.minimumSizeHint().width()))
        buttons = self._flow.sizeHint().width()
        needed = words + self._counted() + _GAP + buttons
        stacked = self.width() < needed
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._buttons.setMinimumWidth(0 if stacked else buttons)
        self._buttons.setVisible(self._flow.count() > 0)

    def _counted(self) -> int:
        """The width that the figure takes beside the title."""
        return _BESIDE + self._count.sizeHint().width() if self._count.text() else 0

    def _show(self) -> None:
        self._over.setVisible(bool(self._over.text()))
        self._count.setVisible(bool(self._count.text()))
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Buttons come and go, and their words change."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the buttons stand depends on the width."""
        super().resizeEvent(event)
        self._arrange()
