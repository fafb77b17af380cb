"""An organization's archive: a library into which the archives of many laptops and cities are taken, and sums across them."""

from collections.abc import Generator, Sequence
from pathlib import Path

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workshop.language import Language
from workshop.models.enums import FollowUpState, IdeaState, Presence, SessionState
from workshop.models.errors import InputError
from workshop.models.records.archives import (
    Collected,
    CollectionSums,
    MergeReport,
    RefusedBag,
    SessionSum,
    TakenInRecord,
)
from workshop.models.tables.archives import TakenIn
from workshop.models.tables.base import Base
from workshop.models.tables.evaluations import Answer, EvaluationForm
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.ideas import Idea
from workshop.models.tables.people import Attendance
from workshop.models.tables.sessions import LabSession
from workshop.models.tables.votes import Poll, VoterMark
from workshop.services.archiving.taking_in import import_bag
from workshop.services.keeping.library import Library


def collect(library: Library, *, places: Sequence[Path], language: Language) -> Generator[float, None, Collected]:
    """Take many archives in, each by itself; one that is refused hinders no other. Yields progress from 0 to 1.

    Raises LibraryError where the library itself cannot be written to.
    """
    taken: list[MergeReport] = []
    refused: list[RefusedBag] = []
    for number, place in enumerate(places):
        steps = import_bag(library, place=place, language=language, with_backup=not taken)
        while True:
            try:
                yield (number + next(steps)) / len(places)
            except StopIteration as end:
                taken.append(end.value)
                break
            except InputError as error:
                refused.append(RefusedBag(place, error.message))
                break
    return Collected(tuple(taken), tuple(refused), sums_of(library))


def sums_of(library: Library) -> CollectionSums:
    """What all real sessions of a library come to together, and each by itself; rehearsals are left out."""
    with library.read() as rows:
        chosen = select(LabSession).where(LabSession.state != SessionState.DRAFT, LabSession.practice.is_(False))
        sessions = [one for one in rows.scalars(chosen) if not one.project.practice]
        lines = tuple(_line(rows, one) for one in sessions)
        projects = {one.project_id for one in sessions}
        follow_ups = [
            state for (state,) in rows.execute(select(FollowUp.state).where(FollowUp.project_id.in_(projects)))
        ]
    return CollectionSums(
        projects=len(projects),
        cities=tuple(sorted({line.city for line in lines if line.city})),
        sessions=tuple(sorted(lines, key=lambda line: (line.city, line.project, str(line.on), line.document_number))),
        follow_ups=len(follow_ups),
        follow_ups_done=follow_ups.count(FollowUpState.DONE),
    )


def sources_of(library: Library) -> tuple[TakenInRecord, ...]:
    """Which archives were taken into a library, in the order in which they came."""
    with library.read() as rows:
        return tuple(
            TakenInRecord(
                one.id, one.manifest, one.project_id, one.lab_session_id, one.title, one.document_number,
                one.organization, one.city, one.station, one.with_register, one.made_at, one.at,
            )
            for one in rows.scalars(select(TakenIn).order_by(TakenIn.at, TakenIn.id))
        )  # fmt: skip


def _line(rows: Session, session: LabSession) -> SessionSum:
    polls = select(Poll.id).where(Poll.lab_session_id == session.id, Poll.closed_at.is_not(None)).scalar_subquery()
    forms = select(EvaluationForm.id).where(EvaluationForm.lab_session_id == session.id).scalar_subquery()
    return SessionSum(
        city=session.project.city,
        organization=session.host or session.project.host,
        project=session.project.title,
        session=session.title,
        document_number=session.document_number,
        on=session.on,
        attended=_count(
            rows, Attendance, Attendance.lab_session_id == session.id, Attendance.presence != Presence.EXPECTED
        ),
        ideas=_count(rows, Idea, Idea.lab_session_id == session.id, Idea.state != IdeaState.WITHDRAWN),
        votes=_count(rows, Poll, Poll.lab_session_id == session.id, Poll.closed_at.is_not(None)),
        ballots=_count(rows, VoterMark, VoterMark.poll_id.in_(polls)),
        answers=_count(rows, Answer, Answer.form_id.in_(forms)),
    )


def _count(rows: Session, kind: type[Base], *conditions: ColumnElement[bool]) -> int:
    return rows.scalar(select(func.count()).select_from(kind).where(*conditions)) or 0
