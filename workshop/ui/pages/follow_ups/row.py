"""One follow-up in the list, and the heading of a group."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget, QWidgetAction

from workshop.models.enums import FollowUpState
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.follow_ups.sorting import Group
from workshop.ui.widgets.buttons import IconButton
from workshop.ui.widgets.card import Tile
from workshop.ui.widgets.headings import BodyLabel, Label, MutedLabel
from workshop.ui.widgets.look import set_look
from workshop.ui.widgets.pill import Pill

_READABLE = 720  # pixels of a line at 100 %
_ICONS = {
    FollowUpState.OPEN: ("square", "muted"),
    FollowUpState.DOING: ("clock", "info"),
    FollowUpState.DONE: ("square-check", "accent"),
    FollowUpState.DROPPED: ("ban", "muted"),
}
_PILLS = {FollowUpState.DOING: "info", FollowUpState.DONE: "ok"}
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
_STATES = tuple(FollowUpState)


class FollowUpRow(Tile):
    """What is to be done, by whom and when; its state changes by one click or key.

    Enter edits, Space marks as done or opens again, 1 to 4 say the state, Delete removes, arrow keys go on.
    """

    stateRequested = Signal(object)  # FollowUpState
    editRequested = Signal()
    removeRequested = Signal()
    moved = Signal(int)  # how many rows down

    def __init__(self, desk: Desk, item: FollowUpRecord) -> None:
        super().__init__()
        self._desk = desk
        self._last = False
        self.item = item
        say = desk.language.say
        self.done_button = IconButton(desk.icons.icon("square", "muted"), "")
        self.done_button.clicked.connect(lambda: self.stateRequested.emit(self._other_state))
        self.more_button = IconButton(desk.icons.icon("ellipsis", "muted"), say("More"))
        self.more_button.clicked.connect(lambda: self.show_menu(None))
        for button in (self.done_button, self.more_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has keys for both
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words, self._who = BodyLabel(wrap=True), MutedLabel(wrap=True)
        self._told = MutedLabel(wrap=True)
        self._due, self._state = MutedLabel(), Pill()
        self._lay_out()
        self.clicked.connect(self.editRequested)
        self.setAccessibleDescription(say("Enter edits, Space marks as done, 1 to 4 say the state, Delete removes"))

    def show_item(self, item: FollowUpRecord, today: date, *, last: bool) -> None:
        """Show the follow-up as it is now; `last` leaves out the line below."""
        language = self._desk.language
        self.item, self._last = item, last
        self._words.setText(item.text)
        set_look(self._words, look="body" if self._is_finished else "strong", role="muted" if self._is_finished else "")
        who = (language.tell(title_of(item.kind)), item.department, item.responsible)
        self._who.setText(" · ".join(part for part in who if part))
        self._told.setText(language.say("Told back: {text}", text=item.told_back) if item.told_back else "")
        self._told.setVisible(bool(item.told_back))
        late = item.overdue(today)
        day = language.day(item.due_on) if item.due_on else ""
        self._due.setText(" · ".join((day, language.say("overdue"))) if late else day)
        self._due.set_role("danger" if late else "muted")
        self._state.set(language.tell(title_of(item.state)), _PILLS.get(item.state, "quiet"))
        self.done_button.set_icon(self._desk.icons.icon(*_ICONS[item.state]))
        verb = language.say("Open again") if self._is_finished else language.say("Mark as done")
        self.done_button.setToolTip(verb)
        self.done_button.setAccessibleName(f"{verb}: {item.text}")
        self.more_button.setAccessibleName(language.say("More about “{text}”", text=item.text))
        self.setToolTip(item.reason)
        self.update()

    def show_menu(self, at: QPoint | None) -> None:
        """Open the menu at a place of the screen, by default below its button."""
        say, menu = self._desk.language.say, QMenu(self)
        heading = QWidgetAction(menu)
        words = MutedLabel(say("State, also by the keys 1 to 4"))
        words.setContentsMargins(12, 6, 12, 6)
        heading.setDefaultWidget(words)
        heading.setEnabled(False)  # keys pass over it
        menu.addAction(heading)
        words.setEnabled(True)  # and it is read
        for number, state in enumerate(_STATES, start=1):
            action = menu.addAction(f"{self._desk.language.tell(title_of(state))}\t{number}")
            action.setCheckable(True)
            action.setChecked(state is self.item.state)
            if action.isChecked():
                action.setIcon(self._desk.icons.icon("check", "accent"))
            action.triggered.connect(lambda _=False, state=state: self.stateRequested.emit(state))
        menu.addSeparator()
        for verb, key, signal in (
            (say("Edit follow-up"), Qt.Key.Key_Enter, self.editRequested),
            (say("Remove"), Qt.Key.Key_Delete, self.removeRequested),
        ):
            told = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            menu.addAction(f"{verb}\t{told}").triggered.connect(signal)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at or self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    @property
    def _is_finished(self) -> bool:
        return self.item.state in {FollowUpState.DONE, FollowUpState.DROPPED}

    @property
    def _other_state(self) -> FollowUpState:
        return FollowUpState.OPEN if self._is_finished else FollowUpState.DONE

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._words, self._who, self._told):
            label.setMaximumWidth(self._desk.type.px(_READABLE))
            words.addWidget(label)
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(self._state, 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(self._due, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 11)
        row.setSpacing(10)
        row.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 100)
        row.addStretch(1)  # what lines that read well leave over
        row.addLayout(side)
        row.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        for label in (self._words, self._who, self._told, self._due, self._state):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the row does by keys."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key == Qt.Key.Key_Space:
            self.stateRequested.emit(self._other_state)
        elif key == Qt.Key.Key_Delete:
            self.removeRequested.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_4 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stateRequested.emit(_STATES[key - Qt.Key.Key_1])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, where the pointer is or below its button."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.show_menu(None if by_key else event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground under the pointer, and the line below."""
        super().paintEvent(event)
        if not self._last:
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._desk.theme.color("line"))


class GroupHeading(QWidget):
    """When what follows is to be done, and how many there are."""

    def __init__(self, desk: Desk, group: Group, words: str) -> None:
        super().__init__()
        self.title = words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 14, 0, 6)
        row.setSpacing(6)
        if group is Group.OVERDUE:
            picture = Label()
            picture.setPixmap(desk.icons.pixmap("circle-alert", desk.type.px(16), "danger"))
            row.addWidget(picture)
        title = MutedLabel(words, role="danger" if group is Group.OVERDUE else "muted")
        set_look(title, weight="strong")
        self._count = MutedLabel()
        row.addWidget(title)
        row.addWidget(self._count)
        row.addStretch(1)

    def show_count(self, count: int) -> None:
        """Say how many there are."""
        self._count.setText(str(count))
