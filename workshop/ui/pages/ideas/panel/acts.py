"""What the panel shows and what is done in it: stories are read on the worker, wishes become verbs of the services."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from workshop.language import mark
from workshop.models.enums import NoteKind
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord, ThemeRecord
from workshop.services.ideas import merging, notes, supports
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.ideas.board import meta_of
from workshop.ui.pages.ideas.panel.story import IdeaStory, ThemeStory, load_idea, load_theme, subject_of
from workshop.ui.widgets.form import Field

if TYPE_CHECKING:
    from workshop.ui.pages.ideas.page import IdeasPage


class PanelActs:
    """Keeps the panel of one page in step with what is chosen there."""

    def __init__(self, page: "IdeasPage") -> None:
        self._page = page
        self._library = page.desk.library
        self._panel = page.view.panel
        self._theme: UUID | None = None  # a theme is shown until an idea is chosen
        self._asked: object = None
        panel = self._panel
        panel.people.supported.connect(self._support)
        panel.people.withdrawn.connect(
            lambda key: self._do(lambda: supports.withdraw_support(self._library, support_id=key))
        )
        panel.trail.unmergeRequested.connect(
            lambda key: self._do(lambda: merging.unmerge_idea(self._library, idea_id=key))
        )
        panel.photos.undoOffered.connect(self._page.undoOffered)
        panel.photos.countChanged.connect(lambda _count: self._page.reload())
        panel.notes.added.connect(self._add_note)
        panel.notes.edited.connect(self._edit_note)
        panel.notes.removeRequested.connect(lambda key: self._do(lambda: notes.remove_note(self._library, note_id=key)))

    def open(self, *, shown: bool) -> None:
        """Show or hide the panel."""
        self._page.view.show_panel(shown)
        self._theme = None
        self.follow()

    def show_theme(self, theme_id: UUID) -> None:
        """Open the panel with the discussion of a theme."""
        self._page.view.line.details_button.setChecked(True)
        self._theme = theme_id
        self.follow()

    def idea_chosen(self) -> None:
        """Another idea is chosen."""
        if self._page.chosen:
            self._theme = None
        self.follow()

    def follow(self) -> None:
        """Read what is chosen now; nothing is read while nobody looks."""
        if self._panel.isHidden():
            return
        library, theme, idea = self._library, self._shown_theme(), self._shown_idea()
        self._asked = asked = object()
        work: Callable[[], IdeaStory | ThemeStory]
        if theme is not None:
            work = lambda: load_theme(library, theme)  # noqa: E731
        elif idea is not None:
            work = lambda: load_idea(library, idea)  # noqa: E731
        else:
            self._panel.show_nothing()
            return
        self._page.desk.tasks.run(work, lambda story: self._show(asked, story), owner=self._page)

    def show_issue(self) -> None:
        """Go to the local issue that the shown idea came from."""
        story = self._panel.story
        if isinstance(story, IdeaStory) and story.issue is not None:
            self._page.pageRequested.emit("issues", self._page.place.with_(item_id=story.issue.id))

    def split(self, idea: IdeaRecord) -> None:
        """Ask for the parts of an idea, one in each line."""
        say, desk = self._page.say, self._page.desk
        fields = (
            Field(
                "texts", say("One idea in each line"), "note", required=True, lines=6,
                help=say("The first line stays with the idea, its supporters and its notes; the others stand beside it."),
            ),
        )  # fmt: skip
        dialog = FormDialog(
            desk,
            say("Split the idea"),
            fields,
            say("Split"),
            self._page,
            values={"texts": parts_of(idea.text)},
            stay=True,
        )
        dialog.submitted.connect(
            lambda values: self._page.do(
                lambda: merging.split_idea(self._library, idea_id=idea.id, texts=values["texts"].splitlines()),
                dialog=dialog,
                done=lambda _changed: self._page.reload(),
            )
        )
        dialog.open()

    def _show(self, asked: object, story: IdeaStory | ThemeStory) -> None:
        if asked is not self._asked or self._panel.isHidden():
            return  # something else was chosen meanwhile
        if isinstance(story, ThemeStory):
            self._panel.show_story(story, "")
            return
        collection, idea = self._page.collection, story.idea
        session = next((one for one in collection.sessions if one.id == idea.lab_session_id), None)
        meta = meta_of(self._page.desk.language, idea, session)
        self._panel.show_story(story, meta, collection.merged_into(idea.id))

    def _shown_theme(self) -> ThemeRecord | None:
        themes = self._page.collection.board.themes
        return next((theme for theme in themes if theme.id == self._theme), None)

    def _shown_idea(self) -> IdeaRecord | None:
        chosen = self._page.chosen
        if len(chosen) == 1:
            return self._page.collection.idea(chosen[0])
        story = self._panel.story
        kept = not chosen and isinstance(story, IdeaStory)  # the keyboard is in the panel
        return self._page.collection.idea(story.idea.id) if kept and isinstance(story, IdeaStory) else None

    def _support(self, number: int | None) -> None:
        story = self._panel.story
        if not isinstance(story, IdeaStory):
            return
        author = self._page.collection.author(number) if number is not None else None
        if number is not None and author is None:
            self._page.noticeRequested.emit(mark("Nobody has the number {n}.", n=number))
            return
        idea_id = story.idea.id
        self._do(lambda: supports.support_idea(self._library, idea_id=idea_id, author=author))

    def _add_note(self, kind: NoteKind, text: str) -> None:
        story = self._panel.story
        if story is None:
            return
        subject = subject_of(story)
        about = {"idea_id": subject} if isinstance(story, IdeaStory) else {"theme_id": subject}
        self._do(lambda: notes.add_note(self._library, kind=kind, text=text, **about))

    def _edit_note(self, note_id: UUID, kind: NoteKind, text: str) -> None:
        self._do(lambda: notes.edit_note(self._library, note_id=note_id, kind=kind, text=text))

    def _do(self, verb: Callable[[], Changed[Any]]) -> None:
        self._page.do(verb, done=lambda _changed: self._page.reload())


def parts_of(text: str) -> str:
    """A first guess at the parts of an idea, one in each line: its lines, else its sentences."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        return "\n".join(lines)
    marked = text.replace(". ", ".\n").replace("; ", "\n").replace(" / ", "\n")
    return "\n".join(line.strip() for line in marked.splitlines() if line.strip())
