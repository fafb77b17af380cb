"""What services tell about ideas and themes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workshop.models.enums import Channel, IdeaState


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
    """An idea in the words it was given in. `author` is a participant's number; `merged` counts ideas merged into it."""

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
