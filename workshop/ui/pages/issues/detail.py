"""One local issue: what is known of it, saved as it is written; its place, photos, state, and what came of it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop.language import Language
from workshop.models.enums import IssueCategory, IssueSource, IssueState
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of
from workshop.services.ideas.issue_links import IssueLinks
from workshop.ui.desk import Desk
from workshop.ui.pages.issues.words import one_line, session_name
from workshop.ui.pages.prepare.in_place import InPlaceForm
from workshop.ui.pictures.strip import PictureStrip
from workshop.ui.pictures.taking import PictureOwner
from workshop.ui.widgets.buttons import IconButton, LinkButton, RemoveLink, SegmentedChoice, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.form import Field
from workshop.ui.widgets.headings import MutedLabel, StrongLabel
from workshop.ui.widgets.look import clear_layout

_LINK = 40  # characters of the words of a link


class IssueDetail(Card):
    """Signals that ask for something tell the id of the issue that is shown, and what is wanted."""

    closeRequested = Signal()
    saved = Signal(object, object)  # the changed values by name
    stateRequested = Signal(object, object)
    placeRequested = Signal(object, bool)  # put it on the map, or take it off
    ideaRequested = Signal(object)
    followUpRequested = Signal(object)
    removeRequested = Signal(object)
    undoOffered = Signal(object)  # Message of what was done with a photo
    linkFollowed = Signal(str, object, object)  # the page, the session or None, the id of the idea or follow-up

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._desk = desk
        self.issue: LocalIssueRecord | None = None
        say, icons = desk.language.say, desk.icons
        self.close_button = IconButton(icons.icon("x", "muted"), say("Close"))
        self.add_action(self.close_button)
        self.noted = MutedLabel(wrap=True)
        self.form = InPlaceForm(desk, issue_fields(desk.language))
        self.state = SegmentedChoice(
            [(state, desk.language.tell(title_of(state))) for state in IssueState], IssueState.OPEN, say("State")
        )
        self.reason = MutedLabel(wrap=True)
        self.place_words = MutedLabel(wrap=True)
        self.place_button = SmallButton(say("Put on the map"), icon=icons.icon("map-pin"))
        self.photos = PictureStrip(desk)
        self.idea_button = SmallButton(say("Make an idea of it"), icon=icons.icon("lightbulb"))
        self.follow_up_button = SmallButton(say("Hand to a department"), icon=icons.icon("flag"))
        self.remove_button = RemoveLink(say("Remove the local issue"))
        self._links = QVBoxLayout()
        self._lay_out()
        self._connect()

    def show_issue(
        self, issue: LocalIssueRecord, links: IssueLinks, sessions: Mapping[UUID, LabSessionRecord], *,
        map_name: str | None, maps: int,
    ) -> None:  # fmt: skip
        """Show an issue; what is being written about the same one stays. `map_name` is None where it is on no map."""
        language = self._desk.language
        self.issue = issue
        self.set_title(language.say("Local issue {n}", n=issue.number))
        session = sessions.get(issue.lab_session_id) if issue.lab_session_id else None
        when = language.day(issue.noted_at.astimezone().date())
        self.noted.setText(f"{session_name(language, session)} · {when}" if session else when)
        self.form.show_values(issue.id, issue_values(issue))
        self.state.set_chosen(issue.state)
        self.reason.setText(issue.reason)
        self.reason.setVisible(bool(issue.reason))
        self.photos.show_owner(PictureOwner(issue.project_id, issue.lab_session_id, local_issue_id=issue.id))
        self._show_place(map_name, maps)
        self._show_links(links, sessions)
        live = issue.state is not IssueState.WITHDRAWN
        self.idea_button.setEnabled(live)
        self.follow_up_button.setEnabled(live)

    def save(self) -> None:
        """Tell what is written and not yet saved."""
        self.form.save()

    def _show_place(self, map_name: str | None, maps: int) -> None:
        say = self._desk.language.say
        placed = map_name is not None
        if placed:
            words = say("On the map {name}. Drag the pin to move it.", name=map_name)
        else:
            words = say("Click on the map where it is.") if maps else say("There is no map yet.")
        self.place_words.setText(words)
        self.place_button.setText(say("Take off the map") if placed else say("Put on the map"))
        self.place_button.setVisible(placed or maps > 0)

    def _show_links(self, links: IssueLinks, sessions: Mapping[UUID, LabSessionRecord]) -> None:
        """Buttons that lead to what came of it; the keyboard stays among them."""
        language = self._desk.language
        held = any(button.hasFocus() for button in self.findChildren(LinkButton) if button is not self.remove_button)
        clear_layout(self._links)
        for idea in links.ideas:
            session = sessions.get(idea.lab_session_id)
            where = session_name(language, session) if session else ""
            words = language.say("Idea {n}, {session}", n=idea.number, session=where)
            self._add_link(words, one_line(idea.text), "ideas", idea.lab_session_id, idea.id)
        for item in links.follow_ups:
            department = item.department or language.tell(title_of(item.kind))
            words = f"{department}: {language.tell(title_of(item.state))}"
            self._add_link(words, one_line(item.text), "follow-ups", item.lab_session_id, item.id)
        for key, number, text in links.observations:
            self._add_link(language.say("Observation {n}", n=number), one_line(text), "services", None, key)
        if held:
            self.idea_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_link(self, words: str, tip: str, page: str, session_id: UUID | None, key: UUID) -> None:
        button = LinkButton(words if len(words) <= _LINK else f"{words[: _LINK - 1]}…", tip=tip)
        button.setAccessibleName(f"{words}, {tip}")
        button.clicked.connect(lambda: self.linkFollowed.emit(page, session_id, key))
        self._links.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        say = self._desk.language.say
        inside = QWidget()
        inside.setProperty("look", "bare")
        column = QVBoxLayout(inside)
        column.setContentsMargins(5, 2, 12, 5)
        column.setSpacing(10)
        column.addWidget(self.noted)
        column.addWidget(self.form)
        place = FlowLayout(spacing=10, line_spacing=4)
        place.addWidget(self.place_words)
        place.addWidget(self.place_button)
        column.addLayout(place)
        column.addWidget(StrongLabel(say("Photos")))
        column.addWidget(self.photos)
        column.addWidget(StrongLabel(say("State")))
        column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.reason)
        column.addWidget(StrongLabel(say("What comes of it")))
        self._links.setSpacing(2)
        column.addLayout(self._links)
        acts = FlowLayout(spacing=8, line_spacing=8)
        acts.addWidget(self.idea_button)
        acts.addWidget(self.follow_up_button)
        column.addLayout(acts)
        column.addSpacing(6)
        column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("look", "bare")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.add(area, 1)
        self.setMinimumWidth(self._desk.type.px(300))

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closeRequested)
        self.photos.undoOffered.connect(self.undoOffered)
        self.form.saved.connect(self.saved)
        self.state.chosen.connect(self._ask_state)
        self.place_button.clicked.connect(self._ask_place)
        for button, signal in (
            (self.idea_button, self.ideaRequested), (self.follow_up_button, self.followUpRequested),
            (self.remove_button, self.removeRequested),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, signal=signal: self._tell(signal))

    def _ask_state(self, state: IssueState) -> None:
        if self.issue is not None and state is not self.issue.state:
            self.state.set_chosen(self.issue.state)  # shown as it is until it has been done
            self.stateRequested.emit(self.issue.id, state)

    def _ask_place(self) -> None:
        if self.issue is not None:
            self.placeRequested.emit(self.issue.id, self.issue.on_map is None)

    def _tell(self, signal: Any) -> None:
        if self.issue is not None:
            self.save()
            signal.emit(self.issue.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closeRequested.emit()
        else:
            super().keyPressEvent(event)


def issue_fields(language: Language) -> list[Field]:
    """What is wrong, what it is about, where it is, and how it is known."""
    say, tell = language.say, language.tell
    categories = tuple((category, tell(title_of(category))) for category in IssueCategory)
    sources = tuple((source, tell(title_of(source))) for source in IssueSource)
    return [
        Field("text", say("What is wrong"), "note", lines=3),
        Field("place", say("Where it is"), placeholder=say("Street, building, corner")),
        Field("category", say("Category"), "choice", choices=categories),
        Field("source", say("How it is known"), "choice", choices=sources),
        Field("source_note", say("Where from"), row="who"),
        Field("author", say("Told by no."), row="who"),
    ]


def issue_values(issue: LocalIssueRecord) -> dict[str, Any]:
    """The values of an issue for its form."""
    names = ("text", "place", "category", "source", "source_note")
    author = "" if issue.author is None else str(issue.author)
    return {name: getattr(issue, name) for name in names} | {"author": author}
