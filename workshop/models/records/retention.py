"""What services tell about who goes on taking part: who came back, who became an operator, who wants to be called again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class MoveRecord:
    """A participant who became an operator: came to a session, and after it ran a service in the field for the first time.

    `number` is the participant's. The session is the last one before that first shift; `shifts` counts those that have begun.
    """

    participant_id: UUID
    number: int
    session_id: UUID
    session_title: str
    session_opened_at: datetime
    service_id: UUID
    service_title: str
    first_shift_at: datetime
    shifts: int


@dataclass(frozen=True, slots=True)
class RetentionRecord:
    """Who goes on in a project; `returning` came to two sessions or more, `call_again` are numbers of participants."""

    attended: int = 0
    returning: int = 0
    moves: tuple[MoveRecord, ...] = ()
    call_again: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveCount:
    """How many moved from the same session to the same service."""

    session_title: str
    session_opened_at: datetime
    service_title: str
    people: int


@dataclass(frozen=True, slots=True)
class RetentionCounts:
    """The same for a report, without who it was. A number that is held back is none.

    `others` moved between sessions and services of which nothing is told, because few did.
    """

    attended: int = 0
    returning: int = 0
    moved: int | None = 0
    call_again: int | None = 0
    moves: tuple[MoveCount, ...] = ()
    others: int = 0

    @property
    def holds_back(self) -> bool:
        """Whether something is not told."""
        return self.moved is None or self.call_again is None or self.others > 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell: nobody came, moved or wants to be called."""
        return not (self.attended or self.moved != 0 or self.call_again != 0)
