"""Answers and scores as spreadsheets with a codebook, ready for R or SPSS.

Columns have plain names that statistics programs take as they are; the codebook tells what they mean, in Korean and English.
A respondent is a participant's number (P012) only while that one agrees to the use of data, so that before and after can be
paired; everybody else is a number without order (R001). A blank cell is a missing answer. Open forms are left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.exchange.sheets import Sheet, Value, write_workbook
from workshop.language import Language
from workshop.models.enums import FormState, ItemKind
from workshop.models.records.evaluations import AnswerRecord, AnswerValue, FormRecord, ItemRecord
from workshop.models.tables.evaluations import EvaluationForm
from workshop.models.tables.people import Participant
from workshop.models.tables.projects import CityService, Phase
from workshop.models.tables.sessions import LabSession
from workshop.services.evaluation.answer_rows import answers_of
from workshop.services.evaluation.codebook import codebook_sheet, columns_of, sheet_name
from workshop.services.evaluation.evaluations import form_record
from workshop.services.evaluation.instruments import negative_keys
from workshop.services.evaluation.scales import person_scores, score_scales
from workshop.services.keeping.library import Library
from workshop.services.keeping.writing import write_file, write_sheets

ABOUT = ("respondent", "form", "session", "date", "phase", "service", "service_type", "stage", "channel")


@dataclass(frozen=True, slots=True)
class HeldForm:
    """A closed form with what is told of it in every row, and its answers."""

    form: FormRecord
    session: str
    on: str
    phase: str
    service_kind: str
    answers: tuple[AnswerRecord, ...]

    @property
    def about(self) -> tuple[Value, ...]:
        """The columns between the respondent and the channel."""
        return (
            self.form.title, self.session, self.on, self.phase, self.form.service_title, self.service_kind,
            self.form.stage.value,
        )  # fmt: skip


def answer_sheets(
    library: Library,
    language: Language,
    *,
    project_id: UUID,
    session_id: UUID | None = None,
    form_id: UUID | None = None,
) -> tuple[Sheet, ...]:
    """A sheet for each instrument, then scores and codebook; empty where no closed form has an answer.

    Practice sessions are left out, unless one of them is asked for.
    """
    with library.read() as rows:
        held = _held(rows, project_id, session_id, form_id)
        numbers = {
            person.id: person.number
            for person in rows.scalars(select(Participant).where(Participant.project_id == project_id))
        }
    if not held:
        return ()
    by_instrument: dict[str, list[HeldForm]] = {}
    for each in held:
        by_instrument.setdefault(each.form.instrument, []).append(each)
    names = _respondents(held, numbers)
    sheets = [_instrument_sheet(forms, names) for forms in by_instrument.values()]
    sheets.append(_scores_sheet(held))
    kano = _kano_sheet(held)
    return (
        *sheets,
        *([kano] if kano.rows else []),
        codebook_sheet(language, [_whole(forms) for forms in by_instrument.values()]),
    )


def write_answer_sheets(
    library: Library, language: Language, *, out: Path, project_id: UUID, session_id: UUID | None = None
) -> tuple[Path, ...]:
    """Write a workbook and a `.csv` file for each of its sheets into a folder, nothing where there is no answer.

    Raises LibraryError where that cannot be.
    """
    sheets = answer_sheets(library, language, project_id=project_id, session_id=session_id)
    if not sheets:
        return ()
    return write_sheets(out, language.say("answers"), sheets)


def write_answer_workbook(
    library: Library, language: Language, *, file: Path, project_id: UUID, form_id: UUID | None = None
) -> Path:
    """Write the workbook of a project, or of one form, to a file."""
    write_file(file, write_workbook(answer_sheets(library, language, project_id=project_id, form_id=form_id)))
    return file


def _held(rows: Session, project_id: UUID, session_id: UUID | None, form_id: UUID | None) -> list[HeldForm]:
    chosen = (
        select(EvaluationForm, LabSession, Phase, CityService)
        .join(LabSession, LabSession.id == EvaluationForm.lab_session_id)
        .join(Phase, Phase.id == LabSession.phase_id)
        .outerjoin(CityService, CityService.id == EvaluationForm.service_id)
        .where(EvaluationForm.project_id == project_id, EvaluationForm.state == FormState.CLOSED)
        .order_by(LabSession.on, LabSession.opened_at, EvaluationForm.opened_at, EvaluationForm.id)
    )
    if form_id is not None:
        chosen = chosen.where(EvaluationForm.id == form_id)
    elif session_id is not None:
        chosen = chosen.where(EvaluationForm.lab_session_id == session_id)
    else:
        chosen = chosen.where(LabSession.practice.is_(False))
    found = [
        HeldForm(
            form_record(rows, form), session.title, session.on.isoformat() if session.on else "", phase.kind.value,
            service.kind.value if service else "", tuple(answers_of(rows, form.id)),
        )
        for form, session, phase, service in rows.execute(chosen)
    ]  # fmt: skip
    return [each for each in found if each.answers]


def _respondents(held: Sequence[HeldForm], numbers: dict[UUID, int]) -> dict[UUID, str]:
    """What each answer's respondent is called; the unknown ones are counted in the order of the random keys of all answers."""
    answers = sorted((answer for each in held for answer in each.answers), key=lambda answer: answer.id)
    names: dict[UUID, str] = {}
    unknown = 0
    for answer in answers:
        number = numbers.get(answer.participant_id) if answer.participant_id else None
        unknown += number is None
        names[answer.id] = f"R{unknown:03}" if number is None else f"P{number:03}"
    return names


def _whole(held: Sequence[HeldForm]) -> FormRecord:
    """The last form of an instrument with every item that was asked in any of them."""
    items: dict[str, ItemRecord] = {}
    for each in held:
        items |= {item.key: item for item in each.form.items}
    return replace(held[-1].form, items=tuple(items.values()))


def _instrument_sheet(held: Sequence[HeldForm], names: dict[UUID, str]) -> Sheet:
    items = _whole(held).items
    scored = [_person_scores(each) for each in held]
    scales = list(dict.fromkeys(key for scores in scored for key in scores if key != "nps"))
    header = (
        *ABOUT,
        *(name for item in items for name in columns_of(item)),
        *(f"score_{key}" for key in scales),
    )
    lines: list[tuple[Value, ...]] = []
    for each, scores in zip(held, scored, strict=True):
        for place, answer in enumerate(each.answers):
            given = [value for item in items for value in _cells(item, answer.values.get(item.key))]
            points = [_figure(scores[key][place]) if key in scores else None for key in scales]
            lines.append((names[answer.id], *each.about, answer.channel.value, *given, *points))
    lines.sort(key=lambda line: str(line[0]))
    return Sheet(
        sheet_name(held[-1].form), header, tuple(lines), tuple(max(8, min(24, len(name) + 2)) for name in header)
    )


def _cells(item: ItemRecord, value: AnswerValue | None) -> list[Value]:
    if item.kind is ItemKind.MULTIPLE:
        chosen = value if isinstance(value, list) else [value] if value is not None else None
        return [None if chosen is None else int(choice in chosen) for choice in item.labels]
    if item.kind is ItemKind.RANKING:
        order = value if isinstance(value, list) else []
        return [order.index(choice) + 1 if choice in order else None for choice in item.labels]
    if item.kind is ItemKind.PHOTO:
        return [1 if value else None]
    if item.kind is ItemKind.SINGLE and isinstance(value, str) and value.isdecimal():
        return [int(value)]
    return ["; ".join(value) if isinstance(value, list) else value]


def _person_scores(held: HeldForm) -> dict[str, Sequence[Fraction | None]]:
    form = held.form
    return person_scores(form.method, form.items, [answer.values for answer in held.answers], negative_keys(form))


def _scores_sheet(held: Sequence[HeldForm]) -> Sheet:
    header = (
        "instrument", *ABOUT[1:-1], "respondents", "scale", "n", "score", "median", "sd", "interval_low", "interval_high",
        "alpha", "grade",
    )  # fmt: skip
    lines: list[tuple[Value, ...]] = []
    for each in held:
        scores = score_scales(
            each.form.method,
            each.form.items,
            [answer.values for answer in each.answers],
            negative_keys(each.form),
        )
        lines += [
            (
                sheet_name(each.form), *each.about, len(each.answers), scale.key, scale.n, _figure(scale.value),
                _figure(scale.median), scale.sd, *(scale.interval or (None, None)), _figure(scale.reliability), scale.grade,
            )
            for scale in scores.scales
        ]  # fmt: skip
    return Sheet("scores", header, tuple(lines), tuple(max(10, len(name) + 2) for name in header))


def _kano_sheet(held: Sequence[HeldForm]) -> Sheet:
    header = (*ABOUT[1:-1], "feature", "n", "missing", "M", "O", "A", "I", "R", "Q", "category", "better", "worse")
    lines: list[tuple[Value, ...]] = []
    for each in held:
        scores = score_scales(each.form.method, each.form.items, [answer.values for answer in each.answers])
        lines += [
            (
                *each.about, feature.key, feature.n, feature.missing, *feature.counts.values(), "=".join(feature.categories),
                _figure(feature.better), _figure(feature.worse),
            )
            for feature in scores.kano
        ]  # fmt: skip
    return Sheet("kano", header, tuple(lines), tuple(max(8, len(name) + 2) for name in header))


def _figure(value: Fraction | None) -> Value:
    """A number as a spreadsheet has it, to six places."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else round(float(value), 6)
