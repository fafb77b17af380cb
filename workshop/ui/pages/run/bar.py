"""The foot of the run page: the time, a quick idea, undo and what comes next. It stays where it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.language import Message
from workshop.ui.command import shortcut_text
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.entry import IdeaEntry
from workshop.ui.widgets.big_clock import BigClock
from workshop.ui.widgets.buttons import AccentButton, LinkButton, QuietButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.look import set_look

QUICK_KEYS, LONGER_KEYS, NEXT_KEYS = "Ctrl+I", "]", ("Ctrl+Enter", "Ctrl+Return", "PgDown")


class RunBar(Card):
    """The clock counts what is left of the activity; past its end it counts on, in the colour of a warning."""

    longerRequested = Signal()
    undoRequested = Signal()
    nextRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        say = desk.language.say
        self.clock = BigClock(say("Time left"))
        self.clock.setMinimumWidth(desk.type.px(124))
        self._left = MutedLabel(say("remaining"))
        self._left.setContentsMargins(2, 0, 0, 0)  # in line with the words of the button below
        self.longer_button = LinkButton(say("+1 min"), shortcut=LONGER_KEYS)
        self.longer_button.clicked.connect(self.longerRequested)
        self.quick = IdeaEntry(desk, say("Write down a quick idea…"), shortcut_text(QUICK_KEYS))
        self.undo_button = QuietButton(say("Undo"))
        self.undo_button.clicked.connect(self.undoRequested)
        self.next_button = AccentButton(say("Next"))
        self.next_button.clicked.connect(self.nextRequested)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._place()

    def _place(self) -> None:
        self.layout().setContentsMargins(20, 9, 20, 9)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addStretch(1)
        beside.addWidget(self._left)
        beside.addWidget(self.longer_button)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.clock)
        row.addLayout(beside)
        row.addSpacing(10)
        row.addWidget(self.quick, 1)
        row.addSpacing(4)
        row.addWidget(self.undo_button)
        row.addWidget(self.next_button)
        self.body.addLayout(row)

    def set_left(self, seconds: int) -> None:
        """Show how many seconds are left, or by how many it is over."""
        self.clock.set_seconds(seconds)
        self._left.setText(
            self._desk.language.say("over time") if seconds < 0 else self._desk.language.say("remaining")
        )

    def set_undo(self, words: Message | None) -> None:
        """Say what undo would take back."""
        language = self._desk.language
        self.undo_button.setEnabled(words is not None)
        told = language.say("Take back: {what}", what=words) if words else language.say("There is nothing to undo.")
        self.undo_button.setToolTip(f"{told} ({shortcut_text('Ctrl+Z')})" if words else told)

    def set_next(self, words: str, tip: str, *, primary: bool, possible: bool) -> None:
        """Say what comes next; it is filled where nothing else on the page is."""
        self.next_button.setText(words)
        self.next_button.setToolTip(f"{tip} ({shortcut_text(NEXT_KEYS[0])})" if tip else "")
        self.next_button.setEnabled(possible)
        set_look(self.next_button, look="primary" if primary else "outlined")
