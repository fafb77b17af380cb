"""What an empty place says: what belongs there, and the first step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import PrimaryButton, QuietButton
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import HeadingLabel, Label, paragraph


class EmptyState(QWidget):
    """An icon, a sentence that says what belongs here, and at most two buttons: the first has the keyboard if nothing else."""

    chosen = Signal()
    otherChosen = Signal()

    def __init__(
        self, desk: Desk, icon: str, title: str, text: str = "", action: str = "", other: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        picture = Label()
        picture.setPixmap(desk.icons.pixmap(icon, desk.type.px(36), "accent"))
        picture.setProperty("look", "round")
        picture.setFixedSize(desk.type.px(72), desk.type.px(72))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = paragraph(text, role="muted")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        words.setMaximumWidth(even_width(words, desk.type.px(460)))
        heading = HeadingLabel(title, wrap=True)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(10)
        column.addWidget(heading)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        words.setHidden(not text)  # only now: without a parent it would be a window for a moment
        column.addSpacing(12)
        column.addLayout(self._buttons(action, other))
        room = QWidget()  # has its part of the height with and without something in it
        self._below = QVBoxLayout(room)
        self._below.setContentsMargins(0, 8, 0, 0)
        self._below.addStretch(1)
        column.addWidget(room, 3)

    def add_below(self, widget: QWidget) -> None:
        """Add what comes and goes in the free room below the buttons, and moves nothing there."""
        self._below.insertWidget(self._below.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def focus_first(self) -> None:
        """Put the keyboard on the first step."""
        button = getattr(self, "button", None) or getattr(self, "other_button", None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self, action: str, other: str) -> QHBoxLayout:
        flow = FlowLayout(spacing=8)
        if action:
            self.button = PrimaryButton(action)
            self.button.clicked.connect(self.chosen)
            flow.addWidget(self.button)
        if other:
            self.other_button = QuietButton(other)
            self.other_button.clicked.connect(self.otherChosen)
            flow.addWidget(self.other_button)
        return in_the_middle(flow)

    def showEvent(self, event: QShowEvent) -> None:
        """Where nothing on the page has the keyboard, the first step gets it."""
        super().showEvent(event)
        has_it = self.window().focusWidget()
        if has_it is None or has_it.isAncestorOf(self) or not has_it.isVisible():
            self.focus_first()


class NoProject(EmptyState):
    """What a page shows while no project is open: what belongs to a project here, and the way to the projects."""

    def __init__(self, desk: Desk, icon: str, text: str, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(desk, icon, say("No project is open"), text, say("To the projects"), parent=parent)


def in_the_middle(flow: FlowLayout) -> QHBoxLayout:
    """A row with buttons side by side in its middle; below each other where there is no room for that."""
    holder = QWidget()
    holder.setLayout(flow)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(holder)
    row.addStretch(1)
    return row


def even_width(label: QLabel, widest: int) -> int:
    """The least width at which a text has no more lines than at the widest: its lines are about equally long then."""
    label.ensurePolished()
    lines = label.heightForWidth(widest)
    low, high = widest // 2, widest
    while high - low > 4:
        middle = (low + high) // 2
        low, high = (low, middle) if label.heightForWidth(middle) <= lines else (middle, high)
    return high
