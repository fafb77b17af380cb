"""Polls: set up, opened with a sealed lot, paused, closed, revealed, annulled. A closed poll is never opened again."""

import hashlib
import logging
import secrets
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from workshop.language import mark
from workshop.models.enums import BallotKind, Electorate, OptionSource, PollState, Sector
from workshop.models.errors import InputError, LibraryError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.votes import PollRecord
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.tables.votes import Poll
from workshop.models.text import optional_text, required_text
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork, get_row
from workshop.services.voting import ballot_box, ballot_rows
from workshop.services.voting.box_digest import BOX, box_digest
from workshop.services.voting.poll_setup import (
    MOST_DOTS,
    MOST_OPTIONS,
    NO_TITLE,
    BallotRules,
    OptionDraft,
    drafts_from,
    fill_empty_polls,
    missing_for_opening,
    put_options,
    put_rules,
    rules_of,
    write_poll,
)

_log = logging.getLogger(__name__)

__all__ = [
    "MOST_DOTS",
    "MOST_OPTIONS",
    "BallotRules",
    "OptionDraft",
    "fill_empty_polls",
    "missing_for_opening",
    "write_poll",
]


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
    rules: BallotRules | None = None,
    options: Sequence[OptionDraft] = (),
    source: OptionSource = OptionSource.OWN,
    activity_id: UUID | None = None,
    electorate: Electorate = Electorate.PRESENT,
    sector: Sector | None = None,
    secret: bool = True,
    shuffled: bool = False,
    filled: bool = False,
) -> Changed[PollRecord]:
    """A poll in preparation; raises InputError where title, limits or options do not fit.

    `rules` says all about the ballot; without it `ballot`, `dots` and `per_option` do. A `filled` one has at once what its
    source has on its ballot.
    """
    with library.write("set up vote", undo=mark("New vote"), session_id=session_id) as work:
        session = work.get(LabSession, session_id)
        poll = write_poll(
            work,
            session=session,
            activity_id=activity_id,
            title=title,
            rules=rules or BallotRules(ballot, dots, per_option),
            source=source,
            options=options,
        )
        poll.shuffled = shuffled
        _put_electorate(poll, electorate, sector, secret=secret)
        if filled and source is not OptionSource.OWN:
            put_options(work, poll, drafts_from(work.rows, poll))
        changed = work.changed(poll.record())
    return changed


def edit_poll(
    library: Library,
    *,
    poll_id: UUID,
    title: str | None = None,
    rules: BallotRules | None = None,
    electorate: Electorate | None = None,
    sector: Sector | None = None,
    secret: bool | None = None,
    shuffled: bool | None = None,
) -> Changed[PollRecord]:
    """Change a poll that has not been opened; raises RefusedError for any other."""
    with library.write("edit vote", undo=mark("Edit vote")) as work:
        poll = _draft(work, poll_id)
        poll.title = required_text(title, missing=NO_TITLE) if title is not None else poll.title
        if rules is not None:
            put_rules(poll, rules)
        _put_electorate(
            poll, electorate or poll.electorate, sector or poll.sector, secret=poll.secret if secret is None else secret
        )
        poll.shuffled = poll.shuffled if shuffled is None else shuffled
        changed = work.changed(poll.record())
    return changed


def copy_poll(
    library: Library, *, poll_id: UUID, session_id: UUID, options: Sequence[UUID] | None = None
) -> Changed[PollRecord]:
    """A poll in preparation with the rules of another; with `options` only these stand on it, in this order.

    So a result becomes the option list of the next vote.
    """
    with library.write("copy vote", undo=mark("Copy of the vote"), session_id=session_id) as work:
        model = work.get(Poll, poll_id)
        kept = {option.id: option for option in model.options}
        chosen = list(kept) if options is None else [option for option in options if option in kept]
        poll = write_poll(
            work,
            session=work.get(LabSession, session_id),
            activity_id=None,
            title=model.title,
            rules=rules_of(model),
            source=model.source,
            options=[
                OptionDraft(
                    kept[key].text, kept[key].idea_id, kept[key].theme_id, kept[key].cost, kept[key].proposal_id
                )
                for key in chosen
            ],
        )
        poll.shuffled = model.shuffled
        _put_electorate(poll, model.electorate, model.sector, secret=model.secret)
        changed = work.changed(poll.record())
    return changed


def set_options(library: Library, *, poll_id: UUID, options: Sequence[OptionDraft]) -> Changed[PollRecord]:
    """Put these choices on the ballot, in this order, instead of those that were there."""
    with library.write("set options", undo=mark("Options of the vote")) as work:
        poll = _draft(work, poll_id)
        put_options(work, poll, options)
        changed = work.changed(poll.record())
    return changed


def options_from(library: Library, *, poll_id: UUID, source: OptionSource) -> Changed[PollRecord]:
    """Put the ideas (the chosen ones where any are chosen), the themes or the proposals on the ballot."""
    with library.write("set options", undo=mark("Options of the vote")) as work:
        poll = _draft(work, poll_id)
        poll.source = source
        put_options(work, poll, drafts_from(work.rows, poll))
        changed = work.changed(poll.record())
    return changed


def remove_poll(library: Library, *, poll_id: UUID) -> Changed[None]:
    """Remove a poll that has not been opened."""
    with library.write("remove vote", undo=mark("Remove vote")) as work:
        work.remove(_draft(work, poll_id))
        changed = work.changed(None)
    return changed


def open_poll(library: Library, *, poll_id: UUID) -> Changed[PollRecord]:
    """Open the vote: the rules are fixed, the box is locked, the lot is drawn and sealed. This cannot be undone.

    The lot's seed goes into the box, so that nobody knows the order before the close; its SHA-256 is kept in the open and
    in the journal, so that nobody can change it. Raises RefusedError where the vote is not ready or its session is not
    running, LibraryError where the key of the box cannot be kept.
    """
    with library.write("open vote") as work:
        poll = _draft(work, poll_id)
        missing = missing_for_opening(poll.record())
        if missing is not None:
            raise RefusedError(missing)
        session = work.get(LabSession, poll.lab_session_id)
        if session.opened_at is None or session.closed_at is not None:
            raise RefusedError(mark("Start the session first; then the vote can be opened."))
        seed = secrets.token_hex(16)
        box_key = ballot_box.make_box(library, poll_id=poll_id)
        poll.box_key, poll.sealed_seed = box_key, ballot_box.seal(box_key, {"seed": seed}, room=64)
        poll.lot_seal = hashlib.sha256(seed.encode()).hexdigest()
        poll.state, poll.opened_at = PollState.OPEN, work.now
        work.details["lot_seal"] = poll.lot_seal
        changed = work.changed(poll.record())
    return changed


def pause_poll(library: Library, *, poll_id: UUID) -> Changed[PollRecord]:
    """Let nobody vote for a while."""
    return _move(library, poll_id, verb="pause vote", expected=PollState.OPEN, state=PollState.PAUSED)


def resume_poll(library: Library, *, poll_id: UUID) -> Changed[PollRecord]:
    """Let people vote again."""
    return _move(library, poll_id, verb="resume vote", expected=PollState.PAUSED, state=PollState.OPEN)


def close_poll(library: Library, *, poll_id: UUID, reason: str = "") -> Changed[PollRecord]:
    """Close the vote for good: take the ballots out of the box, and clear away everything their order could be read from.

    `reason` says why, where it is closed before everybody voted. Raises RefusedError where the vote does not run, or the
    key of its box is not on this laptop.
    """
    with library.write("close vote") as work:
        poll = work.get(Poll, poll_id)
        if not poll.state.is_running:
            raise RefusedError(mark("Only an open vote can be closed."))
        _empty_box(library, work, poll)
        poll.state, poll.closed_at = PollState.CLOSED, work.now
        poll.close_reason = optional_text(reason, longest=300)
        changed = work.changed(poll.record())
    _clear_away(library, poll_id)
    return changed


def reveal_poll(library: Library, *, poll_id: UUID) -> Changed[PollRecord]:
    """Show the room the result of a closed vote."""
    return _move(library, poll_id, verb="reveal result", expected=PollState.CLOSED, state=PollState.REVEALED)


def annul_poll(library: Library, *, poll_id: UUID, reason: str) -> Changed[PollRecord]:
    """Declare a vote that was opened void; it is kept, marked as annulled with the reason, and never comes back.

    A vote that still runs is closed by it; where the key of its box is lost its ballots stay sealed for ever. Raises
    InputError without a reason, RefusedError for a vote in preparation or one that is annulled already.
    """
    with library.write("annul vote") as work:
        poll = work.get(Poll, poll_id)
        if poll.state in {PollState.DRAFT, PollState.ANNULLED}:
            raise RefusedError(mark("Only a vote that was opened can be annulled, and only once."))
        poll.annul_reason = required_text(reason, missing=mark("Please say why the vote is annulled."))
        if poll.state.is_running and ballot_box.has_key(library, poll_id=poll_id):
            _empty_box(library, work, poll)
            poll.closed_at = work.now
        poll.state, poll.annulled_at = PollState.ANNULLED, work.now
        changed = work.changed(poll.record())
    _clear_away(library, poll_id)
    return changed


def finish_closing(library: Library) -> None:
    """Clear away what is left of votes that were closed when the process was killed."""
    for poll_id in ballot_box.kept_keys(library):
        with library.read() as rows:
            poll = rows.get(Poll, poll_id)
            over = poll is not None and not poll.state.is_running and poll.state is not PollState.DRAFT
        if over:
            try:
                _clear_away(library, poll_id)
            except LibraryError as error:  # somebody else is at it; the key stays, so that it is tried again
                _log.warning("a closed vote could not be cleared away: %s", error)


def _empty_box(library: Library, work: UnitOfWork, poll: Poll) -> None:
    """Take the ballots out of the box, and put into the journal what they were."""
    ballot_rows.empty_box(work, poll, ballot_box.open_box(library, poll_id=poll.id))
    work.details[BOX] = {str(poll.id): box_digest(work.rows, poll.id)}


def _clear_away(library: Library, poll_id: UUID) -> None:
    """Clear what rewritten rows left behind, then destroy the key: while it is there, this is not done yet."""
    library.database.forget_leftovers()
    ballot_box.destroy_key(library, poll_id=poll_id)


def _move(library: Library, poll_id: UUID, *, verb: str, expected: PollState, state: PollState) -> Changed[PollRecord]:
    with library.write(verb) as work:
        poll = work.get(Poll, poll_id)
        if poll.state is not expected:
            raise RefusedError(mark("The vote is no longer in that state. Please look again."))
        poll.state = state
        poll.revealed_at = work.now if state is PollState.REVEALED else poll.revealed_at
        changed = work.changed(poll.record())
    return changed


def _put_electorate(poll: Poll, electorate: Electorate, sector: Sector | None, *, secret: bool) -> None:
    """Who may vote; a vote with weights is always by name, since a weight of its own would give a ballot away."""
    if electorate is Electorate.SECTOR and sector is None:
        raise InputError(mark("Please choose the sector that votes."))
    poll.electorate = electorate
    poll.sector = sector if electorate is Electorate.SECTOR else None
    poll.secret = secret and electorate is not Electorate.ORGANIZATIONS


def _draft(work: UnitOfWork, poll_id: UUID) -> Poll:
    poll = work.get(Poll, poll_id)
    work.session_id = poll.lab_session_id
    if poll.state is not PollState.DRAFT:
        raise RefusedError(mark("This vote has been opened. Its rules and options stay as they are."))
    return poll
