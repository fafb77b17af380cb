"""Several ideas that say the same become one, and one that says several things becomes several; the trail stays."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from workshop.language import mark
from workshop.models.enums import IdeaState
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord
from workshop.models.tables.ideas import Idea
from workshop.services.ideas.idea_rows import idea_record, records_of
from workshop.services.ideas.ideas import idea_text, next_number, put_beside, the_idea
from workshop.services.keeping.library import Library


def merge_ideas(library: Library, *, into_id: UUID, idea_ids: Sequence[UUID]) -> Changed[IdeaRecord]:
    """Merge ideas into another: they keep their words, authors and supporters under it.

    What had been merged into one of them goes along. Raises InputError where nothing is left to merge, RefusedError where one
    of them was withdrawn or the other is itself merged.
    """
    with library.write("merge ideas", undo=mark("Merge ideas")) as work:
        target = the_idea(work, into_id)
        if target.state is IdeaState.MERGED:
            raise RefusedError(mark("This idea is itself merged into another one."))
        others = [the_idea(work, idea_id) for idea_id in idea_ids if idea_id != into_id]
        if not others:
            raise InputError(mark("Choose at least two ideas to merge."))
        if any(idea.state is IdeaState.WITHDRAWN for idea in (target, *others)):
            raise RefusedError(mark("A withdrawn idea cannot be merged. Restore it first."))
        for other in others:
            for earlier in work.rows.scalars(select(Idea).where(Idea.merged_into_id == other.id)):
                earlier.merged_into_id = target.id
            other.state, other.merged_into_id, other.theme_id = IdeaState.MERGED, target.id, target.theme_id
        changed = work.changed(idea_record(work, target))
    return changed


def unmerge_idea(library: Library, *, idea_id: UUID) -> Changed[IdeaRecord]:
    """Let a merged idea stand for itself again, beside the one it was merged into, wherever that is now."""
    with library.write("unmerge idea", undo=mark("Unmerge idea")) as work:
        idea = the_idea(work, idea_id)
        if idea.merged_into_id is not None:
            target = work.get(Idea, idea.merged_into_id)
            put_beside(work, [idea], target)
            idea.state, idea.merged_into_id, idea.theme_id = IdeaState.OPEN, None, target.theme_id
        changed = work.changed(idea_record(work, idea))
    return changed


def split_idea(library: Library, *, idea_id: UUID, texts: Sequence[str]) -> Changed[tuple[IdeaRecord, ...]]:
    """Let an idea that says several things become several: the first text stays with it, each other is a new one beside it.

    They were said by the same person at the same time; supporters, pictures and notes stay with the first. Raises InputError
    for fewer than two texts or an empty one, RefusedError for a merged or withdrawn idea.
    """
    with library.write("split idea", undo=mark("Split idea")) as work:
        idea = the_idea(work, idea_id)
        if idea.state not in {IdeaState.OPEN, IdeaState.CHOSEN}:
            raise RefusedError(mark("A merged or withdrawn idea cannot be split."))
        words = [idea_text(text) for text in texts if text.strip()]
        if len(words) < 2:
            raise InputError(mark("An idea is split into at least two. Please write the second one too."))
        idea.text = words[0]
        first = next_number(work.rows, idea.lab_session_id)
        made = [work.add(_part(idea, text, first + place)) for place, text in enumerate(words[1:])]
        put_beside(work, made, idea)
        changed = work.changed(records_of(work, [idea, *made]))
    return changed


def _part(idea: Idea, text: str, number: int) -> Idea:
    return Idea(
        project_id=idea.project_id,
        lab_session_id=idea.lab_session_id,
        activity_id=idea.activity_id,
        participant_id=idea.participant_id,
        theme_id=idea.theme_id,
        number=number,
        position=idea.position,
        text=text,
        state=idea.state,
        channel=idea.channel,
        written_at=idea.written_at,
        hidden=idea.hidden,
        revealed_at=idea.revealed_at,
        split_from_id=idea.id,
    )
