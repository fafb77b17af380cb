"""What observations led to: local issues, and follow-ups of departments."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from workshop.language import mark
from workshop.models.enums import FollowUpKind, IssueCategory, IssueSource
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.observations import ObservationRecord
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.local_issues import LocalIssue
from workshop.models.tables.observations import FieldShift, Observation
from workshop.models.tables.pictures import Picture
from workshop.models.tables.projects import CityService
from workshop.models.text import LONGEST_LINE, LONGEST_NOTE, optional_text, required_text
from workshop.services.field.observations import observation_record, observation_records, the_observation
from workshop.services.ideas.local_issues import next_issue_number
from workshop.services.ideas.pictures import copy_pictures
from workshop.services.keeping.library import Library


def observations_of_issue(library: Library, *, issue_id: UUID) -> tuple[ObservationRecord, ...]:
    """The observations that a local issue was made of, by number."""
    with library.read() as rows:
        return observation_records(rows, Observation.local_issue_id == issue_id)


def issue_from_observation(
    library: Library, *, observation_id: UUID, category: IssueCategory = IssueCategory.OTHER
) -> Changed[ObservationRecord]:
    """Make an observation a local issue, with its photos and its place; who ran the shift is its author.

    Raises RefusedError where it is one already.
    """
    with library.write("local issue from observation", undo=mark("Local issue from an observation")) as work:
        one = the_observation(work, observation_id)
        if one.local_issue_id is not None:
            raise RefusedError(mark("This observation is a local issue already."))
        shift = work.rows.get(FieldShift, one.shift_id) if one.shift_id is not None else None
        issue = work.add(
            LocalIssue(
                project_id=one.project_id,
                lab_session_id=one.lab_session_id,
                participant_id=shift.participant_id if shift is not None else None,
                number=next_issue_number(work.rows, one.project_id),
                text=one.text,
                category=category,
                place=one.place,
                source=IssueSource.OBSERVATION,
                source_note=work.get(CityService, one.service_id).title[:LONGEST_LINE],
                noted_at=one.seen_at,
            )
        )
        chosen = select(Picture).where(Picture.observation_id == observation_id).order_by(Picture.position)
        copy_pictures(work, work.rows.scalars(chosen).all(), local_issue_id=issue.id)
        one.local_issue_id = issue.id
        changed = work.changed(observation_record(work, one))
    return changed


def link_issue(library: Library, *, observation_id: UUID, issue_id: UUID | None) -> Changed[ObservationRecord]:
    """Say that an observation is of a local issue that is known already, or of none."""
    with library.write("link local issue", undo=mark("Local issue of an observation")) as work:
        one = the_observation(work, observation_id)
        if issue_id is not None:
            work.get(LocalIssue, issue_id)
        one.local_issue_id = issue_id
        changed = work.changed(observation_record(work, one))
    return changed


def follow_up_from_observation(
    library: Library,
    *,
    observation_id: UUID,
    text: str | None = None,
    department: str | None = None,
    responsible: str = "",
    due_on: date | None = None,
) -> Changed[FollowUpRecord]:
    """Hand an observation to a department as a thing to do; without a text it is in its own words, with its own department."""
    with library.write("follow-up from observation", undo=mark("Follow-up of an observation")) as work:
        one = the_observation(work, observation_id)
        missing = mark("Please write what was decided or is to be done.")
        item = work.add(
            FollowUp(
                project_id=one.project_id,
                lab_session_id=one.lab_session_id,
                kind=FollowUpKind.ACTION,
                text=required_text(one.text if text is None else text, missing=missing, longest=LONGEST_NOTE),
                department=optional_text(one.department if department is None else department, longest=LONGEST_LINE),
                responsible=optional_text(responsible, longest=LONGEST_LINE),
                due_on=due_on,
                local_issue_id=one.local_issue_id,
                observation_id=one.id,
            )
        )
        changed = work.changed(item.record())
    return changed
