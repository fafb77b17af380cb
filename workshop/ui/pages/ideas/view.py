"""The layout of the page of ideas: capture on top, tools, then the wall or the list."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from workshop.models.records.sessions import LabSessionRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.entry import IdeaEntry
from workshop.ui.pages.ideas.idea_table import IdeaTable
from workshop.ui.pages.ideas.panel.panel import IdeaPanel
from workshop.ui.pages.ideas.similar_strip import SimilarStrip
from workshop.ui.pages.ideas.tool_line import ToolLine
from workshop.ui.pages.ideas.wall.wall import Wall
from workshop.ui.widgets.buttons import QuietButton, SegmentedChoice
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.list_and_detail import ListAndDetail
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.search_field import SearchField


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
        self.more_button = QuietButton(say("More"), icon=desk.icons.icon("ellipsis"))
        self.header.add_button(self.more_button)
        self.entry = IdeaEntry(desk, say("Write down an idea…"), say("Enter to keep"), look="capture")
        self.similar = SimilarStrip(desk)
        self.closed = MutedLabel(
            say("This session is over. New ideas are written down in one that has not ended."), wrap=True
        )
        self.line = ToolLine(desk)
        self.wall = Wall(desk)
        self.table = IdeaTable(desk)
        self.panel = IdeaPanel(desk)
        self.panel.hide()
        self._empty = EmptyState(
            desk, "lightbulb", say("No ideas yet"),
            say("Write the first one above. Ideas that people write at the shared screen appear here too."),
        )  # fmt: skip
        self.nothing = EmptyState(
            desk, "search", say("No idea fits"), say("There are ideas, but none that fits what is looked for."),
            other=say("Show all ideas"),
        )  # fmt: skip
        self.no_session = EmptyState(
            desk, "calendar", say("No session yet"), say("Ideas are written down in a session. Prepare the first one."),
            say("Prepare a session"),
        )  # fmt: skip
        self._card = Card()
        self._card.add(self.table, 1)
        self.stack = QStackedWidget()
        for widget in (self.wall, self._card, self._empty, self.nothing, self.no_session):
            self.stack.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._place()

    def show_target(self, target: LabSessionRecord | None) -> None:
        """Say which session a new idea goes to, or why none can be written down."""
        say = self._desk.language.say
        self.entry.setVisible(target is not None)
        self.similar.setVisible(target is not None)
        self.closed.setVisible(target is None)
        if target is not None:
            whole = say("Write down an idea… → {session}", session=target.title)
            self.entry.field.invite(whole, say("Write down an idea…"))
            self.entry.field.setAccessibleName(whole)

    def show_mode(self, mode: str, *, empty: bool, nothing: bool) -> None:
        """Show the wall, the list, or what is said where there are no ideas, or none that fits."""
        full = {"wall": self.wall, "list": self._card}[mode]
        self.stack.setCurrentWidget(self._empty if empty else self.nothing if nothing else full)
        for widget in (self.line, self.mode, self.search, self.more_button):
            widget.show()

    def show_no_session(self) -> None:
        """Say that ideas need a session, and lead to its preparation: nothing else can be done here."""
        for widget in (self.line, self.closed, self.mode, self.search, self.more_button):
            widget.hide()
        self.stack.setCurrentWidget(self.no_session)

    def show_chosen(self, count: int, words: str = "", *, mergeable: bool) -> None:
        """Offer what can be done with so many ideas, of which the first says `words`."""
        if self.line.show_chosen(count, words, mergeable=mergeable):
            self.focus_ideas()

    def focus_ideas(self) -> None:
        """Put the keyboard on the ideas, where it was last."""
        if self.stack.currentWidget() is self._card:
            self.table.setFocus()
        else:
            self.wall.take_keyboard()

    def _place(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.header)
        upper = QVBoxLayout()  # the similar idea stands close to what is being written
        upper.setSpacing(4)
        for widget in (self.entry, self.similar, self.closed, self.line):
            upper.addWidget(widget)
        whole.addLayout(upper)
        whole.addSpacing(4)
        px = self._desk.type.px
        self.panel.setMaximumWidth(px(440))
        self._beside = ListAndDetail(
            self.stack, self.panel, widest=16_777_215, least=px(352), low=px(300), high=px(420), shares=(2, 1)
        )
        whole.addWidget(self._beside, 1)

    def show_panel(self, shown: bool) -> None:
        """Put the details of what is chosen beside the ideas, or take them away; the keyboard is not lost with them."""
        held = self.panel.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._beside.show_detail(shown)
        if held and not shown:
            self.focus_ideas()
