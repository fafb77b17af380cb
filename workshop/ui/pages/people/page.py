"""The page of the people: the register, what each agreed to, and how the group is made up."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from workshop.models.enums import Sector
from workshop.models.errors import NotFoundError
from workshop.models.records.people import PersonRecord
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.retention import RetentionRecord
from workshop.models.records.votes import OrganizationRecord
from workshop.models.titles import title_of
from workshop.services.keeping.library import Library
from workshop.services.people import organizations, participants
from workshop.services.people.retention import project_retention
from workshop.services.projects import projects
from workshop.ui.desk import Desk
from workshop.ui.page import Page, Place, column
from workshop.ui.pages.people.acts import Acts
from workshop.ui.pages.people.balance import BalanceCard
from workshop.ui.pages.people.person_panel import PersonPanel
from workshop.ui.pages.people.retention import RetentionCard
from workshop.ui.pages.people.words import Filter, begun, columns, row
from workshop.ui.report_places import to_report
from workshop.ui.widgets.buttons import PrimaryButton, QuietButton, SegmentedChoice
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.empty_state import EmptyState, NoProject
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.search_field import SearchField

_BAR = 12  # pixels, the scroll bar beside the panel
_People = tuple[ProjectRecord | None, tuple[PersonRecord, ...], tuple[OrganizationRecord, ...], RetentionRecord]


class PeoplePage(Page):
    """Everybody who takes part, by number."""

    name = "participants"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.people: tuple[PersonRecord, ...] = ()
        self.organizations: tuple[OrganizationRecord, ...] = ()
        self.retention = RetentionRecord()
        self.filter = Filter()
        self._chosen: UUID | None = None
        say = self.say
        self.header = PageHeader(say("Participants"))
        self.many_button = QuietButton(say("Add several"))
        self.tags_button = QuietButton(say("Name tags"), icon=desk.icons.icon("printer"))
        self.add_button = PrimaryButton(say("Add a participant"), icon=desk.icons.icon("user-plus", "accent-ink"))
        self.header.add_button(self.tags_button)
        self.header.add_button(self.many_button)
        self.header.add_button(self.add_button)
        self.tools = self._tools()
        self.columns = self._columns()
        self.acts = Acts(self)
        self.no_project = NoProject(desk, "users", say("Participants belong to a project. Open one first."))
        self.nobody = EmptyState(
            desk, "users", say("No participants yet"),
            say("Everybody gets a number to be called by and a code to vote with. Names are not needed."),
            say("Add a participant"), say("Add several"),
        )  # fmt: skip
        for widget, stretch in (
            (self.header, 0), (self.tools, 0), (self.columns, 1), (self.no_project, 1), (self.nobody, 1)
        ):  # fmt: skip
            self.content.addWidget(widget, stretch)
            widget.hide()
        self._connect()

    def _connect(self) -> None:
        panel = self.panel
        self.add_button.clicked.connect(self.acts.add_one)
        self.tags_button.clicked.connect(
            lambda: self.pageRequested.emit("reports", to_report(self.place, kind="name-tags"))
        )
        self.many_button.clicked.connect(self.acts.add_many)
        self.nobody.chosen.connect(self.acts.add_one)
        self.nobody.otherChosen.connect(self.acts.add_many)
        self.no_project.chosen.connect(lambda: self.pageRequested.emit("start", None))
        self.search.searched.connect(lambda words: self._filter(words=words))
        self.sector_choice.chosen.connect(lambda sector: self._filter(sector=sector))
        self.table.rowChosen.connect(self.choose)
        self.table.clicked.connect(lambda _index: self._bring_into_sight())
        self.table.rowActivated.connect(self._open)
        panel.saved.connect(self.acts.save)
        panel.consentGiven.connect(self.acts.record_consent)
        panel.closeRequested.connect(self.close_person)
        panel.codeRequested.connect(self.acts.replace_code)
        panel.eraseRequested.connect(self.acts.ask_to_erase)

    # The page.

    def open(self, place: Place) -> None:
        """Show the people of the project of a place, and one of them where the place names one."""
        if place.project_id != self.place.project_id:
            self._chosen = None
        self._chosen = place.item_id or self._chosen
        super().open(place)

    def reload(self) -> None:
        """Read the register anew."""
        library, project_id = self.desk.library, self.place.project_id
        self.desk.tasks.run(lambda: _read(library, project_id), self._show, owner=self)

    def draft(self) -> dict[str, Any]:
        """Who is looked at and looked for."""
        return {"chosen": self._chosen, "filter": self.filter}

    def restore(self, draft: dict[str, Any]) -> None:
        """Look at the same person again."""
        self._chosen, self.filter = draft["chosen"], draft["filter"]
        self.search.set_value(self.filter.words)
        self.sector_choice.set_chosen(self.filter.sector)
        self.reload()

    def _show(self, found: _People) -> None:
        project, self.people, self.organizations, self.retention = found
        self.no_project.setVisible(project is None)
        self.nobody.setVisible(project is not None and not self.people)
        for widget in (self.tools, self.columns, self.tags_button, self.many_button, self.add_button):
            widget.setVisible(bool(self.people))
        self.header.setVisible(project is not None)
        self.header.set_over(project.title if project else "")
        self.header.set_count(self.desk.language.number(len(self.people)) if self.people else "")
        self.balance.show_people(self.people)
        self.going_on.show_retention(self.retention)
        self._show_rows()
        self._show_chosen()

    def _show_rows(self) -> None:
        language = self.desk.language
        shown = [person for person in self.people if self.filter.fits(language, person)]
        self.table.blockSignals(True)
        self.table.set_rows([row(language, person) for person in shown])
        self.table.choose(self._chosen)
        self.table.blockSignals(False)
        self.none_found.setVisible(bool(self.people) and not shown)
        self.table.setVisible(bool(shown))
        filtered = len(shown) < len(self.people)
        found = language.say("{shown} of {all}", shown=len(shown), all=len(self.people))
        self.table_card.set_count(found if filtered else "")

    def _filter(self, **changes: Any) -> None:
        words, sector = changes.get("words", self.filter.words), changes.get("sector", self.filter.sector)
        self.filter = Filter(words, sector)
        self._show_rows()

    # One person.

    def choose(self, participant_id: UUID | None) -> None:
        """Show one participant beside the table."""
        self.panel.save()
        self._chosen = participant_id
        self._show_chosen()

    def close_person(self) -> None:
        """Show the balance of the group again."""
        self.panel.save()
        self._chosen = None
        self.table.clearSelection()
        self._show_chosen()
        self.table.setFocus()

    def _open(self, participant_id: UUID) -> None:
        self.choose(participant_id)
        self.panel.form.focus_first()
        self.scroll.ensureWidgetVisible(self.side)

    def _bring_into_sight(self) -> None:
        """A click where the panel lies below the table leads to the panel."""
        if self.columns.is_stacked:
            self.scroll.ensureWidgetVisible(self.side)

    def _show_chosen(self) -> None:
        person = next((one for one in self.people if one.participant.id == self._chosen), None)
        changed = person is not None and (self.panel.person is None or self.panel.isHidden())
        if person is not None:
            self.panel.show_person(person, self._organization_of(person), [one.name for one in self.organizations])
            self.panel.show_move(
                next((move for move in self.retention.moves if move.participant_id == self._chosen), None)
            )
        self.panel.setVisible(person is not None)
        self.balance.setVisible(person is None)
        self.going_on.setVisible(person is None and (self.retention.attended > 0 or bool(self.retention.call_again)))
        self.side.updateGeometry()  # what scrolls does not tell how wide it has become
        if changed:
            self.side.verticalScrollBar().setValue(0)

    def _organization_of(self, person: PersonRecord) -> str:
        number = person.participant.number
        return next((one.name for one in self.organizations if number in one.delegates), "")

    # Building.

    def _tools(self) -> QWidget:
        say, desk = self.say, self.desk
        self.search = SearchField(desk.icons, say("Number, code, neighbourhood or name"))
        options: list[tuple[object, str]] = [(None, say("Everybody"))]
        options += [(sector, begun(desk.language.tell(title_of(sector)))) for sector in Sector]
        self.sector_choice = SegmentedChoice(options, name=say("Sector"))
        tools = QWidget()
        line = FlowLayout(tools, spacing=12)
        line.addWidget(self.search)
        line.addWidget(self.sector_choice)
        return tools

    def _columns(self) -> Columns:
        self.table_card = Card(self.say("Register of participants"))
        self.table = DataTable(
            self.desk, columns(self.desk.language), self.say("Register of participants"), sortable=True
        )
        self.none_found = paragraph(self.say("Nobody fits. Look for something else, or show everybody."), role="muted")
        self.table_card.add(self.none_found)
        self.table_card.add(self.table, 1)
        self.table_card.setMinimumWidth(min(self.desk.type.px(560), 700))
        self.panel = PersonPanel(self.desk)
        self.panel.hide()
        self.balance = BalanceCard(self.desk)
        self.going_on = RetentionCard(self.desk)
        inner, stack = column(spacing=20)
        stack.addWidget(self.panel)
        stack.addWidget(self.balance)
        stack.addWidget(self.going_on)
        stack.addStretch(1)
        self.side = _Side(self.desk, inner)
        both = Columns()
        both.add(self.table_card, 3)
        both.add(self.side, 1)
        return both


class _Side(QScrollArea):
    """Scrolls by itself, so that the table stays in sight."""

    def __init__(self, desk: Desk, inner: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "bare")
        inner.setProperty("look", "bare")
        self.setWidget(inner)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        """As wide as what lies in it."""
        return QSize(max(self._desk.type.px(300), self.widget().minimumSizeHint().width() + _BAR), 120)

    def sizeHint(self) -> QSize:
        """As wide as a form, not as high as all of it."""
        return QSize(self._desk.type.px(376), self._desk.type.px(440))


def _read(library: Library, project_id: UUID | None) -> _People:
    if project_id is None:
        return None, (), (), RetentionRecord()
    try:
        project = projects.get_project(library, project_id=project_id)
    except NotFoundError:
        return None, (), (), RetentionRecord()
    return (
        project,
        participants.list_people(library, project_id=project_id),
        organizations.list_organizations(library, project_id=project_id),
        project_retention(library, project_id=project_id),
    )
