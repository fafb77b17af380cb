"""Beside the wall or the list: one idea with everything that hangs on it, or a theme with its discussion."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop.models.enums import IdeaState
from workshop.models.records.ideas import IdeaRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.discussion.notes_box import NotesBox
from workshop.ui.pages.ideas.panel.people_box import PeopleBox
from workshop.ui.pages.ideas.panel.story import IdeaStory, ThemeStory, subject_of
from workshop.ui.pages.ideas.panel.trail_box import TrailBox
from workshop.ui.pictures.strip import PictureStrip
from workshop.ui.pictures.taking import PictureOwner
from workshop.ui.widgets.buttons import IconButton, LinkButton, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import MutedLabel, StrongLabel, paragraph
from workshop.ui.widgets.look import set_look
from workshop.ui.widgets.pill import Pill
from workshop.ui.widgets.scrolled_sheet import ScrolledSheet

_LONG = 600  # characters of an idea that are shown at once
_PILLS = {IdeaState.OPEN: "quiet", IdeaState.CHOSEN: "accent", IdeaState.WITHDRAWN: "warn", IdeaState.MERGED: "quiet"}


class IdeaPanel(Card):
    """Shows a story; what is wished is told by the name of a verb, or by the boxes it is made of."""

    verbAsked = Signal(str)
    closeRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._desk = desk
        say = desk.language.say
        self.story: IdeaStory | ThemeStory | None = None
        self._state = Pill()
        self.close_button = IconButton(desk.icons.icon("x", "muted"), say("Close the details"))
        self.close_button.clicked.connect(self.closeRequested)
        self.add_action(self._state)
        self.add_action(self.close_button)
        self._nothing = paragraph(
            say("Choose an idea to see who stands behind it and what was said about it."), role="muted"
        )
        self._words = paragraph()
        set_look(self._words, look="lead")
        self._rest = LinkButton(say("Read on"))
        self._rest.clicked.connect(self._read_on)
        self._meta = MutedLabel(wrap=True)
        self.issue_button = LinkButton()
        self.issue_button.clicked.connect(lambda: self.verbAsked.emit("issue"))
        self.verbs = {
            "split": SmallButton(say("Split…"), icon=desk.icons.icon("split")),
            "propose": SmallButton(say("Make a proposal"), icon=desk.icons.icon("file-text")),
        }
        self.people, self.trail, self.notes = PeopleBox(desk), TrailBox(desk), NotesBox(desk)
        self.photos = PictureStrip(desk)
        self._about_ideas: list[QWidget] = []
        self._place()
        self.add_box(say("Photos"), self.photos)

    def show_nothing(self) -> None:
        """Nothing, or more than one idea, is chosen."""
        self.story = None
        self.set_title(self._desk.language.say("Idea in full"))
        self._state.hide()
        self._sheet.hide()
        self._nothing.show()

    def show_story(self, story: IdeaStory | ThemeStory, meta: str, merged: Sequence[IdeaRecord] = ()) -> None:
        """Show an idea, with the line of its card and what was merged into it, or a theme."""
        self.story = story
        self._nothing.hide()
        self._sheet.show()
        with_idea = isinstance(story, IdeaStory)
        for widget in self._about_ideas:
            widget.setVisible(with_idea)
        self._meta.setText(meta)
        issue = story.issue if isinstance(story, IdeaStory) else None
        self.issue_button.setVisible(issue is not None)
        if issue is not None:
            self.issue_button.setText(self._desk.language.say("From local issue {n}", n=issue.number))
        self.notes.show_notes(subject_of(story), story.notes)
        self._state.setVisible(with_idea)
        if isinstance(story, IdeaStory):
            self._show_idea(story, merged)
        else:
            self.set_title(self._desk.language.say("Theme"))
            self._show_words(story.theme.title)

    def _show_idea(self, story: IdeaStory, merged: Sequence[IdeaRecord]) -> None:
        language, idea = self._desk.language, story.idea
        self.set_title(language.say("Idea {n}", n=idea.number))
        self._state.set(language.tell(title_of(idea.state)), _PILLS[idea.state])
        self._show_words(idea.text)
        live = idea.state in {IdeaState.OPEN, IdeaState.CHOSEN}
        for name in ("split", "propose"):
            self.verbs[name].setEnabled(live)
        self.photos.show_owner(PictureOwner(idea.project_id, idea.lab_session_id, idea.id))
        self.people.show_people(idea, story.supports, story.votes)
        for widget in (self._trail_title, self.trail):
            widget.setVisible(bool(merged))
        self.trail.show_trail(merged)

    def _show_words(self, text: str) -> None:
        """The beginning of a very long text, so that what is known of it stays in reach."""
        whole = self._words.property("whole") == text  # somebody has read on in it
        short = text if whole or len(text) <= _LONG else f"{text[:_LONG].rstrip()}…"
        self._words.setText(short)
        self._rest.setVisible(short != text)

    def _read_on(self) -> None:
        if isinstance(self.story, IdeaStory):
            self._words.setProperty("whole", self.story.idea.text)
            self._show_words(self.story.idea.text)
            self.notes.field.setFocus()

    def _place(self) -> None:
        say = self._desk.language.say
        self._sheet = QScrollArea()
        self._sheet.setWidgetResizable(True)
        self._sheet.setFrameShape(QFrame.Shape.NoFrame)
        self._sheet.setProperty("look", "bare")
        self._sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = ScrolledSheet()
        sheet.setProperty("look", "bare")
        self.column = QVBoxLayout(sheet)
        self.column.setContentsMargins(0, 2, 12, 4)
        self.column.setSpacing(10)
        tools = QWidget()
        policy = tools.sizePolicy()
        policy.setHeightForWidth(True)
        tools.setSizePolicy(policy)
        line = FlowLayout(tools, spacing=8)
        for name, button in self.verbs.items():
            button.clicked.connect(lambda _=False, name=name: self.verbAsked.emit(name))
            line.addWidget(button)
        self._trail_title = StrongLabel(say("Merged into it"))
        people_title, notes_title = StrongLabel(say("Who stands behind it")), StrongLabel(say("Discussion"))
        words = (self._words, self._rest, self._meta, self.issue_button, tools)
        people = (people_title, self.people, self._trail_title, self.trail)
        parts = (*words, *people, notes_title, self.notes)
        for part in parts:
            self.column.addWidget(part)
        self.column.setAlignment(self.issue_button, Qt.AlignmentFlag.AlignLeft)
        self.column.setAlignment(self._rest, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self._about_ideas = [tools, people_title, self.people, self._trail_title, self.trail]
        self._sheet.setWidget(sheet)
        self.layout().setContentsMargins(16, 14, 8, 12)
        self.add(self._nothing)
        self.add(self._sheet, 1)

    def add_box(self, title: str, box: QWidget) -> None:
        """Another part of what is known of an idea, before the discussion."""
        heading = StrongLabel(title)
        place = self.column.indexOf(self.notes) - 1
        self.column.insertWidget(place, heading)
        self.column.insertWidget(place + 1, box)
        self._about_ideas += [heading, box]
