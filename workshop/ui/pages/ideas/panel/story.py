"""Everything that is known of one idea or theme, read in one go for the panel."""

from dataclasses import dataclass
from uuid import UUID

from workshop.models.records.ideas import IdeaRecord, IdeaVotes, SupportRecord, ThemeRecord
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.notes import NoteRecord
from workshop.services.ideas import notes, supports
from workshop.services.ideas.issue_links import issue_of_idea
from workshop.services.keeping.library import Library
from workshop.services.voting.votes_behind import votes_behind


@dataclass(frozen=True, slots=True)
class IdeaStory:
    """An idea with the local issue it came from, its supporters, its votes and its discussion."""

    idea: IdeaRecord
    supports: tuple[SupportRecord, ...]
    votes: tuple[IdeaVotes, ...]
    notes: tuple[NoteRecord, ...]
    issue: LocalIssueRecord | None = None


@dataclass(frozen=True, slots=True)
class ThemeStory:
    """A theme with its discussion."""

    theme: ThemeRecord
    notes: tuple[NoteRecord, ...]


def load_idea(library: Library, idea: IdeaRecord) -> IdeaStory:
    """The story of an idea."""
    return IdeaStory(
        idea,
        supports.list_supports(library, idea_id=idea.id),
        votes_behind(library, idea_id=idea.id),
        notes.list_notes(library, idea_id=idea.id),
        issue_of_idea(library, idea_id=idea.id),
    )


def load_theme(library: Library, theme: ThemeRecord) -> ThemeStory:
    """The story of a theme."""
    return ThemeStory(theme, notes.list_notes(library, theme_id=theme.id))


def subject_of(story: IdeaStory | ThemeStory) -> UUID:
    """What a story is about."""
    return story.idea.id if isinstance(story, IdeaStory) else story.theme.id
