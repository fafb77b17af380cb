"""Who supports an idea: a participant once, somebody unnamed each time it is said."""

from uuid import UUID

from sqlalchemy import select

from workshop.language import mark
from workshop.models.enums import Channel, IdeaState
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord, SupportRecord
from workshop.models.tables.ideas import Idea, IdeaSupport
from workshop.models.tables.people import Participant
from workshop.models.text import LONGEST_NOTE, optional_text
from workshop.services.ideas.idea_rows import idea_record
from workshop.services.ideas.ideas import the_idea
from workshop.services.keeping.library import Library


def list_supports(library: Library, *, idea_id: UUID) -> tuple[SupportRecord, ...]:
    """The supporters of an idea and of what was merged into it, in the order in which they came."""
    with library.read() as rows:
        chosen = (
            select(IdeaSupport, Participant.number)
            .join(Idea, Idea.id == IdeaSupport.idea_id)
            .outerjoin(Participant, Participant.id == IdeaSupport.participant_id)
            .where((Idea.id == idea_id) | (Idea.merged_into_id == idea_id))
            .order_by(IdeaSupport.given_at, IdeaSupport.id)
        )
        return tuple(
            SupportRecord(support.id, support.idea_id, number, support.text, support.channel, support.given_at)
            for support, number in rows.execute(chosen)
        )


def support_idea(
    library: Library, *, idea_id: UUID, author: UUID | None = None, text: str = "", channel: Channel = Channel.CONSOLE
) -> Changed[IdeaRecord]:
    """Say that somebody supports an idea; `text` are the words it was said in.

    A merged idea hands it on to the one it was merged into. Raises RefusedError for a withdrawn idea, and for a participant who
    has given the idea or supports it already.
    """
    with library.write("support idea", undo=mark("Support")) as work:
        idea = the_idea(work, idea_id)
        if idea.merged_into_id is not None:
            idea = the_idea(work, idea.merged_into_id)
        if idea.state is IdeaState.WITHDRAWN:
            raise RefusedError(mark("A withdrawn idea cannot be supported."))
        if author is not None:
            known = select(IdeaSupport.id).where(IdeaSupport.idea_id == idea.id, IdeaSupport.participant_id == author)
            if author == idea.participant_id or work.rows.scalar(known) is not None:
                raise RefusedError(mark("This participant stands behind the idea already."))
        work.add(
            IdeaSupport(
                idea_id=idea.id,
                participant_id=author,
                text=optional_text(text, longest=LONGEST_NOTE),
                channel=channel,
                given_at=work.now,
            )
        )
        changed = work.changed(idea_record(work, idea))
    return changed


def withdraw_support(library: Library, *, support_id: UUID) -> Changed[IdeaRecord]:
    """Take a support back."""
    with library.write("withdraw support", undo=mark("Take back support")) as work:
        support = work.get(IdeaSupport, support_id)
        idea = the_idea(work, support.idea_id)
        work.remove(support)
        changed = work.changed(idea_record(work, idea))
    return changed
