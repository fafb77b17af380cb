"""How local issues are told on screens: colours, and the quiet line below the text."""

from collections.abc import Mapping
from uuid import UUID

from workshop.language import Language
from workshop.models.enums import IssueCategory, IssueState
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of

_COLOURS = {
    IssueCategory.TRAFFIC: 1, IssueCategory.SAFETY: 7, IssueCategory.ENVIRONMENT: 4, IssueCategory.WELFARE: 2,
    IssueCategory.CULTURE: 3, IssueCategory.ECONOMY: 5, IssueCategory.ADMINISTRATION: 6, IssueCategory.OTHER: 0,
}  # fmt: skip
STATE_ROLES = {IssueState.OPEN: "quiet", IssueState.SOLVED: "ok", IssueState.WITHDRAWN: "warn"}


def colour_of(issue: LocalIssueRecord) -> str:
    """The colour of a category: `note-1`, with `note-1-soft` as its ground and `note-1-ink` for words on that."""
    return f"note-{_COLOURS[issue.category]}"


def meta_line(
    language: Language, issue: LocalIssueRecord, sessions: Mapping[UUID, LabSessionRecord], *, several: bool = True
) -> str:
    """Category, place, and where there are several sessions, which it comes from; first why it was withdrawn."""
    parts = [language.tell(title_of(issue.category))]
    if issue.place:
        parts.append(issue.place)
    parts.append(language.tell(title_of(issue.source)))
    session = sessions.get(issue.lab_session_id) if issue.lab_session_id is not None else None
    if session is not None and several:
        parts.append(session_name(language, session))
    if issue.pictures:
        parts.append(language.say_many("{n} photo", "{n} photos", n=issue.pictures))
    if issue.state is IssueState.WITHDRAWN and issue.reason:
        parts.insert(0, one_line(issue.reason))
    return " · ".join(parts)


def session_name(language: Language, session: LabSessionRecord) -> str:
    """The phase and the number of a session."""
    return language.say("{phase} · session {n}", phase=language.tell(title_of(session.phase)), n=session.number)


def pin_name(language: Language, issue: LocalIssueRecord) -> str:
    """What a pin is called by those who do not see it."""
    state = "" if issue.state is IssueState.OPEN else language.tell(title_of(issue.state))
    parts = (language.say("Local issue {n}", n=issue.number), one_line(issue.text), issue.place, state)
    return ", ".join(part for part in parts if part)


def one_line(text: str) -> str:
    """A text without line ends."""
    return " ".join(text.split())
