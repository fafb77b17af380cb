"""The fixed words of a workshop. Values are what the database keeps; titles are in `models.titles`."""

from enum import StrEnum


class PhaseKind(StrEnum):
    """The four phases of a citizen-led smart city project (AURI Basic 2021-11, Kwon, Heo and Moon)."""

    PREPARATION = "preparation"
    PLANNING = "planning"
    OPERATION = "operation"
    EVALUATION = "evaluation"

    @property
    def number(self) -> int:
        """Its place in the project, 1 to 4."""
        return list(PhaseKind).index(self) + 1


class PhaseState(StrEnum):
    """Where a phase stands."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class SupportState(StrEnum):
    """Where one civil support element stands."""

    OPEN = "open"
    DONE = "done"
    NOT_NEEDED = "not_needed"


class ServiceKind(StrEnum):
    """The three service types of the research: how citizens take part in a smart city service."""

    SOPHISTICATION = "sophistication"
    USED_BY_CITIZENS = "used_by_citizens"
    PROVIDED_BY_CITIZENS = "provided_by_citizens"


class ServiceState(StrEnum):
    """How far a city service has come."""

    PROPOSED = "proposed"
    PILOT = "pilot"
    RUNNING = "running"
    STOPPED = "stopped"


class SessionState(StrEnum):
    """Where a lab session stands."""

    DRAFT = "draft"
    RUNNING = "running"
    CLOSED = "closed"


class ActivityKind(StrEnum):
    """What the room does in one part of a session."""

    WELCOME = "welcome"
    TALK = "talk"
    TRAINING = "training"
    REGISTER = "register"
    SILENT_WRITING = "silent_writing"
    ROUND_ROBIN = "round_robin"
    IDEA_BOOTH = "idea_booth"
    CLARIFY = "clarify"
    THEMES = "themes"
    VOTE = "vote"
    RESULT = "result"
    DISCUSSION = "discussion"
    DECISIONS = "decisions"
    EVALUATION = "evaluation"
    FIELD_WALK = "field_walk"
    OBSERVATION = "observation"
    BREAK = "break"
    CLOSE = "close"

    @property
    def collects_ideas(self) -> bool:
        """Whether ideas of participants are written down in it."""
        return self in {self.SILENT_WRITING, self.ROUND_ROBIN, self.IDEA_BOOTH}


class Sector(StrEnum):
    """Which part of governance a participant comes from."""

    CITIZEN = "citizen"
    PUBLIC = "public"
    COMPANY = "company"
    EXPERT = "expert"


class AgeBand(StrEnum):
    """Age in bands; the year of birth is never kept."""

    UNDER_14 = "under_14"
    TEENS = "14_19"
    TWENTIES = "20_29"
    THIRTIES = "30_39"
    FORTIES = "40_49"
    FIFTIES = "50_59"
    SIXTIES = "60_69"
    SEVENTIES = "70_plus"


class Gender(StrEnum):
    """Told by the participant, or not."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class Channel(StrEnum):
    """How a contribution came in."""

    SCREEN = "screen"
    CONSOLE = "console"
    PAPER = "paper"


class Presence(StrEnum):
    """Whether a participant is at a session."""

    EXPECTED = "expected"
    PRESENT = "present"
    LEFT = "left"


class ConsentPurpose(StrEnum):
    """What a participant agrees to, each matter by itself (PIPA)."""

    USE = "use"
    ARCHIVE = "archive"
    PHOTOGRAPHS = "photographs"
    CALL_AGAIN = "call_again"


class IdeaState(StrEnum):
    """What became of an idea."""

    OPEN = "open"
    CHOSEN = "chosen"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


class BallotKind(StrEnum):
    """How a voter fills in a ballot."""

    DOTS = "dots"
    APPROVAL = "approval"


class OptionSource(StrEnum):
    """Where the choices on a ballot come from when its activity begins."""

    IDEAS = "ideas"
    THEMES = "themes"
    OWN = "own"


class Electorate(StrEnum):
    """Who may vote."""

    PRESENT = "present"
    REGISTERED = "registered"


class PollState(StrEnum):
    """Where a poll stands; a closed poll is never opened again."""

    DRAFT = "draft"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"
    REVEALED = "revealed"


class FormState(StrEnum):
    """Where an evaluation form stands."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Stage(StrEnum):
    """When a service is evaluated, seen from its change."""

    BASELINE = "baseline"
    DURING = "during"
    AFTER = "after"


class ItemKind(StrEnum):
    """How an item of an evaluation form is answered."""

    LIKERT = "likert"
    SINGLE = "single"
    MULTIPLE = "multiple"
    NUMBER = "number"
    TEXT = "text"


class FollowUpKind(StrEnum):
    """What is recorded at the end of a discussion."""

    DECISION = "decision"
    ACTION = "action"


class FollowUpState(StrEnum):
    """Where a decision or an action stands."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


class Role(StrEnum):
    """In which part somebody acts; the journal knows the role, never the person."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    REHEARSAL = "rehearsal"
    SYSTEM = "system"
