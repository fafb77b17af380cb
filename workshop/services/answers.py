"""Answers to evaluation forms: taken durably, checked against their items, counted."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.enums import Channel, ConsentPurpose, FormState, ItemKind, Stage
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.evaluations import (
    AnswerRecord,
    AnswerValue,
    FormResult,
    ItemRecord,
    ServiceChange,
)
from workshop.models.tables.evaluations import Answer, EvaluationForm
from workshop.models.tables.people import Consent, Participant
from workshop.models.text import optional_text
from workshop.services.evaluations import form_record
from workshop.services.library import Library
from workshop.services.scoring import change_of, score_form
from workshop.services.unit_of_work import get_row

MOST_TEXT = 5_000


def submit_answer(
    library: Library,
    *,
    form_id: UUID,
    values: Mapping[str, AnswerValue],
    answer_id: UUID,
    participant_id: UUID | None = None,
    channel: Channel = Channel.SCREEN,
) -> Changed[AnswerRecord]:
    """Keep one filled-in form, durable when this returns, without a time; a skipped item is left out of `values`.

    The participant is kept only where the use of data was agreed to, so that before and after can be paired. `answer_id` is a
    random key made by the caller: submitting again with the same key is the same as once. Raises RefusedError where the form
    is not open, InputError where an answer lies outside its item or a required one is missing.
    """
    with library.write("answer", journal=False) as work:
        form = work.get(EvaluationForm, form_id)
        answer = work.rows.get(Answer, answer_id)
        if answer is None:
            if form.state is not FormState.OPEN:
                raise RefusedError(mark("This form takes no answers at the moment."))
            items = form_record(work.rows, form).items
            answer = work.add(
                Answer(
                    id=answer_id,
                    form_id=form_id,
                    participant_id=_pairable(work.rows, form, participant_id),
                    channel=channel,
                    values=_checked(items, values),
                )
            )
        changed = work.changed(answer.record())
    return changed


def form_result(library: Library, *, form_id: UUID) -> FormResult:
    """The form counted as it stands; raises NotFoundError."""
    with library.read() as rows:
        return result_of(rows, get_row(rows, EvaluationForm, form_id))


def service_changes(library: Library, *, project_id: UUID) -> tuple[ServiceChange, ...]:
    """Every service that was evaluated before and after with the same instrument, the latest form of each stage."""
    with library.read() as rows:
        chosen = (
            select(EvaluationForm)
            .where(EvaluationForm.project_id == project_id, EvaluationForm.service_id.is_not(None))
            .order_by(EvaluationForm.opened_at)
        )
        latest: dict[tuple[UUID | None, str, Stage], EvaluationForm] = {}
        for form in rows.scalars(chosen):
            latest[form.service_id, form.instrument, form.stage] = form
        pairs = [
            (form, latest.get((service_id, instrument, Stage.AFTER)))
            for (service_id, instrument, stage), form in latest.items()
            if stage is Stage.BASELINE
        ]
        found = [_change(rows, before, after) for before, after in pairs if after is not None]
    return tuple(change for change in found if change.before.respondents and change.after.respondents)


def result_of(rows: Session, form: EvaluationForm) -> FormResult:
    """The count of a form's row."""
    return score_form(form_record(rows, form), _answers(rows, form.id))


def _change(rows: Session, before: EvaluationForm, after: EvaluationForm) -> ServiceChange:
    return change_of(
        result_of(rows, before), _answers(rows, before.id), result_of(rows, after), _answers(rows, after.id)
    )


def _answers(rows: Session, form_id: UUID) -> list[AnswerRecord]:
    """The answers in the order of their random keys."""
    return [row.record() for row in rows.scalars(select(Answer).where(Answer.form_id == form_id).order_by(Answer.id))]


def _pairable(rows: Session, form: EvaluationForm, participant_id: UUID | None) -> UUID | None:
    """The participant, where that one belongs to the project and agreed to the use of data (practice ones always)."""
    if participant_id is None:
        return None
    person = rows.get(Participant, participant_id)
    if person is None or person.project_id != form.project_id:
        raise RefusedError(mark("This participant belongs to another project."))
    consent = rows.get(Consent, (participant_id, ConsentPurpose.USE))
    return participant_id if person.practice or (consent is not None and consent.given) else None


def _checked(items: Sequence[ItemRecord], values: Mapping[str, AnswerValue]) -> dict[str, AnswerValue]:
    """The answers in the order of the items; raises InputError."""
    strange = sorted(values.keys() - {item.key for item in items})
    if strange:
        raise InputError(mark("The form has no item called {item}.", item=strange[0]))
    kept: dict[str, AnswerValue] = {}
    for item in items:
        value = _value(item, values[item.key]) if item.key in values else None
        if value not in (None, "", []):
            kept[item.key] = value
        elif item.required:
            raise InputError(mark("Please answer “{item}”.", item=item.text.get("ko", item.key)))
    return kept


def _value(item: ItemRecord, value: AnswerValue) -> AnswerValue:
    outside = InputError(mark("The answer to {item} lies outside its choices.", item=item.key))
    if item.kind is ItemKind.TEXT:
        return optional_text(str(value), longest=MOST_TEXT)
    if item.kind is ItemKind.MULTIPLE:
        chosen = value if isinstance(value, list) else [str(value)]
        if not set(chosen) <= item.labels.keys():
            raise outside
        return [choice for choice in item.labels if choice in chosen]
    if item.kind is ItemKind.SINGLE:
        if str(value) not in item.labels:
            raise outside
        return str(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise outside
    bounded = item.high > item.low
    if bounded and not item.low <= value <= item.high:
        raise outside
    return value
