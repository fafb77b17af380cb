"""Answers to evaluation forms: taken durably, checked against their items, counted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.enums import Channel, ConsentPurpose, FormState, ItemKind
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.evaluations import (
    AnswerRecord,
    AnswerValue,
    FormResult,
    ItemRecord,
)
from workshop.models.tables.evaluations import Answer, AnswerPlace, EvaluationForm
from workshop.models.tables.people import Consent, Participant
from workshop.models.tables.pictures import Picture
from workshop.services.evaluation.answer_rows import answers_of
from workshop.services.evaluation.answer_themes import open_answers, themes_of
from workshop.services.evaluation.answer_values import check_values
from workshop.services.evaluation.evaluations import form_record
from workshop.services.evaluation.photo_answers import photo_answers
from workshop.services.evaluation.scoring import score_form
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import get_row


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
    random key made by the caller: submitting again with the same key is the same as once. On paper a required item may be left
    blank: somebody did so, and it is missing. Raises RefusedError where the form is not open, InputError where an answer lies
    outside its item or a required one is missing; an answer to an item that its condition hides is not kept, and not required
    either.
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
                    participant_id=pairable(work.rows, form, participant_id),
                    channel=channel,
                    values=check_values(
                        items,
                        values,
                        pictures=_pictures(work.rows, form, items, values),
                        whole=channel is not Channel.PAPER,
                    ),
                )
            )
        changed = work.changed(answer.record())
    return changed


def take_back_paper(library: Library, *, form_id: UUID, answer_id: UUID) -> Changed[None]:
    """Take back a paper form that was typed in wrongly, while the form is open; twice is the same as once.

    Raises RefusedError where the form is closed, or the answers came from a participant's own hand.
    """
    with library.write("take back answer", journal=False) as work:
        form = work.get(EvaluationForm, form_id)
        answer = work.rows.get(Answer, answer_id)
        if answer is not None:
            if form.state is not FormState.OPEN:
                raise RefusedError(mark("This form is closed; its answers stay as they are."))
            if answer.form_id != form_id or answer.channel is not Channel.PAPER:
                raise RefusedError(mark("Only answers typed in from paper can be taken back."))
            work.rows.execute(delete(AnswerPlace).where(AnswerPlace.answer_id == answer_id))
            work.remove(answer)
        changed = work.changed(None)
    return changed


def form_result(library: Library, *, form_id: UUID) -> FormResult:
    """The form counted as it stands, with the photos that were chosen as answers; raises NotFoundError."""
    with library.read() as rows:
        result = result_of(rows, get_row(rows, EvaluationForm, form_id))
        if not any(item.kind is ItemKind.PHOTO for item in result.form.items):
            return result
        return replace(result, photos=photo_answers(rows, result.form.items, answers_of(rows, form_id)))


def result_of(rows: Session, form: EvaluationForm) -> FormResult:
    """The count of a form's row, with its open answers and the themes they were sorted under."""
    counted = score_form(form_record(rows, form), answers_of(rows, form.id))
    return replace(counted, themes=themes_of(rows, form.id), open_answers=open_answers(rows, form))


def _pictures(
    rows: Session, form: EvaluationForm, items: Sequence[ItemRecord], values: Mapping[str, AnswerValue]
) -> frozenset[str]:
    """The ids of those pictures in the answers that the library keeps for the form's project."""
    named = {str(values[item.key]) for item in items if item.kind is ItemKind.PHOTO and item.key in values}
    if not named:
        return frozenset()
    chosen = select(Picture.id).where(Picture.project_id == form.project_id)
    return frozenset(str(picture_id) for picture_id in rows.scalars(chosen)) & named


def pairable(rows: Session, form: EvaluationForm, participant_id: UUID | None) -> UUID | None:
    """The participant, where that one belongs to the project and agreed to the use of data (practice ones always)."""
    if participant_id is None:
        return None
    person = rows.get(Participant, participant_id)
    if person is None or person.project_id != form.project_id:
        raise RefusedError(mark("This participant belongs to another project."))
    consent = rows.get(Consent, (participant_id, ConsentPurpose.USE))
    return participant_id if person.practice or (consent is not None and consent.given) else None
