"""Pilots: a service, or a proposal before it is one, tried out at a place for a time."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from workshop.language import Language, Message, mark
from workshop.models.enums import FollowUpKind, ProposalState
from workshop.models.errors import InputError, RefusedError
from workshop.models.field_enums import PilotDecision, PilotState
from workshop.models.records.changes import Changed
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.pilots import PilotRecord
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.pilots import Pilot, PilotCheckpoint, PilotMeasure
from workshop.models.tables.projects import Project
from workshop.models.tables.proposals import Proposal
from workshop.models.text import LONGEST_LINE, LONGEST_NOTE, optional_text, required_text
from workshop.services.field.pilot_rows import pilot_record, pilot_records
from workshop.services.field.subjects import the_service
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork

Planner = Callable[[UnitOfWork, Pilot], None]
_NO_TITLE = mark("Please give the pilot a name.")
_SENTENCES = {
    PilotDecision.SCALE: mark("Scale up “{title}”"),
    PilotDecision.CHANGE: mark("Change “{title}” and try again"),
    PilotDecision.STOP: mark("Stop “{title}”"),
}


def list_pilots(library: Library, *, project_id: UUID) -> tuple[PilotRecord, ...]:
    """The pilots of a project, by number."""
    with library.read() as rows:
        return pilot_records(rows, Pilot.project_id == project_id)


def add_pilot(
    library: Library,
    *,
    project_id: UUID,
    title: str,
    service_id: UUID | None = None,
    proposal_id: UUID | None = None,
    hypothesis: str = "",
    place: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    plan: Planner | None = None,
) -> Changed[PilotRecord]:
    """A new pilot of a service or of a proposal; a proposal that is tried out is said to be so.

    `plan` puts check points on their days in the same step, see `checkpoints.planner`.
    Raises InputError for an empty name, an end before the beginning, and where nothing is named to be tried out.
    """
    with library.write("add pilot", undo=mark("New pilot")) as work:
        work.get(Project, project_id)
        if service_id is not None:
            the_service(work, service_id, project_id)
        if proposal_id is not None:
            _try_out(work.get(Proposal, proposal_id))
        elif service_id is None:
            raise InputError(mark("Choose the service or the proposal that is tried out."))
        last = work.rows.scalar(select(func.max(Pilot.number)).where(Pilot.project_id == project_id)) or 0
        pilot = Pilot(
            project_id=project_id,
            service_id=service_id,
            proposal_id=proposal_id,
            number=last + 1,
            title=required_text(title, missing=_NO_TITLE),
            hypothesis=optional_text(hypothesis, longest=LONGEST_NOTE),
            place=optional_text(place, longest=LONGEST_LINE),
            starts_on=starts_on,
            ends_on=ends_on,
        )
        _check_time(pilot)
        work.add(pilot)
        if plan is not None:
            plan(work, pilot)
        changed = work.changed(pilot_record(work, pilot))
    return changed


def edit_pilot(
    library: Library,
    *,
    pilot_id: UUID,
    title: str | None = None,
    hypothesis: str | None = None,
    place: str | None = None,
    starts_on: tuple[date | None] | None = None,
    ends_on: tuple[date | None] | None = None,
    learned: str | None = None,
) -> Changed[PilotRecord]:
    """Change what is given; the days are a day or none in a tuple of one."""
    with library.write("edit pilot", undo=mark("Edit pilot")) as work:
        pilot = work.get(Pilot, pilot_id)
        pilot.title = required_text(title, missing=_NO_TITLE) if title is not None else pilot.title
        pilot.place = optional_text(place, longest=LONGEST_LINE) if place is not None else pilot.place
        for name, text in (("hypothesis", hypothesis), ("learned", learned)):
            if text is not None:
                setattr(pilot, name, optional_text(text, longest=LONGEST_NOTE))
        pilot.starts_on = starts_on[0] if starts_on is not None else pilot.starts_on
        pilot.ends_on = ends_on[0] if ends_on is not None else pilot.ends_on
        _check_time(pilot)
        changed = work.changed(pilot_record(work, pilot))
    return changed


def set_pilot_state(library: Library, *, pilot_id: UUID, state: PilotState) -> Changed[PilotRecord]:
    """Say how far a pilot is; one without a first day begins today when it is said to run, one without a last day ends so.

    A decision falls away where the pilot goes on.
    """
    with library.write("set pilot state", undo=mark("State of a pilot")) as work:
        pilot = work.get(Pilot, pilot_id)
        pilot.state = state
        today = library.today()
        if (
            state is PilotState.RUNNING
            and pilot.starts_on is None
            and (pilot.ends_on is None or today <= pilot.ends_on)
        ):
            pilot.starts_on = today
        if state is PilotState.ENDED and pilot.ends_on is None:
            pilot.ends_on = max(today, pilot.starts_on or today)
        if state is not PilotState.ENDED:
            pilot.decision, pilot.reason, pilot.decided_on = None, "", None
        changed = work.changed(pilot_record(work, pilot))
    return changed


def decide_pilot(
    library: Library, *, pilot_id: UUID, decision: PilotDecision, reason: str, on: date | None = None
) -> Changed[PilotRecord]:
    """Decide whether to scale up, change or stop, today where no day is given; the pilot has ended then.

    Raises InputError without a reason, and for a day before the pilot begins.
    """
    with library.write("decide on pilot", undo=mark("Decision on a pilot")) as work:
        pilot = work.get(Pilot, pilot_id)
        missing = mark("Please give a reason for the decision.")
        pilot.reason = required_text(reason, missing=missing, longest=LONGEST_NOTE)
        pilot.decision, pilot.state = decision, PilotState.ENDED
        day = on or library.today()
        if pilot.starts_on is not None and day < pilot.starts_on:
            raise InputError(mark("The day of the decision is before the pilot begins."))
        pilot.decided_on = day
        changed = work.changed(pilot_record(work, pilot))
    return changed


def follow_up_from_pilot(
    library: Library, *, pilot_id: UUID, language: Language, department: str = ""
) -> Changed[FollowUpRecord]:
    """Put the decision on a pilot among the decisions of the project, in words of `language`.

    Raises RefusedError where nothing is decided yet, or the decision is there already.
    """
    with library.write("follow-up from pilot", undo=mark("Decision from a pilot")) as work:
        pilot = work.get(Pilot, pilot_id)
        if pilot.decision is None:
            raise RefusedError(mark("Nothing has been decided about this pilot yet."))
        known = select(FollowUp.id).where(FollowUp.pilot_id == pilot_id, FollowUp.kind == FollowUpKind.DECISION)
        if work.rows.scalar(known.limit(1)) is not None:
            raise RefusedError(mark("This decision is among the follow-ups already."))
        item = work.add(
            FollowUp(
                project_id=pilot.project_id,
                kind=FollowUpKind.DECISION,
                text=language.tell(_sentence(pilot.decision, pilot.title)),
                reason=pilot.reason,
                department=optional_text(department, longest=LONGEST_LINE),
                proposal_id=pilot.proposal_id,
                pilot_id=pilot.id,
            )
        )
        changed = work.changed(item.record())
    return changed


def remove_pilot(library: Library, *, pilot_id: UUID) -> Changed[None]:
    """Remove a pilot with its measures and check points; one whose decision is among the follow-ups is kept (RefusedError)."""
    with library.write("remove pilot", undo=mark("Remove pilot")) as work:
        pilot = work.get(Pilot, pilot_id)
        if work.rows.scalar(select(FollowUp.id).where(FollowUp.pilot_id == pilot_id).limit(1)) is not None:
            raise RefusedError(mark("A pilot whose decision is among the follow-ups is kept."))
        for kind in (PilotMeasure, PilotCheckpoint):
            work.remove(*work.rows.scalars(select(kind).where(kind.pilot_id == pilot_id)))
        work.remove(pilot)
        changed = work.changed(None)
    return changed


def _sentence(decision: PilotDecision, title: str) -> Message:
    return mark(_SENTENCES[decision].msgid, title=title)


def _try_out(proposal: Proposal) -> None:
    """A proposal that was not further is a pilot now; one that became a service is as far as its service."""
    if proposal.state in {ProposalState.DRAFT, ProposalState.PROPOSED} and proposal.service_id is None:
        proposal.state = ProposalState.PILOT


def _check_time(pilot: Pilot) -> None:
    if pilot.starts_on is not None and pilot.ends_on is not None and pilot.ends_on < pilot.starts_on:
        raise InputError(mark("The pilot would end before it begins. Please look at its two days."))
