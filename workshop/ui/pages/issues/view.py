"""The layout of the page of local issues: capture on top, filters, then map, list and one issue."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from workshop.models.records.local_issues import LocalIssueRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.issues.body import Body
from workshop.ui.pages.issues.collection import Collection
from workshop.ui.pages.issues.detail import IssueDetail
from workshop.ui.pages.issues.entry import IssueEntry
from workshop.ui.pages.issues.filters import FilterRow
from workshop.ui.pages.issues.issue_list import IssueList
from workshop.ui.pages.issues.map_card import MapCard
from workshop.ui.widgets.buttons import QuietButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.search_field import SearchField


class IssuesView(QWidget):
    """Everything on the page of local issues."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self.header = PageHeader(say("Local issues"))
        self.search = SearchField(desk.icons, say("Find (Ctrl+F)"))
        self.search.setFixedWidth(desk.type.px(200))
        self.map_button = QuietButton(say("Add a map picture"), icon=desk.icons.icon("map-pin"))
        self.header.add_button(self.search)
        self.header.add_button(self.map_button)
        self.entry = IssueEntry(desk)
        self.filters = FilterRow(desk)
        self.map_card = MapCard(desk)
        self.list = IssueList(desk)
        self.panel = IssueDetail(desk)
        self.none = EmptyState(
            desk, "map-pin", say("No local issues yet"),
            say("Write down above what is wrong and where. On the map each gets a pin."),
        )  # fmt: skip
        self.nothing = EmptyState(
            desk, "search", say("Nothing fits these filters"), say("Choose others, or look at all of them."),
            other=say("Show all"),
        )  # fmt: skip
        self.empty = EmptyState(
            desk, "map-pin", say("No local issues yet"),
            say("Write down above what is wrong and where. With a picture of a map each gets a pin."),
            other=say("Add a map picture"),
        )  # fmt: skip
        self._list_card = Card()
        self._list_card.layout().setContentsMargins(0, 8, 0, 8)
        self._stack = QStackedWidget()
        for widget in (self.list, self.none, self.nothing):
            self._stack.addWidget(widget)
        self._list_card.add(self._stack, 1)
        self.body = Body(desk, self.map_card, self._list_card, self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget, stretch in ((self.header, 0), (self.entry, 0), (self.filters, 0), (self.body, 1), (self.empty, 1)):
            column.addWidget(widget, stretch)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_collection(self, collection: Collection) -> None:
        """Show whose issues they are, and what is said where there are none."""
        language, some, maps = self._desk.language, bool(collection.issues), bool(collection.maps)
        self.header.set_over(collection.project.title if collection.project else "")
        self.header.set_count(language.number(len(collection.issues)) if some else "")
        self.search.setVisible(some)
        self.map_button.setVisible(some and not maps)
        self.filters.setVisible(some)
        self.filters.show_sessions(collection.sessions)
        self.body.setVisible(some or maps)
        self.empty.setVisible(not some and not maps)
        running = collection.running
        invitation = language.say("What is wrong, and where?")
        if running is not None:
            whole = language.say("What is wrong, and where? → {session}", session=running.title)
            self.entry.field.invite(whole, invitation)
        else:
            self.entry.field.invite(invitation)

    def show_shown(self, collection: Collection, shown: Sequence[LocalIssueRecord], chosen: object) -> None:
        """Show those issues that fit the filters."""
        self.list.show_issues(shown, collection.sessions_by_id, chosen)  # type: ignore[arg-type]
        self._stack.setCurrentWidget(self.list if shown else self.nothing if collection.issues else self.none)
