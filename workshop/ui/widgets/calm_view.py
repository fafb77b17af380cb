"""Full pages for the moments without a page: while the library opens, and when it cannot be opened."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.language import Language
from workshop.ui.icons import Icons
from workshop.ui.theme import Type
from workshop.ui.widgets.buttons import PrimaryButton, QuietButton
from workshop.ui.widgets.empty_state import in_the_middle
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import HeadingLabel, Label, MutedLabel, TitleLabel, paragraph
from workshop.ui.widgets.look import paint_surface


class CalmView(QWidget):
    """Words in the middle of the page."""

    def __init__(self, kind: Type) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self._middle = QWidget()
        self._middle.setMaximumWidth(kind.px(520))
        self.column = QVBoxLayout(self._middle)
        self.column.setSpacing(10)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 32, 32, 32)
        row.addStretch(1)
        row.addWidget(self._middle, 100, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the style sheet says."""
        paint_surface(self)


class OpeningView(CalmView):
    """What is seen until the library is open: the name, and a quiet line."""

    def __init__(self, language: Language, kind: Type) -> None:
        super().__init__(kind)
        name = TitleLabel(language.say("Living Lab Workshop"), wrap=True)
        words = MutedLabel(language.say("Your projects are being opened…"), wrap=True)
        for label in (name, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.column.addWidget(label)


class FailureView(CalmView):
    """What went wrong in one sentence, what is safe and what to do, and three ways on."""

    retryRequested = Signal()
    otherRequested = Signal()
    logRequested = Signal()

    def __init__(
        self, language: Language, icons: Icons, kind: Type, sentence: str, advice: str, *, other: bool = True
    ) -> None:
        super().__init__(kind)
        say = language.say
        picture = Label()
        picture.setPixmap(icons.pixmap("hard-drive" if other else "circle-alert", kind.px(36), "accent"))
        picture.setProperty("look", "round")
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setFixedSize(QSize(kind.px(72), kind.px(72)))
        self.column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addSpacing(6)
        for label in (HeadingLabel(sentence, wrap=True), paragraph(advice, role="muted")):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.column.addWidget(label)
        self.column.addSpacing(10)
        row = FlowLayout(spacing=8, line_spacing=8)  # in large type each stands in a line of its own
        self.retry_button = PrimaryButton(say("Try again"))
        self.retry_button.clicked.connect(self.retryRequested)
        row.addWidget(self.retry_button)
        if other:
            self.other_button = QuietButton(say("Choose another file"))
            self.other_button.clicked.connect(self.otherRequested)
            row.addWidget(self.other_button)
        self.log_button = QuietButton(say("Open the log folder"))
        self.log_button.clicked.connect(self.logRequested)
        row.addWidget(self.log_button)
        self.column.addLayout(in_the_middle(row))

    def offer(self, words: str) -> QuietButton:
        """One more way on, below the others; gives its button back."""
        button = QuietButton(words)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """What had the keyboard is gone or can do nothing now: the first way on gets it."""
        super().showEvent(event)
        self.retry_button.setFocus(Qt.FocusReason.OtherFocusReason)
