"""A session copied into another project with its running order, votes and forms, to be rehearsed there."""

from uuid import UUID

from sqlalchemy import func, select

from workshop.language import Language, mark
from workshop.models.records.changes import Changed
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.tables.evaluations import EvaluationForm
from workshop.models.tables.projects import Phase
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.tables.votes import Poll, PollOption
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork
from workshop.services.voting.poll_setup import OptionDraft, rules_of, write_poll

_SAME = ("title", "template_key", "starts_at", "minutes", "place", "host", "goals", "house_rules")
_SAME_ACTIVITY = ("position", "kind", "title", "question", "guide", "minutes")


def copy_for_practice(
    library: Library, *, session_id: UUID, project_id: UUID, language: Language
) -> Changed[LabSessionRecord]:
    """A practice session in `project_id` with the plan of a session as it stands; nothing that was contributed goes along.

    Options of votes that come from ideas or themes are taken anew from what the rehearsal gives.
    """
    with library.write("copy session for practice", undo=mark("New session")) as work:
        model = work.get(LabSession, session_id)
        kind = model.phase.kind
        phase = work.rows.scalars(select(Phase).where(Phase.project_id == project_id, Phase.kind == kind)).one()
        last = work.rows.scalar(select(func.max(LabSession.number)).where(LabSession.phase_id == phase.id)) or 0
        kept = {name: getattr(model, name) for name in _SAME}
        kept["title"] = language.say("{title} (practice)", title=model.title)
        session = work.add(
            LabSession(
                project_id=project_id, phase_id=phase.id, number=last + 1, on=library.today(), practice=True, **kept
            )
        )
        chosen = select(Activity).where(Activity.lab_session_id == session_id).order_by(Activity.position)
        for activity in list(work.rows.scalars(chosen)):
            twin = work.add(
                Activity(lab_session_id=session.id, **{name: getattr(activity, name) for name in _SAME_ACTIVITY})
            )
            _copy_tools(work, activity, twin, session)
        changed = work.changed(session.record())
    return changed


def _source_of(option: PollOption) -> UUID | None:
    """What an option came from, if it was not written for the vote."""
    return option.idea_id or option.theme_id or option.proposal_id


def _copy_tools(work: UnitOfWork, activity: Activity, twin: Activity, session: LabSession) -> None:
    for poll in list(work.rows.scalars(select(Poll).where(Poll.activity_id == activity.id))):
        own = [OptionDraft(one.text, cost=one.cost) for one in poll.options if not _source_of(one)]
        copied = write_poll(
            work, session=session, activity_id=twin.id, title=poll.title, rules=rules_of(poll), source=poll.source,
            options=own,
        )  # fmt: skip
        copied.electorate, copied.sector = poll.electorate, poll.sector
        copied.secret, copied.shuffled = poll.secret, poll.shuffled
    for form in list(work.rows.scalars(select(EvaluationForm).where(EvaluationForm.activity_id == activity.id))):
        work.add(
            EvaluationForm(
                project_id=session.project_id, lab_session_id=session.id, activity_id=twin.id,
                instrument=form.instrument, title=form.title, stage=form.stage, items=form.items,
            )
        )  # fmt: skip
