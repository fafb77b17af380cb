"""What was decided on words that look personal: kept with the project, so that nobody is asked again for the same words."""

from collections.abc import Iterable, Set
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.records.changes import Changed
from workshop.models.records.personal_decisions import PersonalDecisions, digest_of
from workshop.models.tables.personal_decisions import PersonalDecision
from workshop.models.tables.projects import Project
from workshop.services.keeping.library import Library


def personal_decisions(library: Library, *, project_id: UUID) -> PersonalDecisions:
    """Everything that was decided in a project."""
    with library.read() as rows:
        return _record(rows, project_id)


def decide_on_personal_data(
    library: Library, *, project_id: UUID, seen: Iterable[str], left: Set[str]
) -> Changed[PersonalDecisions]:
    """Mask the words that were seen in every report of the project, but for those that are `left` as they are.

    Raises NotFoundError where the project is gone.
    """
    with library.write("decide on personal data", undo=mark("Decision on personal details")) as work:
        work.get(Project, project_id)
        known = {row.digest: row for row in work.rows.scalars(_all_of(project_id))}
        for text in sorted(set(seen)):
            digest, masked = digest_of(project_id, text), text not in left
            if digest not in known:
                work.add(PersonalDecision(project_id=project_id, digest=digest, masked=masked, decided_at=work.now))
            elif known[digest].masked != masked:
                known[digest].masked, known[digest].decided_at = masked, work.now
        changed = work.changed(_record(work.rows, project_id))
    return changed


def _record(rows: Session, project_id: UUID) -> PersonalDecisions:
    decided = {True: set[str](), False: set[str]()}
    for row in rows.scalars(_all_of(project_id)):
        decided[row.masked].add(row.digest)
    return PersonalDecisions(project_id, frozenset(decided[True]), frozenset(decided[False]))


def _all_of(project_id: UUID) -> Select[PersonalDecision]:
    return select(PersonalDecision).where(PersonalDecision.project_id == project_id)
