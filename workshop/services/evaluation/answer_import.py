"""Answers out of a spreadsheet: what will happen is told before anything does, and then all of them or none."""

import hashlib
from dataclasses import dataclass
from uuid import UUID, uuid5

from sqlalchemy import select

from workshop.exchange.answer_tables import ASIDE, AnswerTable, Respondent, read_answers
from workshop.exchange.sheets import Table
from workshop.language import mark
from workshop.models.enums import Channel, FormState, ItemKind
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.evaluations import FormRecord
from workshop.models.tables.evaluations import Answer, EvaluationForm
from workshop.models.tables.people import Participant
from workshop.services.evaluation.answer_values import check_values
from workshop.services.evaluation.answers import pairable
from workshop.services.evaluation.conditions import asked_items
from workshop.services.evaluation.evaluations import form_record
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork, get_row

_WHO = frozenset({"respondent", "participant", "응답자", "참여자", "참가자"}) & ASIDE


@dataclass(frozen=True, slots=True)
class AnswerPlan:
    """What will become of a table: its respondents, those whose row was taken in before, and the columns passed over.

    `numbers` holds a participant's number for a row where one is told (P012), `digest` names the table.
    """

    form: FormRecord
    table: AnswerTable
    numbers: dict[int, int]
    known: frozenset[int]
    digest: str

    @property
    def new(self) -> tuple[Respondent, ...]:
        """The respondents that will be taken in."""
        return tuple(each for each in self.table.respondents if each.row not in self.known)

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The columns that are not used at all."""
        return tuple(name for name in self.table.aside if name.strip().casefold() not in _WHO)

    @property
    def missing(self) -> int:
        """How many answers the new respondents left out."""
        asked = sum(item.kind is not ItemKind.TEXT for item in self.form.items)
        given = sum(
            item.key in each.values for each in self.new for item in self.form.items if item.kind is not ItemKind.TEXT
        )
        return asked * len(self.new) - given


def plan_answers(library: Library, *, form_id: UUID, table: Table) -> AnswerPlan:
    """What would become of a table of answers to a form.

    Raises InputError with row and column for whatever does not fit: an unknown item, an answer outside its scale, a required
    one that is missing, a participant nobody knows; RefusedError where the form was never opened.
    """
    digest = hashlib.sha256(repr(table.rows).encode()).hexdigest()
    with library.read() as rows:
        form = get_row(rows, EvaluationForm, form_id)
        _check_state(form)
        record = form_record(rows, form)
        optional = [item.key for item in record.items if not item.required]
        read = read_answers(table, record.items, optional=optional)
        if not any(each.values for each in read.respondents):
            raise InputError(mark("There is no answer to this form in the file."))
        for each in read.respondents:
            _check(record, each)
        numbers = _numbers(table)
        people = set(rows.scalars(select(Participant.number).where(Participant.project_id == form.project_id)))
        for row, number in numbers.items():
            if number not in people:
                raise InputError(mark("Row {row}: nobody has the number {n}.", row=row, n=number))
        ids = {each.row: _key(form_id, digest, each.row) for each in read.respondents}
        there = set(rows.scalars(select(Answer.id).where(Answer.form_id == form_id)))
    known = frozenset(row for row, key in ids.items() if key in there)
    return AnswerPlan(record, read, numbers, known, digest)


def import_answers(library: Library, *, plan: AnswerPlan) -> Changed[int]:
    """Take in the new respondents of a plan, all or none; the record is how many. The same plan twice is the same as once.

    Like every answer they carry no time and no order. A participant is kept only where the use of data was agreed to.
    """
    with library.write("import answers", undo=mark("Take in answers")) as work:
        form = work.get(EvaluationForm, plan.form.id)
        _check_state(form)
        work.session_id = form.lab_session_id
        work.undoes.add("answer")  # they come in together from a file, which tells of nobody when that one answered
        people = _people(work, form.project_id)
        taken = 0
        rows = {_key(form.id, plan.digest, each.row): each for each in plan.new}
        for key in sorted(rows):  # not in the order of the file, which what can be undone would keep
            if work.rows.get(Answer, key) is None:
                number = plan.numbers.get(rows[key].row)
                who = pairable(work.rows, form, people.get(number)) if number is not None else None
                values = check_values(plan.form.items, rows[key].values)
                work.add(Answer(id=key, form_id=form.id, participant_id=who, channel=Channel.PAPER, values=values))
                taken += 1
        work.details = {"form": str(form.id), "answers": taken}
        changed = work.changed(taken)
    return changed


def _check_state(form: EvaluationForm) -> None:
    if form.state is FormState.DRAFT:
        raise RefusedError(mark("This form takes no answers at the moment."))


def _check(form: FormRecord, each: Respondent) -> None:
    """Refuse with its row what the booth would refuse too: a required answer that is missing, too many choices."""
    asked = asked_items(form.items, each.values)
    lacking = next((item.key for item in asked if item.required and item.key not in each.values), None)
    if lacking is not None:
        raise InputError(
            mark("Row {row}: the answer to {item} is missing, and it is required.", row=each.row, item=lacking)
        )
    try:
        check_values(form.items, each.values)
    except InputError as error:
        raise InputError(mark("Row {row}: {error}", row=each.row, error=error.message)) from error


def _numbers(table: Table) -> dict[int, int]:
    """The participant's number of each row, where a column of respondents tells one (P012)."""
    head = [cell.strip().casefold() for cell in table.rows[0][1]]
    place = next((at for at, name in enumerate(head) if name in _WHO), None)
    if place is None:
        return {}
    told = {number: cells[place].strip() for number, cells in table.rows[1:] if place < len(cells)}
    return {row: int(who[1:]) for row, who in told.items() if who[:1] in "Pp" and who[1:].isdecimal()}


def _key(form_id: UUID, digest: str, row: int) -> UUID:
    """The same for the same row of the same table."""
    return uuid5(form_id, f"{digest}:{row}")


def _people(work: UnitOfWork, project_id: UUID) -> dict[int, UUID]:
    chosen = select(Participant.number, Participant.id).where(Participant.project_id == project_id)
    return {number: key for number, key in work.rows.execute(chosen)}
