"""Open answers sorted by hand: themes of one item of a form, and which answer stands under which."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.enums import FormState, ItemKind
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.evaluations import AnswerThemeRecord, OpenAnswer
from workshop.models.tables.evaluations import Answer, AnswerPlace, AnswerTheme, EvaluationForm
from workshop.models.text import required_text
from workshop.services.evaluation.evaluations import form_record
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork

_NO_TITLE = mark("Please give the theme a name.")


def add_answer_theme(
    library: Library, *, form_id: UUID, item: str, title: str, answer_ids: Sequence[UUID] = ()
) -> Changed[AnswerThemeRecord]:
    """A new theme at the end, with these answers under it at once; raises RefusedError while the form is open."""
    with library.write("add theme of answers", undo=mark("New theme")) as work:
        form = _sorted_form(work, form_id, item)
        found = _themes(work.rows, form_id, item)
        title = required_text(title, missing=_NO_TITLE)
        theme = work.add(AnswerTheme(form_id=form_id, item=item, title=title, position=len(found)))
        for answer_id in answer_ids:
            _put(work, form, item, answer_id, theme.id)
        changed = work.changed(_record(theme))
    return changed


def rename_answer_theme(library: Library, *, theme_id: UUID, title: str) -> Changed[AnswerThemeRecord]:
    """Give a theme another name."""
    with library.write("rename theme of answers", undo=mark("Rename theme")) as work:
        theme = work.get(AnswerTheme, theme_id)
        _sorted_form(work, theme.form_id, theme.item)
        theme.title = required_text(title, missing=_NO_TITLE)
        changed = work.changed(_record(theme))
    return changed


def remove_answer_theme(library: Library, *, theme_id: UUID) -> Changed[None]:
    """Take a theme away; its answers are unsorted again."""
    with library.write("remove theme of answers", undo=mark("Remove theme")) as work:
        theme = work.get(AnswerTheme, theme_id)
        _sorted_form(work, theme.form_id, theme.item)
        work.remove(*work.rows.scalars(select(AnswerPlace).where(AnswerPlace.theme_id == theme_id)))
        work.remove(theme)
        for place, other in enumerate(_themes(work.rows, theme.form_id, theme.item)):
            other.position = place
        changed = work.changed(None)
    return changed


def sort_answer(library: Library, *, form_id: UUID, item: str, answer_id: UUID, theme_id: UUID | None) -> Changed[None]:
    """Put an open answer under a theme, or under none."""
    with library.write("sort answer", undo=mark("Sort an answer")) as work:
        form = _sorted_form(work, form_id, item)
        _put(work, form, item, answer_id, theme_id)
        changed = work.changed(None)
    return changed


def themes_of(rows: Session, form_id: UUID) -> tuple[AnswerThemeRecord, ...]:
    """The themes of all items of a form, in their order."""
    chosen = select(AnswerTheme).where(AnswerTheme.form_id == form_id).order_by(AnswerTheme.item, AnswerTheme.position)
    return tuple(_record(theme) for theme in rows.scalars(chosen))


def open_answers(rows: Session, form: EvaluationForm) -> tuple[OpenAnswer, ...]:
    """What was written to every text item, in the order of the words, so that nobody can be followed through a form."""
    keys = [item.key for item in form_record(rows, form).items if item.kind is ItemKind.TEXT]
    places = {
        (place.answer_id, place.item): place.theme_id
        for place in rows.scalars(
            select(AnswerPlace).join(Answer, Answer.id == AnswerPlace.answer_id).where(Answer.form_id == form.id)
        )
    }
    found = [
        OpenAnswer(answer.id, key, str(answer.values[key]), places.get((answer.id, key)))
        for answer in rows.scalars(select(Answer).where(Answer.form_id == form.id))
        for key in keys
        if key in answer.values
    ]
    return tuple(sorted(found, key=lambda each: (each.item, each.text, str(each.answer_id))))


def _sorted_form(work: UnitOfWork, form_id: UUID, item: str) -> EvaluationForm:
    """The form, if the answers to this item of it can be sorted now."""
    form = work.get(EvaluationForm, form_id)
    work.session_id = form.lab_session_id
    if form.state is not FormState.CLOSED:
        raise RefusedError(mark("Close the form first; then its answers can be sorted."))
    if not any(each["key"] == item and each["kind"] == ItemKind.TEXT for each in form.items):
        raise InputError(mark("The form has no item called {item}.", item=item))
    return form


def _put(work: UnitOfWork, form: EvaluationForm, item: str, answer_id: UUID, theme_id: UUID | None) -> None:
    answer = work.get(Answer, answer_id)
    if answer.form_id != form.id or item not in answer.values:
        raise InputError(mark("This answer belongs to another form."))
    place = work.rows.get(AnswerPlace, (answer_id, item))
    if theme_id is None:
        if place is not None:
            work.remove(place)
        return
    theme = work.get(AnswerTheme, theme_id)
    if (theme.form_id, theme.item) != (form.id, item):
        raise InputError(mark("This theme belongs to another form."))
    if place is None:
        work.add(AnswerPlace(answer_id=answer_id, item=item, theme_id=theme_id))
    else:
        place.theme_id = theme_id


def _themes(rows: Session, form_id: UUID, item: str) -> list[AnswerTheme]:
    chosen = select(AnswerTheme).where(AnswerTheme.form_id == form_id, AnswerTheme.item == item)
    return list(rows.scalars(chosen.order_by(AnswerTheme.position)))


def _record(theme: AnswerTheme) -> AnswerThemeRecord:
    return AnswerThemeRecord(theme.id, theme.form_id, theme.item, theme.title, theme.position)
