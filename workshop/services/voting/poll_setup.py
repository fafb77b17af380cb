"""What a vote is set up from: its rules, its options, and where they are taken from. For the verbs of `polls`."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.language import Message, mark
from workshop.models.enums import BallotKind, CountingRule, IdeaState, OptionSource, PollState, ProposalState
from workshop.models.errors import InputError
from workshop.models.records.votes import PollRecord
from workshop.models.tables.ideas import Idea, Theme
from workshop.models.tables.proposals import Proposal
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.tables.votes import Poll, PollOption
from workshop.models.text import required_text
from workshop.services.keeping.unit_of_work import UnitOfWork

MOST_OPTIONS = 80
MOST_DOTS = 100
MOST_GRADE = 10
MOST_MONEY = 1_000_000_000_000
_LIVE = (ProposalState.DRAFT, ProposalState.PROPOSED)  # what is tried or dropped is voted on no more
NO_TITLE = mark("Please write the question of the vote.")


@dataclass(frozen=True, slots=True)
class BallotRules:
    """How a ballot is filled in and counted; what each number means, `PollRecord` says. No rule is the usual one."""

    kind: BallotKind
    dots: int = 3
    per_option: int = 1
    rule: CountingRule | None = None
    seats: int | None = None
    lowest: int = 1
    highest: int = 5
    budget: int = 0
    unit: str = ""
    ties: bool = False


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """A choice to be put on the ballot; ids where it comes from something, a cost where a budget is spent."""

    text: str
    idea_id: UUID | None = None
    theme_id: UUID | None = None
    cost: int | None = None
    proposal_id: UUID | None = None


def write_poll(
    work: UnitOfWork,
    *,
    session: LabSession,
    activity_id: UUID | None,
    title: str,
    rules: BallotRules,
    source: OptionSource,
    options: Sequence[OptionDraft],
) -> Poll:
    """A new poll of a session within a larger unit of work."""
    poll = Poll(
        project_id=session.project_id,
        lab_session_id=session.id,
        activity_id=activity_id,
        title=required_text(title, missing=NO_TITLE),
        source=source,
        options=[],
    )
    put_rules(poll, rules)
    work.add(poll)
    put_options(work, poll, options)
    return poll


def fill_empty_polls(work: UnitOfWork, activity: Activity) -> None:
    """As an activity begins, put on its empty ballots what they are to be taken from."""
    chosen = select(Poll).where(Poll.activity_id == activity.id, Poll.state == PollState.DRAFT)
    for poll in work.rows.scalars(chosen):
        if not poll.options and poll.source is not OptionSource.OWN:
            put_options(work, poll, drafts_from(work.rows, poll)[:MOST_OPTIONS])


def rules_of(poll: Poll) -> BallotRules:
    """The rules of a poll, as they were put."""
    return BallotRules(
        poll.ballot, poll.dots, poll.per_option, poll.rule, poll.seats, poll.lowest, poll.highest, poll.budget, poll.unit,
        poll.ties,
    )  # fmt: skip


def put_rules(poll: Poll, rules: BallotRules) -> None:
    """Write the rules of a poll; raises InputError where a number lies outside its limits."""
    kind = rules.kind
    _check_number(rules.dots, 1, MOST_DOTS)
    if kind is BallotKind.DOTS and not 1 <= rules.per_option <= rules.dots:
        raise InputError(mark("The most on one option lies between 1 and the most in all."))
    if not 0 <= rules.lowest < rules.highest <= MOST_GRADE:
        raise InputError(mark("The grades go from a lower to a higher number, from 0 to {most}.", most=MOST_GRADE))
    if not 0 <= rules.budget <= MOST_MONEY:
        raise InputError(mark("The budget is a number from 1 to {most}.", most=f"{MOST_MONEY:,}"))
    if rules.seats is not None:
        _check_number(rules.seats, 1, MOST_OPTIONS)
    rule = rules.rule or kind.rules[0]
    if rule not in kind.rules:
        raise InputError(mark("These ballots cannot be counted by that rule."))
    poll.ballot, poll.rule, poll.dots = kind, rule, rules.dots
    poll.per_option = rules.per_option if kind is BallotKind.DOTS else 1
    poll.lowest, poll.highest = rules.lowest, rules.highest
    poll.budget, poll.unit, poll.ties = rules.budget, rules.unit.strip()[:16], rules.ties
    poll.seats = None if kind in {BallotKind.BUDGET, BallotKind.YES_NO} else rules.seats
    if rule is CountingRule.STV:
        poll.seats = rules.seats or 1
    if rule is CountingRule.IRV:
        poll.seats = None


def put_options(work: UnitOfWork, poll: Poll, options: Sequence[OptionDraft]) -> None:
    """Write the options of a poll anew; raises InputError for too many, empty or equal ones, or a strange cost."""
    if len(options) > MOST_OPTIONS:
        raise InputError(
            mark("{count} options are too many; {most} is the most.", count=len(options), most=MOST_OPTIONS)
        )
    texts = [required_text(option.text, missing=mark("An option has no text."), longest=5_000) for option in options]
    if len(set(texts)) < len(texts):
        raise InputError(mark("Two options are the same. Please word them apart."))
    if any(option.cost is not None and not 1 <= option.cost <= MOST_MONEY for option in options):
        raise InputError(mark("A cost is a number from 1 to {most}.", most=f"{MOST_MONEY:,}"))
    rows = list(poll.options)
    work.remove(*rows[len(options) :])
    # Rows that are there are written over: undo could not bring back another one in the same place.
    rows = rows[: len(options)] + [PollOption(poll_id=poll.id) for _ in options[len(rows) :]]
    for position, (row, option, text) in enumerate(zip(rows, options, texts, strict=True)):
        row.position, row.text = position, text
        row.idea_id, row.theme_id, row.proposal_id = option.idea_id, option.theme_id, option.proposal_id
        row.cost = option.cost
        work.rows.add(row)
    work.rows.flush()
    work.rows.expire(poll, ["options"])


def drafts_from(rows: Session, poll: Poll) -> list[OptionDraft]:
    """The ideas of the session (the chosen ones where any are chosen), or the themes or the proposals of the project.

    Those that are proposed are voted on; where fewer than two are, those that are still being written as well.
    """
    if poll.source is OptionSource.PROPOSALS:
        live = (Proposal.project_id == poll.project_id, Proposal.state.in_(_LIVE))
        found = list(rows.scalars(select(Proposal).where(*live).order_by(Proposal.number)))
        proposed = [item for item in found if item.state is ProposalState.PROPOSED]
        return _by_title(proposed if len(proposed) > 1 else found)
    if poll.source is OptionSource.THEMES:
        themes = rows.scalars(select(Theme).where(Theme.project_id == poll.project_id).order_by(Theme.position))
        return [OptionDraft(theme.title, theme_id=theme.id) for theme in themes]
    ready = (Idea.lab_session_id == poll.lab_session_id, Idea.state.in_([IdeaState.OPEN, IdeaState.CHOSEN]))
    ideas = list(rows.scalars(select(Idea).where(*ready).order_by(Idea.theme_id, Idea.position, Idea.number)))
    chosen = [idea for idea in ideas if idea.state is IdeaState.CHOSEN]
    worded: dict[str, OptionDraft] = {}
    for idea in chosen or ideas:
        worded.setdefault(idea.text, OptionDraft(idea.text, idea_id=idea.id))
    return list(worded.values())


def _by_title(proposals: Sequence[Proposal]) -> list[OptionDraft]:
    """Two options of a ballot are never worded alike: a later proposal of the same title goes by its number as well."""
    worded: dict[str, OptionDraft] = {}
    for item in proposals:
        words = item.title if item.title not in worded else f"{item.title} ({item.number})"
        worded[words] = OptionDraft(words, proposal_id=item.id)
    return list(worded.values())


def missing_for_opening(poll: PollRecord) -> Message | None:
    """What keeps a vote from being opened as it is set up, in words; none where nothing does."""
    if poll.ballot is BallotKind.YES_NO:
        return None if poll.options else mark("A vote needs at least one proposal.")
    if len(poll.options) < 2:
        return mark("A vote needs at least two options.")
    if poll.seats is not None and poll.seats >= len(poll.options):
        return mark("Fewer options can be chosen than are on the ballot.")
    return _missing_money(poll) if poll.ballot is BallotKind.BUDGET else None


def _missing_money(poll: PollRecord) -> Message | None:
    if poll.budget < 1:
        return mark("Please give the budget that is to be spent.")
    if any(option.cost is None for option in poll.options):
        return mark("Every option of a budget vote needs its cost.")
    if all((option.cost or 0) > poll.budget for option in poll.options):
        return mark("Every option costs more than the budget.")
    return None


def _check_number(value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise InputError(mark("Please give a number from {least} to {most}.", least=least, most=most))
