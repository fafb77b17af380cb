"""The votes behind an idea: whoever voted for it, or for something that was merged into it, is one voter."""

from uuid import UUID

from sqlalchemy import or_, select

from workshop.models.enums import BallotKind, PollState
from workshop.models.records.ideas import IdeaVotes
from workshop.models.tables.ideas import Idea
from workshop.models.tables.votes import Poll, PollOption
from workshop.services.keeping.library import Library
from workshop.services.voting.results import kept_papers

# On these a mark of at least 1 is a vote for the option; an order or a grade says more than for or not for.
_MARKED = (BallotKind.DOTS, BallotKind.APPROVAL, BallotKind.BUDGET, BallotKind.YES_NO)


def votes_behind(library: Library, *, idea_id: UUID) -> tuple[IdeaVotes, ...]:
    """The revealed polls in which an idea, or one that was merged into it, could be voted for, the earliest first.

    A ballot that marks several of them is counted once.
    """
    with library.read() as rows:
        mine = select(Idea.id).where(or_(Idea.id == idea_id, Idea.merged_into_id == idea_id))
        chosen = (
            select(Poll, PollOption.id)
            .join(PollOption, PollOption.poll_id == Poll.id)
            .where(PollOption.idea_id.in_(mine), Poll.state == PollState.REVEALED, Poll.ballot.in_(_MARKED))
            .order_by(Poll.closed_at, Poll.id)
        )
        polls: dict[UUID, tuple[str, set[str]]] = {}
        for poll, option in rows.execute(chosen):
            polls.setdefault(poll.id, (poll.title, set()))[1].add(str(option))
    return tuple(_counted(library, poll_id, title, options) for poll_id, (title, options) in polls.items())


def _counted(library: Library, poll_id: UUID, title: str, options: set[str]) -> IdeaVotes:
    _poll, papers = kept_papers(library, poll_id=poll_id)
    voters = sum(any(paper.get(option, 0) >= 1 for option in options) for paper in papers)
    return IdeaVotes(poll_id, title, voters, len(papers))
