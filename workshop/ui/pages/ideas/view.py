"""The layout of the page of ideas: capture on top, tools, then the wall or the list."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.entry import IdeaEntry
from workshop.ui.pages.ideas.idea_table import IdeaTable
from workshop.ui.pages.ideas.wall import Wall
from workshop.ui.widgets.buttons import Button, SegmentedChoice, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.form_controls import keep_still
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.search_field import SearchField
from workshop.ui.widgets.text_field import LineField


class ThemeField(QWidget):
    """A button that becomes a field for the name of a new theme."""

    given = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.language.say
        self.button = SmallButton(say("New theme"), icon=desk.icons.icon("plus"))
        self.field = LineField(name=say("Name of the new theme"), placeholder=say("Name of the new theme"))
        self.field.setMinimumWidth(desk.type.px(190))
        self.field.hide()
        self.button.clicked.connect(self.begin)
        self.field.submitted.connect(self._give)
        self.field.editingFinished.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.field)

    def begin(self) -> None:
        """Ask for the name."""
        self.button.hide()
        self.field.show()
        self.field.setFocus()

    def _give(self, text: str) -> None:
        if text:
            self.given.emit(text)
        self._end()

    def _end(self) -> None:
        held = self.field.hasFocus()
        self.button.show()
        if held:
            self.button.setFocus()
        self.field.empty()
        self.field.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape makes no theme."""
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self._end()
        else:
            super().keyPressEvent(event)


class IdeasView(QWidget):
    """Everything on the page of ideas."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self.header = PageHeader(say("Ideas"))
        self.mode = SegmentedChoice([("wall", say("Wall")), ("list", say("List"))], "wall", say("Wall or list"))
        self.search = SearchField(desk.icons, say("Find (Ctrl+F)"))
        self.search.setFixedWidth(desk.type.px(200))
        self.header.add_button(self.mode)
        self.header.add_button(self.search)
        self.entry = IdeaEntry(desk, say("Write down an idea…"), say("Enter to keep"), look="capture")
        self.closed = MutedLabel(wrap=True)
        self.sessions = QComboBox()
        self.sessions.setAccessibleName(say("Show the ideas of"))
        self.sessions.setMinimumContentsLength(14)
        self.sessions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        keep_still(self.sessions)
        self.new_theme = ThemeField(desk)
        self.withdrawn_button = SmallButton(say("Withdrawn"))
        self.withdrawn_button.setCheckable(True)
        self._tools = {
            "edit": SmallButton(say("Edit"), icon=desk.icons.icon("pencil"), tip="F2"),
            "choose": SmallButton(say("Choose"), icon=desk.icons.icon("star"), tip="Ctrl+D"),
            "merge": SmallButton(say("Merge"), icon=desk.icons.icon("merge"), tip="Ctrl+M"),
            "withdraw": SmallButton(say("Withdraw"), icon=desk.icons.icon("x"), tip=say("Delete key")),
        }
        self.chosen_words = MutedLabel()
        self.wall = Wall(desk)
        self.table = IdeaTable(desk)
        self._empty = EmptyState(
            desk, "lightbulb", say("No ideas yet"),
            say("Write the first one above. Ideas that people write at the shared screen appear here too."),
        )  # fmt: skip
        self.nothing = EmptyState(
            desk, "search", say("No idea fits"), say("There are ideas, but none that fits what is looked for."),
            other=say("Show all ideas"),
        )  # fmt: skip
        self._card = Card()
        self._card.add(self.table, 1)
        self.stack = QStackedWidget()
        for widget in (self.wall, self._card, self._empty, self.nothing):
            self.stack.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._place()

    def tool(self, name: str) -> Button:
        """The button for what can be done with what is chosen."""
        return self._tools[name]

    @property
    def tools(self) -> dict[str, SmallButton]:
        """All of them by name."""
        return self._tools

    def show_sessions(self, sessions: Sequence[LabSessionRecord], chosen: UUID | None) -> None:
        """Offer the sessions to filter by."""
        language = self._desk.language
        entries: list[tuple[str, UUID | None]] = [(language.say("All sessions"), None)]
        for session in sessions:
            phase = language.tell(title_of(session.phase))
            number = language.say("{phase} · session {n}", phase=phase, n=session.number)
            entries.append((f"{number} · {session.title}", session.id))
        known = [(self.sessions.itemText(i), self.sessions.itemData(i)) for i in range(self.sessions.count())]
        self.sessions.blockSignals(True)
        if entries != known:
            self.sessions.clear()
            for text, value in entries:
                self.sessions.addItem(text, value)
        values = [value for _text, value in entries]
        self.sessions.setCurrentIndex(values.index(chosen) if chosen in values else 0)
        self.sessions.blockSignals(False)

    def show_target(self, target: LabSessionRecord | None) -> None:
        """Say which session a new idea goes to, or why none can be written down."""
        say = self._desk.language.say
        self.entry.setVisible(target is not None)
        self.closed.setVisible(target is None)
        self.closed.setText(
            say("Ideas are written down in a session. This one is over, or none has been prepared yet.")
        )
        if target is not None:
            whole = say("Write down an idea… → {session}", session=target.title)
            self.entry.field.invite(whole, say("Write down an idea…"))
            self.entry.field.setAccessibleName(whole)

    def show_mode(self, mode: str, *, empty: bool, nothing: bool) -> None:
        """Show the wall, the list, or what is said where there are no ideas, or none that fits."""
        full = {"wall": self.wall, "list": self._card}[mode]
        self.stack.setCurrentWidget(self._empty if empty else self.nothing if nothing else full)

    def show_chosen(self, count: int, words: str = "", *, mergeable: bool) -> None:
        """Offer what can be done with so many ideas, of which the first says `words`."""
        held = next((button for button in self._tools.values() if button.hasFocus()), None)
        for name, button in self._tools.items():
            button.setEnabled(mergeable if name == "merge" else count > 0 and (name != "edit" or count == 1))
            about = f"{button.text()}: {words}" if words and button.isEnabled() else button.text()
            button.setAccessibleName(about)
        if held is not None and not held.isEnabled():
            self.focus_ideas()
        language = self._desk.language
        self.chosen_words.setText(language.say_many("{n} chosen", "{n} chosen", n=count) if count > 1 else "")

    def focus_ideas(self) -> None:
        """Put the keyboard on the ideas, where it was last."""
        if self.stack.currentWidget() is self._card:
            self.table.setFocus()
        else:
            self.wall.take_keyboard()

    def _place(self) -> None:
        tools = QWidget()
        line = FlowLayout(tools, spacing=8)
        policy = tools.sizePolicy()
        policy.setHeightForWidth(True)
        tools.setSizePolicy(policy)
        for widget in (self.sessions, self.new_theme, self.withdrawn_button, *self._tools.values(), self.chosen_words):
            line.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        for widget in (self.header, self.entry, self.closed, tools):
            whole.addWidget(widget)
        whole.addSpacing(4)
        whole.addWidget(self.stack, 1)
