"""How a report is wanted: languages, paper, what is left out; and what in its text points to a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workshop.language import Message, mark


class PaperSize(StrEnum):
    """The sheets a report is laid out for."""

    A4 = "a4"
    LETTER = "letter"


class Section(StrEnum):
    """The parts of a report that can be left out; what a report has no data for is not in it anyway."""

    GLANCE = "glance"
    PURPOSE = "purpose"
    ATTENDANCE = "attendance"
    AGENDA = "agenda"
    PHASES = "phases"
    RETENTION = "retention"
    SERVICES = "services"
    THEMES = "themes"
    IDEAS = "ideas"
    NOTES = "notes"
    ISSUES = "issues"
    PHOTOS = "photos"
    VOTES = "votes"
    EVALUATION = "evaluation"
    CHANGES = "changes"
    TYPES = "types"
    TRENDS = "trends"
    INDICATORS = "indicators"
    PILOTS = "pilots"
    OBSERVATIONS = "observations"
    PROPOSALS = "proposals"
    DECISIONS = "decisions"
    FOLLOW_UPS = "follow-ups"
    TOLD = "told"
    PRIVACY = "privacy"
    SIGNATURES = "signatures"


SECTION_TITLES: Mapping[Section, Message] = {
    Section.GLANCE: mark("At a glance"),
    Section.PURPOSE: mark("Purpose"),
    Section.ATTENDANCE: mark("Attendance"),
    Section.AGENDA: mark("Running order"),
    Section.PHASES: mark("Phases and sessions"),
    Section.RETENTION: mark("Who goes on taking part"),
    Section.SERVICES: mark("Services by type"),
    Section.THEMES: mark("Themes"),
    Section.IDEAS: mark("Ideas"),
    Section.NOTES: mark("What was said"),
    Section.ISSUES: mark("Local issues"),
    Section.PHOTOS: mark("Photos"),
    Section.VOTES: mark("Vote results"),
    Section.EVALUATION: mark("Evaluation"),
    Section.CHANGES: mark("Before and after"),
    Section.TYPES: mark("Evaluation by type of service"),
    Section.TRENDS: mark("Sessions over time"),
    Section.INDICATORS: mark("Indicators"),
    Section.PILOTS: mark("Pilots"),
    Section.OBSERVATIONS: mark("Observations in the field"),
    Section.PROPOSALS: mark("Proposals"),
    Section.DECISIONS: mark("Decisions"),
    Section.FOLLOW_UPS: mark("Follow-ups"),
    Section.TOLD: mark("What citizens are told"),
    Section.PRIVACY: mark("Data and privacy"),
    Section.SIGNATURES: mark("Signatures"),
}


@dataclass(frozen=True, slots=True)
class NumberChoice:
    """A number that some kinds of report leave to be chosen: the field of `ReportOptions`, its title, its values in words."""

    name: str
    title: Message
    values: tuple[tuple[int, Message], ...]

    @property
    def allowed(self) -> tuple[int, ...]:
        """The numbers alone."""
        return tuple(number for number, _words in self.values)


_YEARS = ((1, mark("1 year")), *((n, mark("{n} years", n=n)) for n in (2, 3, 5)))
LEAST_SESSIONS = NumberChoice(
    "least_sessions",
    mark("Sessions attended, at least"),
    tuple((n, mark("{n} or more", n=n)) for n in range(1, 9)),
)
KEPT_YEARS = NumberChoice(
    "kept_years",
    mark("Personal data and photographs are kept after the project ends"),
    ((0, mark("not at all")), *_YEARS),
)
CALL_AGAIN_YEARS = NumberChoice("call_again_years", mark("Contacts are kept to call again"), _YEARS)
NUMBER_CHOICES = (LEAST_SESSIONS, KEPT_YEARS, CALL_AGAIN_YEARS)


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What can be chosen for a report.

    `languages` are codes; two of them stand side by side where a kind can. `without` are the sections left out. Names stay out
    unless wanted. `suppress_small` adds up bands of fewer than five people with others and tells no bands of fewer than ten.
    `mask` hides what was found in free text, but for what is `spared` word for word. `logo` is a checked picture, or empty.
    Certificates go to those who came to at least `least_sessions`; a consent form says for how many years after the end of the
    project data are kept (`kept_years`, 0 for until the end) and contacts to call again (`call_again_years`).
    """

    languages: tuple[str, ...] = ("ko",)
    paper: PaperSize = PaperSize.A4
    without: frozenset[Section] = frozenset()
    names: bool = False
    suppress_small: bool = True
    mask: bool = False
    spared: frozenset[str] = frozenset()
    logo: bytes = b""
    least_sessions: int = 1
    kept_years: int = 0
    call_again_years: int = 2

    @property
    def side_by_side(self) -> bool:
        """Whether two languages stand beside each other."""
        return len(self.languages) > 1

    def shows(self, section: Section) -> bool:
        """Whether a section is wanted."""
        return section not in self.without


@dataclass(frozen=True, slots=True)
class PersonalDataFinding:
    """Something in free text that looks personal: where it stands, what it is, how it would read masked."""

    where: Message
    what: Message
    text: str
    masked: str


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file inside the report: its name, media type, what it is in the report's language, and its bytes."""

    name: str
    media_type: str
    about: str
    content: bytes
