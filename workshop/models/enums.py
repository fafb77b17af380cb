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


class NoteKind(StrEnum):
    """What a note in a discussion says to an idea, a theme or a proposal."""

    FOR = "for"
    AGAINST = "against"
    QUESTION = "question"
    FACT = "fact"


class CostBand(StrEnum):
    """About what a proposal would cost, in won."""

    NOTHING = "nothing"
    UNDER_10_MILLION = "under_10m"
    UNDER_100_MILLION = "under_100m"
    UNDER_1_BILLION = "under_1b"
    MORE = "more"


class ProposalState(StrEnum):
    """How far a proposal has come on its way to a service."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    PILOT = "pilot"
    SERVICE = "service"
    DROPPED = "dropped"


class IssueCategory(StrEnum):
    """What a local issue is about."""

    TRAFFIC = "traffic"
    SAFETY = "safety"
    ENVIRONMENT = "environment"
    WELFARE = "welfare"
    CULTURE = "culture"
    ECONOMY = "economy"
    ADMINISTRATION = "administration"
    OTHER = "other"


class IssueSource(StrEnum):
    """How a local issue became known."""

    SESSION = "session"
    OBSERVATION = "observation"
    DATA = "data"
    COMPLAINT = "complaint"


class IssueState(StrEnum):
    """Where a local issue stands."""

    OPEN = "open"
    SOLVED = "solved"
    WITHDRAWN = "withdrawn"


class PictureKind(StrEnum):
    """What a picture is kept for."""

    PHOTO = "photo"
    MAP = "map"


class CountingRule(StrEnum):
    """How ballots are counted; the values are the names that `workshop tally` takes."""

    PLURALITY = "plurality"
    APPROVAL = "approval"
    DOTS = "dots"
    SCORE = "score"
    BORDA = "borda"
    IRV = "irv"
    STV = "stv"
    SCHULZE = "schulze"
    PAIRWISE = "pairwise"
    GREEDY = "greedy"
    EQUAL_SHARES = "equal-shares"
    MAJORITY = "majority"


class BallotKind(StrEnum):
    """How a voter fills in a ballot."""

    DOTS = "dots"
    APPROVAL = "approval"
    SCORE = "score"
    RANKING = "ranking"
    PAIRWISE = "pairwise"
    BUDGET = "budget"
    YES_NO = "yes_no"

    @property
    def rules(self) -> tuple[CountingRule, ...]:
        """The rules such ballots are counted by; the first where nobody says otherwise."""
        return _RULES[self]

    @property
    def other_rules(self) -> tuple[CountingRule, ...]:
        """Every rule such ballots can be counted by, to see what would be if; the poll's own are among them."""
        return _RULES[self] + _ONLY_IF.get(self, ())


_RULES = {
    BallotKind.DOTS: (CountingRule.DOTS,),
    BallotKind.APPROVAL: (CountingRule.APPROVAL,),
    BallotKind.SCORE: (CountingRule.SCORE,),
    BallotKind.RANKING: (
        CountingRule.BORDA, CountingRule.IRV, CountingRule.SCHULZE, CountingRule.STV, CountingRule.PLURALITY,
    ),
    BallotKind.PAIRWISE: (CountingRule.PAIRWISE,),
    BallotKind.BUDGET: (CountingRule.EQUAL_SHARES, CountingRule.GREEDY),
    BallotKind.YES_NO: (CountingRule.MAJORITY,),
}  # fmt: skip
# Dots and grades tell an order as well, and what was marked at all.
_ONLY_IF = {
    BallotKind.DOTS: (CountingRule.APPROVAL, CountingRule.SCHULZE),
    BallotKind.SCORE: (CountingRule.SCHULZE,),
    BallotKind.BUDGET: (CountingRule.APPROVAL,),
}


class OptionSource(StrEnum):
    """Where the choices on a ballot come from when its activity begins."""

    IDEAS = "ideas"
    THEMES = "themes"
    PROPOSALS = "proposals"
    OWN = "own"


class Electorate(StrEnum):
    """Who may vote."""

    PRESENT = "present"
    REGISTERED = "registered"
    SECTOR = "sector"
    ORGANIZATIONS = "organizations"


class PollState(StrEnum):
    """Where a poll stands; a closed poll is never opened again, and an annulled one is kept."""

    DRAFT = "draft"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"
    REVEALED = "revealed"
    ANNULLED = "annulled"

    @property
    def is_running(self) -> bool:
        """Whether it has begun and is not over."""
        return self in {self.OPEN, self.PAUSED}


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
    RANKING = "ranking"
    TEXT = "text"
    PHOTO = "photo"


class ConditionTest(StrEnum):
    """How an earlier answer is looked at, to know whether an item is asked."""

    IS = "is"
    IS_NOT = "is-not"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


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
