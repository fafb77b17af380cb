"""Polls: set up, opened with a sealed lot, paused, closed, revealed. A closed poll is never opened again."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.methods.voting.lot import draw_lot
from workshop.models.enums import BallotKind, Electorate, IdeaState, OptionSource, PollState
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.votes import PollRecord
from workshop.models.tables.ideas import Idea, Theme
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.tables.votes import Ballot, Poll, PollOption, VoterMark
from workshop.models.text import required_text
from workshop.services.library import Library
from workshop.services.unit_of_work import UnitOfWork, get_row

MOST_OPTIONS = 80
MOST_DOTS = 100
_NO_TITLE = mark("Please write the question of the vote.")


@dataclass(frozen=True, slots=True)
class BallotRules:
    """How a ballot is filled in: at most `dots` in all and `per_option` on one option."""

    kind: BallotKind
    dots: int
    per_option: int


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """A choice to be put on the ballot; ids where it comes from an idea or a theme."""

    text: str
    idea_id: UUID | None = None
    theme_id: UUID | None = None


def list_polls(
    library: Library, *, session_id: UUID | None = None, project_id: UUID | None = None
) -> tuple[PollRecord, ...]:
    """The polls of a session, or of a project, in the order of sessions and activities."""
    with library.read() as rows:
        condition = Poll.lab_session_id == session_id if session_id is not None else Poll.project_id == project_id
        chosen = (
            select(Poll)
            .join(LabSession, LabSession.id == Poll.lab_session_id)
            .outerjoin(Activity, Activity.id == Poll.activity_id)
            .where(condition)
            .order_by(LabSession.on, LabSession.number, Activity.position, Poll.title)
        )
        return tuple(poll.record() for poll in rows.scalars(chosen))


def get_poll(library: Library, *, poll_id: UUID) -> PollRecord:
    """The poll; raises NotFoundError."""
    with library.read() as rows:
        return get_row(rows, Poll, poll_id).record()


def make_poll(
    library: Library,
    *,
    session_id: UUID,
    title: str,
    ballot: BallotKind = BallotKind.DOTS,
    dots: int = 3,
    per_option: int = 3,
    options: Sequence[OptionDraft] = (),
    source: OptionSource = OptionSource.OWN,
    activity_id: UUID | None = None,
    electorate: Electorate = Electorate.PRESENT,
    shuffled: bool = False,
) -> Changed[PollRecord]:
    """A poll in preparation; raises InputError where title, limits or options do not fit."""
    with library.write("set up vote", undo=mark("New vote"), session_id=session_id) as work:
        session = work.get(LabSession, session_id)
        poll = write_poll(
            work,
            session=session,
            activity_id=activity_id,
            title=title,
            rules=BallotRules(ballot, dots, per_option),
            source=source,
            options=options,
        )
        poll.electorate, poll.shuffled = electorate, shuffled
        changed = work.changed(poll.record())
    return changed


def edit_poll(
    library: Library,
    *,
    poll_id: UUID,
    title: str | None = None,
    rules: BallotRules | None = None,
    electorate: Electorate | None = None,
    shuffled: bool | None = None,
) -> Changed[PollRecord]:
    """Change a poll that has not been opened; raises RefusedError for any other."""
    with library.write("edit vote", undo=mark("Edit vote")) as work:
        poll = _draft(work, poll_id)
        poll.title = required_text(title, missing=_NO_TITLE) if title is not None else poll.title
        if rules is not None:
            _put_rules(poll, rules)
        poll.electorate = electorate or poll.electorate
        poll.shuffled = poll.shuffled if shuffled is None else shuffled
        changed = work.changed(poll.record())
    return changed


def set_options(library: Library, *, poll_id: UUID, options: Sequence[OptionDraft]) -> Changed[PollRecord]:
    """Put these choices on the ballot, in this order, instead of those that were there."""
    with library.write("set options", undo=mark("Options of the vote")) as work:
        poll = _draft(work, poll_id)
        _put_options(work, poll, options)
        changed = work.changed(poll.record())
    return changed


def options_from(library: Library, *, poll_id: UUID, source: OptionSource) -> Changed[PollRecord]:
    """Put the ideas (the chosen ones where any are chosen), or the themes, of the session on the ballot."""
    with library.write("set options", undo=mark("Options of the vote")) as work:
        poll = _draft(work, poll_id)
        poll.source = source
        _put_options(work, poll, _drafts_from(work.rows, poll))
        changed = work.changed(poll.record())
    return changed


def remove_poll(library: Library, *, poll_id: UUID) -> Changed[None]:
    """Remove a poll that has not been opened."""
    with library.write("remove vote", undo=mark("Remove vote")) as work:
        work.remove(_draft(work, poll_id))
        changed = work.changed(None)
    return changed


def open_poll(library: Library, *, poll_id: UUID) -> Changed[PollRecord]:
    """Open the vote: the rules are fixed and the lot is drawn and sealed. This cannot be undone.

    Raises RefusedError with fewer than two options or where the session is not running.
    """
    with library.write("open vote") as work:
        poll = _draft(work, poll_id)
        if len(poll.options) < 2:
            raise RefusedError(mark("A vote needs at least two options."))
        session = work.get(LabSession, poll.lab_session_id)
        if session.opened_at is None or session.closed_at is not None:
            raise RefusedError(mark("Start the session first; then the vote can be opened."))
        poll.lot_seed = secrets.token_hex(16)
        order = draw_lot([str(option.id) for option in poll.options], poll.lot_seed)
        for option in poll.options:
            option.lot = order.index(str(option.id))
        poll.state, poll.opened_at = PollState.OPEN, work.now
        work.details["lot_seed"] = poll.lot_seed
        changed = work.changed(poll.record())
    return changed


def pause_poll(library: Library, *, poll_id: UUID) -> Changed[PollRecord]:
    """Let nobody vote for a while."""
    return _move(library, poll_id, verb="pause vote", expected=PollState.OPEN, state=PollState.PAUSED)


def resume_poll(library: Library, *, poll_id: UUID) -> Changed[PollRecord]:
    """Let people vote again."""
    return _move(library, poll_id, verb="resume vote", expected=PollState.PAUSED, state=PollState.OPEN)


def close_poll(library: Library, *, poll_id: UUID) -> Changed[PollRecord]:
    """Close the vote for good, and clear away everything the order of voting could be read from."""
    with library.write("close vote") as work:
        poll = work.get(Poll, poll_id)
        if poll.state not in {PollState.OPEN, PollState.PAUSED}:
            raise RefusedError(mark("Only an open vote can be closed."))
        poll.state, poll.closed_at = PollState.CLOSED, work.now
        _write_anew(work, poll_id)
        changed = work.changed(poll.record())
    library.database.forget_leftovers()
    return changed


def reveal_poll(library: Library, *, poll_id: UUID) -> Changed[PollRecord]:
    """Show the room the result of a closed vote."""
    return _move(library, poll_id, verb="reveal result", expected=PollState.CLOSED, state=PollState.REVEALED)


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
        title=required_text(title, missing=_NO_TITLE),
        source=source,
        options=[],
    )
    _put_rules(poll, rules)
    work.add(poll)
    _put_options(work, poll, options)
    return poll


def fill_empty_polls(work: UnitOfWork, activity: Activity) -> None:
    """As an activity begins, put on its empty ballots what they are to be taken from."""
    chosen = select(Poll).where(Poll.activity_id == activity.id, Poll.state == PollState.DRAFT)
    for poll in work.rows.scalars(chosen):
        if not poll.options and poll.source is not OptionSource.OWN:
            _put_options(work, poll, _drafts_from(work.rows, poll)[:MOST_OPTIONS])


def _move(library: Library, poll_id: UUID, *, verb: str, expected: PollState, state: PollState) -> Changed[PollRecord]:
    with library.write(verb) as work:
        poll = work.get(Poll, poll_id)
        if poll.state is not expected:
            raise RefusedError(mark("The vote is no longer in that state. Please look again."))
        poll.state = state
        poll.revealed_at = work.now if state is PollState.REVEALED else poll.revealed_at
        changed = work.changed(poll.record())
    return changed


def _draft(work: UnitOfWork, poll_id: UUID) -> Poll:
    poll = work.get(Poll, poll_id)
    work.session_id = poll.lab_session_id
    if poll.state is not PollState.DRAFT:
        raise RefusedError(mark("This vote has been opened. Its rules and options stay as they are."))
    return poll


def _put_rules(poll: Poll, rules: BallotRules) -> None:
    if not 1 <= rules.dots <= MOST_DOTS:
        raise InputError(mark("Please give a number from 1 to {most}.", most=MOST_DOTS))
    if not 1 <= rules.per_option <= rules.dots:
        raise InputError(mark("The most on one option lies between 1 and the most in all."))
    poll.ballot, poll.dots = rules.kind, rules.dots
    poll.per_option = 1 if rules.kind is BallotKind.APPROVAL else rules.per_option


def _put_options(work: UnitOfWork, poll: Poll, options: Sequence[OptionDraft]) -> None:
    if len(options) > MOST_OPTIONS:
        raise InputError(
            mark("{count} options are too many; {most} is the most.", count=len(options), most=MOST_OPTIONS)
        )
    texts = [required_text(option.text, missing=mark("An option has no text."), longest=5_000) for option in options]
    if len(set(texts)) < len(texts):
        raise InputError(mark("Two options are the same. Please word them apart."))
    poll.options.clear()
    work.rows.flush()
    for position, (option, text) in enumerate(zip(options, texts, strict=True)):
        poll.options.append(PollOption(position=position, text=text, idea_id=option.idea_id, theme_id=option.theme_id))
    work.rows.flush()


def _drafts_from(rows: Session, poll: Poll) -> list[OptionDraft]:
    if poll.source is OptionSource.THEMES:
        themes = rows.scalars(select(Theme).where(Theme.project_id == poll.project_id).order_by(Theme.position))
        return [OptionDraft(theme.title, theme_id=theme.id) for theme in themes]
    live = (Idea.lab_session_id == poll.lab_session_id, Idea.state.in_([IdeaState.OPEN, IdeaState.CHOSEN]))
    ideas = list(rows.scalars(select(Idea).where(*live).order_by(Idea.theme_id, Idea.position, Idea.number)))
    chosen = [idea for idea in ideas if idea.state is IdeaState.CHOSEN]
    drafts: dict[str, OptionDraft] = {}
    for idea in chosen or ideas:
        drafts.setdefault(idea.text, OptionDraft(idea.text, idea_id=idea.id))
    return list(drafts.values())


def _write_anew(work: UnitOfWork, poll_id: UUID) -> None:
    """Write ballots and voter marks anew, each in the order of their random keys.

    Until now every ballot came in one transaction with its mark, and a server keeps the transaction's number and the order
    of rows; afterwards all rows come from this one.
    """
    for kind, order in ((Ballot, Ballot.id), (VoterMark, VoterMark.participant_id)):
        table = kind.__table__
        kept = [
            dict(row)
            for row in work.rows.execute(select(table).where(kind.poll_id == poll_id).order_by(order)).mappings()
        ]
        work.rows.execute(delete(kind).where(kind.poll_id == poll_id))
        if kept:
            work.rows.execute(insert(kind), kept)
