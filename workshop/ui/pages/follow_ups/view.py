"""How the page of the follow-ups is laid out: filters, the list, and what is said where it is empty."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.projects import ProjectRecord
from workshop.ui.desk import Desk
from workshop.ui.page import column
from workshop.ui.pages.follow_ups.list_card import FollowUpList
from workshop.ui.pages.follow_ups.pills import Pick, PillChoice
from workshop.ui.pages.follow_ups.sorting import Filter, Show, departments_of, keeps_show
from workshop.ui.widgets.buttons import PrimaryButton, QuietButton
from workshop.ui.widgets.empty_state import EmptyState, NoProject
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.search_field import SearchField


class FollowUpsLayout(QObject):
    """Places the parts of the page in its column and shows follow-ups in them."""

    filterChanged = Signal()

    def __init__(self, desk: Desk, area: QScrollArea, content: QVBoxLayout) -> None:
        super().__init__(area)
        self._desk = desk
        say = desk.language.say
        self.header = PageHeader(say("Follow-ups"))
        self.report_button = QuietButton(say("Report by department"))
        self.new_button = PrimaryButton(say("New follow-up"), shortcut="Ctrl+N")
        self.list = FollowUpList(desk)
        self.empty = EmptyState(
            desk,
            "flag",
            say("Nothing to follow up yet"),
            say("Decisions and things to do are kept here with who does them by when, and what citizens are told."),
            say("New follow-up"),
        )
        self.no_project = NoProject(desk, "flag", say("Choose one on the start page."))
        self._filters = self._build_filters()
        self.nothing = EmptyState(
            desk,
            "search",
            say("Nothing fits these filters"),
            say("Choose others, or look at all of them."),
            other=say("Show all"),
        )
        self.nothing.otherChosen.connect(self._want_all)
        self._rest = QWidget()
        for part in (self.header, self._filters, self.list):
            content.addWidget(part)
        for state in (self.nothing, self.empty, self.no_project, self._rest):
            content.addWidget(state, 1)
        self._show_only()  # the title would move when its project is known

    @property
    def filter(self) -> Filter:
        """What is wanted now."""
        return Filter(self.show_choice.value, self.department.value, self.told.value, self.search.value)  # type: ignore[arg-type]

    def set_filter(self, wanted: Filter) -> None:
        """Want something else, without telling anybody."""
        self.show_choice.set_value(wanted.show)
        self.department.set_value(wanted.department)
        self.told.set_value(wanted.told)
        self.search.setText(wanted.words)

    def show_none(self) -> None:
        """Say that no project is open."""
        self._show_only(self.no_project)

    def show_project(self, project: ProjectRecord, items: Sequence[FollowUpRecord]) -> None:
        """Show of which project they are; with none at all, what belongs here."""
        self.header.set_over(project.title)
        self.header.set_count(str(len(items)) if items else "")
        self.new_button.setVisible(bool(items))
        self.report_button.setVisible(any(item.department for item in items))
        self.search.setVisible(bool(items))
        if items:
            self._show_only(self.header, self._filters, self.list, self._rest)
        else:
            self._show_only(self.header, self.empty)

    def show_items(self, items: Sequence[FollowUpRecord], today: date) -> None:
        """Show those that are wanted, and how many each filter would show."""
        self._show_picks(items, today)
        wanted = self.filter
        shown = [item for item in items if wanted.keeps(item, today)]
        self.list.show_items(shown, today)
        self.list.setVisible(bool(shown))
        self._rest.setVisible(bool(shown))
        self.nothing.setVisible(bool(items) and not shown)

    def _show_picks(self, items: Sequence[FollowUpRecord], today: date) -> None:
        say = self._desk.language.say
        counts = {show: sum(keeps_show(show, item, today) for item in items) for show in Show}
        titles = {
            Show.LIVE: say("Open"),
            Show.OVERDUE: say("Overdue"),
            Show.SOON: say("Within 7 days"),
            Show.FINISHED: say("Finished"),
            Show.ALL: say("All"),
        }
        late = counts[Show.OVERDUE] > 0
        self.show_choice.show_picks(
            [Pick(show, titles[show], counts[show], late and show is Show.OVERDUE) for show in Show]
        )
        among = [item for item in items if keeps_show(self.filter.show, item, today)]
        busy = departments_of(among)
        chosen = self.filter.department
        if chosen and chosen not in dict(busy) and any(item.department == chosen for item in items):
            busy.append((chosen, 0))
        self.department.show_picks([Pick("", say("All departments")), *(Pick(name, name, n) for name, n in busy)])
        self.department.setVisible(len(busy) > 1 or bool(chosen))
        told = sum(bool(item.told_back) for item in among)
        self.told.show_picks(
            [
                Pick(None, say("Told back or not")),
                Pick(True, say("Told back"), told),
                Pick(False, say("Not told back"), len(among) - told),
            ]
        )

    def _build_filters(self) -> QWidget:
        say, desk = self._desk.language.say, self._desk
        self.show_choice = PillChoice(desk, say("Which follow-ups"), Show.LIVE)
        self.department = PillChoice(desk, say("Department"), "")
        self.told = PillChoice(desk, say("What citizens are told"), None)
        self.search = SearchField(desk.icons, say("Find"))
        self.search.setFixedWidth(desk.type.px(220))
        self.header.add_button(self.search)
        self.header.add_button(self.report_button)
        self.header.add_button(self.new_button)
        for choice in (self.show_choice, self.department, self.told):
            choice.chosen.connect(lambda _value: self.filterChanged.emit())
        self.search.searched.connect(lambda _words: self.filterChanged.emit())
        box, rows = column(spacing=10)
        rows.addWidget(self.show_choice)
        more = FlowLayout(spacing=28, line_spacing=10)
        more.addWidget(self.department)
        more.addWidget(self.told)
        rows.addLayout(more)
        return box

    def _want_all(self) -> None:
        self.set_filter(replace(Filter(), show=Show.ALL))
        self.filterChanged.emit()
        self.show_choice.pill(Show.ALL).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_only(self, *parts: QWidget) -> None:
        for part in (self.header, self._filters, self.list, self.nothing, self.empty, self.no_project, self._rest):
            part.setVisible(part in parts)
