"""Questionnaires of one's own: made, copied, edited item by item; a form keeps the items as they were when it was made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshop.language import Message, mark
from workshop.models.enums import ItemKind
from workshop.models.errors import InputError, NotFoundError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.scores import Method
from workshop.models.tables.evaluations import Answer, EvaluationForm, Questionnaire
from workshop.services.evaluation.completeness import (
    WITH_CHOICES,
    Problem,
    clean_instrument,
    clean_item,
    clean_wording,
    find_problems,
)
from workshop.services.evaluation.instrument_shape import Instrument, Item, LocalText, Wording
from workshop.services.evaluation.instruments import find_instrument, list_instruments
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork, get_row, new_id

_GONE = mark("This question is no longer there. It may have been removed in the meantime.")
_EDIT = mark("Edit questionnaire")


@dataclass(frozen=True, slots=True)
class QuestionnaireRecord:
    """A questionnaire of one's own. `forms` counts the forms that were made of it, `problems` is what is still missing.

    Where it `is_answered`, what its questions ask for stays as it is.
    """

    id: UUID
    instrument: Instrument
    forms: int
    problems: tuple[Problem, ...]
    changed_at: datetime
    is_answered: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether a form can be made of it."""
        return not self.problems


def list_questionnaires(library: Library) -> tuple[QuestionnaireRecord, ...]:
    """All questionnaires of one's own by their Korean title."""
    with library.read() as rows:
        records = [_record(rows, row) for row in rows.scalars(select(Questionnaire))]
    return tuple(sorted(records, key=lambda record: (record.instrument.title.ko.casefold(), record.id)))


def get_questionnaire(library: Library, *, questionnaire_id: UUID) -> QuestionnaireRecord:
    """The questionnaire; raises NotFoundError."""
    with library.read() as rows:
        return _record(rows, get_row(rows, Questionnaire, questionnaire_id))


def ready_to_ask(library: Library) -> tuple[Instrument, ...]:
    """What a form can be made of: the ready instruments, then the questionnaires of one's own that are whole."""
    own = [record.instrument for record in list_questionnaires(library) if record.is_ready]
    return (*list_instruments(), *own)


def instrument_of(rows: Session, key: str) -> Instrument:
    """The ready instrument or own questionnaire with a key; raises NotFoundError."""
    row = rows.scalar(select(Questionnaire).where(Questionnaire.key == key))
    return content_of(row) if row is not None else find_instrument(key)


def new_questionnaire(library: Library, *, title: LocalText) -> Changed[QuestionnaireRecord]:
    """An empty questionnaire; raises InputError without a Korean title."""
    with library.write("add questionnaire", undo=mark("New questionnaire")) as work:
        row = add_row(work, Instrument(key="new", title=_title(title)))
        changed = work.changed(_record(work.rows, row))
    return changed


def copy_questionnaire(library: Library, *, key: str, title: LocalText | None = None) -> Changed[QuestionnaireRecord]:
    """A copy of a ready instrument or of an own questionnaire, which says what it was copied from.

    It has no score of its own: a changed SUS is no SUS. Raises NotFoundError.
    """
    with library.write("copy questionnaire", undo=mark("Copy questionnaire")) as work:
        chosen = instrument_of(work.rows, key)
        named = (
            clean_wording(title)
            if title is not None
            else Wording(f"{chosen.title.ko} (사본)", _copied(chosen.title.en))
        )
        copy = msgspec.structs.replace(without_score(chosen), title=_title(named), source=_after(chosen), scale=None)
        row = add_row(work, copy)
        changed = work.changed(_record(work.rows, row))
    return changed


def edit_questionnaire(
    library: Library,
    *,
    questionnaire_id: UUID,
    title: LocalText | None = None,
    about: LocalText | None = None,
    source: LocalText | None = None,
    licence: LocalText | None = None,
) -> Changed[QuestionnaireRecord]:
    """Rename it, or change what is said about it; raises InputError for a title without Korean words."""
    given = {"about": about, "source": source, "licence": licence}
    texts = {name: clean_wording(words) for name, words in given.items() if words is not None}
    if title is not None:
        texts["title"] = _title(title)
    undo = mark("Rename questionnaire") if set(texts) == {"title"} else _EDIT
    return _edit(
        library, "edit questionnaire", undo, questionnaire_id, lambda _rows, old: msgspec.structs.replace(old, **texts)
    )


def remove_questionnaire(library: Library, *, questionnaire_id: UUID) -> Changed[None]:
    """Remove it; forms that were made of it stay as they are."""
    with library.write("remove questionnaire", undo=mark("Remove questionnaire")) as work:
        work.remove(work.get(Questionnaire, questionnaire_id))
        changed = work.changed(None)
    return changed


def add_item(
    library: Library, *, questionnaire_id: UUID, kind: ItemKind, place: int | None = None
) -> Changed[QuestionnaireRecord]:
    """An item of a kind without words yet, at a place counted from 0, else at the end."""

    def with_new(rows: Session, old: Instrument) -> Instrument:
        item = _new_item(kind, _free_key(rows, old))
        return _with_items(old, [*old.items[:place], item, *(old.items[place:] if place is not None else ())])

    return _edit(library, "add question", mark("New question"), questionnaire_id, with_new)


def edit_item(library: Library, *, questionnaire_id: UUID, item: Item) -> Changed[QuestionnaireRecord]:
    """Put an item in the place of the one with the same key; what is missing in it is told in `problems`."""
    cleaned = clean_item(item)

    def with_edited(_rows: Session, old: Instrument) -> Instrument:
        place = _place(old, item.key)
        return _with_items(old, [*old.items[:place], cleaned, *old.items[place + 1 :]])

    return _edit(library, "edit question", mark("Edit question"), questionnaire_id, with_edited)


def change_kind(library: Library, *, questionnaire_id: UUID, key: str, kind: ItemKind) -> Changed[QuestionnaireRecord]:
    """Let an item ask for something else, in the same words; choices stay where the new kind has some.

    What depended on its answer is asked of everybody from now on. Raises RefusedError once somebody has answered: answers of
    before and after are matched by its key.
    """

    def with_kind(rows: Session, old: Instrument) -> Instrument:
        if _is_answered(rows, old.key):
            raise RefusedError(mark("This questionnaire has been answered. Please add a new question instead."))
        place = _place(old, key)
        was, new = old.items[place], _new_item(kind, key)
        kept: dict[str, Any] = {"text": was.text, "required": was.required, "shown_if": was.shown_if}
        if was.kind in WITH_CHOICES and kind in WITH_CHOICES:
            kept["labels"] = was.labels
        items = [_freed(item, key) for item in old.items]
        items[place] = msgspec.structs.replace(new, **kept)
        return _with_items(old, items)

    return _edit(library, "change kind of question", mark("Edit question"), questionnaire_id, with_kind)


def move_item(library: Library, *, questionnaire_id: UUID, key: str, place: int) -> Changed[QuestionnaireRecord]:
    """Put an item at another place counted from 0; a place beyond the ends is the end."""

    def with_moved(_rows: Session, old: Instrument) -> Instrument:
        items = list(old.items)
        items.insert(max(0, place), items.pop(_place(old, key)))
        return _with_items(old, items)

    return _edit(library, "move question", mark("Move question"), questionnaire_id, with_moved)


def copy_item(library: Library, *, questionnaire_id: UUID, key: str) -> Changed[QuestionnaireRecord]:
    """A copy of an item right behind it."""

    def with_copy(rows: Session, old: Instrument) -> Instrument:
        place = _place(old, key)
        copy = msgspec.structs.replace(old.items[place], key=_free_key(rows, old))
        return _with_items(old, [*old.items[: place + 1], copy, *old.items[place + 1 :]])

    return _edit(library, "copy question", mark("Copy question"), questionnaire_id, with_copy)


def remove_item(library: Library, *, questionnaire_id: UUID, key: str) -> Changed[QuestionnaireRecord]:
    """Remove an item; what depended on its answer is asked of everybody from now on."""

    def without(_rows: Session, old: Instrument) -> Instrument:
        place = _place(old, key)
        left = [item for number, item in enumerate(old.items) if number != place]
        return _with_items(old, [_freed(item, key) for item in left])

    return _edit(library, "remove question", mark("Remove question"), questionnaire_id, without)


def add_row(work: UnitOfWork, instrument: Instrument, *, key: str = "") -> Questionnaire:
    """A new row for an instrument within a larger unit of work, under a key of its own where none is given."""
    row_id = new_id()
    cleaned = msgspec.structs.replace(clean_instrument(instrument), key=key or str(row_id))
    return work.add(Questionnaire(id=row_id, key=cleaned.key, content=_plain(cleaned), changed_at=work.now))


def without_score(instrument: Instrument) -> Instrument:
    """The same without the score of a standard instrument, which holds for its own words alone."""
    score = Method.LIKERT if instrument.score is Method.LIKERT else Method.COUNT
    return msgspec.structs.replace(instrument, score=score)


def content_of(row: Questionnaire) -> Instrument:
    """The instrument that a row keeps."""
    items = [{**item, "labels": dict(item["labels"])} for item in row.content["items"]]
    return msgspec.convert({**row.content, "items": items}, Instrument)


def _plain(instrument: Instrument) -> dict[str, Any]:
    """An instrument as a row keeps it: choices as pairs, since their order matters and two dicts differ by none."""
    content: dict[str, Any] = msgspec.to_builtins(instrument)
    for item in content["items"]:
        item["labels"] = [[value, words] for value, words in item["labels"].items()]
    return content


def _edit(
    library: Library, verb: str, undo: Message, questionnaire_id: UUID,
    change: Callable[[Session, Instrument], Instrument],
) -> Changed[QuestionnaireRecord]:  # fmt: skip
    """Change the content; nothing is recorded where it stays the same."""
    with library.write(verb, undo=undo) as work:
        row = work.get(Questionnaire, questionnaire_id)
        content = _plain(change(work.rows, content_of(row)))
        if content != row.content:
            row.content, row.changed_at = content, work.now
        changed = work.changed(_record(work.rows, row))
    return changed


def _record(rows: Session, row: Questionnaire) -> QuestionnaireRecord:
    instrument = content_of(row)
    forms = (
        rows.scalar(select(func.count()).select_from(EvaluationForm).where(EvaluationForm.instrument == row.key)) or 0
    )
    answered = bool(forms) and _is_answered(rows, row.key)
    return QuestionnaireRecord(row.id, instrument, forms, find_problems(instrument), row.changed_at, answered)


def _is_answered(rows: Session, key: str) -> bool:
    chosen = select(Answer.id).join(EvaluationForm, EvaluationForm.id == Answer.form_id)
    return rows.scalar(chosen.where(EvaluationForm.instrument == key).limit(1)) is not None


def _title(words: LocalText) -> Wording:
    cleaned = clean_wording(words)
    if not cleaned.ko:
        raise InputError(mark("Please give the questionnaire a Korean title."))
    return cleaned


def _copied(english: str) -> str:
    return f"{english} (copy)" if english else ""


def _after(chosen: Instrument) -> Wording:
    """What the source of a copy says: what it was copied from, and where that comes from."""
    korean = f"‘{chosen.title.ko}’을(를) 바탕으로 고친 것입니다. {chosen.source.ko}".strip()
    english = f"Adapted from “{chosen.title.in_language('en')}”. {chosen.source.en}".strip()
    return Wording(ko=korean, en=english)


def _new_item(kind: ItemKind, key: str) -> Item:
    """With the usual five steps for a scale, and two empty choices where something is chosen."""
    item = Item(key=key, kind=kind, text=Wording(ko=""))
    usual = find_instrument("service-quality").scale
    if kind is ItemKind.LIKERT and usual is not None:
        return msgspec.structs.replace(item, low=usual.low, high=usual.high, labels=usual.labels)
    if kind in WITH_CHOICES:
        return msgspec.structs.replace(item, labels={"1": Wording(ko=""), "2": Wording(ko="")})
    return item


def _free_key(rows: Session, instrument: Instrument) -> str:
    """The next key (q1, q2 …) that no item has, here or in a form: answers of before and after are matched by it."""
    taken = {item.key for item in instrument.items}
    for items in rows.scalars(select(EvaluationForm.items).where(EvaluationForm.instrument == instrument.key)):
        taken |= {item["key"] for item in items}
    return next(key for number in range(1, len(taken) + 2) if (key := f"q{number}") not in taken)


def _place(instrument: Instrument, key: str) -> int:
    for place, item in enumerate(instrument.items):
        if item.key == key:
            return place
    raise NotFoundError(_GONE)


def _with_items(instrument: Instrument, items: Sequence[Item]) -> Instrument:
    return msgspec.structs.replace(instrument, items=tuple(items))


def _freed(item: Item, key: str) -> Item:
    depends = item.shown_if is not None and item.shown_if.item == key
    return msgspec.structs.replace(item, shown_if=None) if depends else item
