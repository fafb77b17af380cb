"""The foot of the run page: the time, a quick idea, undo and what comes next. It stays where it is."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.language import Message
from workshop.ui.command import shortcut_text
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.entry import IdeaEntry
from workshop.ui.widgets.big_clock import BigClock
from workshop.ui.widgets.buttons import AccentButton, Button, LinkButton, QuietButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.look import set_look
from workshop.ui.widgets.timer_ring import TimerRing

QUICK_KEYS, LONGER_KEYS, NEXT_KEYS = "Ctrl+I", "]", ("Ctrl+Enter", "PgDown", "Ctrl+Return")

_SIDE, _GAP = 20, 18  # pixels at both ends, and between time, idea and buttons


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
        px, color = desk.type.px, desk.theme.color
        self.ring = TimerRing(px(40), px(7), color("track"), color("accent"), color("warn"))
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

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of its parts: each has a line of its own where there is no room for more."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest + 2 * _SIDE, super().minimumSizeHint().height())

    def _place(self) -> None:
        self.layout().setContentsMargins(_SIDE, 9, _SIDE, 9)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addStretch(1)
        beside.addWidget(self._left)
        beside.addWidget(self.longer_button)
        beside.addStretch(1)
        self._time, self._verbs = QWidget(), QWidget()
        time = _row(self._time, spacing=14)
        time.addWidget(self.ring)
        time.addWidget(self.clock)
        time.addLayout(beside)
        time.addStretch(1)
        verbs = _row(self._verbs, spacing=14)
        verbs.addStretch(1)
        verbs.addWidget(self.undo_button)
        verbs.addWidget(self.next_button)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._parts = (self._time, self.quick, self._verbs)
        self._arrange(1)

    def _lines_for(self, width: int) -> int:
        """In how many lines the parts have room: all in one, the idea in a line of its own, or each of them."""
        time, idea, verbs = (part.minimumSizeHint().width() for part in self._parts)
        room = width - 2 * _SIDE - 2  # and the line around it
        if time + idea + verbs + 2 * _GAP <= room:
            return 1
        return 2 if time + verbs + _GAP <= room else 3

    def _arrange(self, lines: int) -> None:
        self._lines = lines
        for part in self._parts:
            self._grid.removeWidget(part)
        time, idea, verbs = self._parts
        self._grid.addWidget(time, 0, 0, 1, 3 if lines == 3 else 1)
        if lines == 1:
            self._grid.addWidget(idea, 0, 1)
        at = {1: (0, 2, 1, 1), 2: (0, 1, 1, 2), 3: (1, 0, 1, 3)}[lines]
        self._grid.addWidget(verbs, *at)
        if lines > 1:
            self._grid.addWidget(idea, 2, 0, 1, 3)

    def _fit(self) -> None:
        lines = self._lines_for(self.width())
        if lines != self._lines:
            self._arrange(lines)

    def event(self, event: QEvent) -> bool:
        """Words change, and with them what has room in one line."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As few lines as the new width allows."""
        super().resizeEvent(event)
        self._fit()

    def set_left(self, seconds: int, whole: int) -> None:
        """Show how many of the seconds of an activity are left, or by how many it is over."""
        self.clock.set_seconds(seconds)
        self.ring.set_time(seconds, whole)
        self._left.setText(
            self._desk.language.say("over time") if seconds < 0 else self._desk.language.say("remaining")
        )

    def set_undo(self, words: Message | None) -> None:
        """Say what undo would take back."""
        language = self._desk.language
        _set_possible(self.undo_button, self.quick, possible=words is not None)
        told = language.say("Take back: {what}", what=words) if words else language.say("There is nothing to undo.")
        self.undo_button.setToolTip(f"{told} ({shortcut_text('Ctrl+Z')})" if words else told)

    def set_next(self, words: str, tip: str, *, primary: bool, possible: bool) -> None:
        """Say what comes next; it is filled where nothing else on the page is."""
        self.next_button.setText(words)
        self.next_button.setToolTip(f"{tip} ({shortcut_text(NEXT_KEYS[0])})" if tip else "")
        self.next_button.setAccessibleDescription(tip)
        _set_possible(self.next_button, self.quick, possible=possible)
        set_look(self.next_button, look="primary" if primary else "outlined")


def _row(widget: QWidget, *, spacing: int) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    return row


def _set_possible(button: Button, instead: IdeaEntry, *, possible: bool) -> None:
    """A button that has the keyboard and cannot be pressed any more hands it on."""
    held = button.hasFocus()
    button.setEnabled(possible)
    if held and not possible:
        instead.field.setFocus()
