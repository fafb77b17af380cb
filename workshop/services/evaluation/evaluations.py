"""Evaluation forms: an instrument put to the room, perhaps for a city service, at one stage."""

from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshop.language import Language, mark
from workshop.models.enums import FormState, Stage
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.evaluations import FormRecord, ItemRecord
from workshop.models.tables.evaluations import Answer, AnswerTheme, EvaluationForm
from workshop.models.tables.projects import CityService
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.text import optional_text, required_text
from workshop.services.evaluation.completeness import find_problems
from workshop.services.evaluation.questionnaires import instrument_of
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork, get_row

_NO_TITLE = mark("Please give the form a title.")


def list_forms(
    library: Library, *, session_id: UUID | None = None, project_id: UUID | None = None
) -> tuple[FormRecord, ...]:
    """The forms of a session, or of a project, in the order of sessions and activities."""
    with library.read() as rows:
        condition = EvaluationForm.lab_session_id == session_id
        if session_id is None:
            condition = EvaluationForm.project_id == project_id
        chosen = (
            select(EvaluationForm)
            .join(LabSession, LabSession.id == EvaluationForm.lab_session_id)
            .outerjoin(Activity, Activity.id == EvaluationForm.activity_id)
            .where(condition)
            .order_by(LabSession.on, LabSession.number, Activity.position, EvaluationForm.title)
        )
        return tuple(form_record(rows, form) for form in rows.scalars(chosen))


def get_form(library: Library, *, form_id: UUID) -> FormRecord:
    """The form; raises NotFoundError."""
    with library.read() as rows:
        return form_record(rows, get_row(rows, EvaluationForm, form_id))


def make_form(
    library: Library,
    *,
    session_id: UUID,
    instrument: str,
    language: Language,
    stage: Stage = Stage.DURING,
    service_id: UUID | None = None,
    title: str = "",
    activity_id: UUID | None = None,
) -> Changed[FormRecord]:
    """A form in preparation, with a copy of the items of an instrument; raises NotFoundError for an unknown one."""
    with library.write("set up form", undo=mark("New form"), session_id=session_id) as work:
        session = work.get(LabSession, session_id)
        form = write_form(
            work, session=session, instrument=instrument, stage=stage, activity_id=activity_id, language=language
        )
        form.service_id = service_id
        form.title = optional_text(title, longest=300) or form.title
        work.rows.flush()
        changed = work.changed(form_record(work.rows, form))
    return changed


def edit_form(
    library: Library,
    *,
    form_id: UUID,
    title: str | None = None,
    stage: Stage | None = None,
    service: tuple[UUID | None] | None = None,
) -> Changed[FormRecord]:
    """Change what is given; `service` is a service id or none in a tuple of one."""
    with library.write("edit form", undo=mark("Edit form")) as work:
        form = _form(work, form_id)
        form.title = required_text(title, missing=_NO_TITLE) if title is not None else form.title
        form.stage = stage or form.stage
        form.service_id = service[0] if service is not None else form.service_id
        work.rows.flush()
        changed = work.changed(form_record(work.rows, form))
    return changed


def open_form(library: Library, *, form_id: UUID) -> Changed[FormRecord]:
    """Let people answer; a closed form can be opened again, since answers are no vote."""
    with library.write("open form", undo=mark("Open form")) as work:
        form = _form(work, form_id)
        session = work.get(LabSession, form.lab_session_id)
        if session.opened_at is None or session.closed_at is not None:
            raise RefusedError(mark("Start the session first; then the form can be opened."))
        form.state, form.opened_at, form.closed_at = FormState.OPEN, form.opened_at or work.now, None
        changed = work.changed(form_record(work.rows, form))
    return changed


def close_form(library: Library, *, form_id: UUID) -> Changed[FormRecord]:
    """Take no more answers."""
    with library.write("close form", undo=mark("Close form")) as work:
        form = _form(work, form_id)
        if form.state is not FormState.OPEN:
            raise RefusedError(mark("Only an open form can be closed."))
        form.state, form.closed_at = FormState.CLOSED, work.now
        changed = work.changed(form_record(work.rows, form))
    return changed


def remove_form(library: Library, *, form_id: UUID) -> Changed[None]:
    """Remove a form that nobody has answered; raises RefusedError for any other."""
    with library.write("remove form", undo=mark("Remove form")) as work:
        form = _form(work, form_id)
        if _answers(work.rows, form_id):
            raise RefusedError(mark("This form has been answered and is kept."))
        work.remove(*work.rows.scalars(select(AnswerTheme).where(AnswerTheme.form_id == form_id)), form)
        changed = work.changed(None)
    return changed


def write_form(
    work: UnitOfWork,
    *,
    session: LabSession,
    instrument: str,
    stage: Stage,
    activity_id: UUID | None,
    language: Language,
) -> EvaluationForm:
    """A new form of a session within a larger unit of work.

    Raises NotFoundError for an unknown instrument, RefusedError for a questionnaire in which something is missing.
    """
    chosen = instrument_of(work.rows, instrument)
    for problem in find_problems(chosen):
        raise RefusedError(
            mark("“{title}” cannot be asked yet. {problem}", title=chosen.title.ko, problem=problem.told())
        )
    form = EvaluationForm(
        project_id=session.project_id,
        lab_session_id=session.id,
        activity_id=activity_id,
        instrument=instrument,
        title=chosen.title.in_language(language.code),
        stage=stage,
        items=msgspec.to_builtins(chosen.records()),
        method=chosen.score,
    )
    return work.add(form)


def form_record(rows: Session, form: EvaluationForm) -> FormRecord:
    """The frozen record of a form with its service and the number of its answers."""
    service = rows.get(CityService, form.service_id) if form.service_id else None
    return FormRecord(
        form.id, form.project_id, form.lab_session_id, form.activity_id, form.service_id,
        service.title if service else "", form.instrument, form.title, form.stage, form.state,
        msgspec.convert(form.items, tuple[ItemRecord, ...]), _answers(rows, form.id), form.opened_at, form.closed_at,
        form.method,
    )  # fmt: skip


def _form(work: UnitOfWork, form_id: UUID) -> EvaluationForm:
    """The form; the undo of what is done to it belongs to its session."""
    form = work.get(EvaluationForm, form_id)
    work.session_id = form.lab_session_id
    return form


def _answers(rows: Session, form_id: UUID) -> int:
    return rows.scalar(select(func.count()).select_from(Answer).where(Answer.form_id == form_id)) or 0
