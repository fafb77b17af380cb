"""Ideas as records: read from their rows with who stands behind them and what hangs on them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workshop.models.enums import IdeaState, Sector
from workshop.models.records.ideas import IdeaRecord
from workshop.models.tables.ideas import Idea, IdeaSupport
from workshop.models.tables.notes import DiscussionNote
from workshop.models.tables.people import Participant
from workshop.models.tables.pictures import Picture
from workshop.models.tables.proposals import ProposalIdea
from workshop.services.keeping.unit_of_work import UnitOfWork

_ORDER = (Idea.position, Idea.written_at, Idea.number)


@dataclass(slots=True)
class _Behind:
    """Who stands behind an idea: participants, and how many unnamed ones."""

    named: set[UUID] = field(default_factory=set[UUID])
    unnamed: int = 0

    @property
    def count(self) -> int:
        """How many people these are."""
        return len(self.named) + self.unnamed

    def add(self, participant_id: UUID | None) -> None:
        """One more voice; a participant is counted once."""
        if participant_id is None:
            self.unnamed += 1
        else:
            self.named.add(participant_id)


def idea_records(rows: Session, *conditions: ColumnElement[bool]) -> tuple[IdeaRecord, ...]:
    """The ideas that meet the conditions, in the order of the wall."""
    found = rows.scalars(select(Idea).where(*conditions).order_by(*_ORDER)).all()
    return _as_records(rows, found, select(Idea.id).where(*conditions))


def idea_record(work: UnitOfWork, idea: Idea) -> IdeaRecord:
    """One idea as it is now."""
    work.rows.flush()
    return records_of(work, [idea])[0]


def records_of(work: UnitOfWork, ideas: Sequence[Idea]) -> tuple[IdeaRecord, ...]:
    """Several ideas as they are now, in the given order."""
    work.rows.flush()
    return _as_records(work.rows, ideas, select(Idea.id).where(Idea.id.in_([idea.id for idea in ideas])))


def people_under(rows: Session, *conditions: ColumnElement[bool]) -> dict[UUID | None, int]:
    """How many people stand behind the live ideas of each theme, everybody once in each; None is the unsorted tray."""
    found = rows.scalars(select(Idea).where(*conditions, Idea.state.in_((IdeaState.OPEN, IdeaState.CHOSEN)))).all()
    ids = select(Idea.id).where(*conditions)
    together: dict[UUID | None, _Behind] = {}
    behind = _behind(rows, found, _merged_people(rows, ids), ids)
    for idea in found:
        theme = together.setdefault(idea.theme_id, _Behind())
        theme.named |= behind[idea.id].named
        theme.unnamed += behind[idea.id].unnamed
    return {theme_id: people.count for theme_id, people in together.items()}


def _as_records(rows: Session, found: Sequence[Idea], ids: Any) -> tuple[IdeaRecord, ...]:
    authors = _authors(rows, ids)
    merged = _merged_people(rows, ids)
    behind = _behind(rows, found, merged, ids)
    counts = Counter[UUID](target for target, _person in merged)
    notes, proposals = _count(rows, DiscussionNote.idea_id, ids), _count(rows, ProposalIdea.idea_id, ids)
    pictures = _pictures(rows, ids)
    return tuple(
        IdeaRecord(
            idea.id, idea.project_id, idea.lab_session_id, idea.activity_id, idea.number, idea.text,
            authors[idea.participant_id][0], idea.theme_id, idea.position, idea.state, idea.merged_into_id,
            counts[idea.id], idea.reason, idea.channel, idea.written_at, idea.hidden, idea.revealed_at,
            idea.split_from_id, behind[idea.id].count, notes[idea.id], *pictures.get(idea.id, (0, "")), proposals[idea.id],
            authors[idea.participant_id][1],
        )
        for idea in found
    )  # fmt: skip


def _authors(rows: Session, ids: Any) -> dict[UUID | None, tuple[int | None, Sector | None]]:
    """Number and sector of everybody who gave one of the ideas; nobody has neither."""
    people = select(Idea.participant_id).where(Idea.id.in_(ids))
    chosen = select(Participant.id, Participant.number, Participant.sector).where(Participant.id.in_(people))
    known: dict[UUID | None, tuple[int | None, Sector | None]] = {None: (None, None)}
    return known | {key: (number, sector) for key, number, sector in rows.execute(chosen)}


def _merged(ids: Any) -> ColumnElement[bool]:
    return Idea.merged_into_id.in_(ids)


def _merged_people(rows: Session, ids: Any) -> list[tuple[UUID, UUID | None]]:
    """Of each idea that was merged into one of these: into which one, and who gave it."""
    chosen = select(Idea.merged_into_id, Idea.participant_id).where(_merged(ids))
    return [(target, participant) for target, participant in rows.execute(chosen) if target is not None]


def _behind(
    rows: Session, found: Sequence[Idea], merged: Iterable[tuple[UUID, UUID | None]], ids: Any
) -> dict[UUID, _Behind]:
    """Who stands behind each idea, those of what was merged into it among them."""
    behind = {idea.id: _Behind() for idea in found}
    for idea in found:
        behind[idea.id].add(idea.participant_id)
    for target, participant in merged:
        if target in behind:
            behind[target].add(participant)
    said = (
        select(IdeaSupport.idea_id, Idea.merged_into_id, IdeaSupport.participant_id)
        .join(Idea, Idea.id == IdeaSupport.idea_id)
        .where(or_(IdeaSupport.idea_id.in_(ids), _merged(ids)))
    )
    for idea_id, target, participant in rows.execute(said):
        for supported in (idea_id, target):
            if supported is not None and supported in behind:
                behind[supported].add(participant)
    return behind


def _count(rows: Session, column: InstrumentedAttribute[Any], ids: Any) -> Counter[UUID]:
    chosen = select(column, func.count()).where(column.in_(ids)).group_by(column)
    return Counter({key: number for key, number in rows.execute(chosen)})


def _pictures(rows: Session, ids: Any) -> dict[UUID, tuple[int, str]]:
    """How many pictures an idea has, and the content of the first."""
    chosen = (
        select(Picture.idea_id, Picture.content)
        .where(Picture.idea_id.in_(ids))
        .order_by(Picture.position, Picture.added_at, Picture.id)
    )
    found: dict[UUID, tuple[int, str]] = {}
    for idea_id, content in rows.execute(chosen):
        if idea_id is not None:
            number, first = found.get(idea_id, (0, content))
            found[idea_id] = (number + 1, first)
    return found
