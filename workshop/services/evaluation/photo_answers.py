"""Photos that were chosen as answers: each once with how often, never with who or in which order."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.models.enums import IdeaState, ItemKind
from workshop.models.records.evaluations import AnswerRecord, ItemRecord, PhotoAnswer
from workshop.models.tables.ideas import Idea
from workshop.models.tables.pictures import Picture


def photo_answers(
    rows: Session, items: Sequence[ItemRecord], answers: Sequence[AnswerRecord]
) -> tuple[PhotoAnswer, ...]:
    """The photos of every photo item, those chosen most often first; what is gone stands last."""
    return tuple(each for item in items if item.kind is ItemKind.PHOTO for each in _of_item(rows, item.key, answers))


def _of_item(rows: Session, item: str, answers: Sequence[AnswerRecord]) -> list[PhotoAnswer]:
    times = Counter(UUID(str(answer.values[item])) for answer in answers if item in answer.values)
    chosen = select(Picture, Idea.state).outerjoin(Idea, Idea.id == Picture.idea_id).where(Picture.id.in_(times))
    found = sorted(rows.execute(chosen), key=lambda each: (-times[each[0].id], each[0].added_at, each[0].id))
    withdrawn = {picture.id for picture, state in found if state is IdeaState.WITHDRAWN}
    shown = [
        PhotoAnswer(item, times[picture.id], picture.record())
        for picture, _state in found
        if picture.id not in withdrawn
    ]
    gone = sorted(times.keys() - {picture.id for picture, _state in found} | withdrawn)
    return [*shown, *(PhotoAnswer(item, times[key], None, withdrawn=key in withdrawn) for key in gone)]
