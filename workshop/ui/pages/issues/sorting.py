"""Which local issues are shown: plain values, tested without a window."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from workshop.models.enums import IssueCategory, IssueSource, IssueState
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.text import clean_text


class Outside(StrEnum):
    """Stands for the issues that belong to no session."""

    SESSIONS = "sessions"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is wanted; None stands for all."""

    category: IssueCategory | None = None
    source: IssueSource | None = None
    state: IssueState | None = None
    session: UUID | Outside | None = None
    words: str = ""

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out."""
        return self != Filter() and (self != Filter(words=self.words) or bool(self.words.strip()))

    def keeps(self, issue: LocalIssueRecord) -> bool:
        """Whether an issue is wanted."""
        return (
            self.category in (None, issue.category)
            and self.source in (None, issue.source)
            and self.state in (None, issue.state)
            and (self.session is None or self.session == (issue.lab_session_id or Outside.SESSIONS))
            and _holds(issue, self.words)
        )


def shown_issues(issues: Iterable[LocalIssueRecord], wanted: Filter) -> list[LocalIssueRecord]:
    """Those that are wanted, the latest first; what is withdrawn comes last."""
    kept = [issue for issue in issues if wanted.keeps(issue)]
    return sorted(kept, key=lambda issue: (issue.state is IssueState.WITHDRAWN, -issue.number))


def _holds(issue: LocalIssueRecord, words: str) -> bool:
    """Whether every word is in what is known of it; a number is found with and without its sign."""
    text = "\n".join((issue.text, issue.place, issue.source_note, issue.reason)).casefold()
    number = str(issue.number)
    return all(word in text or word.lstrip("#") == number for word in clean_text(words).casefold().split())
