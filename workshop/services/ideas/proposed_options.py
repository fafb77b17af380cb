"""Proposals from the result of a vote: what won becomes a proposal, and the ideas it stands for go along."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from workshop.language import mark
from workshop.models.enums import IdeaState
from workshop.models.errors import NotFoundError
from workshop.models.records.changes import Changed
from workshop.models.records.proposals import ProposalRecord
from workshop.models.tables.ideas import Idea
from workshop.models.tables.proposals import Proposal
from workshop.models.tables.votes import Poll, PollOption
from workshop.models.text import LONGEST_LINE
from workshop.services.ideas.proposals import ProposalDraft, new_proposal, proposal_records
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork


def propose_options(
    library: Library, *, poll_id: UUID, option_ids: Sequence[UUID]
) -> Changed[tuple[ProposalRecord, ...]]:
    """A proposal of each of these options of a vote, in one step; raises NotFoundError for an option of another vote.

    An option that is a proposal, or is worded like one of the project, makes no second one: the one that is there is
    told in its place.
    """
    with library.write("propose options", undo=mark("Proposals from a vote")) as work:
        poll = work.get(Poll, poll_id)
        work.session_id = poll.lab_session_id
        found = [_proposal_of(work, poll, work.get(PollOption, key)) for key in option_ids]
        changed = work.changed(proposal_records(work.rows, found))
    return changed


def title_of_option(text: str) -> str:
    """The words of an option as the title of a proposal: on one line, shortened at a word where they are long."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_LINE:
        return line
    short = line[: LONGEST_LINE - 2]
    return f"{short.rsplit(' ', 1)[0] if ' ' in short else short}…"


def _proposal_of(work: UnitOfWork, poll: Poll, option: PollOption) -> Proposal:
    if option.poll_id != poll.id:
        raise NotFoundError(mark("This is no longer there. It may have been removed in the meantime."))
    if option.proposal_id is not None:
        return work.get(Proposal, option.proposal_id)
    title = title_of_option(option.text)
    same = select(Proposal).where(Proposal.project_id == poll.project_id, Proposal.title == title)
    there = work.rows.scalars(same.order_by(Proposal.number).limit(1)).first()
    if there is not None:
        return there
    problem = "" if title == option.text else option.text
    draft = ProposalDraft(title, _ideas_of(work, option), option.theme_id, problem)
    return new_proposal(work, poll.project_id, poll.lab_session_id, draft)


def _ideas_of(work: UnitOfWork, option: PollOption) -> tuple[UUID, ...]:
    """The idea of an option, or the live ideas under its theme."""
    if option.idea_id is not None:
        return (option.idea_id,)
    if option.theme_id is None:
        return ()
    live = (Idea.theme_id == option.theme_id, Idea.state.in_([IdeaState.OPEN, IdeaState.CHOSEN]))
    return tuple(work.rows.scalars(select(Idea.id).where(*live).order_by(Idea.position, Idea.number)))
