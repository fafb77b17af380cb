"""What services tell about ideas and themes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workshop.models.enums import Channel, IdeaState, Sector


@dataclass(frozen=True, slots=True)
class ThemeRecord:
    """A theme that ideas are gathered under; `colour` is the number of a note colour of the theme."""

    id: UUID
    project_id: UUID
    position: int
    title: str
    colour: int
    ideas: int


@dataclass(frozen=True, slots=True)
class IdeaRecord:
    """An idea in the words it was given in. `author` is a participant's number, `sector` theirs.

    `merged` counts ideas merged into it. `people` counts who stands behind it: authors and supporters of the idea and of what
    was merged into it, each participant once and everybody unnamed once for each time. A `hidden` idea waits to be revealed to
    the room. `photo` is the content of its first picture.
    """

    id: UUID
    project_id: UUID
    lab_session_id: UUID
    activity_id: UUID | None
    number: int
    text: str
    author: int | None
    theme_id: UUID | None
    position: int
    state: IdeaState
    merged_into_id: UUID | None
    merged: int
    reason: str
    channel: Channel
    written_at: datetime
    hidden: bool = False
    revealed_at: datetime | None = None
    split_from_id: UUID | None = None
    people: int = 1
    notes: int = 0
    pictures: int = 0
    photo: str = ""
    proposals: int = 0
    sector: Sector | None = None

    @property
    def shown_at(self) -> datetime:
        """When the room could see it first."""
        return self.revealed_at or self.written_at


@dataclass(frozen=True, slots=True)
class SupportRecord:
    """That somebody supports an idea; `participant` is a number, none for somebody unnamed."""

    id: UUID
    idea_id: UUID
    participant: int | None
    text: str
    channel: Channel
    given_at: datetime


@dataclass(frozen=True, slots=True)
class IdeaVotes:
    """How many of the voters of one poll voted for an idea or for something that was merged into it, each counted once."""

    poll_id: UUID
    title: str
    voters: int
    ballots: int


@dataclass(frozen=True, slots=True)
class IdeaBoard:
    """The ideas of a session or project with their themes, in order."""

    themes: tuple[ThemeRecord, ...]
    ideas: tuple[IdeaRecord, ...]

    def under(self, theme_id: UUID | None) -> tuple[IdeaRecord, ...]:
        """The ideas under a theme, or those not yet sorted; merged and withdrawn ones are left out."""
        return tuple(idea for idea in self.ideas if idea.theme_id == theme_id and self.is_live(idea))

    @staticmethod
    def is_live(idea: IdeaRecord) -> bool:
        """Whether the idea stands for itself."""
        return idea.state in {IdeaState.OPEN, IdeaState.CHOSEN}
