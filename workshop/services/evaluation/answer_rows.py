"""The answers to a form as they may be used now."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workshop.models.enums import ConsentPurpose
from workshop.models.records.evaluations import AnswerRecord
from workshop.models.tables.evaluations import Answer
from workshop.models.tables.people import Consent, Participant


def answers_of(rows: Session, form_id: UUID) -> list[AnswerRecord]:
    """The answers in the order of their random keys; a participant is named only while the use of data is agreed to."""
    found = [row.record() for row in rows.scalars(select(Answer).where(Answer.form_id == form_id).order_by(Answer.id))]
    agreed = set(
        rows.scalars(
            select(Participant.id)
            .join(Answer, Answer.participant_id == Participant.id)
            .outerjoin(Consent, (Consent.participant_id == Participant.id) & (Consent.purpose == ConsentPurpose.USE))
            .where(Answer.form_id == form_id, or_(Participant.practice, Consent.given))
        )
    )
    return [each if each.participant_id in agreed else replace(each, participant_id=None) for each in found]
